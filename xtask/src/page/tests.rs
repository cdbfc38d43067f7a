//! What a packed page must and must not be.

use std::collections::BTreeSet;
use std::process::Command;

use super::*;
use crate::process;
use crate::program::Program;

const APP: &[u8] = b"\0asm app";
const DOCUMENTS: &[u8] = b"\0asm documents";
const LOCKS: &[u8] = b"\0asm locks";
const UNPACK: &[u8] = b"\0asm unpack";

const TEMPLATE: &str = "<html><head>\n\
    <!-- build: policy -->\nfor Trunk\n<!-- /build -->\n\
    <meta charset=\"utf-8\">\n\
    <!-- build: style -->\n<link data-trunk href=\"x.css\">\n<!-- /build -->\n\
    </head><body>\n\
    <!-- build: program -->\n<!-- /build -->\n\
    </body></html>\n";

/// Runs a page's loader as a browser does, without a browser: the elements that it reads hold what the
/// page holds, and what it adds is carried out. Prints the style and what each program was started with.
const RUN_LOADER: &str = r#"
"use strict";
const page = process.argv[1];
const packed = {};
for (const [, id, text] of page.matchAll(/<script type="text\/plain" id="([^"]*)">([^<]*)<\/script>/g)) {
  packed[id] = { textContent: text };
}
globalThis.window = globalThis;
globalThis.started = (name, program) => console.log(name, Buffer.from(program).toString("hex"));
globalThis.document = {
  getElementById: (id) => packed[id] ?? null,
  createElement: (kind) => ({ kind }),
  head: {
    appendChild: (element) => {
      if (element.kind === "style") console.log("style", element.textContent);
      else {
        document.currentScript = element;
        require("vm").runInThisContext(element.textContent);
        document.currentScript = null;
      }
      return element;
    },
  },
};
require("vm").runInThisContext(page.match(/\n<script>([^]*?)<\/script>/)[1]);
(async () => {
  console.log("answer", await rocuPart("documents", "twice", 21));
  console.log("answer", await rocuPart("locks", "half", 8));
  await rocuPart("documents", "fails").catch((error) => console.log("error", error.message));
  console.log("answer", await rocuPart("documents", "twice", 4));
  console.log("answer", await rocuPart("documents", "twice", 5));
  console.log("answer", await rocuPart("locks", "half", 6));
})();
"#;

fn parts() -> Parts {
    Parts {
        template: TEMPLATE.to_owned(),
        style: Style { opening: "p{color:#0b0c0c}".to_owned(), app: "p{color:#fff}a::after{content:'é'}".to_owned() },
        programs: Programs {
            app: program("let wasm_bindgen = async (given) => started('app', given.module_or_path);", APP),
            documents: program(
                "let wasm_bindgen = async (given) => started('documents', given.module_or_path);\n\
                 wasm_bindgen.twice = (number) => number * 2;\n\
                 wasm_bindgen.fails = () => { throw new Error('a failure'); };",
                DOCUMENTS,
            ),
            locks: program(
                "let wasm_bindgen = async (given) => started('locks', given.module_or_path);\n\
                 wasm_bindgen.half = (number) => number / 2;",
                LOCKS,
            ),
            unpack: unpacker(&[(APP, b""), (DOCUMENTS, APP), (LOCKS, APP)]),
        },
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
         wasm_bindgen.unpack = (packed, before) => Buffer.from(known[hex(packed) + ' ' + hex(before)], 'hex');",
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

/// What the loader does with a page, a line for each deed.
fn run_loader(page: &str) -> Vec<String> {
    let said = process::read(Command::new("node").args(["-e", RUN_LOADER, page]), "The loader failed.").unwrap();
    said.lines().map(str::to_owned).collect()
}

#[test]
fn the_loader_unpacks_what_was_packed_and_nothing_of_the_second_part_before_it_is_used() {
    let page = packed(&parts());
    let documents = format!("documents {}", hex(DOCUMENTS));
    let locks = format!("locks {}", hex(LOCKS));
    let said = run_loader(&page);
    let of_app = |line: &&String| line.starts_with("style") || line.starts_with("app");
    assert_eq!(
        said.iter().filter(of_app).collect::<Vec<_>>(),
        [&format!("style {}", parts().style.app), &format!("app {}", hex(APP))]
    );
    // A part that failed is started again, one that did not is not.
    assert_eq!(
        said.iter().filter(|line| !of_app(line)).collect::<Vec<_>>(),
        [
            documents.as_str(),
            "answer 42",
            &locks,
            "answer 4",
            "error a failure",
            &documents,
            "answer 8",
            "answer 10",
            "answer 3"
        ]
    );
}

#[test]
fn every_length_is_packed_so_that_the_loader_unpacks_it() {
    // 13 bits and 8 bits end together after 13 bytes, so that there are 13 ways to end.
    let mut ends = BTreeSet::new();
    for length in 0..60 {
        let app: String = ('0'..'z').take(length).collect();
        if ends.insert(gzip(app.as_bytes()).unwrap().len() % 13) {
            let style = Style { app: app.clone(), ..parts().style };
            assert_eq!(run_loader(&packed(&Parts { style, ..parts() }))[0], format!("style {app}"));
        }
    }
    assert_eq!(ends.len(), 13);
}

#[test]
fn the_policy_names_the_hash_of_each_script_and_each_style() {
    let page = packed(&parts());
    let loader = between(&page, "\n<script>", "</script>");
    let scripts = between(&page, "script-src ", ";");
    let Programs { app, documents, locks, unpack } = parts().programs;
    for script in
        [loader].map(str::to_owned).into_iter().chain([app, documents, locks, unpack].map(|it| bridge(&it.glue)))
    {
        assert!(scripts.contains(&format!("'sha256-{}'", hash(&script))), "{script}");
    }
    let opening = between(&page, "<style>", "</style>");
    assert_eq!(opening, parts().style.opening);
    let styles = format!("'sha256-{}' 'sha256-{}'", hash(opening), hash(&parts().style.app));
    assert_eq!(between(&page, "style-src ", ";"), styles);
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
fn what_is_packed_may_hold_what_would_end_its_element() {
    let style = Style { app: "a::after{content:'</style><!--'}".to_owned(), ..parts().style };
    let glue = "let wasm_bindgen = async () => started('</script><!--', '');";
    let programs = Programs { app: program(glue, APP), ..parts().programs };
    let page = packed(&Parts { style, programs, ..parts() });
    assert_eq!(run_loader(&page)[..2], ["style a::after{content:'</style><!--'}", "</script><!-- "]);
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

#[test]
fn the_real_template_fits_and_says_what_to_do_where_nothing_runs() {
    let page = packed(&with_template(include_str!("../../../index.html")));
    for word in ["<noscript>", "id=\"opening-reason\"", "id=\"opening-detail\"", "DefaultJavaScriptSetting"] {
        assert!(page.contains(word), "{word}");
    }
    let before_charset = page.find("<meta charset").unwrap();
    assert!(before_charset < 1000, "browsers look for the encoding in the first 1,024 bytes");
}
