//! Laws of a sitting, for whatever happens in it.

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::SignedDuration;
use jiff::civil::DateTime;
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::Index;
use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::history::remembered_between;
use rocu_self_assessment::assessment::view::Taken;
use rocu_self_assessment::assessment::{
    ActionId, Aim, Answer, Assessment, Marking, OverruledConcern, Progress, Target, Unknown,
};
use rocu_self_assessment::framework::{Concern, ForceId, Framework, QuestionId};
use rocu_self_assessment::saved::{self, OpenError, Opened};
use rocu_self_assessment::session::{Event, Particular, Replan, Route, Session};

use crate::sitting::{after, blank, closed, id, open, wrote};

/// Something that happens, before it is known to what.
#[derive(Debug, Clone)]
pub(crate) struct Happening {
    what: u8,
    at: Index,
    other: Index,
    text: String,
}

pub(crate) fn happening() -> impl Strategy<Value = Happening> {
    let letters = vec(any::<char>(), 1..6).prop_map(String::from_iter);
    let text = prop_oneof![Just(String::new()), letters, Just(String::from("2026-03-31"))];
    (0..58u8, any::<Index>(), any::<Index>(), text).prop_map(|(what, at, other, text)| Happening {
        what,
        at,
        other,
        text,
    })
}

impl Happening {
    /// What happens, as things stand.
    pub(crate) fn event(&self, framework: &Framework, session: &Session) -> Event {
        let question = self.question(framework);
        let text = self.text.clone();
        match self.what {
            0 => Event::SetAside(question, self.other.get(&framework.not_applicable).id.clone()),
            1 => Event::Withdrew(question),
            2 => Event::Planned(question),
            3 => Event::Accepted(question, text),
            4 => Event::Reopened(question),
            5 => Event::Overruled(question, None),
            6 => {
                let concern = *self.other.get(&Concern::ALL);
                Event::Overruled(question, Some(OverruledConcern { concern, reason: text, unknown: Unknown::new() }))
            }
            7..=9 => Event::Wrote(question, *self.other.get(&[Field::Detail, Field::Evidence, Field::Note]), text),
            10 => Event::Replanned(self.action(), Replan::Text(text)),
            11 => Event::Replanned(self.action(), Replan::Progress(*self.other.get(&Progress::ALL))),
            12 => Event::DroppedAction(self.action()),
            13 => Event::AddedForce(id(&format!("force-{}", self.at.index(100)))),
            14 => Event::RenamedForce(self.force(session), text),
            15 => Event::RemovedForce(self.force(session)),
            16 => Event::ChoseRegion(Some(self.at.get(&framework.regions).id.clone())),
            17 => Event::Described(*self.at.get(&Particular::ALL), text),
            18 => Event::Marked(*self.at.get(&Marking::ALL)),
            19 => {
                let topics: Vec<_> = framework.topics().collect();
                Event::Switched(self.at.get(&topics).1.id.clone(), text.is_empty())
            }
            20 => Event::Went(Route::read(&text)),
            21 => Event::Undid,
            22 => Event::Refused(OpenError::NotOurs),
            23 => Event::Opened(Box::new(Opened { assessment: blank(session, "opened-over"), remarks: Vec::new() })),
            24 => {
                let aim = self.other.get(&[None, Some(Aim::Higher), Some(Aim::Lower)]);
                let target = aim.map(|aim| Target { aim, reason: text, unknown: Unknown::new() });
                Event::Aimed(id(question.topic()), target)
            }
            25 => Event::ChoseFramework(self.other.get(&Framework::built_ins()).clone()),
            26 => Event::Froze(text),
            27 => Event::RemovedMilestone(self.at.index(3)),
            28 => Event::Finalised { role: text },
            29..=31 => Event::Revised { reason: text },
            32 | 33 => Event::TookViews(self.views(framework, session)),
            34..=36 => Event::Agreed { question, from: self.role(), reason: text },
            37 => Event::Flagged(question, text.is_empty()),
            38 => Event::CommittedAll(id("undercover.commitment"), id("committed")),
            39 => Event::CopiedEvidence(question, id("training.skills")),
            _ => self.answered(framework, session, question),
        }
    }

    /// One of two colleagues, or none.
    fn role(&self) -> Option<String> {
        self.at.get(&[Some("Cyber lead"), Some("Deputy"), None]).map(str::to_owned)
    }

    /// What a colleague answered.
    fn views(&self, framework: &Framework, session: &Session) -> Taken {
        let mut theirs = Session::clone(session);
        theirs.update(self.answered(framework, session, self.question(framework)));
        let answers = theirs.assessment.map(|theirs| theirs.answers.clone()).unwrap_or_default();
        self.role().map(|role| (role, answers)).into_iter().collect()
    }

    /// A quarter of an hour later at most.
    pub(crate) fn when(&self, now: DateTime) -> DateTime {
        let minutes = i64::try_from(self.other.index(15)).expect("a small number");
        now.checked_add(SignedDuration::from_mins(minutes)).expect("a time of the calendar")
    }

    /// An answer on the question's own scale, for one of the forces where each has its own.
    fn answered(&self, framework: &Framework, session: &Session, question: QuestionId) -> Event {
        let scale = framework.question(&question).map_or(&framework.scales[0], |asked| asked.scale);
        let level = self.other.get(&scale.levels).id.clone();
        if scale.force_by_force {
            Event::Committed(question, self.force(session), level)
        } else {
            Event::Chose(question, level)
        }
    }

    /// A question, half the time one of a few, so that things happen to the same one.
    fn question(&self, framework: &Framework) -> QuestionId {
        let few = ["undercover.provision", "undercover.commitment", "undercover.plan", "undercover.unknown"];
        let all: Vec<_> = framework.questions().map(|asked| asked.question.id.clone()).collect();
        let number = self.at.index(2 * all.len());
        all.get(number).cloned().unwrap_or_else(|| id(few[number % few.len()]))
    }

    fn action(&self) -> ActionId {
        ActionId(1 + u32::try_from(self.at.index(4)).expect("a small number"))
    }

    fn force(&self, session: &Session) -> ForceId {
        let forces = session.assessment.as_deref().map(Assessment::forces).unwrap_or_default();
        if forces.is_empty() { id("durham") } else { self.other.get(forces).id.clone() }
    }
}

/// Whether an event is one that Undo takes back.
fn takes_away(event: &Event, session: &Session) -> bool {
    if session.is_final() && !matches!(event, Event::Opened(_) | Event::RemovedMilestone(_)) {
        return false;
    }
    if let Event::ChoseFramework(framework) = event {
        return framework != session.framework();
    }
    if let Event::RemovedMilestone(at) = event {
        return session.assessment.as_ref().is_some_and(|assessment| *at < assessment.milestones.len());
    }
    matches!(
        event,
        Event::Opened(_)
            | Event::ChoseRegion(_)
            | Event::RemovedForce(_)
            | Event::SetAside(..)
            | Event::CommittedAll(..)
            | Event::CopiedEvidence(..)
            | Event::Withdrew(_)
            | Event::DroppedAction(_)
            | Event::Reopened(_)
            | Event::TookViews(_)
    )
}

/// The question whose answer an event may change.
fn target(event: &Event) -> Option<&QuestionId> {
    match event {
        Event::Chose(question, _)
        | Event::Committed(question, ..)
        | Event::SetAside(question, _)
        | Event::CommittedAll(question, _)
        | Event::CopiedEvidence(_, question)
        | Event::Withdrew(question)
        | Event::Agreed { question, .. }
        | Event::Wrote(question, ..) => Some(question),
        _ => None,
    }
}

/// Whether no answer but that one differs.
fn others_agree(before: &Assessment, now: &Assessment, target: Option<&QuestionId>) -> bool {
    let others = |(question, _): &(&QuestionId, &Rc<Answer>)| Some(*question) != target;
    before.answers.iter().filter(others).eq(now.answers.iter().filter(others))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn whatever_happens_the_counts_agree_and_nothing_is_lost(happenings in vec(happening(), 0..40)) {
        let mut session = closed();
        session.update(Event::Began(blank(&session, "law-abiding")));
        for happening in happenings {
            let event = happening.event(session.framework(), &session);
            let takes_away = takes_away(&event, &session);
            let before = session.assessment.clone().expect("an assessment is open");
            session.now = happening.when(session.now);
            session.update(event.clone());
            let now = session.assessment.clone().expect("it stays open");
            if now.history.changes.len() >= before.history.changes.len() && !matches!(event, Event::Opened(_)) {
                let told = now.history != before.history;
                prop_assert_eq!(told, !remembered_between(&before, &now).is_empty(), "{:?} and the history", event);
            }
            let replaces =
                matches!(event, Event::Opened(_) | Event::Undid | Event::Revised { .. } | Event::RemovedMilestone(_));
            prop_assert!(!before.is_final() || replaces || now == before, "{:?} changes what was signed off", event);
            if !matches!(event, Event::Opened(_) | Event::Undid) {
                prop_assert!(others_agree(&before, &now, target(&event)), "{:?} changes another answer", event);
            }
            if takes_away {
                let mut undone = session.clone();
                undone.update(Event::Undid);
                let as_it_was = undone.assessment.as_deref().map(Assessment::without_history);
                prop_assert_eq!(as_it_was, Some(before.without_history()), "{:?} can't be undone", event);
                if !matches!(event, Event::Opened(_) | Event::ChoseFramework(_)) {
                    // What is typed at another question after the deed is not undone with it.
                    let typed = wrote("training.skills", Field::Note, "Typed since");
                    undone.update(typed.clone());
                    let mut typed_first = session.clone();
                    after(&mut typed_first, [typed, Event::Undid]);
                    let same = target(&event).is_some_and(|question| question.as_str() == "training.skills");
                    let [one, other] = [&typed_first, &undone].map(|it| open(it).without_history());
                    prop_assert!(same || one == other, "{:?} takes typing away", event);
                }
            }
        }
        let assessment = session.assessment.as_deref().expect("an assessment is open");
        let signed_off = assessment.sign_off.as_ref();
        prop_assert!(signed_off.is_none_or(|sign_off| saved::is_true_of(sign_off, assessment)));
        let framework = session.framework().clone();
        let analysis = Analysis::of(&framework, assessment);
        let (coverage, tally) = (analysis.coverage(), analysis.tally());
        prop_assert!(coverage.answered + coverage.begun <= coverage.asked, "{:?}", coverage);
        prop_assert_eq!(tally.asked(), analysis.counted().count());
        let untargeted = Assessment { targets: BTreeMap::new(), ..assessment.clone() };
        let by_minimum = Analysis::of(&framework, &untargeted);
        prop_assert_eq!(by_minimum.gaps.len(), tally.gaps(), "without targets the gaps are what falls short");
        prop_assert_eq!(by_minimum.tally(), tally, "a target changes no answer");
        let of_parts: usize = analysis.parts().iter().map(|(part, _)| analysis.tally_of_part(part).asked()).sum();
        let of_topics = framework.topics().map(|(_, topic)| analysis.coverage_of(topic));
        prop_assert_eq!(of_parts, coverage.asked);
        prop_assert_eq!(of_topics.map(|of| of.answered).sum::<usize>(), coverage.answered);
        let opened = saved::open(saved::save(assessment).as_bytes(), &framework).expect("our own file");
        prop_assert_eq!(&opened.assessment, assessment);
    }
}
