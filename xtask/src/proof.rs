//! The tests and the lints.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::arguments::Engines;
use crate::dist;
use crate::fuzz;
use crate::hand_out;
use crate::instructions;
use crate::process;
use crate::reproduce;
use crate::setup;
use crate::wasm_target::{self, TARGET};
use crate::workspace::{APP, BROWSER_TESTS, UNPACK, Workspace};

const TESTS_FAILED: &str = "Tests failed; they are listed above.";

/// The other browsers, by the names that their tests know them by.
const OTHERS: [&str; 2] = ["firefox", "webkit"];

/// What is run in these at every change: the whole walk with every document, what a checker finds on every
/// page, opening, saving and refusing, where data is kept, the network, and the page from a server.
const EVERYDAY: [&str; 10] = [
    "whole_assessment::",
    "documents::",
    "no_page_of_the_worked_example_breaks_a_rule",
    "a_question_is_answered_by_keyboard_alone",
    "what_a_file_holds_that_is_unknown",
    "rescue::",
    "silence::a_whole_assessment",
    "silence::a_page_that_makes_a_request",
    "over_http::",
    "places::",
];

/// The tests that damage files, each of one kind: assessments, action plans, frameworks, locked ones.
const DAMAGED: [&str; 4] = ["saved_files", "excel", "framework", "locked"];

/// The names of those tests: of what is locked, one test damages all.
const DAMAGES: [&str; 2] = ["damaged::", "no_byte_of_the_locked_example"];

/// Runs every test, the quick ones first; `fast` leaves the browsers out.
pub(crate) fn test(workspace: &Workspace, fast: bool, engines: Engines) -> Result<()> {
    setup::npm_packages(workspace)?;
    setup::office(workspace)?;
    if !fast {
        setup::browser(workspace)?;
        if engines != Engines::Chromium {
            setup::other_browsers(workspace)?;
        }
    }
    process::run(
        workspace.cargo().args(["test", "--no-fail-fast", "--workspace", "--exclude", BROWSER_TESTS]),
        TESTS_FAILED,
    )?;
    instructions::check(workspace)?;
    if fast {
        return Ok(());
    }
    let page = dist::write(workspace, false)?;
    hand_out::write(workspace, &page)?;
    // Chromium last: it runs all of them, and a run ends with the summary of these.
    let others = if engines == Engines::Chromium { &[][..] } else { &OTHERS };
    for engine in others {
        let mut command = browser_tests(workspace, engine, &page)?;
        let _ = match engines {
            Engines::All => command.arg("--tests"),
            _ => command.args(["--test", "finished_page", "--"]).args(EVERYDAY),
        };
        process::run(&mut command, TESTS_FAILED)?;
    }
    // Without its documentation: the last line is then that of tests which ran.
    process::run(browser_tests(workspace, "chromium", &page)?.arg("--tests"), TESTS_FAILED)
}

/// The long run: browsers that are killed, then files in which bytes are changed, then a second build.
pub(crate) fn soak(workspace: &Workspace) -> Result<()> {
    kills(workspace)?;
    changes(workspace)?;
    reproduce::check(workspace)
}

/// The long form of the tests that no damaged file is taken for another in silence.
fn changes(workspace: &Workspace) -> Result<()> {
    let mut command = workspace.cargo();
    let _ = command.args(["test", "--no-fail-fast", "--profile", "soak", "--package", APP]);
    let _ = DAMAGED.iter().fold(&mut command, |command, kind| command.args(["--test", kind]));
    let _ = command.arg("--").args(DAMAGES).arg("--nocapture").env("ROCU_CHANGES", "100000");
    process::run(&mut command, TESTS_FAILED)
}

/// The long form of the test that nothing is lost. WebKit is left out: it keeps no profile when it is driven.
fn kills(workspace: &Workspace) -> Result<()> {
    setup::browser(workspace)?;
    setup::other_browsers(workspace)?;
    let page = dist::write(workspace, false)?;
    for (engine, kills) in [("chromium", "200"), ("firefox", "50")] {
        let mut command = browser_tests(workspace, engine, &page)?;
        let _ = command.args(["--test", "soak", "--", "--nocapture"]).env("ROCU_KILLS", kills);
        process::run(&mut command, TESTS_FAILED)?;
    }
    Ok(())
}

/// The tests in one browser, of which nothing is chosen yet.
fn browser_tests(workspace: &Workspace, engine: &str, page: &Path) -> Result<Command> {
    eprintln!("Tests in {engine}");
    let mut command = workspace.cargo();
    let _ = command
        .args(["test", "--no-fail-fast", "--package", BROWSER_TESTS])
        .env("ROCU_ENGINE", engine)
        .env("ROCU_PAGE", page)
        .env("PATH", setup::path_with_tools(workspace)?);
    Ok(command)
}

/// Draws the pictures of the guides and of the main screens anew.
pub(crate) fn pictures(workspace: &Workspace) -> Result<()> {
    setup::browser(workspace)?;
    let page = dist::write(workspace, false)?;
    process::run(
        workspace
            .cargo()
            .args(["test", "--package", BROWSER_TESTS, "--test", "finished_page", "pictures::"])
            .env("ROCU_PAGE", page)
            .env("BLESS", "1"),
        "The pictures could not be drawn; what failed is listed above.",
    )
}

/// Formatting, lints on this machine and for the browser, and the documentation, warnings denied.
pub(crate) fn lint(workspace: &Workspace) -> Result<()> {
    eprintln!("Formatting");
    process::run(
        workspace.cargo().args(["fmt", "--all", "--check"]),
        "The formatting differs, or rustfmt is missing; `cargo fmt --all` corrects it, `rustup component add rustfmt` installs it.",
    )?;
    eprintln!("Lints for this machine");
    let clippy_failed =
        "Clippy found something, or is missing; correct what it names, `rustup component add clippy` installs it.";
    process::run(
        workspace.cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny=warnings"]),
        clippy_failed,
    )?;
    eprintln!("Lints of the fuzzers");
    process::run(&mut fuzz::clippy(workspace), clippy_failed)?;
    eprintln!("Lints for the browser");
    // One goes without the standard library, the other does not; see `program`.
    for package in [APP, UNPACK] {
        let mut clippy = wasm_target::set_up(workspace)?.clippy(workspace)?;
        let arguments = ["--package", package, "--target", TARGET, "--", "--deny=warnings"];
        process::run(clippy.args(arguments), clippy_failed)?;
    }
    eprintln!("Documentation");
    process::run(
        workspace.cargo().args(["doc", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "--deny=warnings"),
        "The documentation has faults; correct what rustdoc names above.",
    )
}
