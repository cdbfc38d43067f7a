//! Opens whatever a fuzzer makes, which learns from the branches that each input takes.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::Workspace;

/// The package of the fuzzers, a workspace of its own.
const FUZZERS: &str = "tests/fuzz";

/// The kinds of files, each with the most bytes of an input: enough for several answers, and still quick.
const TARGETS: [(&str, u32); 4] = [("assessment", 4096), ("framework", 6000), ("action_plan", 3000), ("locked", 1500)];

/// Has the compiler count branches and tell what is compared. A named target leaves build scripts without.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";
const MACHINE: &str = "x86_64-unknown-linux-gnu";

/// Lints for the fuzzers. Nothing is linked, so that no C++ compiler is needed; the variable leaves it out.
pub(crate) fn clippy(workspace: &Workspace) -> Command {
    let mut command = workspace.cargo();
    let _ = command.current_dir(workspace.root.join(FUZZERS)).env("CUSTOM_LIBFUZZER_PATH", "unlinked/libfuzzer.a");
    let _ = command.args(["clippy", "--locked", "--all-targets", "--target-dir"]).arg(&workspace.target);
    let _ = command.args(["--", "--deny=warnings"]);
    command
}

/// Makes that many inputs of each kind and opens them, and ends with what the fuzzer counted.
///
/// What it learnt stays in the target folder for the next time. An input that fails is kept there too.
pub(crate) fn run(workspace: &Workspace, runs: u64) -> Result<()> {
    let folder = workspace.target.join("fuzz");
    let mut compile = workspace.cargo();
    let _ = compile.current_dir(workspace.root.join(FUZZERS)).env("RUSTFLAGS", FLAGS);
    let _ = compile.args(["build", "--release", "--locked", "--target", MACHINE, "--target-dir"]).arg(&folder);
    process::prepare(&mut compile, "The fuzzers could not be built; they need 64-bit Linux and a C++ compiler.")?;
    for (name, most) in TARGETS {
        eprintln!("\n{name}");
        let corpus = workspace.root.join(FUZZERS).join("corpus").join(name);
        let learnt = folder.join("learnt").join(name);
        fs::create_dir_all(&learnt).with_context(|| format!("{} could not be made.", learnt.display()))?;
        // It keeps what fails in the folder that it is called in.
        let mut call = workspace.command(folder.join(MACHINE).join("release").join(name));
        let _ = call.current_dir(&folder).arg(&learnt).arg(corpus);
        let _ = call.args(["-rss_limit_mb=256", "-timeout=20", "-print_final_stats=1", "-verbosity=0"]);
        let _ = call.arg(format!("-max_len={most}")).arg(format!("-runs={runs}"));
        let failed = format!("An input failed; it is kept in {}, and the message above says why.", folder.display());
        process::run(&mut call, &failed)?;
    }
    Ok(())
}
