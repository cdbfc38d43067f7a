//! The country: the assessments of several regions side by side, question by question.

mod chosen;

use std::collections::HashMap;
use std::hash::Hash;

use super::Side;
use crate::analysis::{Analysis, Coverage, Finding, Outcome, Tally};
use crate::assessment::Marking;
use crate::framework::{Asked, Concern, Force, Framework, Level, Part, Question, QuestionId, Standing, TopicId};

pub use chosen::{LeftOut, WhyLeftOut};

/// The assessments of several regions side by side.
///
/// Units are told by their place in [`Regions::units`]. The cost grows in proportion to the number of
/// assessments: each is analysed once, and what is found is put in its place by id.
#[derive(Debug)]
pub struct Regions<'a> {
    /// The assessments that are compared, one a region, by name.
    pub units: Vec<Unit<'a>>,
    /// The files that are not compared, and why.
    pub left_out: Vec<LeftOut<'a>>,
    /// The versions of the framework that were used, the latest first, and how many used each.
    pub frameworks: Vec<(&'a Framework, usize)>,
    /// The capabilities in the order of the walk.
    pub capabilities: Vec<Capability<'a>>,
    /// The questions that count, in the order of the walk, where at least one region asks them.
    pub questions: Vec<Spread<'a>>,
    /// The highest marking among all files, also among those that are left out.
    pub marking: Marking,
    /// Whether all that is compared is invented.
    pub example: bool,
}

/// One region's assessment.
#[derive(Debug)]
pub struct Unit<'a> {
    /// The name of the region or, without one, of the unit; each name occurs once.
    pub name: String,
    /// Its assessment.
    pub side: Side<'a>,
    /// How far it came.
    pub coverage: Coverage,
}

/// One capability across the regions.
#[derive(Debug)]
pub struct Capability<'a> {
    /// The question on its provision, with the capability it stands in.
    pub asked: Asked<'a>,
    /// How each unit has it; none where its framework does not ask.
    pub provided: Vec<Option<Provided>>,
    /// The forces that do not commit fully, with their units and levels.
    pub forces: Vec<NotFully<'a>>,
}

/// How a region has a capability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provided {
    /// What the answer on its provision comes to.
    pub provision: Outcome,
    /// The other answers of the topic.
    pub rest: Tally,
}

/// A force that does not commit fully to a capability.
#[derive(Debug, Clone, Copy)]
pub struct NotFully<'a> {
    /// The place of its unit.
    pub unit: usize,
    /// The force.
    pub force: &'a Force,
    /// What was answered for it.
    pub level: &'a Level,
}

/// One question across the regions.
#[derive(Debug)]
pub struct Spread<'a> {
    /// The question as the latest framework among the files asks it.
    pub asked: Asked<'a>,
    /// The places of the units that ask it, and what their answers come to.
    pub outcomes: Vec<(usize, Outcome)>,
    /// The outcomes counted.
    pub tally: Tally,
    /// The gaps in it.
    pub gaps: Vec<KnownGap>,
}

/// A gap of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownGap {
    /// The place of the unit.
    pub unit: usize,
    /// How grave it is there.
    pub concern: Concern,
    /// Whether the region lives with it.
    pub accepted: bool,
}

impl<'a> Regions<'a> {
    /// Compares regions.
    ///
    /// Of several files of one region the latest by date is taken, one without a date only where no
    /// other has one. Invented examples are left out unless there is nothing else. The order of the
    /// files decides nothing.
    #[must_use]
    pub fn of(sides: &[Side<'a>]) -> Self {
        let marking = sides.iter().map(|side| side.assessment.particulars.marking).max().unwrap_or_default();
        let (chosen, left_out) = chosen::choose(sides);
        let frameworks = frameworks(&chosen);
        let mut places = Places::default();
        let mut regions = Self {
            units: Vec::with_capacity(chosen.len()),
            left_out,
            capabilities: capabilities(&frameworks, chosen.len(), &mut places.topics),
            questions: questions(&frameworks, chosen.len(), &mut places.questions),
            frameworks,
            marking,
            example: chosen.iter().any(|(_, side)| side.assessment.example),
        };
        for (name, side) in chosen {
            regions.add(name, side, &places);
        }
        regions.questions.retain(|spread| !spread.outcomes.is_empty());
        regions.capabilities.retain(|capability| capability.provided.iter().any(Option::is_some));
        regions
    }

    fn add(&mut self, name: String, side: Side<'a>, places: &Places<'a>) {
        let unit = self.units.len();
        let analysis = Analysis::of(side.framework, side.assessment);
        for finding in analysis.counted() {
            if let Some(at) = places.questions.get(&finding.asked.question.id) {
                self.questions[*at].outcomes.push((unit, finding.outcome));
                self.questions[*at].tally.add(finding.outcome);
            }
        }
        for gap in &analysis.gaps {
            if let Some(at) = places.questions.get(&gap.asked.question.id) {
                let gap = KnownGap { unit, concern: gap.concern, accepted: gap.is_accepted() };
                self.questions[*at].gaps.push(gap);
            }
        }
        for findings in analysis.findings.chunk_by(|one, next| one.asked.topic.id == next.asked.topic.id) {
            if let Some(at) = places.topics.get(&findings[0].asked.topic.id) {
                self.capabilities[*at].provided[unit] = provided(findings);
            }
        }
        for row in &analysis.commitment.rows {
            let Some(at) = places.topics.get(&row.asked.topic.id) else { continue };
            let given = analysis.commitment.forces.iter().zip(&row.levels);
            let given = given.filter_map(|(force, level)| Some(NotFully { unit, force, level: (*level)? }));
            self.capabilities[*at].forces.extend(given.filter(|it| it.level.standing.is_gap() || it.level.duplication));
        }
        self.units.push(Unit { name, side, coverage: Coverage::of(analysis.counted()) });
    }
}

impl Capability<'_> {
    /// The places of the units whose answer on its provision comes to that.
    pub fn with(&self, outcome: Outcome) -> impl Iterator<Item = usize> {
        let found = self.provided.iter().enumerate();
        found.filter(move |(_, it)| it.is_some_and(|it| it.provision == outcome)).map(|(unit, _)| unit)
    }

    /// How many units have it in which way.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.provided.iter().flatten().for_each(|provided| tally.add(provided.provision));
        tally
    }

    /// The forces that keep a capability of their own beside the region's.
    pub fn duplications(&self) -> impl Iterator<Item = &NotFully<'_>> {
        self.forces.iter().filter(|it| it.level.duplication)
    }
}

impl Spread<'_> {
    /// The best and the worst standing that occur.
    #[must_use]
    pub fn range(&self) -> Option<(Standing, Standing)> {
        let best = Standing::ALL.into_iter().find(|&standing| self.tally.count(standing) > 0)?;
        Some((best, self.tally.worst()?))
    }

    /// How grave the gravest of its gaps is.
    #[must_use]
    pub fn highest_concern(&self) -> Option<Concern> {
        self.gaps.iter().map(|gap| gap.concern).min()
    }

    /// The places of the units that meet what is asked.
    pub fn met_by(&self) -> impl Iterator<Item = usize> {
        self.outcomes.iter().filter(|(_, it)| *it == Outcome::Assessed(Standing::Meets)).map(|(unit, _)| *unit)
    }
}

/// Where each question and each capability stands.
#[derive(Default)]
struct Places<'a> {
    questions: HashMap<&'a QuestionId, usize>,
    topics: HashMap<&'a TopicId, usize>,
}

/// Whether it is the question that says whether the region has a capability.
fn is_provision(part: &Part, question: &Question) -> bool {
    part.id.as_str() == "capabilities" && question.scale.as_str() == "provision"
}

fn provided(findings: &[Finding<'_>]) -> Option<Provided> {
    let is_provision = |finding: &&Finding<'_>| is_provision(finding.asked.part, finding.asked.question);
    let provision = findings.iter().find(is_provision)?;
    let rest = findings.iter().filter(|finding| !is_provision(finding));
    Some(Provided { provision: provision.outcome, rest: Tally::of(rest) })
}

fn frameworks<'a>(chosen: &[(String, Side<'a>)]) -> Vec<(&'a Framework, usize)> {
    let mut counted: HashMap<_, (&Framework, usize)> = HashMap::new();
    for (_, side) in chosen {
        let framework = side.framework;
        counted.entry((&framework.version, &framework.id)).or_insert((framework, 0)).1 += 1;
    }
    let mut all: Vec<_> = counted.into_values().collect();
    // Of two parts in digits the longer is the greater: 2026.10 comes after 2026.9.
    let parts = |version: &'a str| {
        let sized = |part: &'a str| (if part.parse::<u64>().is_ok() { part.len() } else { 0 }, part);
        version.split('.').map(sized).collect::<Vec<_>>()
    };
    all.sort_by(|(one, _), (other, _)| (parts(&other.version), &other.id).cmp(&(parts(&one.version), &one.id)));
    all
}

/// Every question, as the latest framework that has it asks it, and its place.
fn questions<'a>(
    frameworks: &[(&'a Framework, usize)],
    units: usize,
    places: &mut HashMap<&'a QuestionId, usize>,
) -> Vec<Spread<'a>> {
    let all = frameworks.iter().flat_map(|(framework, _)| framework.questions());
    let once = all.filter(|asked| is_new(places, &asked.question.id));
    let spread =
        |asked| Spread { asked, outcomes: Vec::with_capacity(units), tally: Tally::default(), gaps: Vec::new() };
    once.map(spread).collect()
}

/// Every capability, as the latest framework that has it asks about it, and its place.
fn capabilities<'a>(
    frameworks: &[(&'a Framework, usize)],
    units: usize,
    places: &mut HashMap<&'a TopicId, usize>,
) -> Vec<Capability<'a>> {
    let all = frameworks.iter().flat_map(|(framework, _)| framework.topics().map(|place| (*framework, place)));
    let asked = all.filter_map(|(framework, (part, topic))| {
        let question = topic.questions.iter().find(|question| is_provision(part, question))?;
        is_new(places, &topic.id).then(|| Asked { part, topic, question, scale: framework.scale_of(question) })
    });
    asked.map(|asked| Capability { asked, provided: vec![None; units], forces: Vec::new() }).collect()
}

/// Whether none has that id yet; it is then given the next place.
fn is_new<T: Eq + Hash>(places: &mut HashMap<T, usize>, id: T) -> bool {
    let next = places.len();
    *places.entry(id).or_insert(next) == next
}
