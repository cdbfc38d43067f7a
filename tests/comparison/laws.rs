//! What is true of any two assessments and of any files.

use proptest::prelude::*;
use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::comparison::{Changes, GapFate, Movement, QuestionChange, Regions, Side, Trend};
use rocu_self_assessment::framework::{Framework, QuestionId};
use rocu_self_assessment::report::Report;

use crate::given::{TODAY, of_2015, sides};
use crate::plausible;

/// A movement as it is seen the other way round.
fn mirrored(movement: Movement) -> Movement {
    match movement {
        Movement::Improved => Movement::Worsened,
        Movement::Worsened => Movement::Improved,
        Movement::NewlyAssessed => Movement::NoLongerAssessed,
        Movement::NoLongerAssessed => Movement::NewlyAssessed,
        Movement::SetAside => Movement::TakenUp,
        Movement::TakenUp => Movement::SetAside,
        Movement::NewlyAsked(why) => Movement::NoLongerAsked(why),
        Movement::NoLongerAsked(why) => Movement::NewlyAsked(why),
        same @ (Movement::Unchanged | Movement::ProvidedDifferently | Movement::NotComparable(_)) => same,
    }
}

/// Movements by question, in the order of their ids.
fn by_question(changes: &Changes<'_>, seen: impl Fn(Movement) -> Movement) -> Vec<(QuestionId, Movement)> {
    let one = |change: &QuestionChange<'_>| (change.asked().question.id.clone(), seen(change.movement));
    let mut all: Vec<_> = changes.questions.iter().map(one).collect();
    all.sort();
    all
}

fn by_force(changes: &Changes<'_>, seen: impl Fn(Movement) -> Movement) -> Vec<(String, Movement)> {
    let forces = changes.questions.iter().flat_map(|change| {
        let question = change.asked().question.id.clone();
        change.forces.iter().map(move |it| (format!("{question} {}", it.force.id), it.movement))
    });
    let mut all: Vec<_> = forces.map(|(key, movement)| (key, seen(movement))).collect();
    all.sort();
    all
}

/// An assessment of any version, region and year, with some answers taken back or made strange.
fn any_assessment() -> impl Strategy<Value = (bool, Assessment)> {
    (any::<bool>(), 0..12_usize, 1..4_usize, 0..50_u64, proptest::collection::vec((0..200_usize, 0..5_u8), 0..20))
        .prop_map(|(current, region, years, seed, deeds)| {
            let framework = framework(current);
            let mut made = plausible::years(&framework, region, years, seed).pop().unwrap();
            let questions: Vec<_> = framework.questions().map(|asked| asked.question.id.clone()).collect();
            for (at, deed) in deeds {
                let question = &questions[at % questions.len()];
                match deed {
                    0 => made.withdraw(question),
                    1 => made.choose(question, "achieved".try_into().unwrap()),
                    2 => made.choose(question, "unheard-of".try_into().unwrap()),
                    3 => made.accept(question, String::from("Low demand.")),
                    _ => made.plan(question),
                }
            }
            (current, made)
        })
}

fn framework(current: bool) -> std::rc::Rc<Framework> {
    if current { Framework::built_in() } else { of_2015() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn seen_the_other_way_round_every_movement_is_mirrored(one in any_assessment(), other in any_assessment()) {
        let (first, second) = (framework(one.0), framework(other.0));
        let (first, second) = (Side::new(&first, &one.1), Side::new(&second, &other.1));
        let (forth, back) = (Changes::between(&first, &second), Changes::between(&second, &first));
        prop_assert_eq!(by_question(&forth, |it| it), by_question(&back, mirrored));
        prop_assert_eq!(by_force(&forth, |it| it), by_force(&back, mirrored));
        let (there, here) = (forth.counts(), back.counts());
        prop_assert_eq!((there.improved, there.newly_asked), (here.worsened, here.no_longer_asked));
        prop_assert_eq!(&forth.joined, &back.left);
        let new = |changes: &Changes<'_>| changes.gaps.iter().filter(|gap| gap.before.is_none()).count();
        let ended = |changes: &Changes<'_>| changes.gaps.iter().filter(|gap| gap.now.is_none()).count();
        prop_assert_eq!(new(&forth), ended(&back));
    }

    #[test]
    fn compared_with_itself_nothing_has_changed((current, made) in any_assessment()) {
        let framework = framework(current);
        let side = Side::new(&framework, &made);
        let changes = Changes::between(&side, &side);
        prop_assert!(changes.questions.iter().all(|change| change.movement == Movement::Unchanged));
        prop_assert!(changes.questions.iter().all(|change| !change.reworded && !change.other_levels));
        let forces = changes.questions.iter().flat_map(|change| &change.forces);
        prop_assert!(forces.into_iter().all(|it| it.movement == Movement::Unchanged));
        prop_assert!(changes.gaps.iter().all(|gap| matches!(gap.fate, GapFate::StillOpen | GapFate::StillAccepted)));
        prop_assert!(changes.actions.iter().all(|action| action.earlier == action.later && action.earlier.is_some()));
        prop_assert!(changes.joined.is_empty() && changes.left.is_empty());
    }

    #[test]
    fn every_question_is_counted_once_in_its_part_topic_and_theme(one in any_assessment(), other in any_assessment()) {
        let (first, second) = (framework(one.0), framework(other.0));
        let changes = Changes::between(&Side::new(&first, &one.1), &Side::new(&second, &other.1));
        let all = changes.counted().count();
        let current = Framework::built_in();
        let parts: usize = current.parts.iter().map(|part| changes.counts_of_part(&part.id).all()).sum();
        let topics: usize = current.topics().map(|(_, topic)| changes.counts_of_topic(&topic.id).all()).sum();
        let themes: usize = current.themes.iter().map(|theme| changes.counts_of_theme(&theme.id).all()).sum();
        prop_assert_eq!([changes.counts().all(), parts, topics, themes], [all; 4]);
    }

    #[test]
    fn the_order_of_files_changes_nothing(made in proptest::collection::vec(any_assessment(), 1..6), turn in 0..6_usize) {
        let frameworks = [framework(false), framework(true)];
        let mut all: Vec<_> = made.iter().map(|(current, made)| Side::new(&frameworks[usize::from(*current)], made)).collect();
        let said = |sides: &[Side<'_>]| {
            let trend = Trend::over(sides);
            let lines: Vec<_> =
                trend.lines.iter().map(|line| (line.part.id.clone(), line.topic.map(|topic| &topic.id), &line.tallies)).collect();
            let order: Vec<_> = trend.sides.iter().map(|side| side.assessment.id.clone()).collect();
            (format!("{lines:?} {order:?}"), Report::national(&Regions::of(sides), TODAY))
        };
        let before = said(&all);
        let places = all.len();
        all.rotate_left(turn % places);
        prop_assert_eq!(&said(&all), &before);
        all.reverse();
        prop_assert_eq!(&said(&all), &before);
    }
}

#[test]
fn the_generator_makes_the_same_files_again() {
    let framework = Framework::built_in();
    let [one, same] = [0, 1].map(|_| plausible::years(&framework, 3, 2, 7));
    assert_eq!(one, same);
    assert_ne!(one, plausible::years(&framework, 3, 2, 8));
    for side in sides(&framework, &one) {
        let text = rocu_self_assessment::saved::save(side.assessment);
        let opened = rocu_self_assessment::saved::open(text.as_bytes(), &framework).unwrap();
        assert_eq!((opened.assessment, opened.remarks.len()), (side.assessment.clone(), 0));
    }
}
