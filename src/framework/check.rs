//! What makes a framework sound: every name that is used exists, and nothing is said twice.

use crate::framework::Inserted;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

use super::flaw::{Fault, Flaw};
use super::id::{LevelId, SourceId};
use super::question::{Part, Question, Topic};
use super::scale::Scale;
use super::source::{Basis, Certainty};
use super::{Framework, MOST_FORCES, ReasonId};

/// Every flaw of a framework that has the right shape.
pub(super) fn flaws(framework: &Framework, text: &str) -> Vec<Flaw> {
    let mut check = Check { framework, known: known(framework), lines: lines_of_ids(text), found: Vec::new() };
    check.said("version", &[&framework.version]);
    check.said("name", &[&framework.name]);
    check.names();
    check.regions();
    check.rules();
    for part in &framework.parts {
        check.said(part.id.as_str(), &[&part.name, &part.summary]);
        for topic in &part.topics {
            check.topic(topic);
        }
    }
    check.statements();
    check.found
}

/// What a name may be of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Part,
    Topic,
    Question,
    Theme,
    Scale,
    Source,
}

/// The names that there are, each with its place in its list: a file may use one a million times.
fn known(framework: &Framework) -> BTreeMap<(Of, &str), usize> {
    let mut lists: Vec<(Of, Vec<&str>)> = vec![
        (Of::Part, framework.parts.iter().map(|part| part.id.as_str()).collect()),
        (Of::Topic, framework.topics().map(|(_, topic)| topic.id.as_str()).collect()),
        (Of::Theme, framework.themes.iter().map(|theme| theme.id.as_str()).collect()),
        (Of::Scale, framework.scales.iter().map(|scale| scale.id.as_str()).collect()),
        (Of::Source, framework.sources.iter().map(|source| &*source.id.0).collect()),
    ];
    for (_, topic) in framework.topics() {
        lists.push((Of::Question, topic.questions.iter().map(|question| question.id.as_str()).collect()));
    }
    let named = |(of, names): (Of, Vec<_>)| names.into_iter().enumerate().map(move |(at, name)| ((of, name), at));
    lists.into_iter().flat_map(named).inserted()
}

struct Check<'a> {
    framework: &'a Framework,
    known: BTreeMap<(Of, &'a str), usize>,
    lines: HashMap<String, usize>,
    found: Vec<Flaw>,
}

impl Check<'_> {
    fn report(&mut self, key: &str, fault: Fault) {
        let owner = key.split('/').next().unwrap_or(key);
        let line = self.lines.get(owner).copied().unwrap_or(1);
        self.found.push(Flaw { key: key.to_owned(), line, fault });
    }

    fn place(&self, of: Of, name: &str) -> Option<usize> {
        self.known.get(&(of, name)).copied()
    }

    fn knows(&self, of: Of, name: &str) -> bool {
        self.place(of, name).is_some()
    }

    fn once<'b>(&mut self, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.report(id, Fault::Twice);
            }
        }
    }

    fn said(&mut self, key: &str, texts: &[&str]) {
        if texts.iter().any(|text| text.trim().is_empty()) {
            self.report(key, Fault::Empty);
        }
    }

    fn names(&mut self) {
        let framework = self.framework;
        self.once(framework.themes.iter().map(|theme| theme.id.as_str()));
        self.once(framework.scales.iter().map(|scale| scale.id.as_str()));
        self.once(framework.not_applicable.iter().map(|reason| ReasonId::as_str(&reason.id)));
        self.once(framework.parts.iter().map(|part| part.id.as_str()));
        self.once(framework.topics().map(|(_, topic)| topic.id.as_str()));
        let questions = framework.topics().flat_map(|(_, topic)| &topic.questions);
        self.once(questions.map(|question| question.id.as_str()));
        self.once(framework.sources.iter().map(|source| &*source.id.0));
        self.once(framework.glossary.iter().map(|term| term.term.as_str()));
        for scale in &framework.scales {
            self.once(scale.levels.iter().map(|level| level.id.as_str()));
            if scale.levels.is_empty() {
                self.report(scale.id.as_str(), Fault::NoneGiven);
            }
        }
        for term in &framework.glossary {
            self.sources(&term.term, &term.sources);
        }
    }

    fn regions(&mut self) {
        let framework = self.framework;
        self.once(framework.regions.iter().map(|region| region.id.as_str()));
        self.once(framework.regions.iter().flat_map(|region| &region.forces).map(|force| force.id.as_str()));
        for region in &framework.regions {
            self.said(region.id.as_str(), &[&region.name, &region.unit]);
            self.sources(region.id.as_str(), &region.sources);
            if region.forces.is_empty() {
                self.report(region.id.as_str(), Fault::NoneGiven);
            }
            if region.forces.len() > MOST_FORCES {
                self.report(region.id.as_str(), Fault::ManyForces);
            }
        }
    }

    fn rules(&mut self) {
        let framework = self.framework;
        self.once(framework.concern_rules.iter().map(|rule| rule.id.as_str()));
        for rule in &framework.concern_rules {
            let key = rule.id.as_str();
            self.said(key, &[&rule.because]);
            let when = &rule.when;
            let mut unknown = Vec::new();
            unknown.extend(strangers(&when.parts, |id| self.knows(Of::Part, id.as_str())));
            unknown.extend(strangers(&when.topics, |id| self.knows(Of::Topic, id.as_str())));
            unknown.extend(strangers(&when.themes, |id| self.knows(Of::Theme, id.as_str())));
            unknown.extend(strangers(&when.scales, |id| self.knows(Of::Scale, id.as_str())));
            for name in unknown {
                self.report(key, Fault::Unknown(name));
            }
        }
        if framework.concern_rules.last().is_none_or(|rule| rule.when != super::concern::When::default()) {
            self.report("concern_rules", Fault::NoLastRule);
        }
    }

    fn topic(&mut self, topic: &Topic) {
        self.said(topic.id.as_str(), &[&topic.name, &topic.summary]);
        if topic.id.as_str().contains('.') {
            self.report(topic.id.as_str(), Fault::StopInTopic);
        }
        self.basis(topic.id.as_str(), &topic.basis);
        if topic.questions.is_empty() {
            self.report(topic.id.as_str(), Fault::NoneGiven);
        }
        for (at, question) in topic.questions.iter().enumerate() {
            self.question(topic, at, question);
        }
    }

    fn question(&mut self, topic: &Topic, at: usize, question: &Question) {
        let key = question.id.as_str();
        let framework = self.framework;
        if key.strip_prefix(topic.id.as_str()).is_none_or(|rest| !rest.starts_with('.')) {
            self.report(key, Fault::OutsideTopic);
        }
        if !self.knows(Of::Theme, question.theme.as_str()) {
            self.report(&format!("{key}/theme"), Fault::Unknown(question.theme.to_string()));
        }
        match self.place(Of::Scale, question.scale.as_str()) {
            None => self.report(&format!("{key}/scale"), Fault::Unknown(question.scale.to_string())),
            Some(scale) => self.levels(question, &framework.scales[scale]),
        }
        self.said(key, &[&question.text]);
        self.said(
            key,
            &question.prompts.iter().chain(question.statements.values()).map(String::as_str).collect::<Vec<_>>(),
        );
        if question.prompts.is_empty() {
            self.report(&format!("{key}/prompts"), Fault::NoneGiven);
        }
        self.basis(&format!("{key}/why"), &question.why);
        if let Some(shown) = &question.shown_when {
            let key = format!("{key}/shown_when");
            let earlier = self.place(Of::Question, shown.question.as_str()).filter(|earlier| *earlier < at);
            match earlier.map(|at| &topic.questions[at]).filter(|earlier| earlier.id == shown.question) {
                None => self.report(&key, Fault::Order),
                Some(earlier) => {
                    for level in strangers(&shown.levels, |id| earlier.statements.contains_key(id)) {
                        self.report(&key, Fault::Unknown(level));
                    }
                }
            }
        }
    }

    fn levels(&mut self, question: &Question, scale: &Scale) {
        let wanted: BTreeSet<_> = scale.levels.iter().map(|level| &level.id).inserted();
        let given: BTreeSet<_> = question.statements.keys().inserted();
        let differ: Vec<LevelId> = wanted.symmetric_difference(&given).map(|&level| level.clone()).collect();
        if !differ.is_empty() {
            self.report(&format!("{}/statements", question.id), Fault::Statements(differ));
        }
        if !wanted.contains(&question.minimum) {
            self.report(&format!("{}/minimum", question.id), Fault::Unknown(question.minimum.to_string()));
        }
    }

    fn basis(&mut self, key: &str, basis: &Basis) {
        self.said(key, &[&basis.note]);
        if (basis.certainty == Certainty::Ours) != basis.sources.is_empty() {
            self.report(key, Fault::Sources);
        }
        self.sources(key, &basis.sources);
    }

    fn sources(&mut self, key: &str, sources: &[SourceId]) {
        for name in strangers(sources, |id| self.knows(Of::Source, &id.0)) {
            self.report(key, Fault::Unknown(name));
        }
    }

    fn statements(&mut self) {
        let mut seen: BTreeMap<&str, (&Part, &Topic)> = BTreeMap::new();
        for (part, topic) in self.framework.topics() {
            for question in &topic.questions {
                for (level, statement) in &question.statements {
                    let (_, first) = seen.entry(statement).or_insert((part, topic));
                    if first.id != topic.id {
                        let other = first.id.to_string();
                        self.report(&format!("{}/statements/{level}", question.id), Fault::SameStatement(other));
                    }
                }
            }
        }
    }
}

fn strangers<T: fmt::Display>(names: &[T], known: impl Fn(&T) -> bool) -> Vec<String> {
    names.iter().filter(|name| !known(name)).map(T::to_string).collect()
}

/// The line on which each `"id": "…"` stands; of one that stands twice, the second.
fn lines_of_ids(text: &str) -> HashMap<String, usize> {
    text.lines()
        .enumerate()
        .flat_map(|(at, line)| {
            line.match_indices("\"id\"").map(move |(start, key)| (at + 1, &line[start + key.len()..]))
        })
        .filter_map(|(line, rest)| rest.trim_start_matches([':', ' ']).strip_prefix('"').map(|rest| (line, rest)))
        .filter_map(|(line, rest)| rest.split_once('"').map(|(id, _)| (id.to_owned(), line)))
        .collect()
}
