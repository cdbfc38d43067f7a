//! What colleagues answered in their copies, question by question, and where they differ.

mod agreement;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::rc::Rc;

use crate::assessment::view::{Taken, View};
use crate::assessment::{Answer, Assessment, Choice, guide};
use crate::framework::{Framework, Inserted, QuestionId, TopicId};

pub use agreement::{Agreement, OfForce, Spread};

/// A colleague's copy that was opened.
#[derive(Debug, Clone, Copy)]
pub struct Copy<'a> {
    /// The name of its file.
    pub name: &'a str,
    /// What it holds.
    pub assessment: &'a Assessment,
}

/// What colleagues answered in their copies.
#[derive(Debug, Clone, PartialEq)]
pub struct Views {
    /// Each question that is asked of the lead or of a colleague, in the order of the walk.
    pub questions: Vec<Viewed>,
    /// The answers by role, to be taken into the lead's assessment.
    pub taken: Taken,
    /// The copies that cannot be used, by the names of their files, with the reason.
    pub refused: Vec<(String, Unsuitable)>,
    /// What else there is to say of copies, by the names of their files.
    pub noted: Vec<(String, Noted)>,
}

/// What colleagues answered to one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Viewed {
    /// The question.
    pub question: QuestionId,
    /// Each role's view, by role.
    pub views: Vec<View>,
    /// Whether they agree.
    pub agreement: Agreement,
    /// Whether they agree about each force, where it is answered force by force.
    pub forces: Vec<OfForce>,
}

/// Why a copy cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unsuitable {
    /// It is no copy for a colleague.
    NotACopy,
    /// It is a copy of another assessment.
    OtherAssessment,
    /// It is about another region.
    OtherRegion,
    /// It answers another framework.
    OtherFramework,
    /// Another copy for the same role says the same.
    Repeated,
}

/// What else there is to say of a copy that is used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noted {
    /// It answers another version of the questions; what is asked in both is used.
    OtherVersion {
        /// That version.
        found: String,
    },
    /// Another copy for the same role says something else: this one is listed under a role of its
    /// own.
    SameRole {
        /// What it is listed under.
        listed_as: String,
    },
}

impl fmt::Display for Unsuitable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotACopy => "the file is an assessment, and no copy of one for a colleague",
            Self::OtherAssessment => "the copy is of another assessment than the one that is open",
            Self::OtherRegion => "the copy is about another region than the assessment that is open",
            Self::OtherFramework => "the copy answers another framework than the assessment that is open",
            Self::Repeated => "another copy for the same role says the same",
        })
    }
}

impl std::error::Error for Unsuitable {}

impl Views {
    /// The views in these copies of the lead's assessment. Those that cannot be used are refused, and
    /// the rest go on. In which order they come makes no difference.
    #[must_use]
    pub fn of(framework: &Framework, lead: &Assessment, copies: &[Copy<'_>]) -> Self {
        let (mut refused, mut noted) = (Vec::new(), Vec::new());
        let mut suitable: Vec<(&str, Said<'_>, Copy<'_>)> = Vec::new();
        for copy in copies {
            match unsuitable(lead, copy.assessment) {
                Ok(role) => suitable.push((role, said(copy.assessment), *copy)),
                Err(why) => refused.push((copy.name.to_owned(), why)),
            }
        }
        suitable.sort_by(|one, other| (one.0, &one.1, one.2.name).cmp(&(other.0, &other.1, other.2.name)));
        let roles: BTreeSet<&str> = suitable.iter().map(|(role, ..)| *role).inserted();
        let mut taken = Taken::new();
        let mut before: Option<(&str, &Said<'_>)> = None;
        for (role, said, copy) in &suitable {
            let name = || copy.name.to_owned();
            if before == Some((*role, said)) {
                refused.push((name(), Unsuitable::Repeated));
                continue;
            }
            before = Some((*role, said));
            let listed_as = unused(role, |role| taken.contains_key(role), &roles);
            if listed_as != *role {
                noted.push((name(), Noted::SameRole { listed_as: listed_as.clone() }));
            }
            if copy.assessment.framework.1 != lead.framework.1 {
                noted.push((name(), Noted::OtherVersion { found: copy.assessment.framework.1.clone() }));
            }
            let _ = taken.insert(listed_as, answers(copy.assessment));
        }
        refused.sort();
        noted.sort();
        let used: Vec<&Assessment> = suitable.iter().map(|(.., copy)| copy.assessment).collect();
        Self { questions: questions(framework, lead, &used, &taken), taken, refused, noted }
    }

    /// The views that were taken into the lead's assessment.
    #[must_use]
    pub fn taken_into(framework: &Framework, lead: &Assessment) -> Self {
        let taken = lead.views_by_role();
        let questions = questions(framework, lead, &[], &taken);
        Self { questions, taken, refused: Vec::new(), noted: Vec::new() }
    }
}

/// What a copy says, in an order of its own.
type Said<'a> = Vec<(&'a QuestionId, &'a Option<Choice>, [&'a str; 3])>;

fn said(copy: &Assessment) -> Said<'_> {
    let answers = copy.answers.iter().filter(|(question, _)| is_asked(copy, question));
    answers
        .map(|(question, answer)| (question, &answer.choice, [&*answer.detail, &*answer.evidence, &*answer.note]))
        .collect()
}

/// The role that a copy is for, if it can be used.
fn unsuitable<'a>(lead: &Assessment, copy: &'a Assessment) -> Result<&'a str, Unsuitable> {
    let Some(of) = &copy.copy else { return Err(Unsuitable::NotACopy) };
    if copy.id != lead.id {
        Err(Unsuitable::OtherAssessment)
    } else if copy.framework.0 != lead.framework.0 {
        Err(Unsuitable::OtherFramework)
    } else if copy.particulars.region != lead.particulars.region {
        Err(Unsuitable::OtherRegion)
    } else {
        Ok(of.role.trim())
    }
}

/// A role that no other copy has: with a number where it is taken.
fn unused(role: &str, is_taken: impl Fn(&str) -> bool, roles: &BTreeSet<&str>) -> String {
    if !is_taken(role) {
        return role.to_owned();
    }
    let free = |listed: &String| !is_taken(listed) && !roles.contains(listed.as_str());
    let mut numbered = (2u32..).map(|number| format!("{role} ({number})"));
    numbered.find(free).expect("there are fewer copies than numbers")
}

/// Whether a copy asks that question, going by its topic.
fn is_asked(copy: &Assessment, question: &QuestionId) -> bool {
    copy.copy.as_ref().is_some_and(|of| of.topics.contains(question.topic()))
}

/// The answers that a copy gives to what it asks.
fn answers(copy: &Assessment) -> BTreeMap<QuestionId, Rc<Answer>> {
    let answers = copy.answers.iter().filter(|(question, _)| is_asked(copy, question));
    answers.map(|(question, answer)| (question.clone(), answer.clone())).inserted()
}

fn questions(framework: &Framework, lead: &Assessment, copies: &[&Assessment], taken: &Taken) -> Vec<Viewed> {
    let topics: BTreeSet<&TopicId> =
        copies.iter().filter_map(|copy| copy.copy.as_ref()).flat_map(|of| &of.topics).inserted();
    let asked = |of: &Assessment| guide::questions(framework, of).map(|asked| asked.question.id.clone()).inserted();
    let of_colleagues: BTreeSet<QuestionId> = copies.iter().flat_map(|copy| asked(copy)).inserted::<BTreeSet<_>>();
    let of_lead: BTreeSet<QuestionId> = asked(lead);
    let is_shown = |question: &QuestionId| {
        of_colleagues.contains(question)
            || taken.values().any(|answers| answers.contains_key(question))
            || of_lead.contains(question)
                && (copies.is_empty() || topics.iter().any(|it| it.as_str() == question.topic()))
    };
    let shown = framework.questions().filter(|asked| is_shown(&asked.question.id));
    shown
        .map(|asked| {
            let question = &asked.question.id;
            let view = |(role, answers): (&String, &BTreeMap<QuestionId, Rc<Answer>>)| {
                Some(View { role: role.clone(), answer: answers.get(question)?.clone() })
            };
            let views: Vec<View> = taken.iter().filter_map(view).collect();
            let agreement = Agreement::of(asked.scale, &views);
            let forces = if asked.scale.force_by_force {
                agreement::force_by_force(asked.scale, lead, &views)
            } else {
                Vec::new()
            };
            Viewed { question: question.clone(), views, agreement, forces }
        })
        .collect()
}
