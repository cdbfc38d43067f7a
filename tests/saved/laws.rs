//! Laws of the assessment file, for all assessments and all bytes.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::rc::Rc;

use jiff::civil::Date;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use rocu_self_assessment::assessment::{
    Acceptance, Action, ActionId, Aim, Answer, Assessment, AssessmentId, Choice, Marking, OverruledConcern, Particulars,
    Progress, Target, Unknown,
};
use rocu_self_assessment::framework::{Concern, Force, ForceId, Framework, LevelId, QuestionId};
use rocu_self_assessment::saved::{self, Remark};
use serde_json::{Map, Value};

use crate::small::{COMPLETE, FROM_THE_FUTURE, framework, id, open};

/// Text of every plane, with control characters, and now and then a long one.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        8 => vec(any::<char>(), 1..20).prop_map(String::from_iter),
        2 => vec(select(('\0'..=' ').chain("\u{7f}\u{85}\u{2028}\u{feff}\u{fffe}\u{10ffff}\"\\/".chars()).collect::<Vec<_>>()), 1..20)
            .prop_map(String::from_iter),
        1 => vec(any::<char>(), 50).prop_map(|some| some.into_iter().cycle().take(10_000).collect()),
    ]
}

fn short() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..8).prop_map(String::from_iter)
}

fn json() -> impl Strategy<Value = Value> {
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
fn unknown() -> impl Strategy<Value = Unknown> {
    let field = (short(), json()).prop_map(|(name, value)| (format!("x{name}"), value));
    prop_oneof![3 => Just(Unknown::new()), 1 => vec(field, 0..4).prop_map(Map::from_iter)]
}

fn any_id<T: Debug + for<'a> TryFrom<&'a str, Error: Debug>>() -> impl Strategy<Value = T> {
    "[a-z][a-z0-9.-]{0,79}".prop_map(|text| id(&text))
}

fn day() -> impl Strategy<Value = Option<Date>> {
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
fn any_assessment() -> impl Strategy<Value = Assessment> {
    let decisions = (
        actions(any_id()),
        btree_map(any_id(), acceptance(), 0..3),
        btree_map(any_id(), overruled(), 0..3),
        btree_map(any_id(), target(), 0..3),
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
            unknown,
        })
}

/// An assessment that names only what its framework has.
fn known_assessment() -> impl Strategy<Value = Assessment> {
    let framework = framework();
    let questions: Vec<QuestionId> = framework.questions().map(|asked| asked.question.id.clone()).collect();
    let question = select(questions);
    let decided = btree_map(question.clone(), acceptance(), 0..3);
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
        move |(any, answers, actions, accepted, overruled, fraud)| {
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
                targets: BTreeMap::new(),
                ..any
            }
        },
    )
}

fn reads_back(assessment: &Assessment, framework: &Framework) -> Result<Vec<Remark>, TestCaseError> {
    let text = saved::save(assessment);
    let opened = saved::open(text.as_bytes(), framework).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&opened.assessment, assessment);
    prop_assert_eq!(saved::save(&opened.assessment), text);
    Ok(opened.remarks)
}

/// Whether a value says nothing.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty() || text == "not-started",
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(is_blank),
        _ => false,
    }
}

/// Whether everything that the first says is said by the second: lists may be in another order.
fn is_within(first: &Value, second: &Value) -> bool {
    match (first, second) {
        _ if is_blank(first) => true,
        (Value::Object(first), Value::Object(second)) => {
            first.iter().all(|(name, value)| is_within(value, second.get(name).unwrap_or(&Value::Null)))
        }
        (Value::Array(first), Value::Array(second)) => {
            first.iter().all(|item| second.iter().any(|other| is_within(item, other)))
        }
        _ => first == second,
    }
}

/// The addresses of all values in a value.
fn addresses(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    let mut go = |name: &str, value: &Value| {
        addresses(value, &format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")), found);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| go(name, value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| go(&at.to_string(), value)),
        _ => {}
    }
}

/// One of the fixtures with a few values in it replaced, and a few fields added that stand elsewhere.
fn spoilt() -> impl Strategy<Value = Value> {
    let names = select(vec!["level", "forces", "not_applicable", "note", "id", "due", "concern", "reason", "x"]);
    let change = (any::<prop::sample::Index>(), json(), proptest::option::of(names));
    let fixture = select([COMPLETE, FROM_THE_FUTURE].as_slice());
    (fixture, vec(change, 1..4)).prop_map(|(fixture, changes)| {
        let mut file: Value = serde_json::from_str(fixture).expect("a fixture is JSON");
        for (at, value, name) in changes {
            let mut all = Vec::new();
            addresses(&file, "", &mut all);
            let place = file.pointer_mut(at.get::<String>(&all)).expect("an address of this value");
            match (place, name) {
                (Value::Object(fields), Some(name)) => drop(fields.insert(name.to_owned(), value)),
                (place, _) => *place = value,
            }
        }
        file
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn what_is_saved_and_opened_is_the_same(assessment in any_assessment()) {
        let _ = reads_back(&assessment, &framework())?;
    }

    #[test]
    fn what_is_known_is_not_remarked_upon(assessment in known_assessment()) {
        let mut remarks = reads_back(&assessment, &framework())?;
        remarks.retain(|remark| !matches!(remark, Remark::UnknownField { .. }));
        prop_assert_eq!(remarks, []);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..400)) {
        let _ = open(&bytes);
    }

    #[test]
    fn no_damage_makes_it_panic(damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = COMPLETE.as_bytes().to_vec();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = open(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn whatever_opens_loses_nothing_when_it_is_saved(file in spoilt()) {
        if let Ok(opened) = open(file.to_string()) {
            let text = saved::save(&opened.assessment);
            let saved: Value = serde_json::from_str(&text).expect("what is saved is JSON");
            let renumbered = opened.remarks.iter().any(|remark| matches!(remark, Remark::ActionRenumbered { .. }));
            prop_assert!(renumbered || is_within(&file, &saved), "{:#}", saved);
            let again = open(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(&again.assessment, &opened.assessment);
            prop_assert_eq!(saved::save(&again.assessment), text);
        }
    }
}
