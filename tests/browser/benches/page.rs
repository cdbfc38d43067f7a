//! What the finished page costs in a real browser, beside the pages that it is measured against.
//!
//! `cargo xtask bench` makes those pages and prints the figures. Nothing is asserted.

#[path = "../../support/enlarged.rs"]
mod enlarged;
#[path = "page/memory.rs"]
mod memory;
#[path = "page/moves.rs"]
mod moves;
#[path = "page/office.rs"]
mod office;
#[path = "page/opening.rs"]
mod opening;
#[path = "page/peers.rs"]
mod peers;
#[path = "../../support/plausible.rs"]
mod plausible;
#[path = "page/regions.rs"]
mod regions;

use anyhow::{Context, Result};
use serde_json::Value;

/// So many times the built-in questions are about 1,500.
const TIMES: usize = 7;

/// Milliseconds that a page measured.
struct Taken(Vec<f64>);

impl Taken {
    fn of(values: &Value) -> Result<Self> {
        let values = values.as_array().context("the page gives no list")?;
        let mut taken: Vec<f64> = values.iter().filter_map(Value::as_f64).collect();
        taken.sort_unstable_by(f64::total_cmp);
        Ok(Self(taken))
    }

    /// The value that so many in a hundred do not exceed.
    fn quantile(&self, hundredths: usize) -> f64 {
        let at = (self.0.len() * hundredths).div_ceil(100).saturating_sub(1);
        self.0.get(at).copied().unwrap_or_default()
    }
}

fn main() -> Result<()> {
    let peers = peers::make()?;
    println!("| what | ours | beside it |\n| --- | --- | --- |");
    opening::measure(&peers)?;
    moves::measure(&peers)?;
    office::measure(&peers)?;
    [10, 100, 200].into_iter().try_for_each(regions::measure)?;
    memory::measure()
}
