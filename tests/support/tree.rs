//! The files of this project, and what the Rust files among them name.

use std::path::Path;
use std::process::Command;

use crate::rust::{Kind, Word, words};

/// A Rust file.
pub(crate) struct Source {
    /// Its path from the root of the project.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
    /// Its words.
    pub(crate) words: Vec<Word>,
}

/// A name that a file reaches from the root of a crate.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reached {
    /// The line.
    pub(crate) line: usize,
    /// The name.
    pub(crate) name: String,
}

/// The paths of all files that are tracked or could be, from the root of the project.
pub(crate) fn files() -> Vec<String> {
    let mut git = Command::new("git");
    let list = git.args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let listed = list.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("git is installed");
    assert!(listed.status.success(), "the project is under git: {}", String::from_utf8_lossy(&listed.stderr));
    let listed = String::from_utf8(listed.stdout).expect("our file names are plain");
    let there = |path: &&str| Path::new(env!("CARGO_MANIFEST_DIR")).join(path).is_file();
    listed.lines().filter(there).map(str::to_owned).collect()
}

/// Whether the name of a file ends so.
pub(crate) fn ends_in(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == ending)
}

/// The text of a file; what is not text is left out.
pub(crate) fn read(path: &str) -> String {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a listed file can be read");
    // What is no text, such as a picture, says nothing.
    String::from_utf8(bytes).unwrap_or_default()
}

/// The Rust files under one of those folders.
pub(crate) fn sources(folders: &[&str]) -> Vec<Source> {
    let rust = |path: &String| ends_in(path, "rs") && folders.iter().any(|folder| path.starts_with(folder));
    files().into_iter().filter(rust).map(|path| Source::new(path.clone(), read(&path))).collect()
}

impl Source {
    /// A file of that path and text.
    pub(crate) fn new(path: String, text: String) -> Self {
        let words = words(&text);
        Self { path, text, words }
    }

    /// The words of its code.
    pub(crate) fn code(&self) -> Vec<&Word> {
        self.words.iter().filter(|word| word.kind == Kind::Code).collect()
    }

    /// The words of its code before its own tests.
    pub(crate) fn code_before_tests(&self) -> Vec<&Word> {
        let end = self.lines_before_tests();
        self.code().into_iter().filter(|word| word.line <= end).collect()
    }

    /// How many lines stand before its own tests.
    pub(crate) fn lines_before_tests(&self) -> usize {
        let code = self.code();
        let is_tests = |at: &[&Word]| at.iter().map(|word| word.text.as_str()).eq("# [ cfg ( test ) ] mod".split(' '));
        let tests = code.windows(8).find(|at| is_tests(at)).map(|at| at[0].line - 1);
        tests.unwrap_or_else(|| self.text.lines().count())
    }

    /// The module at the top of the crate that it belongs to; none for the crate's own files, of which
    /// three are programs: the app and, what it opens when they are first used, its other parts.
    pub(crate) fn top(&self) -> Option<&str> {
        let path = self.path.strip_prefix("src/")?;
        let top = path.split('/').next()?.trim_end_matches(".rs");
        (!["lib", "main", "documents", "locks"].contains(&top)).then_some(top)
    }

    /// What it reaches from the root of its own crate, by `crate::` or by enough of `super::`.
    pub(crate) fn reached(&self) -> Vec<Reached> {
        let code = self.code();
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let of_file = if self.top().is_some() { inside.split('/').count() } else { 0 };
        let (mut braces, mut modules, mut found) = (0, Vec::new(), Vec::new());
        for at in 0..code.len() {
            match code[at].text.as_str() {
                "{" => {
                    if at >= 2 && code[at - 2].text == "mod" {
                        modules.push(braces);
                    }
                    braces += 1;
                }
                "}" => {
                    braces -= 1;
                    modules.retain(|outside| *outside < braces);
                }
                "crate" => found.extend(names_after(&code, at)),
                "super" if at == 0 || code[at - 1].text != "::" => {
                    let mut last = at;
                    while code.get(last + 2).is_some_and(|word| word.text == "super") {
                        last += 2;
                    }
                    if (last - at) / 2 + 1 >= of_file + modules.len() {
                        found.extend(names_after(&code, last));
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// What it reaches from the root of another crate.
    pub(crate) fn reached_of(&self, root: &str) -> Vec<Reached> {
        let code = self.code_before_tests();
        let at_root = |at: &usize| code[*at].text == root && (*at == 0 || code[at - 1].text != "::");
        (0..code.len()).filter(at_root).flat_map(|at| names_after(&code, at)).collect()
    }
}

/// The names that follow `crate::`, one or several in braces.
fn names_after(code: &[&Word], at: usize) -> Vec<Reached> {
    let reached = |word: &Word| Reached { line: word.line, name: word.text.clone() };
    match (code.get(at + 1), code.get(at + 2)) {
        (Some(colons), Some(open)) if colons.text == "::" && open.text == "{" => {
            let (mut depth, mut first, mut names) = (0, true, Vec::new());
            for word in &code[at + 2..] {
                match word.text.as_str() {
                    "{" => depth += 1,
                    "}" => depth -= 1,
                    "," => first = depth == 1,
                    _ if first => {
                        names.push(reached(word));
                        first = false;
                    }
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
            names
        }
        (Some(colons), Some(name)) if colons.text == "::" => vec![reached(name)],
        _ => Vec::new(),
    }
}
