//! The reports of what is open and of what was opened beside it.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::assessment::{Assessment, Marking};
use crate::comparison::{Regions, Side};
use crate::report::{self, Report};
use crate::session::{Beside, Session};

/// The gap summary of what is open, with what has changed since the earlier assessments that are open
/// beside it.
#[must_use]
pub(super) fn gap_summary(session: &Session, assessment: &Assessment) -> Report {
    let earlier = sides(&session.earlier.opened);
    Report::with_earlier(session.framework(), assessment, &earlier, session.today())
}

/// What is open as documents of it are marked: they tell of the earlier assessments beside it too.
#[must_use]
pub(super) fn marked<'a>(session: &Session, assessment: &'a Assessment) -> Cow<'a, Assessment> {
    report::marked(assessment, &sides(&session.earlier.opened))
}

/// The national summary of the regions that were opened.
#[must_use]
pub(super) fn national(opened: &[Beside], today: Date) -> Report {
    Report::national(&Regions::of(&sides(opened)), today)
}

/// The highest marking among assessments that were opened beside.
#[must_use]
pub(super) fn highest_marking(opened: &[Beside]) -> Option<Marking> {
    opened.iter().map(|beside| beside.assessment.particulars.marking).max()
}

/// Assessments that were opened beside, as they are compared.
pub(super) fn sides(opened: &[Beside]) -> Vec<Side<'_>> {
    opened.iter().map(|beside| Side::new(&beside.framework.0, &beside.assessment)).collect()
}
