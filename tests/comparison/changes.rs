//! How the answer to a question moved, case by case.

use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::comparison::{Absence, Changes, Movement, Obstacle, Side};
use rocu_self_assessment::framework::{BUILT_IN, Framework, QuestionId, TopicId};
use serde_json::{Value, json};

use crate::given::{answer, assessment, id, of_2015};

fn movement(sides: [(&Framework, &Assessment); 2], question: &str) -> Option<Movement> {
    let [earlier, later] = sides.map(|(framework, assessment)| Side::new(framework, assessment));
    Changes::between(&earlier, &later).question(&id(question)).map(|change| change.movement)
}

#[test]
fn an_answer_moves_by_its_standing_and_then_by_its_level() {
    use Movement::{
        Improved, NewlyAssessed, NoLongerAssessed, ProvidedDifferently, SetAside, TakenUp, Unchanged, Worsened,
    };
    let framework = Framework::built_in();
    let rows = [
        ("nca.tasking", "not-achieved", "partly-achieved", Improved),
        ("nca.tasking", "partly-achieved", "achieved", Improved),
        ("nca.tasking", "achieved", "not-achieved", Worsened),
        ("nca.tasking", "achieved", "achieved", Unchanged),
        // Of the same standing, the order of the levels decides.
        ("overall-view.tackling", "good", "outstanding", Improved),
        ("overall-view.tackling", "requires-improvement", "inadequate", Worsened),
        // What another body provides is as good as what the region meets itself, and better than a gap.
        ("gain.provision", "in-place", "elsewhere", ProvidedDifferently),
        ("gain.provision", "elsewhere", "in-place", ProvidedDifferently),
        ("gain.provision", "elsewhere", "elsewhere", Unchanged),
        ("gain.provision", "not-in-place", "elsewhere", Improved),
        ("gain.provision", "partly-in-place", "elsewhere", Improved),
        ("gain.provision", "elsewhere", "not-in-place", Worsened),
        // What has no level is told, and is neither better nor worse.
        ("nca.tasking", "", "not-achieved", NewlyAssessed),
        ("nca.tasking", "achieved", "", NoLongerAssessed),
        ("nca.tasking", "not-achieved", "n/a", SetAside),
        ("nca.tasking", "", "n/a", SetAside),
        ("nca.tasking", "n/a", "achieved", TakenUp),
        ("nca.tasking", "n/a", "", TakenUp),
        ("nca.tasking", "n/a", "n/a", Unchanged),
        ("nca.tasking", "", "", Unchanged),
    ];
    for (question, before, now, expected) in rows {
        let [before_side, now_side] = [before, now].map(|level| {
            let mut made = assessment(&framework, &[]);
            made.switch(id("overall-view"), true);
            if !level.is_empty() {
                answer(&framework, &mut made, question, level);
            }
            made
        });
        let found = movement([(&framework, &before_side), (&framework, &now_side)], question);
        assert_eq!(found, Some(expected), "{question} {before:?} {now:?}");
    }
}

#[test]
fn a_question_that_only_one_of_them_asks_says_why() {
    let (now, then) = (Framework::built_in(), of_2015());
    let in_place = assessment(&now, &[("gain.provision", "in-place"), ("gain.tasking", "achieved")]);
    let missing = assessment(&now, &[("gain.provision", "not-in-place")]);
    let of = |sides, question| movement(sides, question).unwrap();
    let same = [(&*now, &in_place), (&*now, &missing)];
    assert_eq!(of(same, "gain.tasking"), Movement::NoLongerAsked(Absence::DependsOnAnother));
    assert_eq!(of(same, "gain.plan"), Movement::NewlyAsked(Absence::DependsOnAnother));

    let mut with_fraud = missing.clone();
    with_fraud.switch(id::<TopicId>("fraud"), true);
    let switched = [(&*now, &missing), (&*now, &with_fraud)];
    assert_eq!(of(switched, "fraud.pursue"), Movement::NewlyAsked(Absence::SwitchedOff));

    let [before, after] =
        [&then, &now].map(|framework| assessment(framework, &[("regional-intelligence.provision", "in-place")]));
    let versions = [(&*then, &before), (&*now, &after)];
    let mapping = "regional-intelligence.force-mapping";
    assert_eq!(of(versions, mapping), Movement::NoLongerAsked(Absence::NotInFramework));
    assert_eq!(of(versions, "nca.tasking"), Movement::NewlyAsked(Absence::NotInFramework));
    assert_eq!(movement(same, "no.such-question"), None);
}

/// The current framework with a change in its data.
fn changed(change: impl FnOnce(&mut Value)) -> Framework {
    let mut data: Value = serde_json::from_str(BUILT_IN).unwrap();
    data["version"] = json!("2027.1");
    change(&mut data);
    Framework::read(&serde_json::to_string_pretty(&data).unwrap()).unwrap()
}

fn scale<'a>(data: &'a mut Value, id: &str) -> &'a mut Value {
    data["scales"].as_array_mut().unwrap().iter_mut().find(|scale| scale["id"] == id).unwrap()
}

#[test]
fn where_the_levels_are_others_the_standing_decides_alone_and_that_is_said() {
    let now = Framework::built_in();
    let mut next = changed(|data| {
        // Two levels of the same standing change places.
        scale(data, "grade")["levels"].as_array_mut().unwrap().swap(0, 1);
    });
    let [before, after] = [(&*now, "good"), (&next, "outstanding")].map(|(framework, level)| {
        let mut made = assessment(framework, &[("overall-view.tackling", level), ("nca.tasking", "achieved")]);
        made.switch(id("overall-view"), true);
        made
    });
    let question: QuestionId = id("overall-view.tackling");
    let changes = Changes::between(&Side::new(&now, &before), &Side::new(&next, &after));
    let change = changes.question(&question).unwrap();
    assert_eq!((change.movement, change.other_levels), (Movement::Unchanged, true));
    let other = changes.question(&id("nca.tasking")).unwrap();
    assert_eq!((other.movement, other.other_levels, other.reworded), (Movement::Unchanged, false, false));

    next = changed(|data| data["parts"][2]["topics"][0]["questions"][0]["text"] = json!("Does the agency task you?"));
    let changes = Changes::between(&Side::new(&now, &before), &Side::new(&next, &after));
    assert!(changes.question(&id("nca.tasking")).unwrap().reworded);
}

#[test]
fn what_cannot_be_compared_says_why() {
    let now = Framework::built_in();
    let alone = changed(|data| scale(data, "commitment")["force_by_force"] = json!(false));
    let answers = [("gain.provision", "in-place"), ("gain.commitment", "committed")];
    let [before, after] = [&*now, &alone].map(|framework| assessment(framework, &answers));
    let of = |sides| movement(sides, "gain.commitment").unwrap();
    assert_eq!(of([(&*now, &before), (&alone, &after)]), Movement::NotComparable(Obstacle::AskedOfOthers));

    let mut elsewhere = assessment(&now, &[]);
    elsewhere.particulars.choose(now.region(&id("eastern")).unwrap());
    for (question, level) in answers {
        answer(&now, &mut elsewhere, question, level);
    }
    assert_eq!(of([(&*now, &before), (&*now, &elsewhere)]), Movement::NotComparable(Obstacle::NoForceInCommon));

    let mut strange = before.clone();
    strange.choose(&id("nca.tasking"), id("unheard-of"));
    let of = |sides| movement(sides, "nca.tasking").unwrap();
    assert_eq!(of([(&*now, &before), (&*now, &strange)]), Movement::NotComparable(Obstacle::UnknownLevel));
    assert_eq!(of([(&*now, &strange), (&*now, &strange)]), Movement::Unchanged);
}

#[test]
fn commitment_is_compared_force_by_force_and_who_joined_or_left_is_named() {
    let framework = Framework::built_in();
    let before = assessment(&framework, &[("gain.provision", "in-place"), ("gain.commitment", "committed")]);
    let mut after = before.clone();
    let question: QuestionId = id("gain.commitment");
    after.commit(&question, id("durham"), id("not-committed"));
    after.particulars.forces.retain(|force| force.id.as_str() != "cleveland");
    let kent = framework.regions.iter().flat_map(|region| &region.forces).find(|force| force.name == "Kent").unwrap();
    after.particulars.forces.push(kent.clone());
    after.commit(&question, kent.id.clone(), id("committed"));

    let changes = Changes::between(&Side::new(&framework, &before), &Side::new(&framework, &after));
    let change = changes.question(&question).unwrap();
    assert_eq!(change.movement, Movement::Worsened, "the weakest force decides");
    let moved: Vec<_> = change.forces.iter().map(|it| (it.force.name.as_str(), it.movement.words())).collect();
    assert_eq!(
        moved,
        [
            ("Durham", "Worsened"),
            ("Northumbria", "Unchanged"),
            ("Kent", "Newly asked"),
            ("Cleveland", "No longer asked")
        ]
    );
    let names = |forces: &[&rocu_self_assessment::framework::Force]| forces[0].name.clone();
    assert_eq!((names(&changes.joined), names(&changes.left)), (String::from("Kent"), String::from("Cleveland")));

    // Of two levels that fall short fully, keeping one's own is the better.
    let own = |level| {
        let mut made = before.clone();
        answer(&framework, &mut made, "gain.commitment", level);
        made
    };
    let [own, none] = ["keeps-own", "not-committed"].map(own);
    assert_eq!(movement([(&framework, &own), (&framework, &none)], "gain.commitment"), Some(Movement::Worsened));
}
