//! Files with one byte changed, and files that end too early: never a silently different answer.
//!
//! `ROCU_CHANGES` says how many bytes of each file are changed, one at a time, and has every start of it
//! looked at. Without it both are few. Which ones is always the same. The figures are shown with `--nocapture`.

use std::env;

/// How many where `ROCU_CHANGES` is not set, at most.
const FEW: usize = 300;

/// How many bytes are read in all where it is not set, about: large files take longer.
const BYTES: usize = 6_000_000;

/// What became of a damaged file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It was refused with an error.
    Refused,
    /// It was opened, and a remark tells what is not as it was.
    Remarked,
    /// It was opened as just what it then says.
    AsItSays,
}

/// How often each became of the copies of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Fates {
    /// How many were refused.
    pub(crate) refused: usize,
    /// How many were opened with a remark.
    pub(crate) remarked: usize,
    /// How many were opened as what they then say.
    pub(crate) as_they_say: usize,
}

impl Fates {
    fn count(&mut self, fate: Fate) {
        *match fate {
            Fate::Refused => &mut self.refused,
            Fate::Remarked => &mut self.remarked,
            Fate::AsItSays => &mut self.as_they_say,
        } += 1;
    }

    fn shown(self, of: &str, what: &str) -> Self {
        let Self { refused, remarked, as_they_say } = self;
        println!("{of}, {what}: {refused} refused, {remarked} opened with a remark, {as_they_say} as they say");
        self
    }
}

/// Copies of a file in each of which one byte is another.
pub(crate) fn changes(of: &str, file: &[u8], fate: impl Fn(&[u8]) -> Fate) -> Fates {
    let mut chance = 0;
    let mut changed = file.to_vec();
    let mut fates = Fates::default();
    for _ in 0..wanted().unwrap_or_else(|| few(file)) {
        let at = below(&mut chance, file.len());
        // Half of them differ in one bit, as they do on a worn disk; the others may be anything.
        changed[at] ^= match below(&mut chance, 2) {
            0 => 1 << below(&mut chance, 8),
            _ => u8::try_from(1 + below(&mut chance, 255)).expect("at most 255"),
        };
        fates.count(fate(&changed));
        changed[at] = file[at];
    }
    fates.shown(of, "one byte changed")
}

/// The starts of a file, with none of it first.
pub(crate) fn starts(of: &str, file: &[u8], fate: impl Fn(&[u8]) -> Fate) -> Fates {
    let step = wanted().map_or(file.len() / few(file) + 1, |_| 1);
    let mut fates = Fates::default();
    for end in (0..file.len()).step_by(step) {
        fates.count(fate(&file[..end]));
    }
    fates.shown(of, "cut short")
}

fn few(file: &[u8]) -> usize {
    (BYTES / file.len()).clamp(10, FEW)
}

fn wanted() -> Option<usize> {
    Some(env::var("ROCU_CHANGES").ok()?.parse().expect("ROCU_CHANGES is to be a number"))
}

/// A number below that one, always the same in turn (`SplitMix64`).
fn below(chance: &mut u64, limit: usize) -> usize {
    *chance = chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*chance ^ (*chance >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).expect("it is below a usize")
}
