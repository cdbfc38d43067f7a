//! The reading grade of the framework, by the formula of Flesch and Kincaid (1975).
//!
//! Grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59. A sentence ends with a
//! full stop, a question mark or an exclamation mark, and each text ends one. Abbreviations and
//! proper names are left out: words with two capitals, and words with a capital that do not begin
//! the sentence. A word with a hyphen counts as its parts. Syllables are groups of vowels, without
//! a silent e at the end and without the e of -ed after letters other than t and d.

use rocu_self_assessment::framework::Framework;

use crate::said_in;

/// Hundredths of a grade that the whole may have.
const HIGHEST: i64 = 1000;

/// What was counted.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    sentences: i64,
    words: i64,
    syllables: i64,
}

#[test]
fn the_whole_framework_reads_at_grade_ten_or_lower() {
    for framework in Framework::built_ins() {
        let mut whole = Count::default();
        for paragraph in &framework.about {
            whole.add(paragraph);
        }
        for rule in &framework.concern_rules {
            whole.add(&rule.because);
        }
        for term in &framework.glossary {
            whole.add(&term.meaning);
        }
        for (_, topic) in framework.topics() {
            let mut page = Count::default();
            for (_, text) in said_in(topic) {
                whole.add(text);
                page.add(text);
            }
            assert!(page.grade() <= HIGHEST + 100, "{}: grade {}", topic.id, shown(page.grade()));
        }
        println!("Flesch–Kincaid grade {} over {} words", shown(whole.grade()), whole.words);
        assert!(whole.grade() <= HIGHEST, "grade {}", shown(whole.grade()));
    }
}

#[test]
fn the_formula_gives_the_grade_of_a_known_sentence() {
    let mut known = Count::default();
    known.add("The cat sat on the mat. It was a very warm day in the old town, so the NCA cat of Mercia slept.");
    assert_eq!((known.sentences, known.words, known.syllables), (2, 21, 22));
    assert_eq!(known.grade(), 39 * 21 / 2 + 1180 * 22 / 21 - 1559);
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    for (word, wanted) in [("plan", 1), ("table", 2), ("agreed", 2), ("tested", 2), ("signed", 1), ("intelligence", 4)]
    {
        assert_eq!(syllables(word), wanted, "{word}");
    }
}

impl Count {
    fn add(&mut self, text: &str) {
        for sentence in text.split_inclusive(['.', '?', '!']) {
            let read = |(at, word): &(usize, &str)| {
                let capitals = word.chars().filter(|c| c.is_uppercase()).count();
                word.contains(char::is_alphabetic)
                    && capitals < 2
                    && (*at == 0 || !word.starts_with(char::is_uppercase))
            };
            let words: Vec<&str> = sentence
                .split_whitespace()
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
                .enumerate()
                .filter(read)
                .flat_map(|(_, word)| word.split('-').filter(|part| !part.is_empty()))
                .collect();
            if !words.is_empty() {
                self.sentences += 1;
                self.words += i64::try_from(words.len()).expect("a sentence is short");
                self.syllables += words.iter().map(|word| syllables(word)).sum::<i64>();
            }
        }
    }

    /// The grade in hundredths: whole numbers, so that the test says the same on every machine.
    fn grade(self) -> i64 {
        39 * self.words / self.sentences + 1180 * self.syllables / self.words - 1559
    }
}

fn syllables(word: &str) -> i64 {
    let letters: String = word.to_lowercase().chars().filter(char::is_ascii_lowercase).collect();
    let vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut within = false;
    for letter in letters.chars() {
        groups += i64::from(vowel(letter) && !within);
        within = vowel(letter);
    }
    let silent_e = letters.ends_with('e') && !letters.ends_with("le") && !letters.ends_with("ee");
    let silent_ed = letters.strip_suffix("ed").is_some_and(|stem| !stem.ends_with(['t', 'd', 'e']));
    if groups > 1 && (silent_e || silent_ed) { groups - 1 } else { groups.max(1) }
}

fn shown(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
