//! What stands out, in sentences that a chair can read aloud.

use jiff::civil::Date;

use super::{Block, Layout, Section, count, listed};
use crate::analysis::{Analysis, Coverage, Finding, Gap, Handling, Outcome, Tally};
use crate::framework::{Concern, Standing, Topic};

/// The chapter.
pub(super) fn section(analysis: &Analysis<'_>, today: Date) -> Section {
    let sentences = [
        Some(coverage(analysis)),
        capabilities(analysis),
        missing(analysis),
        elsewhere(analysis),
        high_concern(analysis),
        commitment(analysis),
        duplication(analysis),
        threats(analysis),
        strengths(analysis),
        overdue(analysis, today),
    ];
    let sentences = sentences.into_iter().flatten().collect();
    Section {
        id: "stands-out".into(),
        title: "What stands out".into(),
        layout: Layout::Flow,
        blocks: vec![Block::List(sentences)],
    }
}

fn coverage(analysis: &Analysis<'_>) -> String {
    let coverage = Coverage::of(analysis.counted());
    if coverage.answered + coverage.begun == 0 {
        return String::from("Nothing has been assessed yet.");
    }
    let open = coverage.asked - coverage.answered;
    let said = match open {
        0 => format!("All {} are answered.", count(coverage.asked, "question")),
        _ => format!(
            "{} of {} {} answered in full; {open} {} not, so gaps may be missing here.",
            coverage.answered,
            count(coverage.asked, "question"),
            are(coverage.answered),
            are(open),
        ),
    };
    said + &not_counted(analysis)
}

/// What the walk counts and the report does not: the questions of the user's own judgment.
pub(super) fn not_counted(analysis: &Analysis<'_>) -> String {
    let mut own = analysis.findings.iter().map(|finding| finding.asked.part).filter(|part| part.judgment).peekable();
    let Some(part) = own.peek().map(|part| &part.name) else { return String::new() };
    let number = own.count();
    format!(" {number} more under “{part}” {} the assessors’ own judgment and not counted here.", are(number))
}

fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

/// The capabilities and what the answer on their provision comes to.
fn provision<'a>(analysis: &Analysis<'a>) -> Vec<(&'a Topic, Outcome)> {
    let provision = |finding: &&Finding<'a>| {
        finding.asked.part.id.as_str() == "capabilities" && finding.asked.question.scale.as_str() == "provision"
    };
    analysis.findings.iter().filter(provision).map(|finding| (finding.asked.topic, finding.outcome)).collect()
}

fn capabilities(analysis: &Analysis<'_>) -> Option<String> {
    let all = provision(analysis);
    let counted = [
        (Outcome::Assessed(Standing::Meets), "in place"),
        (Outcome::Assessed(Standing::PartlyShort), "partly in place"),
        (Outcome::Assessed(Standing::Short), "not in place"),
        (Outcome::Assessed(Standing::Elsewhere), "provided by another body"),
        (Outcome::NotApplicable, "set aside"),
        (Outcome::NotAssessed, "not assessed"),
    ];
    let with = |outcome| all.iter().filter(|(_, found)| *found == outcome).count();
    let words: Vec<String> = counted
        .iter()
        .map(|(outcome, words)| (with(*outcome), words))
        .filter(|(number, _)| *number > 0)
        .map(|(number, words)| format!("{number} {} {words}", are(number)))
        .collect();
    (with(Outcome::NotAssessed) < all.len())
        .then(|| format!("Of {} specialist capabilities, {}.", all.len(), listed(&words)))
}

fn missing(analysis: &Analysis<'_>) -> Option<String> {
    named(analysis, Standing::Short, "plan").map(|names| format!("Not in place: {}.", listed(&names)))
}

fn elsewhere(analysis: &Analysis<'_>) -> Option<String> {
    named(analysis, Standing::Elsewhere, "provision")
        .map(|names| format!("Provided by another body: {}.", listed(&names)))
}

/// The capabilities of that standing, each with what was written to its question on that scale: the
/// state of the plan and its date, or the body that provides it.
fn named(analysis: &Analysis<'_>, standing: Standing, scale: &str) -> Option<Vec<String>> {
    let topics = provision(analysis).into_iter().filter(|(_, outcome)| *outcome == Outcome::Assessed(standing));
    let words = |topic: &Topic| {
        let finding = analysis.of_topic(topic).find(|finding| finding.asked.scale.id.as_str() == scale)?;
        let answer = analysis.assessment.answer(&finding.asked.question.id);
        let level = finding.asked.scale.level(answer.level()?)?;
        let detail = Some(answer.asked_detail(finding.asked.scale).to_owned()).filter(|detail| !detail.is_empty());
        let level = match (scale, level.standing) {
            // That the capability is not in place, or is elsewhere, is said already.
            ("provision", _) => None,
            (_, Standing::Short) => Some(level.name.to_lowercase()),
            _ => Some(format!("plan: {}", level.name.to_lowercase())),
        };
        let words: Vec<String> = level.into_iter().chain(detail).collect();
        (!words.is_empty()).then(|| words.join(": "))
    };
    let name = |(topic, _): (&Topic, Outcome)| match words(topic) {
        Some(words) => format!("{} ({words})", topic.name),
        None => topic.name.clone(),
    };
    let names: Vec<String> = topics.map(name).collect();
    (!names.is_empty()).then_some(names)
}

fn high_concern(analysis: &Analysis<'_>) -> Option<String> {
    let open = || analysis.gaps.iter().filter(|gap| !gap.is_accepted());
    let all = open().count();
    if all == 0 {
        let assessed = analysis.counted().any(|finding| finding.outcome.standing().is_some());
        return assessed.then(|| String::from("No open gap is recorded."));
    }
    let high = open().filter(|gap| gap.concern == Concern::High).count();
    // An action without words is none yet.
    let is_bare = |gap: &&Gap<'_>| match &gap.handling {
        Handling::Planned(actions) => actions.iter().all(|action| action.text.trim().is_empty()),
        Handling::Open => true,
        Handling::Accepted(_) => false,
    };
    let bare = open().filter(is_bare).count();
    let without = match bare {
        0 => String::from("each has an action"),
        _ if bare == all => String::from("none has an action yet"),
        _ => format!("{bare} of them {} no action yet", if bare == 1 { "has" } else { "have" }),
    };
    Some(format!(
        "{} open, {high} of high concern; {without}.",
        if all == 1 { String::from("1 gap is") } else { format!("{all} gaps are") }
    ))
}

fn commitment(analysis: &Analysis<'_>) -> Option<String> {
    let commitment = &analysis.commitment;
    let mut short: Vec<String> = Vec::new();
    for (at, force) in commitment.forces.iter().enumerate() {
        let levels = commitment.rows.iter().filter_map(|row| row.levels[at]);
        let gaps = levels.filter(|level| level.standing.is_gap()).count();
        if gaps > 0 {
            short.push(format!("{} ({gaps})", force.name));
        }
    }
    let answered = commitment.rows.iter().any(|row| row.levels.iter().any(Option::is_some));
    if !answered {
        return None;
    }
    Some(if short.is_empty() {
        String::from("No force falls short in its commitment where it was assessed.")
    } else {
        format!("Forces that do not commit fully, with the number of capabilities: {}.", listed(&short))
    })
}

fn duplication(analysis: &Analysis<'_>) -> Option<String> {
    let rows = analysis.commitment.rows.iter().filter(|row| row.duplications() > 0);
    let topics: Vec<&str> = rows.map(|row| row.asked.topic.name.as_str()).collect();
    (!topics.is_empty())
        .then(|| format!("Forces keep a capability of their own beside the region's in: {}.", listed(&topics)))
}

fn threats(analysis: &Analysis<'_>) -> Option<String> {
    let (_, topics) = analysis.parts().into_iter().find(|(part, _)| part.id.as_str() == "threats")?;
    let short: Vec<String> = topics
        .iter()
        .map(|topic| (topic, gaps(analysis, topic)))
        .filter(|(_, gaps)| *gaps > 0)
        .map(|(topic, gaps)| format!("{} ({gaps} of {})", topic.name, Tally::of(analysis.of_topic(topic)).asked()))
        .collect();
    (!short.is_empty()).then(|| format!("Threats with gaps, and how many of the questions: {}.", listed(&short)))
}

/// How many gaps a topic has: by the region's own target, where it has one.
fn gaps(analysis: &Analysis<'_>, topic: &Topic) -> usize {
    analysis.gaps.iter().filter(|gap| gap.asked.topic.id == topic.id).count()
}

fn strengths(analysis: &Analysis<'_>) -> Option<String> {
    let met = |topic: &&Topic| {
        let tally = Tally::of(analysis.of_topic(topic));
        tally.meets > 0 && tally.gaps() + gaps(analysis, topic) == 0 && tally.not_assessed == 0
    };
    let topics = analysis.parts().into_iter().filter(|(part, _)| !part.judgment).flat_map(|(_, topics)| topics);
    let names: Vec<&str> = topics.filter(met).map(|topic| topic.name.as_str()).collect();
    (!names.is_empty()).then(|| format!("Assessed in full and without a gap: {}.", listed(&names)))
}

/// The actions of open gaps and those whose gap has closed, as the tables list them.
fn overdue(analysis: &Analysis<'_>, today: Date) -> Option<String> {
    let planned = analysis.gaps.iter().filter_map(|gap| match &gap.handling {
        Handling::Planned(actions) => Some(actions),
        _ => None,
    });
    let listed = planned.flatten().copied().chain(analysis.actions_of_closed_gaps());
    let late = listed.filter(|action| action.is_overdue(today)).count();
    (late > 0)
        .then(|| if late == 1 { String::from("1 action is overdue.") } else { format!("{late} actions are overdue.") })
}
