//! What changed, in sentences that a chair can read aloud.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::{count, listed, unit};
use crate::comparison::{ActionFate, Changes, GapFate, Movement, QuestionChange};
use crate::framework::{Concern, Force, Topic};

/// The sentences, one a rule.
pub(super) fn of(changes: &Changes<'_>, today: Date) -> Vec<String> {
    let what = [
        moved(changes),
        topics(changes, Movement::Improved, "Improved in"),
        topics(changes, Movement::Worsened, "Worsened in"),
        assessed(changes),
        set_aside(changes),
        provided_differently(changes),
        earlier_gaps(changes),
        new_gaps(changes),
        actions(changes, today),
        dropped(changes, today),
    ];
    let mut what: Vec<String> = what.into_iter().flatten().collect();
    if what.is_empty() {
        what.push(String::from("No answer, gap or action has changed."));
    }
    let around = [other_unit(changes), other_questions(changes), forces(changes), asked(changes)];
    around.into_iter().flatten().chain(what).collect()
}

fn other_unit(changes: &Changes<'_>) -> Option<String> {
    let [before, now] = [&changes.earlier, &changes.later].map(|side| &side.assessment.particulars);
    (before.region != now.region || (now.region.is_none() && unit(before) != unit(now)))
        .then(|| format!("The earlier assessment is of another region or unit: {}.", unit(before)))
}

fn other_questions(changes: &Changes<'_>) -> Option<String> {
    let [before, now] = [changes.earlier.framework, changes.later.framework];
    if before.id == now.id && before.version == now.version {
        return None;
    }
    let counts = changes.counts();
    let asked = format!(
        "{} newly asked and {} no longer asked",
        are(counts.newly_asked, "question"),
        format_args!("{} {}", counts.no_longer_asked, is(counts.no_longer_asked)),
    );
    Some(if before.id == now.id {
        format!(
            "The earlier assessment was made against version {} of the questions, this one against version {}: {asked}.",
            before.version, now.version
        )
    } else {
        format!("The two were made against different frameworks, “{}” and “{}”: {asked}.", before.name, now.name)
    })
}

/// Questions that other answers lead to or past, in the same version.
fn asked(changes: &Changes<'_>) -> Option<String> {
    let counts = changes.counts();
    (other_questions(changes).is_none() && counts.asked_in_one() > 0).then(|| {
        let gone = counts.no_longer_asked;
        format!(
            "{} newly asked and {gone} {} no longer asked; that depends on other answers or on an optional \
             topic.",
            are(counts.newly_asked, "question"),
            is(gone)
        )
    })
}

fn forces(changes: &Changes<'_>) -> Option<String> {
    let names = |forces: &[&Force]| listed(&forces.iter().map(|force| force.name.as_str()).collect::<Vec<_>>());
    let has = |forces: &[&Force]| if forces.len() == 1 { "has" } else { "have" };
    let said = |forces: &[&Force], what: &str| {
        (!forces.is_empty()).then(|| format!("{} {} {what}", names(forces), has(forces)))
    };
    let said: Vec<String> = said(&changes.joined, "joined").into_iter().chain(said(&changes.left, "left")).collect();
    (!said.is_empty()).then(|| format!("{} since the earlier assessment.", listed(&said)))
}

fn moved(changes: &Changes<'_>) -> Option<String> {
    let counts = changes.counts();
    let assessed = |change: &&QuestionChange<'_>| change.later.is_some_and(|found| found.level.is_some());
    let same = changes.counted().filter(|change| change.movement == Movement::Unchanged).filter(assessed).count();
    (counts.improved + counts.worsened > 0).then(|| {
        format!(
            "{} improved, {} {} worsened and {same} {} the same.",
            have(counts.improved, "answer"),
            counts.worsened,
            if counts.worsened == 1 { "has" } else { "have" },
            is(same),
        )
    })
}

fn topics(changes: &Changes<'_>, movement: Movement, words: &str) -> Option<String> {
    let mut topics: Vec<(&Topic, usize)> = Vec::new();
    for topic in changes.counted().filter(|change| change.movement == movement).map(|change| change.asked().topic) {
        match topics.iter_mut().find(|(other, _)| other.id == topic.id) {
            Some((_, number)) => *number += 1,
            None => topics.push((topic, 1)),
        }
    }
    let names: Vec<String> = topics.into_iter().map(|(topic, number)| format!("{} ({number})", topic.name)).collect();
    (!names.is_empty()).then(|| format!("{words}, with the number of questions: {}.", listed(&names)))
}

fn assessed(changes: &Changes<'_>) -> Option<String> {
    let counts = changes.counts();
    said([(counts.newly_assessed, "newly assessed"), (counts.no_longer_assessed, "asked and no longer assessed")])
}

fn set_aside(changes: &Changes<'_>) -> Option<String> {
    let counts = changes.counts();
    let hidden = changes.gaps.iter().filter(|gap| gap.fate == GapFate::SetAside).count();
    let gaps = match hidden {
        0 => String::new(),
        1 => String::from(" One of them was a gap."),
        _ => format!(" {hidden} of them were gaps."),
    };
    said([(counts.set_aside, "set aside now"), (counts.taken_up, "no longer set aside")])
        .map(|sentence| format!("{sentence}{gaps}"))
}

fn provided_differently(changes: &Changes<'_>) -> Option<String> {
    let number = changes.counts().provided_differently;
    (number > 0).then(|| {
        format!(
            "In {} what another body provided is met by the region now, or the other way round, which is neither \
             better nor worse.",
            count(number, "question")
        )
    })
}

/// "1 question is newly assessed and 2 are set aside."
fn said(counted: [(usize, &str); 2]) -> Option<String> {
    let mut found = counted.into_iter().filter(|(number, _)| *number > 0);
    let (number, words) = found.next()?;
    let first = format!("{} {words}", are(number, "question"));
    let rest = found.map(|(number, words)| format!(" and {number} {} {words}", is(number)));
    Some(format!("{first}{}.", rest.collect::<String>()))
}

fn earlier_gaps(changes: &Changes<'_>) -> Option<String> {
    let mut fates: BTreeMap<GapFate, usize> = BTreeMap::new();
    for gap in changes.gaps.iter().filter(|gap| gap.before.is_some()) {
        *fates.entry(gap.fate).or_default() += 1;
    }
    let all: usize = fates.values().sum();
    let same = |fate: &GapFate| matches!(fate, GapFate::StillOpen | GapFate::StillAccepted);
    if fates.keys().all(same) {
        return None;
    }
    let words: Vec<String> = fates
        .iter()
        .map(|(fate, number)| format!("{number} {} {}", is(*number), fate.words().to_lowercase()))
        .collect();
    Some(format!("Of {}, {}.", count(all, "earlier gap"), listed(&words)))
}

fn new_gaps(changes: &Changes<'_>) -> Option<String> {
    let new = || changes.gaps.iter().filter(|gap| gap.before.is_none());
    let high = new().filter(|gap| gap.now == Some(Concern::High)).count();
    (new().count() > 0).then(|| format!("{} new, {high} of high concern.", are(new().count(), "gap")))
}

fn actions(changes: &Changes<'_>, today: Date) -> Option<String> {
    let with = |fate| changes.actions.iter().filter(|action| action.fate(today) == fate).count();
    let earlier = changes.actions.iter().filter(|action| action.earlier.is_some()).count();
    let new = with(ActionFate::New);
    let fates = [
        (ActionFate::Done, "done since"),
        (ActionFate::DoneBefore, "done before"),
        (ActionFate::StillOpen, "still to be done"),
        (ActionFate::Overdue, "overdue"),
        (ActionFate::Dropped, "gone while the gap is still open"),
        (ActionFate::GoneWithGap, "gone with the gap"),
        (ActionFate::GoneUnknown, "gone, and the gap is not assessed now"),
    ];
    let found: Vec<_> = fates.into_iter().map(|(fate, words)| (fate, with(fate), words)).collect();
    let found: Vec<_> = found.into_iter().filter(|(_, number, _)| *number > 0).collect();
    let expected = |fate| matches!(fate, ActionFate::DoneBefore | ActionFate::StillOpen);
    let said: Vec<String> =
        found.iter().map(|(_, number, words)| format!("{number} {} {words}", is(*number))).collect();
    let told = earlier > 0 && (new > 0 || found.iter().any(|(fate, ..)| !expected(*fate)));
    let earlier = told.then(|| format!("Of {}, {}", count(earlier, "earlier action"), listed(&said)));
    let new = (new > 0).then(|| format!("{} new", are(new, "action")));
    let both: Vec<String> = earlier.into_iter().chain(new).collect();
    (!both.is_empty()).then(|| format!("{}.", both.join("; ")))
}

fn dropped(changes: &Changes<'_>, today: Date) -> Option<String> {
    let dropped = changes.actions.iter().filter(|action| action.fate(today) == ActionFate::Dropped);
    let ids: Vec<String> = dropped.filter_map(|action| action.earlier).map(|action| action.id.to_string()).collect();
    (!ids.is_empty()).then(|| format!("Dropped without a reason while the gap is still open: {}.", listed(&ids)))
}

/// "1 gap is", "2 gaps are".
fn are(number: usize, noun: &str) -> String {
    format!("{} {}", count(number, noun), is(number))
}

const fn is(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

fn have(number: usize, noun: &str) -> String {
    format!("{} {}", count(number, noun), if number == 1 { "has" } else { "have" })
}
