//! Which terms of the glossary a topic uses, so that each can be explained where it stands.

use super::{Framework, Term, Topic};

impl Framework {
    /// The abbreviations of the glossary that the topic uses, in the order of the glossary.
    #[must_use]
    pub fn abbreviations_in(&self, topic: &Topic) -> Vec<&Term> {
        let texts = texts(topic);
        let used = |term: &&Term| term.full.is_some() && texts.iter().any(|text| uses(text, &term.term));
        self.glossary.iter().filter(used).collect()
    }
}

fn texts(topic: &Topic) -> Vec<&str> {
    let mut texts = vec![topic.name.as_str(), &topic.summary, &topic.basis.note];
    for question in &topic.questions {
        texts.extend([question.text.as_str(), &question.help, &question.why.note]);
        texts.extend(question.statements.values().chain(&question.prompts).map(String::as_str));
    }
    texts
}

/// Whether the text has the term as a word of its own, also in the plural.
fn uses(text: &str, term: &str) -> bool {
    text.match_indices(term).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = &text[at + term.len()..];
        let after = after.strip_prefix('s').unwrap_or(after).chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_as_a_word_and_not_within_one() {
        assert!(uses("an organised crime group (OCG)", "OCG"));
        assert!(uses("OCGs in the region", "OCG"));
        assert!(!uses("OCGM scores", "OCG"));
        assert!(!uses("an ocg", "OCG"));
    }

    #[test]
    fn the_abbreviations_of_a_topic_are_those_that_it_uses() {
        let framework = Framework::built_in();
        let (_, topic) = framework.topics().find(|(_, topic)| topic.id.as_str() == "modern-slavery").expect("a topic");
        let terms: Vec<&str> = framework.abbreviations_in(topic).iter().map(|term| term.term.as_str()).collect();
        assert!(terms.contains(&"MSHT"), "{terms:?}");
        assert!(!terms.contains(&"GAIN"), "{terms:?}");
    }
}
