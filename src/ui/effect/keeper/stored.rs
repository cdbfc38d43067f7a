//! What this browser holds: the working copies and the frameworks of the user's own, by key.

use std::rc::Rc;

use super::file::FILE;
use super::{Keeper, beside};
use crate::framework::Framework;
use crate::saved::{self, Kept, OpenError, Opened};
use crate::session::WorkingCopy;
use crate::ui::words;

/// The key that holds the name of the working copy that was written last: what it is kept as.
pub(super) const LAST: &str = "last";
/// What stands before the name in the key of every other generation of a working copy.
const EVEN: &str = "copy.";
/// What stands before the name in the key of the generations between.
const ODD: &str = "copy-between.";
/// What stands before the name in the key of the mark of a working copy.
const MARK: &str = "mark.";
/// What stands before the name of a working copy in the key of where the user stopped in it.
pub(super) const PLACE: &str = "place.";
/// What stands before the name of a working copy in the key of what its file held last.
pub(super) const HELD: &str = "held.";
/// What stands before the id and version in the key of a framework of the user's own.
const FRAMEWORK: &str = "framework.";

/// All that this browser holds, by key.
#[derive(Debug)]
pub(super) struct Stored(pub(super) Vec<(String, String)>);

/// What tells one write of a working copy from every other, by whichever window.
#[derive(Debug, Clone, Default)]
pub(super) struct Mark {
    /// The number of the generation.
    pub(super) number: u64,
    /// The mark as it is kept, where there is one.
    pub(super) text: Option<String>,
}

/// The key of a generation. It takes the place of the one before the last, which stays until then.
pub(super) fn key(name: &str, number: u64) -> String {
    format!("{}{name}", if number.is_multiple_of(2) { EVEN } else { ODD })
}

/// The key of the mark of a working copy.
pub(super) fn mark_key(name: &str) -> String {
    format!("{MARK}{name}")
}

/// The keys of all that is kept of a working copy and beside it.
pub(super) fn keys(name: &str) -> [String; 6] {
    [EVEN, ODD, MARK, PLACE, HELD, FILE].map(|before| format!("{before}{name}"))
}

/// The key of a framework of the user's own.
pub(super) fn framework_key(framework: &Framework) -> String {
    format!("{FRAMEWORK}{}@{}", framework.id, framework.version)
}

/// Whether what is kept under a key says something of an assessment or its questions.
pub(super) fn is_content(key: &str) -> bool {
    [EVEN, ODD, FRAMEWORK, PLACE, HELD].iter().any(|before| key.starts_with(before))
}

/// Whether a key is that of a mark.
pub(super) fn is_mark(key: &str) -> bool {
    key.starts_with(MARK)
}

impl Stored {
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| other == key).map(|(_, text)| text.as_str())
    }

    /// The name of the working copy that was written last, where there is a working copy of it.
    pub(super) fn last(&self) -> Option<&str> {
        self.text(LAST).filter(|last| self.names().any(|name| name == *last))
    }

    /// The frameworks of the user's own.
    pub(super) fn frameworks(&self) -> Vec<Rc<Framework>> {
        let texts = self.0.iter().filter(|(key, _)| key.starts_with(FRAMEWORK)).map(|(_, text)| text);
        texts.filter_map(|text| Framework::open(text.as_bytes()).ok()).map(Rc::new).collect()
    }

    fn copy(&self, name: &str) -> Kept {
        Kept::read(self.generations(name))
    }

    fn generations(&self, name: &str) -> impl Iterator<Item = &str> {
        [0, 1].into_iter().filter_map(move |number| self.text(&key(name, number)))
    }

    /// Whether nothing of a working copy can be read because it is still sealed.
    fn is_sealed(&self, name: &str, copy: &Kept) -> bool {
        copy.latest.is_none() && self.generations(name).any(saved::is_sealed)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let even = self.0.iter().filter_map(|(key, _)| key.strip_prefix(EVEN));
        let odd = self.0.iter().filter_map(|(key, _)| key.strip_prefix(ODD));
        even.chain(odd.filter(|name| self.text(&key(name, 0)).is_none()))
    }
}

impl Keeper {
    /// Reads the working copy of an assessment, and remembers which generation this window has seen: none
    /// where another window sealed it for a key that is not known here, so that it is not overwritten.
    pub(super) fn look(&self, stored: &Stored, name: &str) -> Kept {
        let copy = stored.copy(name);
        let number = copy.latest.as_ref().map_or(0, |latest| latest.number);
        let text = stored.text(&mark_key(name)).filter(|_| !stored.is_sealed(name, &copy));
        let mark = Mark { number, text: text.map(str::to_owned) };
        let _ = self.0.marks.borrow_mut().insert(name.to_owned(), mark);
        copy
    }

    /// The working copies, as the start page lists them.
    pub(super) fn copies(&self, stored: &Stored) -> Vec<WorkingCopy> {
        let copy = |name: &str| {
            let (unit, progress) = match stored.copy(name).latest.map(|latest| self.read(&latest.text)) {
                Some(Ok(Opened { assessment, .. })) => {
                    let (id, version) = &assessment.framework;
                    let framework = self.framework(id.as_str(), version)?;
                    (assessment.particulars.unit.clone(), words::progress(&framework, &assessment))
                }
                Some(Err(OpenError::OtherFramework { found })) => {
                    (String::new(), format!("answers other questions, “{found}”"))
                }
                Some(Err(_)) => return None,
                None => (String::new(), String::from("damaged on this device")),
            };
            let (last, place) = (stored.last() == Some(name), beside::place(stored, name));
            Some(WorkingCopy { unit, progress, last, place, id: name.to_owned() })
        };
        stored.names().filter_map(copy).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Stored;

    #[test]
    fn a_working_copy_is_sealed_only_where_nothing_of_it_can_be_read() {
        let sealed = "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl";
        let is_sealed = |records: &[(&str, &str)]| {
            let all = records.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
            let stored = Stored(all.collect());
            stored.is_sealed("a", &stored.copy("a"))
        };
        assert!(is_sealed(&[("copy.a", sealed)]));
        assert!(is_sealed(&[("copy.a", ""), ("copy-between.a", sealed)]));
        // What is damaged and not sealed may be written over: it is opened from a file again.
        assert!(!is_sealed(&[("copy.a", "1 abc\n{}"), ("copy-between.a", "")]));
        assert!(!is_sealed(&[("copy.a", "{}"), ("copy-between.a", sealed)]));
        assert!(!is_sealed(&[("copy.b", sealed)]));
    }
}
