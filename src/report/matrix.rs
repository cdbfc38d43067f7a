//! A table with more columns than a sheet has room for, as several that have room.

use std::borrow::Cow;
use std::ops::Range;

use super::Table;

/// How many columns, beside the heads of the rows, fit on a sheet that lies on its side: the forces
/// of the largest region.
const FIT: usize = 7;

/// Some columns of a table; the heads of the rows, its first column, stand before them.
#[derive(Debug)]
pub struct Part<'a> {
    /// What it shows, and which part it is where there are several.
    pub caption: Cow<'a, str>,
    /// The columns.
    pub columns: Range<usize>,
}

/// The parts of a table; only a matrix is ever parted.
#[must_use]
pub fn parts(table: &Table, matrix: bool) -> Vec<Part<'_>> {
    let columns = table.columns.len().saturating_sub(1);
    if !matrix || columns <= FIT {
        return vec![Part { caption: Cow::from(&table.caption), columns: 1..table.columns.len() }];
    }
    let parts = columns.div_ceil(FIT);
    let part = |at: usize| Part {
        caption: Cow::from(format!("{} (part {} of {parts})", table.caption, at + 1)),
        columns: 1 + at * columns / parts..1 + (at + 1) * columns / parts,
    };
    (0..parts).map(part).collect()
}
