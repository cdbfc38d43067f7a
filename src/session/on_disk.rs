//! Saving in place: the file that what is open is written back to, and what else was found in it.

use std::rc::Rc;

use jiff::civil::DateTime;

use super::{Filed, Keeping, Notice, Session};
use crate::assessment::Assessment;
use crate::assessment::history::{Difference, Place, between};
use crate::assessment::merge::{Merged, NotMerged, Settled, Side, Spot, merge};

/// What is known of saving in place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OnDisk {
    /// Whether this browser can write back to a file.
    pub is_offered: bool,
    file: Option<File>,
    /// The name of what was opened from a locked file and saved to no other since.
    locked: Option<String>,
    /// The name of what was saved to a file that must be picked again.
    lost: Option<String>,
    other: Option<Other>,
}

impl OnDisk {
    /// Forgets what was found beside what is open: a file takes its place.
    pub(super) fn forget_other(&mut self) {
        self.other = None;
    }

    /// Whether it is offered, and nothing of any file.
    pub(super) fn without_files(&self) -> Self {
        Self { is_offered: self.is_offered, ..Self::default() }
    }
}

/// A file that can be written back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The name that the assessment in it is kept as: [`Assessment::kept_as`].
    pub of: String,
    /// The name of the file, without its folder.
    pub name: String,
    /// Whether the browser will ask the user before it writes there.
    pub asks: bool,
}

/// Another state of what is open, which a file holds: somebody wrote it there meanwhile, or the user opened it.
#[derive(Debug, Clone, PartialEq)]
pub struct Other {
    /// The name of the file.
    pub file: String,
    /// All that the file holds.
    pub text: Rc<str>,
    /// The last state that was both here and in the file, where it is known.
    pub base: Option<Rc<Assessment>>,
    /// What the file holds.
    pub theirs: Rc<Assessment>,
    /// What the user has settled so far.
    pub settled: Settled,
}

/// What happened to the file.
#[derive(Debug, Clone, PartialEq)]
pub enum Filing {
    /// This browser can write back to files.
    Offered,
    /// What is open can be written back to that file, which holds this state of it if any.
    Tied(File, Option<Rc<Assessment>>),
    /// It is written back to no file any longer.
    Untied,
    /// What was opened came from a locked file.
    Locked,
    /// What the file of the assessment that is kept as that held last is known, and the file is not.
    Lost(String),
    /// The file holds this state now: it was read back.
    Saved(File, Rc<Assessment>),
    /// The file holds another state of what is open. Nothing was written, and nothing opened in its place.
    FoundOther(Box<Other>),
    /// The user settled a conflict.
    Settled(Spot, Side),
    /// Both states were made one: this.
    Merged(Rc<Assessment>),
}

impl Session {
    /// The file that what is open is written back to.
    #[must_use]
    pub fn file(&self) -> Option<&File> {
        let name = self.assessment.as_ref()?.kept_as();
        self.on_disk.file.as_ref().filter(|file| file.of == name)
    }

    /// Whether what is open came from a locked file and is written back to no other.
    #[must_use]
    pub fn was_locked(&self) -> bool {
        self.is_of(self.on_disk.locked.as_ref())
    }

    /// Whether what is open was saved to a file that must be picked again.
    #[must_use]
    pub fn lost_file(&self) -> bool {
        self.is_of(self.on_disk.lost.as_ref())
    }

    fn is_of(&self, name: Option<&String>) -> bool {
        let open = self.assessment.as_deref().map(Assessment::kept_as);
        self.file().is_none() && open.is_some() && open.as_ref() == name
    }

    /// The other state of what is open that was found in its file.
    #[must_use]
    pub fn other(&self) -> Option<&Other> {
        let name = self.assessment.as_ref()?.kept_as();
        self.on_disk.other.as_ref().filter(|other| other.theirs.kept_as() == name)
    }

    /// Whether that file holds another state of what is open, which would be lost if the file took its place:
    /// no other file is known to hold it.
    #[must_use]
    pub fn is_at_odds_with(&self, file: &Assessment) -> bool {
        let is_other = |open: &Rc<Assessment>| open.kept_as() == file.kept_as() && **open != *file;
        self.filed.may_lack() && self.keeping != Keeping::Elsewhere && self.assessment.as_ref().is_some_and(is_other)
    }

    /// What is open and what was found in the file, made one as far as that is settled.
    ///
    /// # Errors
    /// They can't be made one.
    #[must_use]
    pub fn merged(&self) -> Option<Result<Merged, NotMerged>> {
        let (ours, other) = (self.assessment.as_ref()?, self.other()?);
        Some(merge(other.base.as_deref(), ours, &other.theirs, &other.settled))
    }

    /// Both made one, with what was settled in its history, when all is settled.
    #[must_use]
    pub fn settled(&self, now: DateTime) -> Option<Rc<Assessment>> {
        let (ours, other) = (self.assessment.as_ref()?, self.other()?);
        let merged = self.merged()?.ok().filter(|merged| merged.open() == 0)?;
        // What gave way is told as what was there before.
        let changed = |from: &Assessment, is_theirs: bool| -> Vec<Difference> {
            let is_settled = |place: &Place| {
                let at = merged.conflicts.iter().find(|it| it.spot == Spot::Place(place.clone()));
                at.is_some_and(|conflict| (conflict.settled == Some(Side::Theirs)) == is_theirs)
            };
            between(from, &merged.assessment).into_iter().filter(|it| is_settled(&it.place)).collect()
        };
        let mut differences = changed(&other.theirs, false);
        differences.extend(changed(ours, true));
        let mut assessment = merged.assessment.clone();
        assessment.history.decide(differences, now, self.role());
        Some(Rc::new(assessment))
    }

    /// Changes the sitting by what happened to the file.
    pub(super) fn filing(&mut self, filing: Filing) {
        match filing {
            Filing::Offered => self.on_disk.is_offered = true,
            Filing::Tied(file, holds) => {
                self.on_disk.file = Some(file);
                self.hold(holds.as_ref());
            }
            Filing::Untied => (self.on_disk.file, self.on_disk.locked, self.on_disk.lost) = (None, None, None),
            Filing::Locked => self.on_disk.locked = self.assessment.as_deref().map(Assessment::kept_as),
            Filing::Lost(name) => self.on_disk.lost = Some(name),
            Filing::Saved(file, assessment) => {
                let is_open = self.assessment.as_ref().is_some_and(|open| open.kept_as() == file.of);
                self.hold(Some(&assessment));
                if is_open {
                    self.notice = Some(Notice::Saved(file.name.clone()));
                }
                (self.on_disk.file, self.on_disk.other) = (Some(file), None);
            }
            Filing::FoundOther(other) => {
                self.on_disk.other = Some(*other);
                self.notice = None;
            }
            Filing::Settled(spot, side) => {
                if let Some(other) = &mut self.on_disk.other {
                    let _ = other.settled.insert(spot, side);
                }
            }
            Filing::Merged(assessment) => self.put_together(assessment),
        }
    }

    /// A file holds this state; what was typed since is not in it.
    fn hold(&mut self, held: Option<&Rc<Assessment>>) {
        if held.is_some() && self.assessment.as_ref() == held {
            self.filed = Filed::All;
        }
    }

    /// Goes on with what both were made.
    fn put_together(&mut self, assessment: Rc<Assessment>) {
        if self.other().is_none_or(|other| other.theirs.kept_as() != assessment.kept_as()) {
            return;
        }
        self.on_disk.other = None;
        let (id, version) = assessment.framework.clone();
        self.assessment = Some(assessment);
        self.filed = Filed::Behind;
        let framework = self.library.to_open(self.framework(), id.as_str(), &version);
        self.notice = Some(match self.read_against(framework, Vec::new()) {
            Notice::Opened(_) => Notice::PutTogether,
            notice => notice,
        });
    }
}

/// Why nothing was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsaved {
    /// The user or a policy does not allow this page to write there.
    NotAllowed,
    /// The file was moved, renamed or deleted, or its share is not to be reached.
    Gone,
    /// There is no room on the disk.
    Full,
    /// The file may only be read, or another program holds it.
    Locked,
    /// The browser gave another reason, or none.
    Failed,
    /// It was written, and what was read back is something else.
    NotWhole,
    /// Somebody else wrote to the file, and it can't be opened.
    Unreadable(crate::saved::OpenError),
    /// The file holds another assessment by now.
    OtherAssessment,
}
