//! Counts in the order in which every document shows them.

use crate::analysis::Tally;
use crate::framework::Standing;

/// An outcome that is counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    /// Its word.
    pub(super) word: &'static str,
    /// Its word in the names of styles and patterns.
    pub(super) key: &'static str,
    /// How many there are.
    pub(super) number: usize,
}

/// The outcomes in the order of the table of counts.
pub(super) fn counted(tally: &Tally) -> [Counted; 6] {
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
pub(super) fn said(tally: &Tally) -> String {
    let said: Vec<String> = counted(tally).iter().map(|it| format!("{}: {}", it.word, it.number)).collect();
    said.join(", ")
}
