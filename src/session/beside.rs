//! Assessments that are looked at beside the one that is worked on. They are only read, and go with the page.

use std::rc::Rc;

use super::{ByPointer, Session};
use crate::assessment::Assessment;
use crate::framework::Framework;
use crate::saved::OpenError;

/// What assessments are opened side by side for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Earlier assessments of the same unit: what has changed since.
    Earlier,
    /// Assessments of several regions: where they differ.
    Regions,
    /// Copies that colleagues filled in: where they agree.
    Colleagues,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 3] = [Self::Earlier, Self::Regions, Self::Colleagues];
}

/// An assessment that is only read, with the questions it answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The name of its file.
    pub file: String,
    /// What it answers.
    pub framework: ByPointer<Framework>,
    /// The assessment.
    pub assessment: Rc<Assessment>,
    /// Whether its file was changed since this tool saved it.
    pub is_changed: bool,
}

impl Beside {
    /// An assessment that was read from a file of that name.
    #[must_use]
    pub fn new(file: String, framework: Rc<Framework>, assessment: Assessment) -> Self {
        let (framework, assessment) = (ByPointer(framework), Rc::new(assessment));
        Self { file, framework, assessment, is_changed: false }
    }
}

/// The files that were chosen for one purpose.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Files {
    /// Those that were opened, in the order in which they were chosen.
    pub opened: Rc<Vec<Beside>>,
    /// Those that could not be, each with the reason.
    pub refused: Vec<(String, Unopened)>,
    /// How many of how many have been read, while there are more to come.
    pub reading: Option<(usize, usize)>,
}

/// Why a file is not among those that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unopened {
    /// The browser could not read it.
    NotRead,
    /// It is no assessment file that can be opened here.
    Refused(OpenError),
}

impl Files {
    /// Whether nothing was chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.opened.is_empty() && self.refused.is_empty()
    }
}

impl Session {
    /// The files that were chosen for that purpose.
    #[must_use]
    pub const fn beside(&self, purpose: Purpose) -> &Files {
        match purpose {
            Purpose::Earlier => &self.earlier,
            Purpose::Regions => &self.regions,
            Purpose::Colleagues => &self.colleagues,
        }
    }

    pub(super) const fn beside_mut(&mut self, purpose: Purpose) -> &mut Files {
        match purpose {
            Purpose::Earlier => &mut self.earlier,
            Purpose::Regions => &mut self.regions,
            Purpose::Colleagues => &mut self.colleagues,
        }
    }

    /// Adds files to those that were chosen before.
    pub(super) fn put_beside(&mut self, purpose: Purpose, files: Files) {
        let all = self.beside_mut(purpose);
        Rc::make_mut(&mut all.opened).extend(files.opened.iter().cloned());
        all.refused.extend(files.refused);
        all.reading = None;
    }
}
