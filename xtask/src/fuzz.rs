//! Opens whatever a fuzzer makes, which learns from the branches that each input takes.

use std::fs::{self, File};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::workspace::Workspace;

/// The package of the fuzzers, a workspace of its own.
const FUZZERS: &str = "tests/fuzz";

/// The kinds of files, each with the most bytes of an input: enough for several answers, and still quick.
const TARGETS: [(&str, u32); 4] = [("assessment", 4096), ("framework", 6000), ("action_plan", 3000), ("locked", 1500)];

/// Has the compiler count branches. A named target leaves build scripts without. To be told what is compared
/// as well would take two thirds of the time, and the corpus has the words that files are made of.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Ccodegen-units=1 --cfg fuzzing";
const MACHINE: &str = "x86_64-unknown-linux-gnu";

/// Lints for the fuzzers. Nothing is linked, so that no C++ compiler is needed; the variable leaves it out.
pub(crate) fn clippy(workspace: &Workspace) -> Command {
    let mut command = workspace.cargo();
    let _ = command.current_dir(workspace.root.join(FUZZERS)).env("CUSTOM_LIBFUZZER_PATH", "unlinked/libfuzzer.a");
    let _ = command.args(["clippy", "--locked", "--all-targets", "--target-dir"]).arg(&workspace.target);
    let _ = command.args(["--", "--deny=warnings"]);
    command
}

/// Makes that many inputs of each kind and opens them, all kinds at once, and ends with what was counted.
///
/// What it learnt stays in the target folder for the next time. An input that fails is kept there too.
pub(crate) fn run(workspace: &Workspace, runs: u64) -> Result<()> {
    let folder = workspace.target.join("fuzz");
    let mut compile = workspace.cargo();
    let _ = compile.current_dir(workspace.root.join(FUZZERS)).env("RUSTFLAGS", FLAGS);
    let _ = compile.args(["build", "--release", "--locked", "--target", MACHINE, "--target-dir"]).arg(&folder);
    process::prepare(&mut compile, "The fuzzers could not be built; they need 64-bit Linux and a C++ compiler.")?;
    let mut running = Vec::new();
    for (name, most) in TARGETS {
        let corpus = workspace.root.join(FUZZERS).join("corpus").join(name);
        let learnt = folder.join("learnt").join(name);
        fs::create_dir_all(&learnt).with_context(|| format!("{} could not be made.", learnt.display()))?;
        let told = folder.join(name).with_extension("log");
        let log = File::create(&told).with_context(|| format!("{} could not be written.", told.display()))?;
        // It keeps what fails in the folder that it is called in.
        let mut call = workspace.command(folder.join(MACHINE).join("release").join(name));
        let _ = call.current_dir(&folder).arg(&learnt).arg(corpus).stderr(log);
        // Nothing else adds to what it learnt, so it need not look.
        let _ = call.args(["-rss_limit_mb=256", "-timeout=20", "-reload=0", "-print_final_stats=1"]);
        let _ = call.arg(format!("-max_len={most}")).arg(format!("-runs={runs}"));
        eprintln!("{name}: {}", told.display());
        running.push((told, call.spawn().with_context(|| format!("The fuzzer {name} could not be started."))?));
    }
    let mut failed = Vec::new();
    for (told, mut fuzzer) in running {
        if !fuzzer.wait().context("A fuzzer was lost.")?.success() {
            failed.push(told.display().to_string());
        }
        let log = fs::read_to_string(&told).unwrap_or_default();
        let counted = log.lines().filter(|line| line.starts_with("stat::"));
        println!("{}\n{}", told.display(), counted.collect::<Vec<_>>().join("\n"));
    }
    ensure!(failed.is_empty(), "An input failed; it is kept beside what tells why: {}.", failed.join(", "));
    Ok(())
}
