//! Gaps, and the order in which a board should read them.

use std::rc::Rc;

use super::Finding;
use super::target::{falls_short, moves};
use crate::assessment::{Action, Aim, Assessment};
use crate::framework::{Asked, Concern, ConcernRule, Force, Framework, Level, LevelId, Standing};

/// An answer that falls short, fully or partly, of the minimum expectation or of the region's own target.
#[derive(Debug, Clone)]
pub struct Gap<'a> {
    /// The question and where it stands.
    pub asked: Asked<'a>,
    /// Fully or partly.
    pub standing: Standing,
    /// The level chosen; force by force, the levels of the forces that fall short.
    pub levels: Vec<(Option<&'a Force>, &'a Level)>,
    /// The target that it was measured against, where that is not the minimum expectation.
    pub aim: Option<Aim>,
    /// How grave it is: the rule's word, or the user's.
    pub concern: Concern,
    /// The rule that fits it.
    pub rule: &'a ConcernRule,
    /// The user's reason for another concern than the rule's.
    pub overruled: Option<&'a str>,
    /// What is decided about it.
    pub handling: Handling<'a>,
}

/// What is decided about a gap.
#[derive(Debug, Clone)]
pub enum Handling<'a> {
    /// Nothing yet.
    Open,
    /// There are actions.
    Planned(Vec<&'a Rc<Action>>),
    /// The region decides to live with it, for this reason.
    Accepted(&'a str),
}

impl Gap<'_> {
    /// Whether the region decides to live with it.
    #[must_use]
    pub const fn is_accepted(&self) -> bool {
        matches!(self.handling, Handling::Accepted(_))
    }

    /// What was answered, in words: the level, or the forces by level.
    #[must_use]
    pub fn answered(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        for level in self.asked.scale.levels.iter().rev() {
            let forces: Vec<&str> = self
                .levels
                .iter()
                .filter(|(_, chosen)| chosen.id == level.id)
                .filter_map(|(force, _)| force.map(|force| force.name.as_str()))
                .collect();
            if !forces.is_empty() {
                words.push(format!("{}: {}", level.name, forces.join(", ")));
            } else if self.levels.iter().any(|(force, chosen)| force.is_none() && chosen.id == level.id) {
                words.push(level.name.clone());
            }
        }
        words.join("; ")
    }

    /// The statements of the levels that were chosen, worst first.
    #[must_use]
    pub fn statements(&self) -> Vec<&str> {
        let chosen = |level: &&Level| self.levels.iter().any(|(_, chosen)| chosen.id == level.id);
        let levels = self.asked.scale.levels.iter().rev().filter(chosen);
        levels.filter_map(|level| self.asked.question.statements.get(&level.id)).map(String::as_str).collect()
    }
}

/// All gaps: by concern, then by the rule that fits, then the worse answer first, then as asked.
pub(super) fn ranked<'a>(
    framework: &'a Framework,
    assessment: &'a Assessment,
    findings: &[Finding<'a>],
) -> Vec<Gap<'a>> {
    let mut gaps: Vec<(usize, Gap<'a>)> =
        findings.iter().filter_map(|finding| gap(framework, assessment, finding)).collect();
    gaps.sort_by_key(|(rule, gap)| (gap.concern, *rule, std::cmp::Reverse(gap.standing)));
    gaps.into_iter().map(|(_, gap)| gap).collect()
}

fn gap<'a>(framework: &'a Framework, assessment: &'a Assessment, finding: &Finding<'a>) -> Option<(usize, Gap<'a>)> {
    let asked = finding.asked;
    if asked.part.judgment || finding.outcome.standing().is_none() {
        return None;
    }
    let levels = levels(assessment, &asked);
    let standing = levels.iter().map(|(_, level)| level.standing).max()?;
    let (at, rule) = framework
        .concern_rules
        .iter()
        .enumerate()
        .find(|(_, rule)| rule.when.fits(asked.part, asked.topic, asked.question, standing))?;
    let id = &asked.question.id;
    let overruled = assessment.overruled.get(id);
    let handling = match assessment.accepted.get(id) {
        Some(acceptance) => Handling::Accepted(&acceptance.reason),
        None => match assessment.actions_for(id).collect::<Vec<_>>() {
            actions if actions.is_empty() => Handling::Open,
            actions => Handling::Planned(actions),
        },
    };
    Some((
        at,
        Gap {
            asked,
            standing,
            levels,
            aim: assessment.targets.get(&asked.topic.id).map(|target| target.aim).filter(|aim| moves(&asked, *aim)),
            concern: overruled.map_or(rule.concern, |overruled| overruled.concern),
            rule,
            overruled: overruled.map(|overruled| overruled.reason.as_str()),
            handling,
        },
    ))
}

/// The levels that fall short of what is enough; force by force, those of the forces that do.
fn levels<'a>(assessment: &'a Assessment, asked: &Asked<'a>) -> Vec<(Option<&'a Force>, &'a Level)> {
    let Some(answer) = assessment.answers.get(&asked.question.id) else { return Vec::new() };
    let aim = assessment.targets.get(&asked.topic.id).map(|target| target.aim);
    let given: Vec<(Option<&Force>, Option<&LevelId>)> = if asked.scale.force_by_force {
        assessment.forces().iter().map(|force| (Some(force), answer.level_of(&force.id))).collect()
    } else {
        vec![(None, answer.level())]
    };
    let known = given.into_iter().filter_map(|(force, level)| Some((force, asked.scale.level(level?)?)));
    known.filter(|(_, level)| falls_short(asked.scale, asked.question, aim, level)).collect()
}
