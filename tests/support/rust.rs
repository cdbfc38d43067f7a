//! Rust files, word by word, with what is code told apart from texts and comments.

use std::iter::Peekable;
use std::str::Chars;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a number or a sign.
    Code,
    /// What stands between quotation marks.
    Text,
    /// A comment, those that document included.
    Comment,
}

/// A word of a Rust file.
#[derive(Debug)]
pub(crate) struct Word {
    /// The line on which it begins, from 1.
    pub(crate) line: usize,
    /// What it is.
    pub(crate) kind: Kind,
    /// Its letters; of a text, those between the marks.
    pub(crate) text: String,
}

/// The words of a Rust file. `::` is one word, any other sign is one for each letter.
pub(crate) fn words(source: &str) -> Vec<Word> {
    let mut reader = Reader { rest: source.chars().peekable(), line: 1 };
    let mut words: Vec<Word> = Vec::new();
    loop {
        let line = reader.line;
        let after_a_stop = words.last().is_some_and(|word| word.text == "." && word.kind == Kind::Code);
        let Some(first) = reader.next() else { return words };
        if let Some((kind, text)) = reader.word(first, after_a_stop) {
            words.push(Word { line, kind, text });
        }
    }
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    line: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let next = self.rest.next();
        self.line += usize::from(next == Some('\n'));
        next
    }

    fn word(&mut self, first: char, after_a_stop: bool) -> Option<(Kind, String)> {
        let second = self.rest.peek().copied();
        match (first, second) {
            (first, _) if first.is_whitespace() => None,
            ('/', Some('/')) => Some((Kind::Comment, self.until(|text| text.ends_with('\n')))),
            ('/', Some('*')) => Some((Kind::Comment, self.block_comment())),
            ('"', _) => Some((Kind::Text, self.string())),
            ('\'', _) => self.after_a_tick(),
            (':', Some(':')) => {
                let _ = self.next();
                Some((Kind::Code, String::from("::")))
            }
            (first, _) if first.is_ascii_digit() => Some((Kind::Code, self.number(first, after_a_stop))),
            (first, _) if is_name(first) => {
                let name = self.name(first);
                let marks = matches!(self.rest.peek(), Some('"' | '#'));
                match name.as_str() {
                    "r" | "br" | "cr" if marks => Some(self.raw(name)),
                    "b" | "c" if self.rest.peek() == Some(&'"') => {
                        let _ = self.next();
                        Some((Kind::Text, self.string()))
                    }
                    _ => Some((Kind::Code, name)),
                }
            }
            _ => Some((Kind::Code, first.to_string())),
        }
    }

    /// Reads until that is true of what was read, or to the end.
    fn until(&mut self, is_over: impl Fn(&str) -> bool) -> String {
        let mut text = String::new();
        while !is_over(&text) {
            let Some(next) = self.next() else { break };
            text.push(next);
        }
        text
    }

    fn block_comment(&mut self) -> String {
        let mut text = String::from("/");
        let mut open = 0;
        while let Some(next) = self.next() {
            text.push(next);
            open += isize::from(text.ends_with("/*")) - isize::from(text.ends_with("*/"));
            if open == 0 {
                break;
            }
        }
        text
    }

    fn string(&mut self) -> String {
        let mut text = String::new();
        while let Some(next) = self.next() {
            match next {
                '"' => break,
                '\\' => text.extend(self.next().filter(|escaped| matches!(escaped, '"' | '\\'))),
                next => text.push(next),
            }
        }
        text
    }

    fn raw(&mut self, name: String) -> (Kind, String) {
        let mut end = String::from("\"");
        while self.rest.next_if_eq(&'#').is_some() {
            end.push('#');
        }
        if self.rest.next_if_eq(&'"').is_none() {
            // A name that is written like a word of the language: `r#type`.
            return (Kind::Code, name);
        }
        let text = self.until(|text| text.ends_with(&end));
        (Kind::Text, text.strip_suffix(&end).unwrap_or(&text).to_owned())
    }

    /// A letter between ticks, or a lifetime.
    fn after_a_tick(&mut self) -> Option<(Kind, String)> {
        let first = self.next()?;
        if first == '\\' {
            let escaped = self.next()?;
            let rest = self.until(|text| text.ends_with('\''));
            return Some((Kind::Text, format!("\\{escaped}{rest}")));
        }
        if self.rest.next_if_eq(&'\'').is_some() {
            return Some((Kind::Text, first.to_string()));
        }
        let name = self.name(first);
        Some((Kind::Code, format!("'{name}")))
    }

    fn name(&mut self, first: char) -> String {
        let mut name = String::from(first);
        while let Some(next) = self.rest.next_if(|next| is_name(*next)) {
            name.push(next);
        }
        name
    }

    /// A number. After a full stop it names the place in a tuple, and so has no fraction.
    fn number(&mut self, first: char, after_a_stop: bool) -> String {
        let mut number = self.name(first);
        let mut ahead = self.rest.clone();
        if !after_a_stop && ahead.next() == Some('.') && ahead.next().is_some_and(|next| next.is_ascii_digit()) {
            number.extend(self.next());
            let digit = self.next().unwrap_or('0');
            number.push_str(&self.name(digit));
        }
        number
    }
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
