//! Which browser the tests drive, and what it lacks, as names that tests can stand under.
//!
//! `ROCU_ENGINE` chooses it: `chromium`, `firefox` or `webkit`, and Chromium where it is not set. What is
//! decided here and not in a running test is left out for all to see: the run counts such a test as
//! ignored and prints why.

use std::env;

const CHOICE: &str = "ROCU_ENGINE";

/// What engines lack that a test may rely on.
const LACKS: [(&str, &[&str]); 3] = [
    ("chromium", &["storage-of-its-own"]),
    (
        "firefox",
        &[
            // Chrome's own protocol: reading roles and names, changing pages before they start.
            "protocol",
            // Showing a page as on paper, dark, in the colours of Windows or as large as one likes.
            "emulation",
            // What it writes down itself of all that it asks of a network.
            "net-log",
            // A log of the console.
            "console",
            // Page numbers in the margins of printed sheets.
            "page-numbers",
            // Telling what moved while a page was loading.
            "layout-shifts",
            // Saving where the user picks.
            "save-picker",
            // One storage for all pages from the disk.
            "shared-storage",
            // Policies that drop downloads and close the questions where to save.
            "download-policies",
        ],
    ),
    (
        "webkit",
        &[
            "protocol",
            "emulation",
            "net-log",
            "console",
            "page-numbers",
            "layout-shifts",
            "save-picker",
            "storage-of-its-own",
            "download-policies",
            // Printing without a question.
            "printing",
            // Windows of pages from the disk that hear each other.
            "channels",
            // A profile that is there after a restart: when it is driven, this engine keeps none.
            "restart",
            // A way to switch storage, JavaScript or WebAssembly off for one user.
            "policies",
        ],
    ),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={CHOICE}");
    println!("cargo::rustc-check-cfg=cfg(engine, values(\"chromium\", \"firefox\", \"webkit\"))");
    for name in LACKS.iter().flat_map(|(_, lacks)| *lacks) {
        println!("cargo::rustc-check-cfg=cfg(lacks, values(\"{name}\"))");
    }
    let chosen = env::var(CHOICE).unwrap_or_else(|_| String::from("chromium"));
    let Some((engine, lacks)) = LACKS.iter().find(|(engine, _)| *engine == chosen) else {
        panic!("{CHOICE} is {chosen:?}: it is to be chromium, firefox or webkit");
    };
    println!("cargo::rustc-cfg=engine=\"{engine}\"");
    for name in *lacks {
        println!("cargo::rustc-cfg=lacks=\"{name}\"");
    }
}
