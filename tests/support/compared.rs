//! Texts compared with those that were read and found right.

use std::fs;
use std::path::Path;

/// Compares a file with the one that was found right, or writes it where that was asked for.
pub(crate) fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, text).expect("the tests can be written to");
    }
    let right = fs::read_to_string(&path).unwrap_or_default();
    let differ = right.lines().zip(text.lines()).position(|(right, text)| right != text);
    assert!(
        right == text,
        "{name} differs, first in line {}; if that is meant, run with BLESS=1 and read the change",
        differ.unwrap_or_else(|| right.lines().count().min(text.lines().count())) + 1
    );
}
