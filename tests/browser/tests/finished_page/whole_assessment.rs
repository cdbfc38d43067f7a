//! A region is assessed from the first click to the gap summary.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use browser_tests::{Answer, Choice};

use crate::journey::{self, Journey};

#[test]
fn a_region_is_assessed_by_clicking_and_typing_through_a_reload_and_a_killed_browser() -> Result<()> {
    let journey = journey::done()?;
    let gates = ["plan", "access", "tasking"];
    for gate in gates {
        let asked = journey.answers.keys().any(|id| id.ends_with(gate));
        ensure!(asked, "the walk never came to a question like {gate}");
    }
    let set_aside = |answer: &&Answer| matches!(answer.choice, Choice::NotApplicable(_));
    ensure!(journey.answers.values().filter(set_aside).count() == 1, "one question is set aside");
    ensure!(journey.collected.asked == journey.answers.len(), "as many are asked as were answered");
    Ok(())
}

#[test]
fn the_gap_summary_shows_just_the_gaps_that_the_answers_make() -> Result<()> {
    let journey = journey::done()?;
    let shown: BTreeSet<&str> = journey.collected.gaps.iter().map(String::as_str).collect();
    let mut made = BTreeSet::new();
    for (id, answer) in &journey.answers {
        if is_gap(journey, id, answer)? {
            let _ = made.insert(id.as_str());
        }
    }
    assert_eq!(shown, made);
    Ok(())
}

fn is_gap(journey: &Journey, id: &str, answer: &Answer) -> Result<bool> {
    let scale = journey.questions.scale(journey.questions.question(id)?)?;
    let falls_short = |level: &String| {
        scale.levels.iter().any(|other| other.id == *level && ["short", "partly-short"].contains(&&*other.standing))
    };
    Ok(match &answer.choice {
        Choice::Level(level) => falls_short(level),
        Choice::ByForce(levels) => levels.values().any(falls_short),
        Choice::NotApplicable(_) => false,
    })
}
