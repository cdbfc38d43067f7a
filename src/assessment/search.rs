//! Search in questions, answers, actions and the glossary.

use super::edit::Field;
use super::{ActionId, Assessment, guide};
use crate::framework::{Asked, Framework, QuestionId};

/// How many characters of a text are shown around what was found.
const SHOWN: usize = 160;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where it is.
    pub place: Place,
    /// The question, action or term.
    pub title: String,
    /// The words that were found and what stands around them.
    pub excerpt: String,
}

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a question: its text, help, levels or prompts.
    Question(QuestionId),
    /// In what was written beside an answer.
    Answer(QuestionId, Field),
    /// In an action for the gap of that question.
    Action(QuestionId, ActionId),
    /// In the glossary, at that number.
    Term(usize),
}

/// All that holds every word that is wanted, in whatever case: questions of this assessment in the
/// order of the walk, each followed by what was written there; then actions; then terms.
///
/// A question is also found by its id, which stands beside it on paper, and by how that begins. The
/// one whose id is wanted comes first.
#[must_use]
pub fn search(framework: &Framework, assessment: &Assessment, wanted: &str) -> Vec<Hit> {
    let wanted: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let included = framework.questions().filter(|asked| guide::includes(assessment, asked.topic));
    let mut hits: Vec<Hit> = included.flat_map(|asked| of_question(assessment, &asked, &wanted)).collect();
    let is_wanted = |hit: &Hit| matches!(&hit.place, Place::Question(id) if wanted == [id.as_str()]);
    if let Some(at) = hits.iter().position(is_wanted) {
        hits[..=at].rotate_right(1);
    }
    hits.extend(assessment.actions.iter().filter_map(|action| {
        let texts = [&action.text, &action.owner, &action.resources];
        let excerpt = found(&texts.map(String::as_str), &wanted)?;
        Some(Hit {
            place: Place::Action(action.question.clone(), action.id),
            title: format!("Action {}", action.id),
            excerpt,
        })
    }));
    hits.extend(framework.glossary.iter().enumerate().filter_map(|(number, term)| {
        let texts = [term.full.as_deref().unwrap_or_default(), &term.meaning, &term.term];
        let excerpt = found(&texts, &wanted)?;
        Some(Hit { place: Place::Term(number), title: term.term.clone(), excerpt })
    }));
    hits
}

fn of_question(assessment: &Assessment, asked: &Asked<'_>, wanted: &[String]) -> Vec<Hit> {
    let question = asked.question;
    let mut texts = vec![asked.topic.name.as_str(), &question.help];
    texts.extend(question.statements.values().chain(&question.prompts).map(String::as_str));
    texts.push(&question.text);
    let hit = |place, excerpt| Hit { place, title: question.text.clone(), excerpt };
    let mut hits = Vec::new();
    let is_named = matches!(wanted, [word] if question.id.as_str().starts_with(word.as_str()));
    let excerpt = found(&texts, wanted).or_else(|| is_named.then(|| question.id.to_string()));
    hits.extend(excerpt.map(|excerpt| hit(Place::Question(question.id.clone()), excerpt)));
    let answer = assessment.answer(&question.id);
    for (field, text) in
        [(Field::Detail, &answer.detail), (Field::Evidence, &answer.evidence), (Field::Note, &answer.note)]
    {
        let excerpt = found(&[text], wanted);
        hits.extend(excerpt.map(|excerpt| hit(Place::Answer(question.id.clone(), field), excerpt)));
    }
    hits
}

/// Where the texts together hold every word: what stands around the first of them that is found.
fn found(texts: &[&str], wanted: &[String]) -> Option<String> {
    let lower: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let all = wanted.iter().all(|word| lower.iter().any(|text| text.contains(word)));
    let first = || texts.iter().zip(&lower).find(|(_, lower)| wanted.iter().any(|word| lower.contains(word)));
    all.then(first)?.map(|(text, _)| around(text, wanted))
}

/// The text, or where it is long what stands around the first of the words in it.
fn around(text: &str, wanted: &[String]) -> String {
    let characters: Vec<char> = text.trim().chars().collect();
    if characters.len() <= SHOWN {
        return characters.into_iter().collect();
    }
    let begins = |at: &usize| {
        let rest: String =
            characters[*at..].iter().take(SHOWN).flat_map(|character| character.to_lowercase()).collect();
        wanted.iter().any(|word| rest.starts_with(word.as_str()))
    };
    let at = (0..characters.len()).find(begins).unwrap_or_default();
    let from = at.saturating_sub(SHOWN / 3).min(characters.len() - SHOWN);
    let shown: String = characters[from..from + SHOWN].iter().collect();
    let [before, after] = [from > 0, from + SHOWN < characters.len()].map(|cut| if cut { "…" } else { "" });
    format!("{before}{}{after}", shown.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_lowercase).collect()
    }

    #[test]
    fn a_short_text_is_shown_whole_and_a_long_one_around_what_was_found() {
        assert_eq!(around(" A short text ", &words("short")), "A short text");
        let long = format!("{} The needle. {}", "hay ".repeat(100), "straw ".repeat(100));
        let shown = around(&long, &words("NEEDLE"));
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains("The needle."), "{shown}");
        assert!(shown.chars().count() <= SHOWN + 2);
    }

    #[test]
    fn a_text_whose_letters_change_in_number_with_their_case_is_no_trouble() {
        let long = "İ".repeat(500) + " needle";
        assert!(around(&long, &words("needle")).ends_with("needle"));
        assert!(found(&[&long], &words("İ needle")).is_some());
    }

    #[test]
    fn every_word_must_be_found_and_none_finds_nothing() {
        assert!(found(&["Minutes of", "the board"], &words("board minutes")).is_some());
        assert!(found(&["Minutes of", "the board"], &words("board maxutes")).is_none());
    }
}
