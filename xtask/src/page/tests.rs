//! What a packed page must and must not be.

use std::io::Read;

use flate2::read::GzDecoder;

use super::*;

const TEMPLATE: &str = "<html><head>\n\
    <!-- build: policy -->\nfor Trunk\n<!-- /build -->\n\
    <meta charset=\"utf-8\">\n\
    <!-- build: style -->\n<link data-trunk href=\"x.css\">\n<!-- /build -->\n\
    </head><body>\n\
    <!-- build: program -->\n<!-- /build -->\n\
    </body></html>\n";

const PARTS: Parts<'static> = Parts {
    template: TEMPLATE,
    style: "p{color:#0b0c0c}",
    glue: "let wasm_bindgen = () => {};",
    wasm: b"\0asm and the rest of it",
};

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).expect("the start is in the text");
    let (found, _) = rest.split_once(end).expect("the end follows the start");
    found
}

#[test]
fn the_policy_names_the_hash_of_the_script_as_it_stands_in_the_page() {
    let page = pack(&PARTS).unwrap();
    let script = between(&page, "\n<script>", "</script>");
    assert!(script.starts_with(PARTS.glue));
    assert_eq!(between(&page, "script-src 'sha256-", "'"), hash(script));
}

#[test]
fn the_policy_names_the_hash_of_the_style_as_it_stands_in_the_page() {
    let page = pack(&PARTS).unwrap();
    let style = between(&page, "<style>", "</style>");
    assert_eq!(style, PARTS.style);
    assert_eq!(between(&page, "style-src 'sha256-", "'"), hash(style));
}

#[test]
fn a_hash_is_sha_256_in_base64() {
    assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

#[test]
fn the_policy_comes_first_and_refuses_every_connection() {
    let page = pack(&PARTS).unwrap();
    let head = between(&page, "<head>\n", "</head>");
    assert!(head.starts_with("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"));
    for refusal in ["connect-src 'none'", "form-action 'none'", "base-uri 'none'"] {
        assert!(head.contains(refusal), "{refusal}");
    }
    assert!(!head.contains("unsafe-inline"));
}

#[test]
fn the_program_can_be_taken_out_again_unchanged() {
    let page = pack(&PARTS).unwrap();
    let text = between(&page, "id=\"program\">", "</script>");
    let mut wasm = Vec::new();
    let _ = GzDecoder::new(BASE64.decode(text).unwrap().as_slice()).read_to_end(&mut wasm).unwrap();
    assert_eq!(wasm, PARTS.wasm);
}

#[test]
fn the_same_parts_give_the_same_page() {
    assert_eq!(pack(&PARTS).unwrap(), pack(&PARTS).unwrap());
}

#[test]
fn line_ends_of_another_system_give_the_same_page() {
    let windows = TEMPLATE.replace('\n', "\r\n");
    let page = pack(&Parts { template: &windows, ..PARTS }).unwrap();
    assert_eq!(page, pack(&PARTS).unwrap());
}

#[test]
fn what_stands_in_the_template_for_trunk_is_gone() {
    let page = pack(&PARTS).unwrap();
    assert!(!page.contains("data-trunk"));
    assert!(!page.contains("for Trunk"));
}

#[test]
fn a_template_that_asks_for_something_is_refused() {
    for request in [
        "<img src=\"logo.png\">",
        "<link href=\"https://example.org/x.css\">",
        "<SCRIPT>go()</SCRIPT>",
        "<p style=\"color:red\">",
    ] {
        let template = TEMPLATE.replace("<body>", request);
        assert!(pack(&Parts { template: &template, ..PARTS }).is_err(), "{request}");
    }
}

#[test]
fn a_script_that_would_end_its_element_is_refused() {
    for glue in ["let a = '</script>';", "let a = '</SCRIPT';", "let a = '<!--';"] {
        assert!(pack(&Parts { glue, ..PARTS }).is_err(), "{glue}");
    }
}

#[test]
fn a_style_that_would_end_its_element_is_refused() {
    assert!(pack(&Parts { style: "</style>", ..PARTS }).is_err());
}

#[test]
fn a_template_without_a_region_or_with_one_twice_is_refused() {
    for template in [
        TEMPLATE.replace("<!-- build: style -->", ""),
        TEMPLATE.replace("<!-- /build -->\n</body>", "</body>"),
        TEMPLATE.repeat(2),
    ] {
        assert!(pack(&Parts { template: &template, ..PARTS }).is_err(), "{template}");
    }
}

#[test]
fn the_real_template_fits_and_says_what_to_do_where_nothing_runs() {
    let template = include_str!("../../../index.html");
    let page = pack(&Parts { template, ..PARTS }).unwrap();
    for word in ["<noscript>", "id=\"opening-reason\"", "id=\"opening-detail\"", "DefaultJavaScriptSetting"] {
        assert!(page.contains(word), "{word}");
    }
    let before_charset = page.find("<meta charset").unwrap();
    assert!(before_charset < 1000, "browsers look for the encoding in the first 1,024 bytes");
}
