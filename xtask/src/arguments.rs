//! What was asked for on the command line.

use std::env;

use anyhow::{Context, Result, bail};

/// What `cargo xtask help` prints.
pub(crate) const USAGE: &str = "\
cargo xtask <command>

  run     set up what is missing, build the page, serve it on http://127.0.0.1:8080/
          --no-serve   build only and print the path of the file
          --port N     serve on another port
  test    set up what is missing and run every test
          --fast       leave out the tests in a real browser
          --engines W  all runs whatever applies in Firefox and WebKit too, where else a short list is
                       run; chromium leaves these two out
  dist    write dist/rocu-self-assessment.html and dist/SHA256SUMS, and where Chromium, Chrome or
          Edge is installed a ZIP file to hand out with guide, licences and bill of materials
  pictures  draw the pictures of the guides and of the main screens anew, from the page itself
  lint    formatting, lints for this machine and for the browser, documentation
  soak    the long run: kill Chromium 200 times and Firefox 50 times while something is typed, and tell what was
          missing; change 100,000 bytes of every kind of file; `reproduce`
  bench   measure the core and the page beside what a user would pick instead, for docs/performance.md
  count   count the instructions of the core, for benches/instructions.txt
  fuzz    open whatever a fuzzer makes of files of every kind
          --runs N     that many of each kind, and not 50 million
  reproduce  build the page once more from the last commit in another folder, and compare the two
  style   compile the style for Trunk
  env     print the environment that Trunk needs where rustup has no WebAssembly target

  run, dist: --names keeps the names of functions in the program, for a profiler";

/// One thing that this tool does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Build, pack, serve.
    Run,
    /// Build and pack.
    Dist,
    /// Run every test.
    Test,
    /// Draw the pictures anew.
    Pictures,
    /// The long run: killed browsers, changed bytes, a second build.
    Soak,
    /// Measure.
    Bench,
    /// Count instructions.
    Count,
    /// Open whatever a fuzzer makes.
    Fuzz,
    /// Build twice and compare.
    Reproduce,
    /// Compile the style alone.
    Style,
    /// Format, lints, documentation.
    Lint,
    /// Print the environment for other tools that build for the browser.
    Env,
    /// Say what can be asked for.
    Help,
}

/// In which browsers the tests are run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engines {
    /// All of them in Chromium, a short list in the others.
    Everyday,
    /// Whatever applies, in each.
    All,
    /// In Chromium alone.
    Chromium,
}

/// The task and how it is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// What to do.
    pub(crate) task: Task,
    /// `run` goes on to serve the page.
    pub(crate) serve: bool,
    /// Where `run` serves it.
    pub(crate) port: u16,
    /// `test` leaves the browser out.
    pub(crate) fast: bool,
    /// In which browsers `test` runs what.
    pub(crate) engines: Engines,
    /// The program keeps the names of its functions.
    pub(crate) names: bool,
    /// How many inputs of each kind `fuzz` makes.
    pub(crate) runs: u64,
}

impl Arguments {
    /// Reads the arguments of this process.
    pub(crate) fn of_this_call() -> Result<Self> {
        Self::read(env::args().skip(1))
    }

    fn read(mut words: impl Iterator<Item = String>) -> Result<Self> {
        let task = match words.next().as_deref() {
            Some("run") => Task::Run,
            Some("dist") => Task::Dist,
            Some("test") => Task::Test,
            Some("pictures") => Task::Pictures,
            Some("soak") => Task::Soak,
            Some("bench") => Task::Bench,
            Some("count") => Task::Count,
            Some("fuzz") => Task::Fuzz,
            Some("reproduce") => Task::Reproduce,
            Some("style") => Task::Style,
            Some("lint") => Task::Lint,
            Some("env") => Task::Env,
            Some("help" | "--help" | "-h") | None => Task::Help,
            Some(other) => bail!("`{other}` is not a command; `cargo xtask help` lists them."),
        };
        let mut arguments = Self {
            task,
            serve: true,
            port: 8080,
            fast: false,
            engines: Engines::Everyday,
            names: false,
            runs: 50_000_000,
        };
        while let Some(word) = words.next() {
            match (task, word.as_str()) {
                (Task::Run, "--no-serve") => arguments.serve = false,
                (Task::Run, "--port") => arguments.port = port(words.next())?,
                (Task::Run | Task::Dist, "--names") => arguments.names = true,
                (Task::Test, "--fast") => arguments.fast = true,
                (Task::Test, "--engines") => arguments.engines = engines(words.next().as_deref())?,
                (Task::Fuzz, "--runs") => arguments.runs = runs(words.next())?,
                _ => bail!("`{word}` does not belong here; see `cargo xtask help`."),
            }
        }
        Ok(arguments)
    }
}

fn port(word: Option<String>) -> Result<u16> {
    word.and_then(|word| word.parse().ok()).context("`--port` takes a number from 0 to 65535.")
}

fn runs(word: Option<String>) -> Result<u64> {
    word.and_then(|word| word.parse().ok()).context("`--runs` takes a number.")
}

fn engines(word: Option<&str>) -> Result<Engines> {
    match word {
        Some("all") => Ok(Engines::All),
        Some("chromium") => Ok(Engines::Chromium),
        _ => bail!("`--engines` takes `all` or `chromium`."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Arguments> {
        Arguments::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn run_serves_on_8080_unless_told_otherwise() {
        let plain = read("run").unwrap();
        assert!(plain.serve);
        assert_eq!(plain.port, 8080);
        assert!(!read("run --no-serve").unwrap().serve);
        assert_eq!(read("run --port 9000").unwrap().port, 9000);
    }

    #[test]
    fn the_other_browsers_run_a_short_list_unless_told_otherwise() {
        assert_eq!(read("test").unwrap().engines, Engines::Everyday);
        assert_eq!(read("test --engines all").unwrap().engines, Engines::All);
        assert_eq!(read("test --engines chromium").unwrap().engines, Engines::Chromium);
        assert!(read("test --engines lynx").is_err());
    }

    #[test]
    fn fuzz_makes_50_million_inputs_unless_told_otherwise() {
        assert_eq!(read("fuzz").unwrap().runs, 50_000_000);
        assert_eq!(read("fuzz --runs 1000").unwrap().runs, 1000);
        assert!(read("fuzz --runs many").is_err());
        assert!(read("bench --runs 5").is_err());
    }

    #[test]
    fn an_option_of_another_command_is_refused() {
        assert!(read("dist --fast").is_err());
        assert!(read("test --no-serve").is_err());
        assert!(read("run --port never").is_err());
    }

    #[test]
    fn an_unknown_command_is_refused_and_none_asks_for_help() {
        assert!(read("deploy").is_err());
        assert_eq!(read("").unwrap().task, Task::Help);
    }
}
