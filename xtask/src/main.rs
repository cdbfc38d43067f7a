//! Builds, tests and packs the self-assessment: `cargo xtask <command>`.
//!
//! The order of a build: [`setup`] (what the machine lacks), [`style`] and [`program`] (the parts),
//! [`page`] (the parts as one file), [`dist`] (the file on disk), then [`hand_out`], [`serve`] or [`proof`].

mod arguments;
mod bench;
mod dense;
mod dist;
mod fuzz;
mod hand_out;
mod instructions;
mod licences;
mod lzma;
mod page;
mod parts;
mod process;
mod program;
mod proof;
mod reproduce;
mod serve;
mod setup;
mod style;
mod wasm_target;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::{Arguments, Task};
use crate::workspace::Workspace;

fn main() -> ExitCode {
    match Arguments::of_this_call().and_then(|arguments| carry_out(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(arguments: &Arguments) -> Result<()> {
    if arguments.task == Task::Help {
        println!("{}", arguments::USAGE);
        return Ok(());
    }
    let workspace = Workspace::find()?;
    match arguments.task {
        Task::Run => {
            let page = dist::write(&workspace, arguments.names)?;
            if arguments.serve {
                serve::page(&page, arguments.port)?;
            }
            Ok(())
        }
        Task::Dist => hand_out::write(&workspace, &dist::write(&workspace, arguments.names)?),
        Task::Test => proof::test(&workspace, arguments.fast, arguments.engines),
        Task::Pictures => proof::pictures(&workspace),
        Task::Soak => proof::soak(&workspace),
        Task::Bench => bench::all(&workspace),
        Task::Count => instructions::write(&workspace),
        Task::Reproduce => reproduce::check(&workspace),
        Task::Fuzz => fuzz::run(&workspace, arguments.runs),
        Task::Style => style::write(&workspace),
        Task::Lint => proof::lint(&workspace),
        Task::Env => wasm_target::print_environment(&workspace),
        Task::Help => Ok(()),
    }
}
