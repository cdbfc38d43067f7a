//! Every claim says where it comes from and how sure it is, and claims no more.

use std::collections::BTreeSet;

use rocu_self_assessment::framework::{Basis, Certainty, Framework};

use crate::{asked_in, none, said_in};

#[test]
fn every_source_listed_is_cited_and_every_source_cited_is_listed() {
    let framework = Framework::built_in();
    let listed: BTreeSet<_> = framework.sources.iter().map(|source| &source.id).collect();
    let claims = bases(&framework).into_iter().flat_map(|(_, basis)| &basis.sources);
    let regions = framework.regions.iter().flat_map(|region| &region.sources);
    let terms = framework.glossary.iter().flat_map(|term| &term.sources);
    let cited: BTreeSet<_> = claims.chain(regions).chain(terms).collect();
    assert_eq!(listed, cited);
}

#[test]
fn what_is_asked_is_in_our_own_words_and_quotes_nobody() {
    for framework in Framework::built_ins() {
        let levels: Vec<String> =
            framework.scales.iter().flat_map(|scale| &scale.levels).map(|level| format!("“{}”", level.name)).collect();
        let mut found = Vec::new();
        for asked in framework.questions() {
            for (at, text) in asked_in(asked.question) {
                let quotes = levels.iter().fold(text.to_owned(), |text, level| text.replace(level.as_str(), ""));
                let judged = asked.part.judgment;
                if quotes.contains(['“', '”', '"'])
                    || (!judged && text.contains("HMIC"))
                    || text.contains("inspectorate")
                {
                    found.push(format!("{at}: {text}"));
                }
            }
        }
        none(&found);
    }
}

#[test]
fn a_note_says_that_inspectors_found_something_only_where_their_own_words_were_read() {
    for framework in Framework::built_ins() {
        let found: Vec<String> = bases(&framework)
            .into_iter()
            .filter(|(_, basis)| basis.certainty == Certainty::Ours && basis.note.contains("HMIC"))
            .map(|(at, basis)| format!("{at}: {}", basis.note))
            .collect();
        none(&found);
    }
}

#[test]
fn a_note_words_its_certainty() {
    for framework in Framework::built_ins() {
        let accounts = ["Press coverage", "An article", "account", "Accounts", "Published accounts", "letter"];
        let ours = [
            "our reconstruction",
            "our inference",
            "our reading",
            "We believe",
            "We have not seen",
            "these themes are our",
        ];
        let mut found = Vec::new();
        for (at, basis) in bases(&framework) {
            let says = |words: &[&str]| words.iter().any(|word| basis.note.contains(word));
            let fits = match basis.certainty {
                Certainty::Confirmed => !says(&accounts[..2]) && !says(&ours[..3]),
                Certainty::Reported => says(&accounts),
                Certainty::Reconstructed => says(&ours),
                Certainty::Ours => basis.note.starts_with("Our own addition. We think that "),
            };
            if !fits {
                found.push(format!("{at} ({}): {}", basis.certainty.word(), basis.note));
            }
        }
        none(&found);
    }
}

#[test]
fn only_the_six_that_public_sources_name_are_confirmed_as_being_among_the_thirteen() {
    for framework in Framework::built_ins() {
        let capabilities = framework.topics().filter(|(part, _)| part.id.as_str() == "capabilities");
        let confirmed = capabilities.filter(|(_, topic)| topic.basis.certainty == Certainty::Confirmed);
        assert_eq!(
            confirmed.map(|(_, topic)| topic.id.as_str()).collect::<Vec<_>>(),
            [
                "sensitive-intelligence",
                "prison-intelligence",
                "asset-recovery",
                "cyber-crime-unit",
                "undercover",
                "surveillance"
            ]
        );
    }
}

#[test]
fn the_themes_of_the_recommendations_are_never_given_as_the_recommendations() {
    for framework in Framework::built_ins() {
        for (_, topic) in framework.topics().filter(|(_, topic)| topic.id.as_str() == "recommendation-themes") {
            assert_eq!(topic.basis.certainty, Certainty::Reconstructed);
            for question in &topic.questions {
                assert_eq!(question.why.certainty, Certainty::Reconstructed, "{}", question.id);
                assert!(question.why.note.contains("our inference"), "{}", question.id);
            }
        }
    }
}

#[test]
fn no_detail_is_printed_that_could_not_be_confirmed() {
    for framework in Framework::built_ins() {
        let withdrawn = ["part-time post", "52 of 506", "52 out of 506", "recalled"];
        let said = framework.topics().flat_map(|(_, topic)| said_in(topic));
        none(
            &said
                .filter(|(_, text)| withdrawn.iter().any(|word| text.contains(word)))
                .map(|(at, _)| at)
                .collect::<Vec<_>>(),
        );
    }
}

fn bases(framework: &Framework) -> Vec<(String, &Basis)> {
    let of_topics = framework.topics().map(|(_, topic)| (topic.id.to_string(), &topic.basis));
    let of_questions = framework.questions().map(|asked| (asked.question.id.to_string(), &asked.question.why));
    of_topics.chain(of_questions).collect()
}
