//! What people read: the words of documents, of the framework and of the page.

use crate::rust::Kind;
use crate::tree::{ends_in, files, read, sources};

/// Beginnings of words that are spelt otherwise in Britain.
const BEGINNINGS: [&str; 27] = [
    "analyz",
    "apologiz",
    "authoriz",
    "behavior",
    "canceled",
    "categoriz",
    "centraliz",
    "color",
    "criticiz",
    "emphasiz",
    "favor",
    "finaliz",
    "harmoniz",
    "honor",
    "labeled",
    "maximiz",
    "minimiz",
    "modeled",
    "neighbor",
    "organiz",
    "prioritiz",
    "recogniz",
    "specializ",
    "standardiz",
    "summariz",
    "traveled",
    "utiliz",
];

/// Whole words that are.
const WORDS: [&str; 17] = [
    "artifact",
    "artifacts",
    "catalog",
    "center",
    "centers",
    "defense",
    "dialog",
    "dialogs",
    "enroll",
    "fulfill",
    "gray",
    "labor",
    "offense",
    "offenses",
    "pretense",
    "skeptical",
    "willful",
];

/// A piece of text that people read, and where it stands.
pub(crate) struct Prose {
    /// The file and the line.
    pub(crate) at: String,
    /// The text.
    pub(crate) text: String,
}

/// All that people read: documents, data, and the texts and comments of the Rust files.
pub(crate) fn all() -> Vec<Prose> {
    let written = |path: &String| ends_in(path, "md") || path.starts_with("static/framework/") && ends_in(path, "json");
    let mut found = Vec::new();
    for path in files().into_iter().filter(written) {
        let text = read(&path);
        // An address is spelt as its owner spells it.
        let lines = text.lines().enumerate().filter(|(_, line)| !line.contains("\"address\":"));
        found.extend(lines.map(|(at, line)| Prose { at: format!("{path}:{}", at + 1), text: without_code(line) }));
    }
    for source in sources(&["src/", "xtask/"]) {
        let words = source.words.iter().filter(|word| word.kind != Kind::Code && !is_style(&word.text));
        found
            .extend(words.map(|it| Prose { at: format!("{}:{}", source.path, it.line), text: without_code(&it.text) }));
    }
    found
}

/// The words of a text that are spelt in the American way. Names of styles and colours are left out.
pub(crate) fn american(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase);
    let american = |word: &String| {
        WORDS.contains(&word.as_str()) || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
    };
    words.filter(american).collect()
}

/// Whether a text is style, whose names are spelt as they are.
fn is_style(text: &str) -> bool {
    ["{", "style=", "@top", "@bottom"].iter().any(|sign| text.contains(sign)) && text.contains(':')
}

/// A line without what stands between backticks.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect()
}
