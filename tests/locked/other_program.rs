//! The age program, which was not written by us, opens what is locked here, and the other way round.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rocu_self_assessment::saved::{self, UnlockError, WORK};

use super::{EXAMPLE, passphrase};

/// Calls the program at a terminal, where it asks for the passphrase.
const CALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/locked/age.py");

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Has the program lock or unlock some content, or hands back what it complains about.
fn age(deed: &str, content: &[u8], words: &str) -> Result<Vec<u8>, String> {
    let [source, target] = ["from", "to"].map(|it| file(&format!("age-{deed}-{}-{it}", words.len())));
    let _ = fs::remove_file(&target);
    fs::write(&source, content).expect("the target folder can be written to");
    let mut call = Command::new("python3");
    let call = call.arg(CALL).arg(deed).args([&source, &target]).arg(words);
    let output = call.output().expect("python3 is installed");
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned() + " (In Debian, install age.)");
    }
    Ok(fs::read(target).expect("the program wrote it"))
}

#[test]
fn the_age_program_opens_what_is_locked_here() {
    for words in ["apple nemo biro", "Kaffee Ölfarbe 猫 naïve"] {
        let locked = saved::lock(&passphrase(words), EXAMPLE, WORK).expect("there is memory");
        assert_eq!(age("unlock", &locked, words), Ok(EXAMPLE.to_vec()));
    }
    let locked = saved::lock(&passphrase("apple nemo biro"), EXAMPLE, WORK).expect("there is memory");
    let refused = age("unlock", &locked, "apple nemo").expect_err("another passphrase");
    assert!(refused.contains("incorrect passphrase"), "{refused}");
}

#[test]
fn what_the_age_program_locks_opens_here() {
    for words in ["biro nemo apple", "Kaffee Ölfarbe 猫 naïf"] {
        let locked = age("lock", EXAMPLE, words).expect("it locks");
        assert!(saved::is_locked(&locked));
        assert_eq!(saved::unlock(&passphrase(words), &locked), Ok(EXAMPLE.to_vec()));
        assert_eq!(saved::unlock(&passphrase("another one"), &locked), Err(UnlockError::Passphrase));
    }
}
