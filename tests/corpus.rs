//! Every file of the fuzzers' corpus, and every one that a fuzzer has ever found, without the fuzzer.

use std::fs;
use std::path::Path;

#[path = "support/opened.rs"]
pub mod opened;

use opened::{TARGETS, Target};

/// How many files of a kind there are in the corpus, and how many of them open.
fn run((name, target): Target) -> (usize, usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
    let files = fs::read_dir(folder).expect("a folder for each kind").map(|file| file.expect("a file").path());
    let results = files.map(|file| {
        eprintln!("{}", file.display());
        target(&fs::read(&file).expect("a file of the corpus"))
    });
    results.fold((0, 0), |(files, open), opens| (files + 1, open + usize::from(opens)))
}

#[test]
fn every_file_of_the_corpus_holds_what_files_of_its_kind_hold() {
    for target in TARGETS {
        let (files, open) = run(target);
        assert!(open > 0 && open < files, "{}: of {files} some open and some do not, and {open} do", target.0);
    }
}
