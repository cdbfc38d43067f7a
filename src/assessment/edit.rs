//! The ways in which an assessment changes.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Action, ActionId, Answer, Assessment, Choice, OverruledConcern, Target, Unknown, guide};
use crate::framework::{Asked, Force, ForceId, Framework, LevelId, QuestionId, ReasonId, TopicId};

/// A text of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What the chosen level asks to be added.
    Detail,
    /// What proves it.
    Evidence,
    /// Anything else.
    Note,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Detail, Self::Evidence, Self::Note];

    /// The word as it stands in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Detail => "detail",
            Self::Evidence => "evidence",
            Self::Note => "note",
        }
    }

    /// What is written there.
    #[must_use]
    pub fn read(self, answer: &Answer) -> &str {
        match self {
            Self::Detail => &answer.detail,
            Self::Evidence => &answer.evidence,
            Self::Note => &answer.note,
        }
    }

    /// Writes it.
    pub(super) fn write(self, answer: &mut Answer, text: String) {
        match self {
            Self::Detail => answer.detail = text,
            Self::Evidence => answer.evidence = text,
            Self::Note => answer.note = text,
        }
    }
}

impl Assessment {
    /// Chooses a level for the whole region.
    pub fn choose(&mut self, question: &QuestionId, level: LevelId) {
        self.edit(question, |answer| answer.choice = Some(Choice::Level(level)));
    }

    /// Chooses the level of one force's commitment.
    pub fn commit(&mut self, question: &QuestionId, force: ForceId, level: LevelId) {
        self.edit(question, |answer| {
            let mut levels = match answer.choice.take() {
                Some(Choice::ByForce(levels)) => levels,
                _ => BTreeMap::new(),
            };
            let _ = levels.insert(force, level);
            answer.choice = Some(Choice::ByForce(levels));
        });
    }

    /// Chooses one level for every force.
    pub fn commit_all(&mut self, question: &QuestionId, level: &LevelId) {
        for force in self.particulars.forces.clone() {
            self.commit(question, force.id, level.clone());
        }
    }

    /// Chooses one level for one force in every question that asks force by force, has that level and
    /// is asked now. What was set aside stays set aside.
    pub fn commit_everywhere(&mut self, framework: &Framework, force: &ForceId, level: &LevelId) {
        let fits = |asked: &Asked<'_>| asked.scale.force_by_force && asked.scale.level(level).is_some();
        let aside = |asked: &Asked<'_>| self.answer(&asked.question.id).not_applicable().is_some();
        let asked = guide::questions(framework, self).filter(|asked| fits(asked) && !aside(asked));
        let questions: Vec<QuestionId> = asked.map(|asked| asked.question.id.clone()).collect();
        for question in questions {
            self.commit(&question, force.clone(), level.clone());
        }
    }

    /// Adds the evidence of one question to that of another. What stands there stays, and what stands
    /// there already is not added again.
    pub fn copy_evidence(&mut self, from: &QuestionId, to: &QuestionId) {
        let (added, there) = (self.answer(from).evidence.clone(), self.answer(to).evidence.clone());
        if added.trim().is_empty() || there.contains(added.trim()) {
            return;
        }
        let both = if there.trim().is_empty() { added } else { format!("{there}\n{added}") };
        self.write(to, Field::Evidence, both);
    }

    /// Says that a question does not apply, and why.
    pub fn set_aside(&mut self, question: &QuestionId, reason: ReasonId) {
        self.edit(question, |answer| answer.choice = Some(Choice::NotApplicable(reason)));
    }

    /// Takes the choice back; what was written stays.
    pub fn withdraw(&mut self, question: &QuestionId) {
        self.edit(question, |answer| answer.choice = None);
    }

    /// Writes a text of an answer, as typed.
    pub fn write(&mut self, question: &QuestionId, field: Field, text: String) {
        self.edit(question, |answer| field.write(answer, text));
    }

    /// Switches an optional topic on or off. Its answers stay either way.
    pub fn switch(&mut self, topic: TopicId, on: bool) {
        let _ = if on { self.switched_on.insert(topic) } else { self.switched_on.remove(&topic) };
    }

    /// Adds a force without a name, under an id that nobody else gives to another force: copies of an assessment
    /// are put together by ids.
    pub fn add_force(&mut self, id: ForceId) {
        if self.forces().iter().all(|force| force.id != id) {
            self.particulars.forces.push(Force { id, name: String::new() });
        }
    }

    /// Adds an action for the gap in that question.
    ///
    /// # Panics
    /// With four thousand million actions, which no file can hold.
    pub fn plan(&mut self, question: &QuestionId) {
        let highest = self.actions.iter().map(|action| action.id).max().unwrap_or(ActionId(0)).max(self.last_action);
        let taken = |id: &u32| self.actions.iter().any(|action| action.id.0 == *id);
        let next = highest.0.checked_add(1).or_else(|| (1..=u32::MAX).find(|id| !taken(id)));
        let id = ActionId(next.expect("there are fewer than four thousand million actions"));
        self.last_action = self.last_action.max(id);
        self.actions.push(Rc::new(Action {
            id,
            question: question.clone(),
            text: String::new(),
            owner: String::new(),
            resources: String::new(),
            due: None,
            progress: super::Progress::default(),
            unknown: Unknown::new(),
        }));
    }

    /// Changes an action.
    pub fn replan(&mut self, id: ActionId, change: impl FnOnce(&mut Action)) {
        if let Some(action) = self.actions.iter_mut().find(|action| action.id == id) {
            change(Rc::make_mut(action));
        }
    }

    /// Drops an action.
    pub fn drop_action(&mut self, id: ActionId) {
        self.actions.retain(|action| action.id != id);
    }

    /// Accepts the gap in that question, or writes the reason again.
    pub fn accept(&mut self, question: &QuestionId, reason: String) {
        self.accepted.entry(question.clone()).or_default().reason = reason;
    }

    /// No longer accepts the gap in that question.
    pub fn reopen(&mut self, question: &QuestionId) {
        let _ = self.accepted.remove(question);
    }

    /// Sets how grave a gap is in place of the rule, or leaves it to the rule again.
    pub fn overrule(&mut self, question: &QuestionId, overruled: Option<OverruledConcern>) {
        let _ = match overruled {
            Some(overruled) => self.overruled.insert(question.clone(), overruled),
            None => self.overruled.remove(question),
        };
    }

    /// Sets a target for a topic in place of the minimum expectation, or takes it back.
    pub fn aim(&mut self, topic: &TopicId, target: Option<Target>) {
        let _ = match target {
            Some(target) => self.targets.insert(topic.clone(), target),
            None => self.targets.remove(topic),
        };
    }

    /// Flags a question to be discussed, or takes the flag away.
    pub fn flag(&mut self, question: QuestionId, on: bool) {
        let _ = if on { self.flagged.insert(question) } else { self.flagged.remove(&question) };
    }

    fn edit(&mut self, question: &QuestionId, change: impl FnOnce(&mut Answer)) {
        let answer = Rc::make_mut(self.answers.entry(question.clone()).or_default());
        change(answer);
        if answer.is_blank() {
            let _ = self.answers.remove(question);
        }
    }
}
