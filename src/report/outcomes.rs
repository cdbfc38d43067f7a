//! Counts in the order in which they are shown everywhere, and the patterns that tell them apart in a picture.

use crate::analysis::Tally;
use crate::framework::Standing;

/// An outcome that is counted.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// Its word.
    pub word: &'static str,
    /// Its word in the names of styles and patterns.
    pub key: &'static str,
    /// How many there are.
    pub number: usize,
}

/// The ink of patterns.
pub const INK: &str = "#0b0c0c";

/// A tile that a bar is filled with, as the words of SVG.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    /// The word of its outcome in names.
    pub key: &'static str,
    /// Its width and height.
    pub size: [&'static str; 2],
    /// Its ground.
    pub ground: &'static str,
    /// The lines on it; none where empty.
    pub lines: &'static str,
    /// How wide the lines are; their ends are round.
    pub width: &'static str,
}

/// The pattern of each outcome, told apart also without colour.
pub const PATTERNS: [Pattern; 6] = {
    const TILE: [&str; 2] = ["12", "12"];
    // One tile that covers the whole bar: between tiles of a plain colour some browsers leave seams.
    const WHOLE: [&str; 2] = ["1010", "110"];
    const PAPER: &str = "#ffffff";
    [
        Pattern { key: "meets", size: WHOLE, ground: "#1d70b8", lines: "", width: "0" },
        Pattern { key: "elsewhere", size: TILE, ground: PAPER, lines: "M6 6h0", width: "4" },
        Pattern { key: "partly-short", size: TILE, ground: PAPER, lines: "M-3 3L3 -3M0 12L12 0M9 15L15 9", width: "2" },
        Pattern { key: "short", size: TILE, ground: PAPER, lines: "M0 0L12 12M0 12L12 0", width: "3" },
        Pattern { key: "not-applicable", size: TILE, ground: PAPER, lines: "M0 6H12", width: "1" },
        Pattern { key: "not-assessed", size: TILE, ground: PAPER, lines: "", width: "0" },
    ]
};

/// The outcomes in the order of the table of counts.
#[must_use]
pub fn counted(tally: &Tally) -> [Counted; 6] {
    let of = |standing: Standing| Counted { word: standing.word(), key: standing.key(), number: tally.count(standing) };
    let [meets, elsewhere, partly, short] = Standing::ALL.map(of);
    [
        meets,
        elsewhere,
        partly,
        short,
        Counted { word: "Not applicable", key: "not-applicable", number: tally.not_applicable },
        Counted { word: "Not assessed", key: "not-assessed", number: tally.not_assessed },
    ]
}

/// The counts in words, for those who can't see the picture.
#[must_use]
pub fn said(tally: &Tally) -> String {
    let said: Vec<String> = counted(tally).iter().map(|it| format!("{}: {}", it.word, it.number)).collect();
    said.join(", ")
}
