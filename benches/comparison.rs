//! How long it takes to compare many regions: `cargo bench --bench comparison`.

use std::hint::black_box;
use std::time::Instant;

use jiff::civil::date;
use rocu_self_assessment::comparison::{Regions, Side};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::Report;

#[path = "../tests/support/plausible.rs"]
mod plausible;

#[expect(clippy::disallowed_methods, reason = "a bench runs on this computer, where the clock works")]
fn main() {
    let framework = Framework::built_in();
    for files in [10, 100, 200] {
        let made: Vec<_> = (0..files).filter_map(|region| plausible::years(&framework, region, 1, 1).pop()).collect();
        let sides: Vec<_> = made.iter().map(|assessment| Side::new(&framework, assessment)).collect();
        let start = Instant::now();
        let regions = Regions::of(&sides);
        let compared = start.elapsed();
        let report = Report::national(black_box(&regions), date(2026, 3, 31));
        let written = start.elapsed();
        println!("{files} files: compared in {compared:?}, with the report in {written:?}");
        let _ = black_box(report);
    }
}
