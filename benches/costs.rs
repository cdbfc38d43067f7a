//! What the core costs: `cargo xtask bench` prints the median of each case.
//!
//! Named as its one argument, a case is carried out once: `cargo xtask test` has the instructions counted that
//! [`measured`] takes.

use std::env;
use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, Choice};
use rocu_self_assessment::comparison::{Changes, Regions, Side};
use rocu_self_assessment::framework::{Framework, LevelId, QuestionId};
use rocu_self_assessment::report::Report;
use rocu_self_assessment::session::{Event, Route, Session};
use rocu_self_assessment::{export, saved};

#[path = "../tests/support/enlarged.rs"]
mod enlarged;
#[path = "../tests/support/plausible.rs"]
mod plausible;

const TODAY: Date = date(2026, 3, 31);
/// So many times the built-in questions are about 1,500.
const TIMES: usize = 7;
const OFTEN: usize = 15;

/// A name, and what is carried out under it.
type Case = (&'static str, fn() -> Duration);

/// What is carried out, by name: it prepares, calls [`measured`] once, and tells what that took.
const CASES: [Case; 16] = [
    ("read the built-in framework", read_framework),
    ("open the worked example", open),
    ("save the worked example", save),
    ("report of the worked example", report),
    ("HTML file of the worked example", html),
    ("keystroke in a note, 223 questions", || keystroke(1)),
    ("keystroke in a note, 1,561 questions", || keystroke(TIMES)),
    ("choose a level, 223 questions", || choose(1)),
    ("choose a level, 1,561 questions", || choose(TIMES)),
    ("autosave text, 1,561 questions", autosave),
    ("task list figures, 1,561 questions", analysis),
    ("changes since an earlier assessment", changes),
    ("national summary, 1 region", || national(1)),
    ("national summary, 10 regions", || national(10)),
    ("national summary, 100 regions", || national(100)),
    ("national summary, 200 regions", || national(200)),
];

fn main() {
    // Cargo adds an option of its own.
    let named = env::args().skip(1).find(|word| !word.starts_with("--"));
    if let Some(named) = named {
        let case = CASES.iter().find(|(name, _)| *name == named);
        let _ = case.map(|(_, carry_out)| carry_out());
        return;
    }
    println!("| what | median of {OFTEN} |\n| --- | --- |");
    for (name, carry_out) in CASES {
        let mut taken: Vec<Duration> = (0..OFTEN).map(|_| carry_out()).collect();
        taken.sort_unstable();
        println!("| {name} | {:.3} ms |", taken[OFTEN / 2].as_secs_f64() * 1000.0);
    }
}

/// The only part that counts.
#[inline(never)]
#[expect(clippy::disallowed_methods, reason = "a bench runs on this computer, where the clock works")]
fn measured<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let made = black_box(work());
    let taken = start.elapsed();
    drop(made);
    taken
}

fn example() -> &'static str {
    include_str!("../static/framework/example.rocu.json")
}

fn opened() -> (Rc<Framework>, Assessment) {
    let framework = Framework::built_in();
    let opened = saved::open(example().as_bytes(), &framework).expect("the example opens");
    (framework, opened.assessment)
}

fn read_framework() -> Duration {
    let words = enlarged::framework(1);
    measured(|| Framework::read(&words))
}

fn open() -> Duration {
    let framework = Framework::built_in();
    measured(|| saved::open(example().as_bytes(), &framework))
}

fn save() -> Duration {
    let (_, assessment) = opened();
    measured(|| saved::save(&assessment))
}

fn report() -> Duration {
    let (framework, assessment) = opened();
    measured(|| Report::of(&framework, &assessment, TODAY))
}

fn html() -> Duration {
    let (framework, assessment) = opened();
    let report = Report::of(&framework, &assessment, TODAY);
    measured(|| export::html(&report))
}

/// A sitting in which everything is answered, and a question with one of its levels.
fn sitting(times: usize) -> (Session, QuestionId, LevelId) {
    let framework = Rc::new(Framework::read(&enlarged::framework(times)).expect("the framework has no flaws"));
    let assessment = plausible::years(&framework, 0, 1, 1).pop().expect("one year");
    let given = assessment.answers.iter().find_map(|(question, answer)| match &answer.choice {
        Some(Choice::Level(level)) => Some((question.clone(), level.clone())),
        _ => None,
    });
    let (question, level) = given.expect("something is answered");
    let mut session = Session::new(framework, Route::Tasks, TODAY);
    session.update(Event::Began(assessment));
    (session, question, level)
}

fn keystroke(times: usize) -> Duration {
    let (mut session, question, _) = sitting(times);
    session.update(Event::Wrote(question.clone(), Field::Note, String::from("Agreed at the board i")));
    let typed = Event::Wrote(question, Field::Note, String::from("Agreed at the board in"));
    measured(|| session.update(typed))
}

fn choose(times: usize) -> Duration {
    let (mut session, question, level) = sitting(times);
    session.update(Event::Withdrew(question.clone()));
    measured(|| session.update(Event::Chose(question, level)))
}

fn autosave() -> Duration {
    let (session, ..) = sitting(TIMES);
    let assessment = session.assessment.as_deref().expect("it is open");
    measured(|| saved::save_densely(assessment))
}

fn analysis() -> Duration {
    let (session, ..) = sitting(TIMES);
    let assessment = session.assessment.as_deref().expect("it is open");
    measured(|| Analysis::of(session.framework(), assessment).coverage())
}

fn changes() -> Duration {
    let framework = Framework::built_in();
    let years = plausible::years(&framework, 0, 2, 1);
    let [before, after] = &years[..] else { return Duration::ZERO };
    let (before, after) = (Side::new(&framework, before), Side::new(&framework, after));
    measured(|| Changes::between(&before, &after))
}

fn national(regions: usize) -> Duration {
    let framework = Framework::built_in();
    let made: Vec<_> = (0..regions).filter_map(|region| plausible::years(&framework, region, 1, 1).pop()).collect();
    let sides: Vec<_> = made.iter().map(|assessment| Side::new(&framework, assessment)).collect();
    measured(|| Report::national(&Regions::of(&sides), TODAY))
}
