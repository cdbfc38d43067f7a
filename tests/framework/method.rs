//! The table of part, topic, questions and sources in the description of the method is that of the data.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::{env, fs};

use rocu_self_assessment::framework::{Framework, SourceId};

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/method.md");
const BEGIN: &str = "<!-- table of topics: written by `BLESS=1 cargo test --test framework` -->\n";
const END: &str = "<!-- end of the table -->\n";

#[test]
fn the_table_in_the_description_of_the_method_is_that_of_the_data() {
    let document = fs::read_to_string(DOCUMENT).expect("docs/method.md is there");
    let (before, rest) = document.split_once(BEGIN).expect("the table has a beginning");
    let (table, after) = rest.split_once(END).expect("the table has an end");
    let wanted = table_of(&Framework::built_in());
    if env::var_os("BLESS").is_some() {
        fs::write(DOCUMENT, format!("{before}{BEGIN}{wanted}{END}{after}")).expect("docs/method.md can be written");
    } else {
        assert_eq!(table, wanted, "run BLESS=1 cargo test --test framework");
    }
}

fn table_of(framework: &Framework) -> String {
    let mut table =
        String::from("| Part | Topic | Questions | Standing | Sources |\n| --- | --- | --- | --- | --- |\n");
    for (part, topic) in framework.topics() {
        let why = topic.questions.iter().flat_map(|question| &question.why.sources);
        let mut sources: Vec<&SourceId> =
            topic.basis.sources.iter().chain(why).collect::<BTreeSet<_>>().into_iter().collect();
        sources.sort_by_key(|source| number(source));
        let sources = sources.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let optional = if topic.optional { " (optional)" } else { "" };
        let (questions, standing) = (topic.questions.len(), topic.basis.certainty.word());
        writeln!(table, "| {} | {}{optional} | {questions} | {standing} | {sources} |", part.name, topic.name)
            .expect("a string takes all that is written");
    }
    let (topics, questions) = (framework.topics().count(), framework.questions().count());
    writeln!(table, "| **All** | **{topics}** | **{questions}** | | **{}** |", framework.sources.len())
        .expect("a string takes all that is written");
    table
}

/// The number of a source, and what follows it: `S11` before `S11b`, `S9` before `S10`.
fn number(source: &SourceId) -> (u32, String) {
    let digits: String = source.0.chars().filter(char::is_ascii_digit).collect();
    (digits.parse().expect("a source is numbered"), source.0.to_string())
}
