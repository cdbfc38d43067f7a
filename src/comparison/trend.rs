//! More than two assessments over time: the outcomes of each part and topic, in the order of dates.

use std::collections::{HashMap, HashSet};

use super::Side;
use crate::analysis::{Analysis, Finding, Tally};
use crate::framework::{Part, PartId, Topic, TopicId};

/// The outcomes of each part and topic over several assessments.
#[derive(Debug)]
pub struct Trend<'a> {
    /// The assessments by date, the earliest first; those without a date come last. Of two of the same
    /// date, what is written in them decides, so that the order in which files were opened does not.
    pub sides: Vec<Side<'a>>,
    /// One line for each part and each topic that any of them asks: a part, then its topics. Those of
    /// the last assessment come first, in the order of its walk.
    pub lines: Vec<Line<'a>>,
}

/// The outcomes of one part or topic.
#[derive(Debug)]
pub struct Line<'a> {
    /// The part.
    pub part: &'a Part,
    /// The topic; none where the whole part is counted.
    pub topic: Option<&'a Topic>,
    /// The outcomes in the order of the assessments; none where an assessment does not ask about it.
    pub tallies: Vec<Option<Tally>>,
}

impl<'a> Trend<'a> {
    /// Puts assessments in the order of their dates and counts each. Parts that hold the user's own
    /// judgment are left out.
    #[must_use]
    pub fn over(sides: &[Side<'a>]) -> Self {
        let mut sides = sides.to_vec();
        sides.sort_by(|first, second| {
            let date = |side: &Side<'_>| (side.assessment.particulars.date.is_none(), side.assessment.particulars.date);
            date(first).cmp(&date(second)).then_with(|| first.by_content(second))
        });
        let analyses: Vec<_> = sides.iter().map(|side| Analysis::of(side.framework, side.assessment)).collect();
        let counted: Vec<Counted<'a>> = analyses.iter().map(Counted::of).collect();
        Self { lines: lines(&analyses, &counted), sides }
    }
}

/// The outcomes of one assessment.
struct Counted<'a> {
    parts: HashMap<&'a PartId, Tally>,
    topics: HashMap<&'a TopicId, Tally>,
}

impl<'a> Counted<'a> {
    fn of(analysis: &Analysis<'a>) -> Self {
        let tally = |findings: &[Finding<'a>]| Tally::of(findings.iter());
        let parts = analysis.findings.chunk_by(|one, next| one.asked.part.id == next.asked.part.id);
        let topics = analysis.findings.chunk_by(|one, next| one.asked.topic.id == next.asked.topic.id);
        Self {
            parts: parts.map(|findings| (&findings[0].asked.part.id, tally(findings))).collect(),
            topics: topics.map(|findings| (&findings[0].asked.topic.id, tally(findings))).collect(),
        }
    }
}

fn lines<'a>(analyses: &[Analysis<'a>], counted: &[Counted<'a>]) -> Vec<Line<'a>> {
    let mut topics: Vec<(&'a Part, Vec<&'a Topic>)> = Vec::new();
    let mut places: HashMap<&'a PartId, usize> = HashMap::new();
    let mut known: HashSet<&'a TopicId> = HashSet::new();
    for analysis in analyses.iter().rev() {
        for asked in analysis.counted().map(|finding| finding.asked).filter(|asked| known.insert(&asked.topic.id)) {
            let at = *places.entry(&asked.part.id).or_insert(topics.len());
            if at == topics.len() {
                topics.push((asked.part, Vec::new()));
            }
            topics[at].1.push(asked.topic);
        }
    }
    let mut lines = Vec::new();
    for (part, topics) in topics {
        let tallies = counted.iter().map(|one| one.parts.get(&part.id).copied()).collect();
        lines.push(Line { part, topic: None, tallies });
        lines.extend(topics.into_iter().map(|topic| {
            let tallies = counted.iter().map(|one| one.topics.get(&topic.id).copied()).collect();
            Line { part, topic: Some(topic), tallies }
        }));
    }
    lines
}
