//! Any assessment, and any that its framework knows.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::rc::Rc;

use jiff::civil::Date;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use rocu_self_assessment::assessment::{
    Acceptance, Action, ActionId, Aim, Answer, Assessment, AssessmentId, Choice, Marking, OverruledConcern,
    Particulars, Progress, Target, Unknown,
};
use rocu_self_assessment::framework::{Concern, Force, ForceId, LevelId, QuestionId};
use serde_json::{Map, Value};

use crate::record::{agreed, copy, history, milestone, sign_off, view};
use crate::small::{framework, id};

/// Text of every plane, with control characters, and now and then a long one.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        8 => vec(any::<char>(), 1..20).prop_map(String::from_iter),
        2 => vec(select(('\0'..=' ').chain("\u{7f}\u{85}\u{2028}\u{feff}\u{fffe}\u{10ffff}\"\\/".chars()).collect::<Vec<_>>()), 1..20)
            .prop_map(String::from_iter),
        1 => vec(any::<char>(), 50).prop_map(|some| some.into_iter().cycle().take(10_000).collect()),
    ]
}

pub(crate) fn short() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..8).prop_map(String::from_iter)
}

pub(crate) fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        proptest::num::f64::NORMAL.prop_map(Value::from),
        short().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((short(), inner), 0..4).prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Fields that no version knows, in any order.
pub(crate) fn unknown() -> impl Strategy<Value = Unknown> {
    let field = (short(), json()).prop_map(|(name, value)| (format!("x{name}"), value));
    prop_oneof![3 => Just(Unknown::new()), 1 => vec(field, 0..4).prop_map(Map::from_iter)]
}

pub(crate) fn any_id<T: Debug + for<'a> TryFrom<&'a str, Error: Debug>>() -> impl Strategy<Value = T> {
    "[a-z][a-z0-9.-]{0,79}".prop_map(|text| id(&text))
}

pub(crate) fn day() -> impl Strategy<Value = Option<Date>> {
    proptest::option::of(
        (-9999i16..=9999, 1i8..=12, 1i8..=31)
            .prop_filter_map("a day of the calendar", |(year, month, day)| Date::new(year, month, day).ok()),
    )
}

fn forces() -> impl Strategy<Value = Vec<Force>> {
    vec((any_id(), text()).prop_map(|(id, name)| Force { id, name }), 0..5)
}

fn particulars() -> impl Strategy<Value = Particulars> {
    let words = (text(), text(), text(), text(), text(), text(), text());
    let marking = select(Marking::ALL.as_slice());
    (proptest::option::of(any_id()), words, forces(), day(), day(), marking, unknown()).prop_map(
        |(region, words, forces, date, review, marking, unknown)| Particulars {
            region,
            region_name: words.0,
            unit: words.1,
            period: words.2,
            version: words.3,
            lead: words.4,
            contributors: words.5,
            disclosure: words.6,
            forces,
            date,
            review,
            marking,
            unknown,
        },
    )
}

fn answer(choice: impl Strategy<Value = Option<Choice>>) -> impl Strategy<Value = Rc<Answer>> {
    (choice, text(), text(), text(), unknown())
        .prop_map(|(choice, detail, evidence, note, unknown)| Answer { choice, detail, evidence, note, unknown })
        .prop_filter("an answer that says something", |answer| !answer.is_blank())
        .prop_map(Rc::new)
}

fn any_choice() -> impl Strategy<Value = Option<Choice>> {
    prop_oneof![
        Just(None),
        any_id().prop_map(|level| Some(Choice::Level(level))),
        btree_map(any_id(), any_id(), 0..5).prop_map(|levels| Some(Choice::ByForce(levels))),
        any_id().prop_map(|reason| Some(Choice::NotApplicable(reason))),
    ]
}

fn actions(question: impl Strategy<Value = QuestionId>) -> impl Strategy<Value = Vec<Rc<Action>>> {
    let progress = select(Progress::ALL.as_slice());
    let action = (any::<u32>(), question, text(), text(), text(), day(), progress, unknown());
    vec(action, 0..6).prop_map(|actions| {
        let each: BTreeMap<u32, Rc<Action>> = actions
            .into_iter()
            .map(|(id, question, text, owner, resources, due, progress, unknown)| {
                let id = ActionId(id);
                (id.0.rotate_left(7), Rc::new(Action { id, question, text, owner, resources, due, progress, unknown }))
            })
            .collect();
        each.into_values().collect()
    })
}

fn acceptance() -> impl Strategy<Value = Acceptance> {
    (text(), unknown()).prop_map(|(reason, unknown)| Acceptance { reason, unknown })
}

fn overruled() -> impl Strategy<Value = OverruledConcern> {
    (select(Concern::ALL.as_slice()), text(), unknown()).prop_map(|(concern, reason, unknown)| OverruledConcern {
        concern,
        reason,
        unknown,
    })
}

fn target() -> impl Strategy<Value = Target> {
    (select(Aim::ALL.as_slice()), text(), unknown()).prop_map(|(aim, reason, unknown)| Target { aim, reason, unknown })
}

fn assessment_id() -> impl Strategy<Value = AssessmentId> {
    "[A-Za-z0-9-]{8,64}".prop_map(|text| AssessmentId::new(&text).expect("8 to 64 letters, digits and hyphens"))
}

/// Any assessment, most of it of no framework that ever was.
pub(crate) fn any_assessment() -> impl Strategy<Value = Assessment> {
    (any_content().boxed(), vec(milestone(any_content().boxed()), 0..2))
        .prop_map(|(content, milestones)| Assessment { milestones, ..content })
}

/// Any assessment without milestones.
fn any_content() -> impl Strategy<Value = Assessment> {
    let decisions = (
        actions(any_id()),
        btree_map(any_id(), acceptance(), 0..3),
        btree_map(any_id(), overruled(), 0..3),
        btree_map(any_id(), target(), 0..3),
        any::<u32>().prop_map(ActionId),
        history().boxed(),
        proptest::option::of(sign_off()),
        proptest::option::of(copy()),
        btree_map(any_id(), vec(view(answer(any_choice())), 1..3), 0..3).boxed(),
        btree_map(any_id(), agreed(), 0..3),
        btree_set(any_id(), 0..4),
    );
    let answers = btree_map(any_id(), answer(any_choice()), 0..6);
    (assessment_id(), text(), any::<bool>(), particulars(), btree_set(any_id(), 0..4), answers, decisions, unknown())
        .prop_map(|(assessment, version, example, particulars, switched_on, answers, decisions, unknown)| Assessment {
            id: assessment,
            framework: (id("rocu"), version),
            example,
            particulars,
            switched_on,
            answers,
            actions: decisions.0,
            accepted: decisions.1,
            overruled: decisions.2,
            targets: decisions.3,
            last_action: decisions.4,
            history: decisions.5,
            milestones: Vec::new(),
            sign_off: decisions.6,
            copy: decisions.7,
            views: decisions.8.into(),
            agreed: decisions.9,
            flagged: decisions.10,
            unknown,
        })
}

/// An assessment that names only what its framework has.
pub(crate) fn known_assessment() -> impl Strategy<Value = Assessment> {
    let framework = framework();
    let questions: Vec<QuestionId> = framework.questions().map(|asked| asked.question.id.clone()).collect();
    let question = select(questions);
    let decided = (btree_map(question.clone(), acceptance(), 0..3), btree_set(question.clone(), 0..3));
    let overruled = btree_map(question.clone(), overruled(), 0..3);
    let answers: Vec<_> = framework
        .questions()
        .map(|asked| {
            let levels: Vec<LevelId> = asked.scale.levels.iter().map(|level| level.id.clone()).collect();
            let reason =
                select(framework.not_applicable.clone()).prop_map(|reason| Some(Choice::NotApplicable(reason.id)));
            let choice = if asked.scale.force_by_force {
                let forces: Vec<ForceId> = framework.regions[0].forces.iter().map(|force| force.id.clone()).collect();
                let levels = btree_map(select(forces), select(levels), 1..5);
                levels.prop_map(|levels| Some(Choice::ByForce(levels))).boxed()
            } else {
                select(levels).prop_map(|level| Some(Choice::Level(level))).boxed()
            };
            let question = asked.question.id.clone();
            let answer = answer(prop_oneof![Just(None), choice, reason]);
            proptest::option::of(answer).prop_map(move |answer| Some((question.clone(), answer?)))
        })
        .collect();
    (any_assessment(), answers, actions(question), decided, overruled, any::<bool>()).prop_map(
        move |(any, answers, actions, (accepted, flagged), overruled, fraud)| {
            let mut particulars = any.particulars;
            particulars.choose(&framework.regions[0]);
            Assessment {
                framework: (framework.id.clone(), framework.version.clone()),
                particulars,
                switched_on: fraud.then(|| id("fraud")).into_iter().collect(),
                answers: answers.into_iter().flatten().collect(),
                actions,
                accepted,
                overruled,
                flagged,
                targets: BTreeMap::new(),
                copy: None,
                views: Rc::default(),
                agreed: BTreeMap::new(),
                ..any
            }
        },
    )
}
