//! Programs that open office files as their reader would: an office suite, and libraries of Python.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, OnceLock, PoisonError};

/// The libraries of Python that the scripts use.
const LIBRARIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/requirements.txt");

/// The scripts.
const SCRIPTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents");

/// A file in the target folder, which stays there for whoever wants to look at it.
pub(crate) fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("the target folder can be written to");
    path
}

/// The files as LibreOffice converts them to that kind, in one call: starting it takes longest.
pub(crate) fn office_to(kind: &str, files: &[PathBuf]) -> Vec<PathBuf> {
    // Two of them can't share a profile.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let profile = format!("file://{}/office-{}", env!("CARGO_TARGET_TMPDIR"), env!("CARGO_CRATE_NAME"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(concat!("converted-", env!("CARGO_CRATE_NAME")));
    let converted = |file: &PathBuf| folder.join(file.with_extension(kind).file_name().expect("the name of a file"));
    let converted: Vec<PathBuf> = files.iter().map(converted).collect();
    for earlier in converted.iter().filter(|file| file.exists()) {
        fs::remove_file(earlier).expect("what an earlier test left can be removed");
    }
    let mut office = Command::new("soffice");
    let office = office.args(["--headless", &format!("-env:UserInstallation={profile}"), "--convert-to", kind]);
    let office = office.arg("--outdir").arg(&folder).args(files);
    let _ = run(office, "Install LibreOffice: libreoffice-writer-nogui and libreoffice-calc-nogui in Debian.");
    for file in &converted {
        assert!(file.exists(), "LibreOffice does not open what {} was to be made from", file.display());
    }
    converted
}

/// The text of each page, laid out as on paper.
pub(crate) fn pages_of(pdf: &Path) -> Vec<String> {
    let text = run(Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-"), "Install poppler-utils.");
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    // Every page ends with the sign, so that nothing follows the last.
    let _ = pages.pop();
    pages
}

/// What a script of `tests/documents` prints about what it is given.
pub(crate) fn python<T: AsRef<OsStr>>(script: &str, given: &[T]) -> String {
    static PYTHON: OnceLock<PathBuf> = OnceLock::new();
    let script = Path::new(SCRIPTS).join(script);
    run(Command::new(PYTHON.get_or_init(libraries)).arg(script).args(given), "Read what the script says.")
}

/// A Python of our own, with the libraries that the scripts use.
fn libraries() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(concat!("python-", env!("CARGO_CRATE_NAME")));
    let python = folder.join("bin/python");
    let (wanted, done) = (fs::read_to_string(LIBRARIES).expect("they are listed"), folder.join("installed.txt"));
    if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return python;
    }
    let create = ["-m", "venv", "--clear"];
    let _ = run(Command::new("python3").args(create).arg(&folder), "Install python3 and python3-venv.");
    let install = ["-m", "pip", "install", "--quiet", "--requirement", LIBRARIES];
    let _ = run(Command::new(&python).args(install), "The libraries of Python come from its package index: go online.");
    fs::write(done, wanted).expect("the target folder can be written to");
    python
}

/// What a program prints; fails with what it complains about, and with what can be done.
pub(crate) fn run(program: &mut Command, otherwise: &str) -> String {
    let name = program.get_program().to_string_lossy().into_owned();
    match program.env("PYTHONUTF8", "1").output() {
        Err(error) => panic!("{name} does not start ({error}). {otherwise}"),
        Ok(Output { status, stderr, .. }) if !status.success() => {
            panic!("{name} fails: {}\n{otherwise}", String::from_utf8_lossy(&stderr))
        }
        Ok(Output { stdout, .. }) => String::from_utf8_lossy(&stdout).into_owned(),
    }
}
