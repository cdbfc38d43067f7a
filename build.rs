//! Copies the data files without the white space between their words: people read it there, and in the
//! program it would only take room.

use std::env;
use std::fs;
use std::path::Path;

const FOLDER: &str = "static/framework";
const FILES: [&str; 4] = ["rocu.json", "rocu-2015.json", "retired.json", "example.rocu.json"];

fn main() {
    let to = env::var_os("OUT_DIR").expect("cargo names a folder to write to");
    for file in FILES {
        let from = Path::new(FOLDER).join(file);
        println!("cargo::rerun-if-changed={}", from.display());
        let text =
            fs::read_to_string(&from).unwrap_or_else(|error| panic!("{} cannot be read: {error}", from.display()));
        fs::write(Path::new(&to).join(file), without_white_space(&text)).expect("cargo's folder can be written to");
    }
}

/// JSON without the white space that stands outside its strings.
fn without_white_space(json: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let is_kept = |character: &char| {
        if escaped {
            escaped = false;
        } else if *character == '"' {
            in_string = !in_string;
        } else if in_string {
            escaped = *character == '\\';
        } else {
            return !character.is_ascii_whitespace();
        }
        true
    };
    json.chars().filter(is_kept).collect()
}
