//! What a user should know of a file that was opened: nothing of it is lost, and not all of it is used.

use std::collections::BTreeSet;

use crate::assessment::{ActionId, Answer, Assessment, Choice};
use crate::framework::{Asked, ForceId, Framework, Inserted, LevelId, QuestionId};

/// Something in a file that this version of the tool or of the framework does not use.
///
/// Whatever a remark tells of is still in the assessment, and is written back when it is saved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// Its checksum is that of another content: another program or damage changed it since this tool saved
    /// it. The next file that is saved has a checksum of its own.
    ChangedSinceSaved,
    /// It was made against another version of the framework.
    OtherFrameworkVersion {
        /// The version it was made against.
        found: String,
        /// The version of the framework that is open.
        current: String,
    },
    /// An answer, acceptance, concern, flag or view is for a question that the framework does not have.
    UnknownQuestion {
        /// The id as it stands in the file.
        question: String,
    },
    /// An answer names a level that its scale does not have; the question counts as not assessed.
    UnknownLevel {
        /// The question.
        question: QuestionId,
        /// The level as it stands in the file.
        level: String,
    },
    /// An answer names a reason that the framework does not have.
    UnknownReason {
        /// The question.
        question: QuestionId,
        /// The reason as it stands in the file.
        reason: String,
    },
    /// An answer names a force that the particulars do not have.
    UnknownForce {
        /// The question.
        question: QuestionId,
        /// The force as it stands in the file.
        force: String,
    },
    /// An answer gives one level where each force has its own, or the other way round; the question
    /// counts as not assessed.
    OtherKindOfAnswer {
        /// The question.
        question: QuestionId,
    },
    /// An answer gives more than one of a level, forces and a reason why it does not apply; the
    /// question counts as not assessed until the user chooses.
    SeveralChoices {
        /// The question.
        question: QuestionId,
    },
    /// A topic is switched on, has a target or is asked of a colleague that the framework does not have.
    UnknownTopic {
        /// The topic as it stands in the file.
        topic: String,
    },
    /// The region is not one of the framework's.
    UnknownRegion {
        /// The region.
        region: String,
    },
    /// Two forces of the particulars have one id, and so the same answers.
    ForceTwice {
        /// The force.
        force: ForceId,
    },
    /// An action is for a question that the framework does not have.
    ActionForUnknownQuestion {
        /// The action.
        action: ActionId,
        /// The question.
        question: QuestionId,
    },
    /// It was signed off, and what it holds is not what was signed off.
    AlteredSinceSignOff,
    /// A milestone was signed off, and what it holds is not what was signed off.
    AlteredMilestone {
        /// Its name.
        name: String,
    },
    /// Two actions had one id; the second has a new one.
    ActionRenumbered {
        /// The id it had.
        from: ActionId,
        /// The id it has.
        to: ActionId,
    },
    /// An entry or a field of one has a shape that cannot be read.
    Unreadable {
        /// Where it stands in the file, as a path: `actions[3].due`.
        key: String,
    },
    /// A field has a name that this version does not know.
    UnknownField {
        /// Where it stands in the file, as a path with a star for each entry: `answers.*.confidence`.
        key: String,
    },
}

/// What there is to say about an assessment that was read, against a framework.
pub(super) fn about(assessment: &Assessment, framework: &Framework) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let (_, found) = &assessment.framework;
    if *found != framework.version {
        let current = framework.version.clone();
        remarks.push(Remark::OtherFrameworkVersion { found: found.clone(), current });
    }
    about_particulars(assessment, framework, &mut remarks);
    let named = assessment.switched_on.iter().chain(assessment.targets.keys());
    let named = named.chain(assessment.copy.iter().flat_map(|copy| &copy.topics));
    for topic in named.filter(|topic| framework.topic(topic).is_none()) {
        remarks.push(Remark::UnknownTopic { topic: topic.to_string() });
    }
    let forces: BTreeSet<&ForceId> = assessment.forces().iter().map(|force| &force.id).inserted();
    for (question, answer) in &assessment.answers {
        match framework.question(question) {
            None => remarks.push(Remark::UnknownQuestion { question: question.to_string() }),
            Some(asked) => about_answer(&forces, framework, &asked, answer, &mut remarks),
        }
    }
    for action in assessment.actions.iter().filter(|action| framework.question(&action.question).is_none()) {
        remarks.push(Remark::ActionForUnknownQuestion { action: action.id, question: action.question.clone() });
    }
    let decided = assessment.accepted.keys().chain(assessment.overruled.keys());
    let decided = decided.chain(assessment.views.keys()).chain(assessment.agreed.keys()).chain(&assessment.flagged);
    for question in decided.filter(|question| framework.question(question).is_none()) {
        remarks.push(Remark::UnknownQuestion { question: question.to_string() });
    }
    remarks
}

fn about_particulars(assessment: &Assessment, framework: &Framework, remarks: &mut Vec<Remark>) {
    if let Some(region) = assessment.particulars.region.as_ref().filter(|region| framework.region(region).is_none()) {
        remarks.push(Remark::UnknownRegion { region: region.to_string() });
    }
    let mut seen = BTreeSet::new();
    for force in assessment.forces().iter().filter(|force| !seen.insert(&force.id)) {
        remarks.push(Remark::ForceTwice { force: force.id.clone() });
    }
}

fn about_answer(
    forces: &BTreeSet<&ForceId>,
    framework: &Framework,
    asked: &Asked<'_>,
    answer: &Answer,
    remarks: &mut Vec<Remark>,
) {
    let question = &asked.question.id;
    let unknown_level = |level: &LevelId| {
        let unknown = asked.scale.level(level).is_none();
        unknown.then(|| Remark::UnknownLevel { question: question.clone(), level: level.to_string() })
    };
    match &answer.choice {
        None => {}
        Some(Choice::NotApplicable(reason)) => {
            let unknown = framework.reason(reason).is_none();
            remarks.extend(
                unknown.then(|| Remark::UnknownReason { question: question.clone(), reason: reason.to_string() }),
            );
        }
        Some(Choice::Level(level)) if !asked.scale.force_by_force => remarks.extend(unknown_level(level)),
        Some(Choice::ByForce(levels)) if asked.scale.force_by_force => {
            for (force, level) in levels {
                if !forces.contains(force) {
                    remarks.push(Remark::UnknownForce { question: question.clone(), force: force.to_string() });
                }
                remarks.extend(unknown_level(level));
            }
        }
        Some(Choice::Level(_) | Choice::ByForce(_)) => {
            remarks.push(Remark::OtherKindOfAnswer { question: question.clone() });
        }
    }
}

/// Each remark once, where it first stands.
pub(super) fn once(remarks: Vec<Remark>) -> Vec<Remark> {
    let mut seen = BTreeSet::new();
    remarks.into_iter().filter(|remark| seen.insert(remark.clone())).collect()
}
