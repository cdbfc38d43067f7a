//! The words of the framework: short, explained, and never asking for what the tool must not hold.

use std::collections::BTreeSet;

use rocu_self_assessment::framework::{Framework, Topic};

use crate::{asked_in, none, said_in};

/// What no question may ask for. The words may stand in a sentence that says not to give it.
const NEVER_ASKED: [&str; 25] = [
    "name of",
    "names of",
    "list the names",
    "operation name",
    "code name",
    "case name",
    "how many officers",
    "how many staff",
    "how many sources",
    "how many operatives",
    "number of officers",
    "number of staff",
    "number of sources",
    "number of operatives",
    "numbers of people",
    "headcount",
    "team size",
    "informant",
    "human intelligence source",
    "intercept",
    "premises",
    "safe house",
    "addresses",
    "list of equipment",
    "tactics",
];

/// Words by which a sentence says that something is to be left out.
const LEAVES_OUT: [&str; 8] = ["without", "never", "no ", "not ", "leave out", "removed", "only", "keep names out"];

/// Topics on work that is done out of sight: no prompt may ask for a count of anything.
const COVERT: [&str; 6] = [
    "sensitive-intelligence",
    "undercover",
    "surveillance",
    "technical-surveillance",
    "protected-persons",
    "operational-security",
];

#[test]
fn every_statement_has_fewer_than_thirty_words_and_ends_with_a_full_stop() {
    for framework in Framework::built_ins() {
        let mut found = Vec::new();
        for asked in framework.questions() {
            for (level, text) in &asked.question.statements {
                if words(text) >= 30 || !text.ends_with('.') {
                    found.push(format!("{} {level}: {} words: {text}", asked.question.id, words(text)));
                }
            }
        }
        none(&found);
    }
}

#[test]
fn every_question_help_and_prompt_has_fewer_than_twenty_five_words() {
    for framework in Framework::built_ins() {
        let mut found = Vec::new();
        for asked in framework.questions() {
            let question = asked.question;
            assert!((2..=4).contains(&question.prompts.len()), "{}: {} prompts", question.id, question.prompts.len());
            assert!(question.text.ends_with('?'), "{}", question.id);
            for text in [&question.text, &question.help].into_iter().chain(&question.prompts) {
                if words(text) >= 25 {
                    found.push(format!("{}: {} words: {text}", question.id, words(text)));
                }
            }
        }
        none(&found);
    }
}

#[test]
fn every_abbreviation_is_in_the_glossary_or_spelled_out_on_its_page() {
    for framework in Framework::built_ins() {
        let glossary: BTreeSet<&str> = framework.glossary.iter().map(|term| term.term.as_str()).collect();
        let mut found = Vec::new();
        for (_, topic) in framework.topics() {
            let page = said_in(topic).iter().map(|(_, text)| *text).collect::<Vec<_>>().join("\n");
            for (at, text) in topic.questions.iter().flat_map(asked_in).chain(said_in(topic)) {
                for abbreviation in abbreviations(text) {
                    let explained = glossary.contains(abbreviation) || page.contains(&format!("({abbreviation}"));
                    if !explained {
                        found.push(format!("{at}: {abbreviation}"));
                    }
                }
            }
        }
        none(&found);
    }
}

#[test]
fn an_abbreviation_is_spelled_out_where_it_first_stands_on_its_page() {
    for framework in Framework::built_ins() {
        let mut found = Vec::new();
        for (_, topic) in framework.topics() {
            for abbreviation in ["HMIC", "HMICFRS", "NCA", "ROCU", "OCG", "NPCC", "PCC", "TSU", "OPSEC", "LRO"] {
                if let Some((at, text)) = first_use(topic, abbreviation)
                    && !text.contains(&format!("({abbreviation}"))
                {
                    found.push(format!("{at}: {abbreviation}"));
                }
            }
        }
        none(&found);
    }
}

#[test]
fn the_inspectorates_have_one_full_name_each() {
    for framework in Framework::built_ins() {
        for (at, text) in framework.topics().flat_map(|(_, topic)| said_in(topic)) {
            let before = |abbreviation: &str| text.split_once(abbreviation).map(|(before, _)| before);
            if let Some(before) = before(" (HMICFRS)") {
                let full = "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services";
                assert!(before.ends_with(full), "{at}");
            }
            if let Some(before) = before(" (HMIC)") {
                assert!(before.ends_with("Her Majesty's Inspectorate of Constabulary"), "{at}");
            }
            assert!(!text.contains("HM Inspectorate"), "{at}");
        }
    }
}

#[test]
fn nothing_asks_for_what_the_tool_must_never_hold() {
    for framework in Framework::built_ins() {
        let mut found = Vec::new();
        for (at, text) in framework.questions().flat_map(|asked| asked_in(asked.question)) {
            found.extend(asks_too_much(text).map(|sentence| format!("{at}: {sentence}")));
        }
        none(&found);
    }
}

#[test]
fn what_asks_too_much_is_told_from_what_says_to_leave_it_out() {
    for too_much in
        ["Names of officers in the unit", "How many sources are run?", "List of equipment held", "Team size"]
    {
        assert_eq!(asks_too_much(too_much).count(), 1, "{too_much}");
    }
    for allowed in ["Register by role, without names of officers", "Give no team sizes.", "Never describe tactics."] {
        assert_eq!(asks_too_much(allowed).count(), 0, "{allowed}");
    }
}

#[test]
fn no_prompt_on_covert_work_asks_for_a_count() {
    for framework in Framework::built_ins() {
        let mut found = Vec::new();
        for (_, topic) in framework.topics().filter(|(_, topic)| COVERT.contains(&topic.id.as_str())) {
            for prompt in
                topic.questions.iter().flat_map(|question| &question.prompts).filter(|prompt| !prompt.contains("no "))
            {
                let lower = prompt.to_lowercase().replace("without names or numbers", "");
                if ["total", "number", "figure", "count ", "how many", "statistic"]
                    .iter()
                    .any(|word| lower.contains(word))
                {
                    found.push(format!("{}: {prompt}", topic.id));
                }
            }
        }
        none(&found);
    }
}

#[test]
fn one_word_is_used_for_one_thing() {
    for framework in Framework::built_ins() {
        let others = [
            "4Ps",
            "SCN",
            "cybercrime",
            "cyber crime",
            "police department",
            "last 12 months",
            "your board",
            "in the last year",
        ];
        let mut found = Vec::new();
        for (at, text) in framework.topics().flat_map(|(_, topic)| said_in(topic)) {
            found.extend(others.iter().filter(|other| text.contains(**other)).map(|other| format!("{at}: {other}")));
        }
        none(&found);
    }
}

/// The sentences of a text that ask for what the tool must never hold.
fn asks_too_much(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', ';']).filter(|sentence| {
        let sentence = sentence.to_lowercase();
        let leaves_out = LEAVES_OUT.iter().any(|words| sentence.contains(words));
        !leaves_out && NEVER_ASKED.iter().any(|words| sentence.contains(words))
    })
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The words with two capitals or more, in the singular.
fn abbreviations(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .flat_map(|word| if word.contains("OFFICIAL") { vec![word] } else { word.split('-').collect() })
        .filter(|word| word.bytes().filter(u8::is_ascii_uppercase).count() >= 2)
        .map(|word| word.strip_suffix('s').unwrap_or(word))
        .filter(|word| !matches!(*word, "HM" | "UK"))
}

/// Where an abbreviation first stands on a page, in the order in which the page is read.
fn first_use<'a>(topic: &'a Topic, abbreviation: &str) -> Option<(String, &'a str)> {
    said_in(topic).into_iter().find(|(_, text)| abbreviations(text).any(|word| word == abbreviation))
}
