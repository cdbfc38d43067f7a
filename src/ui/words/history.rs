//! The history in words: what was changed, from what, to what.

use crate::assessment::edit::Field;
use crate::assessment::history::{ActionField, Change, Excerpt, Place, SET_ASIDE};
use crate::assessment::{Action, Aim, Assessment, Marking, Progress};
use crate::framework::{Concern, Framework, LevelId, QuestionId, ReasonId, TopicId};
use crate::report::long_date;

/// What was changed, in words.
#[must_use]
pub fn place(place: &Place, framework: &Framework, assessment: &Assessment) -> String {
    let asked = |id: &QuestionId| framework.title(id);
    let topic = |id: &TopicId| framework.topic(id).map_or_else(|| id.to_string(), |(_, topic)| topic.name.clone());
    let force = |id: &_| {
        let known = assessment.forces().iter().find(|force| force.id == *id);
        known.map_or_else(|| format!("{id}"), |force| force.name.clone())
    };
    match place {
        Place::Framework => String::from("The questions in use"),
        Place::Region => String::from("Region"),
        Place::Particular(particular) => super::particular(*particular).0.to_string(),
        Place::Marking => String::from("Marking"),
        Place::Force(id) => format!("Name of a force ({id})"),
        Place::Topic(id) => format!("{}: switched on", topic(id)),
        Place::Choice(id) => asked(id),
        Place::Commitment(id, of) => format!("{} ({})", asked(id), force(of)),
        Place::Text(id, field) => format!("{} – {}", asked(id), of_field(*field)),
        Place::Action(id, field) => format!("Action {id}{}: {}", of_action(*id, assessment), of_action_field(*field)),
        Place::Accepted(id) => format!("{} – gap accepted because", asked(id)),
        Place::Concern(id) => format!("{} – concern set", asked(id)),
        Place::ConcernReason(id) => format!("{} – concern set because", asked(id)),
        Place::Aim(id) => format!("{}: target", topic(id)),
        Place::AimReason(id) => format!("{}: target because", topic(id)),
        Place::Flag(id) => format!("{} – to be discussed", asked(id)),
        Place::Views(role) => format!("Views of {role}: how many"),
        Place::Agreed(id) => format!("{} – whose view was agreed", asked(id)),
        Place::AgreedReason(id) => format!("{} – agreed because", asked(id)),
        Place::Milestone => String::from("Milestone"),
        Place::SignOff => String::from("Sign-off (digest)"),
        Place::Revision => String::from("Opened again because"),
    }
}

/// What stood there, in the words of the framework where it is one of its own.
#[must_use]
pub fn value(change: &Change, excerpt: Option<&Excerpt>, framework: &Framework) -> String {
    let Some(Excerpt { text, is_shortened }) = excerpt else { return String::from("–") };
    if *is_shortened {
        return format!("{text}…");
    }
    self::text(&change.place, text, framework)
}

/// A text of the file that stands at that place, in the words of the framework where it is one of its
/// own.
#[must_use]
pub fn text(place: &Place, text: &str, framework: &Framework) -> String {
    let known = match place {
        Place::Choice(id) | Place::Commitment(id, _) => choice(text, id, framework),
        Place::Marking => Marking::ALL.into_iter().map(Marking::words).find(|words| *words == text).map(str::to_owned),
        Place::Action(_, ActionField::Progress) => Progress::from_key(text).map(|it| it.word().to_owned()),
        Place::Action(_, ActionField::Due) => text.parse().ok().map(long_date),
        Place::Concern(_) => Concern::ALL.into_iter().find(|it| it.key() == text).map(|it| it.word().to_owned()),
        Place::Aim(_) => Aim::ALL.into_iter().find(|it| it.key() == text).map(|it| it.words().to_owned()),
        _ => None,
    };
    known.unwrap_or_else(|| text.to_owned())
}

fn choice(text: &str, question: &QuestionId, framework: &Framework) -> Option<String> {
    if let Some(reason) = text.strip_prefix(SET_ASIDE) {
        let reason = ReasonId::try_from(reason).ok()?;
        return framework.reason(&reason).map(|reason| format!("Not applicable: {}", reason.text));
    }
    let level = LevelId::try_from(text).ok()?;
    framework.question(question)?.scale.level(&level).map(|level| level.name.clone())
}

fn of_action(id: crate::assessment::ActionId, assessment: &Assessment) -> String {
    let named = |action: &&std::rc::Rc<Action>| action.id == id && !action.text.trim().is_empty();
    assessment.actions.iter().find(named).map(|action| format!(" ({})", action.text.trim())).unwrap_or_default()
}

const fn of_field(field: Field) -> &'static str {
    match field {
        Field::Detail => "detail",
        Field::Evidence => "evidence",
        Field::Note => "note",
    }
}

const fn of_action_field(field: ActionField) -> &'static str {
    match field {
        ActionField::Question => "for the gap in",
        ActionField::Text => "what will be done",
        ActionField::Owner => "owner",
        ActionField::Resources => "resources",
        ActionField::Due => "due",
        ActionField::Progress => "status",
    }
}
