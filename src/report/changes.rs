//! What changed since an earlier assessment, and over several.

mod lists;
mod sentences;
mod trend;

use jiff::civil::Date;

use super::{Block, Cell, Layout, Section, Table, long_date};
use crate::analysis::Outcome;
use crate::assessment::Particulars;
use crate::comparison::{Changes, Counts, Found, QuestionChange, Side, Trend};

/// The names of its chapters.
pub(super) const IDS: [&str; 2] = ["changes", "trend"];

/// The chapters: the latest of the earlier assessments beside the present one, and the trend where
/// there are more than two in all.
pub(super) fn sections(earlier: &[Side<'_>], present: &Side<'_>, today: Date) -> Vec<Section> {
    // Of one without a date nobody knows that it is the latest.
    let is_dated = |side: &Side<'_>| side.assessment.particulars.date.is_some();
    let in_order = Trend::over(earlier).sides;
    let latest = in_order.iter().rfind(|side| is_dated(side)).or(in_order.last()).copied();
    let Some(latest) = latest else { return Vec::new() };
    let mut sections = vec![of_changes(&Changes::between(&latest, present), today)];
    if earlier.len() > 1 {
        let all: Vec<_> = earlier.iter().chain([present]).copied().collect();
        sections.push(trend::section(&Trend::over(&all)));
    }
    sections
}

/// What changed between two assessments.
pub(super) fn of_changes(changes: &Changes<'_>, today: Date) -> Section {
    let mut blocks = vec![
        Block::Paragraph(String::from(
            "Questions are matched by their ids. An answer has improved when it falls less short than before or, \
             where it still means the same for a gap, when its level is better. What the region meets itself and what \
             another body provides count as equally good.",
        )),
        Block::List(sentences::of(changes, today)),
        Block::Heading(String::from("Changes counted")),
        Block::Paragraph(String::from(
            "Each question counts once. Where forces answer one by one, it counts as its weakest force. What was not \
             assessed either time counts as unchanged. “Otherwise” means met by the region in place of another body or \
             the other way round, set aside, no longer set aside, or impossible to compare.",
        )),
    ];
    blocks.extend(counts(changes).map(Block::Table));
    blocks.extend(lists::blocks(changes, today));
    let since = known_by(&changes.earlier.assessment.particulars);
    let title = format!("Changes since {}", since.as_deref().unwrap_or("the earlier assessment"));
    Section { id: IDS[0].into(), title: title.into(), layout: Layout::Flow, blocks }
}

/// What an assessment is known by: its date or else its version.
fn known_by(particulars: &Particulars) -> Option<String> {
    let version = particulars.version.trim();
    let version = (!version.is_empty()).then(|| format!("version {version}"));
    particulars.date.map(long_date).or(version)
}

/// The movements by part, by theme, and by topic where anything changed.
fn counts(changes: &Changes<'_>) -> [Table; 3] {
    let (mut parts, mut topics): (Vec<_>, Vec<_>) = (Vec::new(), Vec::new());
    for asked in changes.counted().map(QuestionChange::asked) {
        if !parts.iter().any(|(id, _)| *id == &asked.part.id) {
            parts.push((&asked.part.id, &asked.part.name));
        }
        if !topics.iter().any(|(id, _)| *id == &asked.topic.id) {
            topics.push((&asked.topic.id, &asked.topic.name));
        }
    }
    let all = [changes.later.framework, changes.earlier.framework];
    let mut themes: Vec<_> = Vec::new();
    for theme in all.iter().flat_map(|framework| &framework.themes) {
        if !themes.iter().any(|(id, _)| *id == &theme.id) {
            themes.push((&theme.id, &theme.name));
        }
    }
    let by_part = parts.into_iter().map(|(id, name)| row(name, changes.counts_of_part(id)));
    let by_part = by_part.chain([row("All parts", changes.counts())]).collect();
    let by_theme = themes.into_iter().map(|(id, name)| (name, changes.counts_of_theme(id)));
    let by_theme = by_theme.filter(|(_, counts)| counts.all() > 0).map(|(name, counts)| row(name, counts)).collect();
    let by_topic = topics.into_iter().map(|(id, name)| (name, changes.counts_of_topic(id)));
    let by_topic = by_topic.filter(|(_, counts)| counts.unchanged < counts.all());
    let by_topic = by_topic.map(|(name, counts)| row(name, counts)).collect();
    let table = |head: &str, caption: &str, rows| {
        let columns = [
            head,
            "Improved",
            "Worsened",
            "Unchanged",
            "Newly assessed",
            "No longer assessed",
            "Asked in one only",
            "Otherwise",
        ];
        Table { caption: caption.to_owned(), columns: columns.map(str::to_owned).into(), rows }
    };
    [
        table("Part", "Changes by part", by_part),
        table("Theme", "Changes by theme", by_theme),
        table("Topic", "Topics in which something changed", by_topic),
    ]
}

fn row(name: &str, counts: Counts) -> Vec<Cell> {
    let numbers = [
        counts.improved,
        counts.worsened,
        counts.unchanged,
        counts.newly_assessed,
        counts.no_longer_assessed,
        counts.asked_in_one(),
        counts.otherwise(),
    ];
    std::iter::once(Cell::text(name)).chain(numbers.map(Cell::number)).collect()
}

/// What was answered, in the words of the framework it was answered in.
fn said(found: Option<&Found<'_>>) -> Cell {
    let Some(found) = found else { return Cell::text("Not asked") };
    match (found.outcome, found.level) {
        (Outcome::NotApplicable, _) => Cell::text("Not applicable"),
        (Outcome::Assessed(_), Some(level)) if found.asked.part.judgment => Cell::text(&level.name),
        (Outcome::Assessed(standing), Some(level)) => {
            let weakest = if found.asked.scale.force_by_force { "weakest force: " } else { "" };
            Cell::standing(standing, format!("{} {weakest}{}", standing.symbol(), level.name))
        }
        _ => Cell::text("– Not assessed"),
    }
}
