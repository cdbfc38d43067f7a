//! Plausible assessments of many regions over many years: always the same for the same seed.
//!
//! A year is the year before with some answers changed, most of them for the better; gaps get
//! actions, some of which are done and close their gap. `saved::save` writes any of them as a file.

use std::rc::Rc;

use jiff::civil::{Date, date};
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, AssessmentId, Progress, guide};
use rocu_self_assessment::framework::{Force, Framework, LevelId, QuestionId, Region};

/// The year of the first assessment of every region.
pub(crate) const FIRST_YEAR: i16 = 2022;

/// The assessments of one region, one a year, each at the end of March. Regions beyond those of the
/// framework are units of the user's own.
pub(crate) fn years(framework: &Framework, region: usize, years: usize, seed: u64) -> Vec<Assessment> {
    let mut chance = Chance(seed ^ (region as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut assessments: Vec<Assessment> = Vec::new();
    for year in 0..years {
        let mut next = match assessments.last() {
            None => begun(framework, region),
            Some(before) => before.clone(),
        };
        let id = format!("plausible-{seed:x}-{region}-{year}");
        next.id = AssessmentId::new(&id).expect("an id of letters, digits and hyphens");
        let end = FIRST_YEAR + i16::try_from(year).expect("few years");
        next.particulars.date = Some(date(end, 3, 31));
        next.particulars.version = String::from("1.0");
        next.particulars.period = format!("April {} to March {end}", end - 1);
        answer_all(framework, &mut next, year == 0, &mut chance);
        plan_all(framework, &mut next, end, &mut chance);
        assessments.push(next);
    }
    assessments
}

/// Numbers that look random and are always the same for the same seed (`SplitMix64`).
struct Chance(u64);

impl Chance {
    /// A number below that one.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let number = (mixed ^ (mixed >> 31)) % limit as u64;
        usize::try_from(number).expect("it is below a usize")
    }

    /// Whether something happens that happens so many times in a hundred.
    fn of_hundred(&mut self, times: usize) -> bool {
        self.below(100) < times
    }
}

fn begun(framework: &Framework, region: usize) -> Assessment {
    let id = AssessmentId::new("plausible").expect("an id");
    let mut assessment = Assessment::new(id, framework);
    match framework.regions.get(region) {
        Some(known) => assessment.particulars.choose(known),
        None => assessment.particulars.choose(&own(framework, region)),
    }
    if region >= framework.regions.len() {
        assessment.particulars.region = None;
    }
    assessment.particulars.lead = String::from("Head of unit");
    assessment
}

fn own(framework: &Framework, region: usize) -> Region {
    let model = &framework.regions[region % framework.regions.len()];
    let force = |(at, force): (usize, &Force)| Force {
        id: format!("own-{region}-{at}").as_str().try_into().expect("an id"),
        name: format!("{} {region}", force.name),
    };
    Region {
        name: format!("Unit {region}"),
        unit: format!("Unit {region}"),
        forces: model.forces.iter().enumerate().map(force).collect(),
        ..model.clone()
    }
}

fn answer_all(framework: &Framework, assessment: &mut Assessment, first: bool, chance: &mut Chance) {
    for (_, topic) in framework.topics() {
        if first && topic.optional && chance.of_hundred(30) {
            assessment.switch(topic.id.clone(), true);
        }
        if !guide::includes(assessment, topic) {
            continue;
        }
        for question in &topic.questions {
            if guide::asks(assessment, topic, question) {
                answer(framework, assessment, &question.id, chance);
            }
        }
    }
}

fn answer(framework: &Framework, assessment: &mut Assessment, id: &QuestionId, chance: &mut Chance) {
    let answered = assessment.answer(id).choice.is_some();
    // An answer of last year mostly stands, and what was left open is mostly answered now.
    if if answered { !chance.of_hundred(20) } else { chance.of_hundred(6) } {
        return;
    }
    let scale = framework.question(id).expect("a question of the framework").scale;
    if chance.of_hundred(3) {
        let reason = &framework.not_applicable[chance.below(framework.not_applicable.len())];
        return assessment.set_aside(id, reason.id.clone());
    }
    let levels: Vec<LevelId> = scale.levels.iter().map(|level| level.id.clone()).collect();
    // The best level most often, the others by turns.
    let mut level = || if chance.of_hundred(55) { 0 } else { chance.below(levels.len()) };
    if scale.force_by_force {
        for force in assessment.forces().to_vec() {
            assessment.commit(id, force.id, levels[level()].clone());
        }
    } else {
        assessment.choose(id, levels[level()].clone());
    }
    assessment.write(id, Field::Evidence, String::from("Paper to the regional board, with its minutes."));
}

fn plan_all(framework: &Framework, assessment: &mut Assessment, year: i16, chance: &mut Chance) {
    for action in assessment.actions.iter().map(|action| action.id).collect::<Vec<_>>() {
        match chance.below(10) {
            0..4 => assessment.replan(action, |action| action.progress = Progress::Done),
            4..6 => assessment.replan(action, |action| action.progress = Progress::UnderWay),
            6 => assessment.drop_action(action),
            _ => {}
        }
    }
    let analysis = rocu_self_assessment::analysis::Analysis::of(framework, assessment);
    let gaps: Vec<QuestionId> = analysis.gaps.iter().map(|gap| gap.asked.question.id.clone()).collect();
    for question in gaps {
        let planned = assessment.actions_for(&question).next().is_some();
        if !planned && chance.of_hundred(50) {
            assessment.plan(&question);
            let due: Date = date(year + 1, 1 + i8::try_from(chance.below(12)).expect("a month"), 15);
            let last = assessment.actions.last().map(|action: &Rc<_>| action.id).expect("it was just planned");
            assessment.replan(last, |action| {
                action.text = format!("Bring a plan for {question} to the board.");
                action.owner = String::from("Head of capability");
                action.due = Some(due);
            });
        } else if chance.of_hundred(8) {
            assessment.accept(&question, String::from("The demand is too low to justify the cost."));
        } else if chance.of_hundred(20) {
            assessment.reopen(&question);
        }
    }
}
