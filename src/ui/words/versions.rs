//! Versions of the questions in words: what was carried over, and what is wrong with a framework file.

use super::notice::with_points;
use crate::assessment::{CarriedOver, Gone};
use crate::framework::{Fault, Flaw, Framework, LIMIT, QuestionId, TopicId};
use crate::report::{count, listed, long_date};

/// What became of the answers: a sentence, and points of their own.
pub(super) fn carried_over(carried: &CarriedOver, framework: &Framework) -> (String, Vec<String>) {
    let first = format!(
        "The assessment was made against {}; it is now against {}. {} carried over, and nothing was dropped.",
        version(&carried.from, carried),
        version(&carried.to, carried),
        match carried.carried {
            1 => String::from("1 answer was"),
            number => format!("{} were", count(number, "answer")),
        }
    );
    let mut points = Vec::new();
    if !carried.compared {
        points.push(format!(
            "The questions of {} are not known here, so what is new and what is worded otherwise can’t be listed. To see \
             it, open its framework file on the start page first.",
            version(&carried.from, carried)
        ));
    }
    if !carried.new.is_empty() {
        points.push(format!("New, not assessed yet: {}.", new(&carried.new, framework)));
    }
    points.extend(carried.reworded.iter().map(|question| {
        format!("Worded otherwise; check that your answer still fits: {}.", asked(question, framework))
    }));
    points.extend(carried.gone.iter().map(gone));
    (first, points)
}

/// How many questions are new, and on which topics.
fn new(topics: &[(TopicId, usize)], framework: &Framework) -> String {
    let on = |(topic, number): &(TopicId, usize)| {
        let name = framework.topic(topic).map_or(topic.as_str(), |(_, topic)| &topic.name);
        format!("{number} on “{name}”")
    };
    let all = topics.iter().map(|(_, number)| number).sum();
    format!("{}: {}", count(all, "question"), listed(&topics.iter().map(on).collect::<Vec<_>>()))
}

/// The flaws of a framework file, each on a line of its own.
pub(super) fn flawed(flaws: &[Flaw]) -> Vec<String> {
    let told = "Your questions and answers are as they were.";
    if let [flaw] = flaws
        && let Some(sentence) = whole_file(flaw)
    {
        return vec![format!("{sentence} {told}")];
    }
    let first = match flaws.len() {
        1 => String::from("The framework file has a flaw and is not used."),
        number => format!("The framework file is not used: {number} flaws were found in it."),
    };
    let line = |flaw: &Flaw| format!("Line {}, “{}”: {}.", flaw.line, flaw.key, flaw.fault);
    with_points(format!("{first} {told}"), flaws.iter().map(line))
}

/// What is wrong with the whole of a file.
fn whole_file(flaw: &Flaw) -> Option<String> {
    Some(match flaw.fault {
        Fault::TooLarge => {
            format!("The framework file is too large: more than {} MB are not read.", LIMIT / 1_000_000)
        }
        Fault::NotText => String::from("The file is not text. A framework file is a JSON file."),
        Fault::NotJson => format!("The framework file can’t be read from line {} on: it is not JSON there.", flaw.line),
        Fault::BuiltIn => String::from(
            "The framework file has the id and the version of questions that are built in. Give it a version of its own.",
        ),
        _ => return None,
    })
}

/// A version, with the id of its framework where the two differ.
fn version((id, version): &(String, String), carried: &CarriedOver) -> String {
    if carried.from.0 == carried.to.0 { format!("version {version}") } else { format!("“{id}”, version {version}") }
}

fn asked(question: &QuestionId, framework: &Framework) -> String {
    framework
        .question(question)
        .map_or_else(|| format!("“{question}”"), |asked| format!("{}, “{}”", asked.topic.name, asked.question.text))
}

fn gone(gone: &Gone) -> String {
    let text = gone.text.as_deref().unwrap_or(gone.question.as_str());
    let retired = gone.retired.as_ref().map_or_else(String::new, |retired| {
        format!(" Not asked since {}: {}", long_date(retired.date), retired.reason)
    });
    format!(
        "No longer asked; the answer stays in the file: “{text}”{}{retired}",
        if text.ends_with('?') { "" } else { "." }
    )
}
