//! What the loader makes of a packed page.

use std::process::Command;

use super::{APP, DOCUMENTS, GLUE, LOCKS, STYLE, TEMPLATE, hex, pack, packed, parts, parts_with, with_template};
use crate::process;

/// Runs a page's loader as a browser does, without a browser: the elements that it reads hold what the
/// page holds, and what it adds is carried out. Prints the style and what each program was started with.
const RUN_LOADER: &str = r#"
"use strict";
const page = process.argv[1];
const elements = [];
for (const [, start, id, textContent] of page.matchAll(/<([^>]*) id="([^"]*)">([^<]*)</g)) {
  elements.push({ start, id, textContent });
}
globalThis.window = globalThis;
const startedApp = new Promise((resolve) => {
  globalThis.started = (name, program) => {
    console.log(name, Buffer.from(program).toString("hex"));
    if (name === "app") resolve();
  };
});
// What is started is no real program.
WebAssembly.compileStreaming = (response) => response.arrayBuffer();
globalThis.document = {
  getElementById: (id) => elements.find((it) => it.id === id) ?? null,
  querySelector: (asked) => {
    const [, tag, kind, id] = asked.match(/^([a-z]+)(?:\[(.*)\])?#(.*)$/);
    return elements.find((it) => it.id === id && it.start === (kind ? tag + " " + kind : tag)) ?? null;
  },
  addEventListener: (event, call) => event === "DOMContentLoaded" && setTimeout(call),
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
  await startedApp;
  console.log("answer", await rocuPart("documents", "twice", 21));
  console.log("answer", await rocuPart("locks", "half", 8));
  await rocuPart("documents", "fails").catch((error) => console.log("error", error.message));
  console.log("answer", await rocuPart("documents", "twice", 4));
  console.log("answer", await rocuPart("documents", "twice", 5));
  console.log("answer", await rocuPart("locks", "half", 6));
})();
"#;

/// What the loader does with a page, a line for each deed.
fn run_loader(page: &str) -> Vec<String> {
    let said = process::read(Command::new("node").args(["-e", RUN_LOADER, page]), "The loader failed.").expect("node");
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
        [&format!("style {STYLE}"), &format!("app {}", hex(APP))]
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
fn whatever_has_the_id_of_something_packed_is_not_taken_for_it() {
    let headings = pack(&parts())
        .expect("the parts fit")
        .packed
        .iter()
        .fold(String::new(), |headings, it| headings + &format!("<h2 id=\"{}\">A heading</h2>\n", it.id));
    let page = packed(&with_template(&TEMPLATE.replace("<body>\n", &format!("<body>\n{headings}"))));
    assert!(page.contains("<h2 id=\"locks\">"));
    assert_eq!(run_loader(&page), run_loader(&packed(&parts())));
}

#[test]
fn every_length_is_packed_so_that_the_loader_unpacks_it() {
    for length in 0..34 {
        let style: String = ('0'..'z').take(length).collect();
        assert_eq!(run_loader(&packed(&parts_with(GLUE, &style)))[0], format!("style {style}"));
    }
}

#[test]
fn what_is_packed_may_hold_what_would_end_its_element() {
    let style = "a::after{content:'</style><!--'}";
    let glue = "let wasm_bindgen = async () => started('</script><!--', '');";
    let page = packed(&parts_with(glue, style));
    assert_eq!(run_loader(&page)[..2], [&format!("style {style}"), "</script><!-- "]);
}
