//! What changed, one line a question, a gap, an action.

use jiff::civil::Date;

use super::super::{Block, Cell, Table};
use super::said;
use crate::comparison::{Absence, ActionChange, ActionFate, Changes, GapChange, Movement, Obstacle, QuestionChange};
use crate::framework::{Asked, Retired};

/// The tables; what is empty is left out.
pub(super) fn blocks(changes: &Changes<'_>, today: Date) -> Vec<Block> {
    let tables = [
        answers(changes, "What improved", |movement| movement == Movement::Improved),
        answers(changes, "What worsened", |movement| movement == Movement::Worsened),
        others(changes),
        forces(changes),
        judgment(changes),
        earlier_gaps(changes),
        new_gaps(changes),
        actions(changes, today),
        not_compared(changes),
    ];
    tables.into_iter().filter(|table| !table.rows.is_empty()).map(Block::Table).collect()
}

fn table(caption: &str, columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table { caption: caption.to_owned(), columns: columns.iter().map(|&column| column.to_owned()).collect(), rows }
}

fn place(asked: &Asked<'_>) -> [Cell; 2] {
    [Cell::text(&asked.topic.name), Cell::text(&asked.question.text)]
}

fn then_and_now(change: &QuestionChange<'_>) -> [Cell; 2] {
    [said(change.earlier.as_ref()), said(change.later.as_ref())]
}

fn answers(changes: &Changes<'_>, caption: &str, of: impl Fn(Movement) -> bool) -> Table {
    let rows = changes.counted().filter(|change| of(change.movement));
    let rows = rows.map(|change| place(&change.asked()).into_iter().chain(then_and_now(change)).collect());
    table(caption, &["Topic", "Question", "Before", "Now"], rows.collect())
}

/// What changed and is neither better nor worse; what only one version asks is told further down.
fn others(changes: &Changes<'_>) -> Table {
    let told = |movement: Movement| match movement {
        Movement::Improved | Movement::Worsened | Movement::Unchanged | Movement::NotComparable(_) => false,
        Movement::NewlyAsked(why) | Movement::NoLongerAsked(why) => why != Absence::NotInFramework,
        _ => true,
    };
    let rows = changes.counted().filter(|change| told(change.movement)).map(|change| {
        let what = match change.movement {
            Movement::NewlyAsked(Absence::SwitchedOff) => "Newly asked: its topic was switched on",
            Movement::NoLongerAsked(Absence::SwitchedOff) => "No longer asked: its topic was switched off",
            Movement::NewlyAsked(_) => "Newly asked because of another answer",
            Movement::NoLongerAsked(_) => "No longer asked because of another answer",
            movement => movement.words(),
        };
        place(&change.asked()).into_iter().chain(then_and_now(change)).chain([Cell::text(what)]).collect()
    });
    table("What changed otherwise", &["Topic", "Question", "Before", "Now", "What changed"], rows.collect())
}

fn forces(changes: &Changes<'_>) -> Table {
    let rows = changes.questions.iter().flat_map(|change| {
        let moved = change.forces.iter().filter(|force| force.movement != Movement::Unchanged);
        moved.map(|it| {
            let what = match it.movement {
                Movement::NewlyAsked(_) => "Joined",
                Movement::NoLongerAsked(_) => "Left",
                movement => movement.words(),
            };
            vec![Cell::text(&change.asked().topic.name), Cell::text(&it.force.name), Cell::text(what)]
        })
    });
    table("Commitment, force by force", &["Capability", "Force", "What changed"], rows.collect())
}

fn judgment(changes: &Changes<'_>) -> Table {
    let own = changes.questions.iter().filter(|change| change.asked().part.judgment);
    let rows = own.filter(|change| change.movement != Movement::Unchanged);
    let rows = rows
        .map(|change| std::iter::once(Cell::text(&change.asked().question.text)).chain(then_and_now(change)).collect());
    table("Own judgment, which is not counted", &["Question", "Before", "Now"], rows.collect())
}

fn earlier_gaps(changes: &Changes<'_>) -> Table {
    let rows = changes.gaps.iter().filter_map(|gap| {
        let concern = Cell::text(gap.before?.word());
        Some(place(&gap.asked).into_iter().chain([concern, Cell::text(gap.fate.words())]).collect())
    });
    table(
        "What became of the earlier gaps",
        &["Topic", "Question", "Concern before", "What became of it"],
        rows.collect(),
    )
}

fn new_gaps(changes: &Changes<'_>) -> Table {
    let row = |gap: &GapChange<'_>| {
        let change = changes.question(&gap.asked.question.id)?;
        let concern = Cell::text(gap.now?.word());
        Some(place(&gap.asked).into_iter().chain(then_and_now(change)).chain([concern]).collect())
    };
    let rows = changes.gaps.iter().filter(|gap| gap.before.is_none()).filter_map(row);
    table("New gaps", &["Topic", "Question", "Before", "Now", "Concern"], rows.collect())
}

fn actions(changes: &Changes<'_>, today: Date) -> Table {
    let row = |change: &ActionChange<'_>| {
        let action = change.later.or(change.earlier)?;
        let topic = [changes.later.framework, changes.earlier.framework]
            .into_iter()
            .find_map(|framework| framework.question(&action.question))
            .map_or("", |asked| asked.topic.name.as_str());
        Some(vec![
            Cell::text(action.id.to_string()),
            Cell::text(topic),
            Cell::text(action.text.trim()),
            Cell::text(action.owner.trim()),
            Cell::date(action.due),
            Cell::text(became(change, today)),
        ])
    };
    table(
        "What became of the actions",
        &["Action id", "Topic", "Action", "Owner (role)", "Due", "What became of it"],
        changes.actions.iter().filter_map(row).collect(),
    )
}

fn became(change: &ActionChange<'_>, today: Date) -> String {
    match change.fate(today) {
        ActionFate::New => String::from("New"),
        ActionFate::Done => String::from("Done"),
        ActionFate::DoneBefore => String::from("Done before"),
        ActionFate::StillOpen => String::from("Still to be done"),
        ActionFate::Overdue => String::from("Overdue"),
        ActionFate::Dropped => String::from("Dropped without a reason: the gap is still open"),
        ActionFate::GoneWithGap | ActionFate::GoneUnknown => {
            format!("No longer listed. The gap: {}", change.gap.words().to_lowercase())
        }
    }
}

/// What can't be compared, and what is to be compared with care.
fn not_compared(changes: &Changes<'_>) -> Table {
    let rows = changes.counted().filter_map(|change| {
        let why = match change.movement {
            Movement::NewlyAsked(Absence::NotInFramework) => String::from("Asked only in the later version"),
            Movement::NoLongerAsked(Absence::NotInFramework) => retired(change),
            Movement::NotComparable(Obstacle::UnknownLevel) => {
                String::from("One answer is a level that its version of the questions does not know")
            }
            Movement::NotComparable(Obstacle::AskedOfOthers) => {
                String::from("Asked force by force in one version and for the whole region in the other")
            }
            Movement::NotComparable(Obstacle::NoForceInCommon) => String::from("No force was asked both times"),
            _ if change.other_levels => {
                String::from("Other levels to choose from; compared by what they mean for a gap")
            }
            _ if change.reworded => String::from("Worded otherwise now; compared with care"),
            _ => return None,
        };
        Some(place(&change.asked()).into_iter().chain([Cell::text(why)]).collect())
    });
    table("What can’t be compared, or only with care", &["Topic", "Question", "Why"], rows.collect())
}

fn retired(change: &QuestionChange<'_>) -> String {
    match Retired::find(&change.asked().question.id) {
        Some(retired) => format!("Asked only in the earlier version. {}", retired.reason),
        None => String::from("Asked only in the earlier version"),
    }
}
