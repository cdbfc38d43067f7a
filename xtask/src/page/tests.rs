//! What a packed page must and must not be.

mod loader;

use super::*;
use crate::program::Program;

const APP: &[u8] = b"\0asm app";
const DOCUMENTS: &[u8] = b"\0asm documents";
const LOCKS: &[u8] = b"\0asm locks";
const UNPACK: &[u8] = b"\0asm unpack";

const TEMPLATE: &str = "<html><head>\n\
    <!-- build: policy -->\nfor Trunk\n<meta charset=\"utf-8\">\n<!-- /build -->\n\
    <!-- build: style -->\n<link data-trunk href=\"x.css\">\n<!-- /build -->\n\
    </head><body>\n\
    <!-- build: program -->\n<!-- /build -->\n\
    </body></html>\n";

const GLUE: &str = "let wasm_bindgen = async (given) => started('app', given.module_or_path);";
const STYLE: &str = "p{color:#fff}a::after{content:'é'}";

fn parts() -> Parts {
    parts_with(GLUE, STYLE)
}

/// With that script and that style of the app.
fn parts_with(glue: &str, style: &str) -> Parts {
    let app = program(glue, APP);
    let documents = program(
        "let wasm_bindgen = async (given) => started('documents', given.module_or_path);\n\
         wasm_bindgen.twice = (number) => number * 2;\n\
         wasm_bindgen.fails = () => { throw new Error('a failure'); };",
        DOCUMENTS,
    );
    let locks = program(
        "let wasm_bindgen = async (given) => started('locks', given.module_or_path);\n\
         wasm_bindgen.half = (number) => number / 2;",
        LOCKS,
    );
    let whole = |program: &Program, style| part(&bridge(&program.glue), style, &program.wasm).unwrap();
    let first = whole(&app, style);
    let unpack = unpacker(&[(&first, b""), (&whole(&documents, ""), &first), (&whole(&locks, ""), &first)]);
    Parts {
        template: TEMPLATE.to_owned(),
        style: Style { opening: "p{color:#0b0c0c}".to_owned(), app: style.to_owned() },
        programs: Programs { app, documents, locks, unpack },
        licences: "A licence.".to_owned(),
    }
}

/// Stands for the real one, which needs a real browser: it knows what was packed, and nothing else.
fn unpacker(packed: &[(&[u8], &[u8])]) -> Program {
    let known = packed.iter().fold(String::new(), |known, (bytes, before)| {
        let packed = lzma::pack(bytes, before).unwrap();
        known + &format!("'{} {}': '{}',", hex(&packed), hex(before), hex(bytes))
    });
    let glue = format!(
        "const known = {{{known}}};\n\
         const hex = (bytes) => Buffer.from(bytes).toString('hex');\n\
         let wasm_bindgen = async (given) => {{ if (hex(given.module_or_path) !== '{}') throw 'changed'; }};\n\
         wasm_bindgen.begin = (packed, before) => {{\n\
         const whole = Uint8Array.from(Buffer.from(known[hex(packed) + ' ' + hex(before)], 'hex'));\n\
         let at = 0;\n\
         return {{ piece: (length) => whole.slice(at, (at += length)) }};\n\
         }};",
        hex(UNPACK)
    );
    program(&glue, UNPACK)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn program(glue: &str, wasm: &[u8]) -> Program {
    Program { glue: glue.to_owned(), wasm: wasm.to_owned() }
}

fn packed(parts: &Parts) -> String {
    pack(parts).expect("the parts fit").html
}

fn with_template(template: &str) -> Parts {
    Parts { template: template.to_owned(), ..parts() }
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).expect("the start is in the text");
    let (found, _) = rest.split_once(end).expect("the end follows the start");
    found
}

#[test]
fn the_file_is_utf_16_and_says_so_itself_and_in_nothing_else() {
    let page = pack(&with_template(include_str!("../../../index.html"))).unwrap();
    let bytes = page.bytes();
    assert_eq!(bytes[..2], [0xff, 0xfe]);
    let units: Vec<u16> = bytes[2..].chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    assert_eq!(String::from_utf16(&units).unwrap(), page.html);
    assert!(!page.html.contains("charset"));
}

#[test]
fn the_policy_names_the_hash_of_each_script_and_each_style() {
    let page = packed(&parts());
    let loader = between(&page, "\n<script>", "</script>");
    let scripts = between(&page, "script-src ", ";");
    let Programs { app, documents, locks, unpack } = parts().programs;
    let bridges = [app, documents, locks, unpack].map(|program| bridge(&program.glue));
    for script in bridges.iter().map(String::as_str).chain([loader]) {
        assert!(scripts.contains(&format!("'sha256-{}'", hash(script))), "{script}");
    }
    let opening = between(&page, "<style>", "</style>");
    assert_eq!(opening, parts().style.opening);
    let styles = format!("'sha256-{}' 'sha256-{}'", hash(opening), hash(&parts().style.app));
    assert_eq!(between(&page, "style-src ", ";"), styles);
}

#[test]
fn the_page_names_the_checksum_of_each_part_as_other_programs_tell_it_and_the_licences() {
    let made_of = made_of(&[("app-program", APP), ("style", b"")], "A licence.\n\nAnother.");
    assert_eq!(
        made_of,
        "app-program=64afbf17659b9605eef90f0243432d566d691a14b520dcbd302a73aa69b96d21\n\
         style=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n\n\
         A licence.\n\nAnother."
    );
}

#[test]
fn scripts_stand_in_the_page_without_comments_and_otherwise_as_they_are() {
    let script = "// Why.\nlet a = \"//\";\n\n/**\n * @param {number} b\n */\n  a += 1; // What.\n";
    assert_eq!(without_comments(script), "let a = \"//\";\na += 1; // What.\n");
}

#[test]
fn a_hash_is_sha_256_in_base64() {
    assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

#[test]
fn the_policy_comes_first_and_refuses_every_connection() {
    let page = packed(&parts());
    let head = between(&page, "<head>\n", "</head>");
    assert!(head.starts_with("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"));
    for refusal in ["connect-src 'none'", "form-action 'none'", "base-uri 'none'"] {
        assert!(head.contains(refusal), "{refusal}");
    }
    assert!(!head.contains("unsafe-inline") && !head.contains("'unsafe-eval"));
}

#[test]
fn the_same_parts_give_the_same_page() {
    assert_eq!(pack(&parts()).unwrap(), pack(&parts()).unwrap());
}

#[test]
fn the_app_and_what_starts_it_stand_before_all_that_is_for_later() {
    let page = packed(&parts());
    let places = ["id=\"app\"", "\n<script>", "id=\"documents\"", "id=\"locks\"", "id=\"made-of\""];
    let places = places.map(|it| page.find(it).expect("it is in the page"));
    assert!(places.is_sorted());
}

#[test]
fn line_ends_of_another_system_give_the_same_page() {
    let windows = with_template(&TEMPLATE.replace('\n', "\r\n"));
    assert_eq!(packed(&windows), packed(&parts()));
}

#[test]
fn what_stands_in_the_template_for_trunk_is_gone() {
    let page = packed(&parts());
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
        assert!(pack(&with_template(&TEMPLATE.replace("<body>", request))).is_err(), "{request}");
    }
}

#[test]
fn a_text_that_would_end_its_element_is_refused() {
    for script in ["let a = '</script>';", "let a = '</SCRIPT';", "let a = '<!--';"] {
        assert!(refuse_end_of_element(script, "script").is_err(), "{script}");
    }
    let style = Style { opening: "</style>".to_owned(), ..parts().style };
    assert!(pack(&Parts { style, ..parts() }).is_err());
}

#[test]
fn a_template_without_a_region_or_with_one_twice_is_refused() {
    for template in [
        TEMPLATE.replace("<!-- build: style -->", ""),
        TEMPLATE.replace("<!-- /build -->\n</body>", "</body>"),
        TEMPLATE.repeat(2),
    ] {
        assert!(pack(&with_template(&template)).is_err(), "{template}");
    }
}

/// Browsers may do all three with a service of their makers, of which the policy of the page says nothing.
#[test]
fn the_real_page_asks_the_browser_for_no_spelling_no_suggestions_and_no_translation() {
    let page = packed(&with_template(include_str!("../../../index.html")));
    let whole = between(&page, "<html ", ">");
    for refusal in ["spellcheck=\"false\"", "writingsuggestions=\"false\"", "translate=\"no\""] {
        assert!(whole.split(' ').any(|it| it == refusal), "{refusal}: {whole}");
        let (name, _) = refusal.split_once('=').unwrap();
        assert_eq!(page.matches(&format!("{name}=")).count(), 1, "{name}");
    }
}

#[test]
fn the_real_page_tells_nobody_where_its_reader_comes_from() {
    let page = packed(&with_template(include_str!("../../../index.html")));
    assert!(between(&page, "<head>", "</head>").contains("<meta name=\"referrer\" content=\"no-referrer\">"));
}

#[test]
fn the_real_template_fits_and_says_what_to_do_where_nothing_runs() {
    let page = packed(&with_template(include_str!("../../../index.html")));
    for word in ["<noscript>", "id=\"opening-reason\"", "id=\"opening-detail\"", "DefaultJavaScriptSetting"] {
        assert!(page.contains(word), "{word}");
    }
}
