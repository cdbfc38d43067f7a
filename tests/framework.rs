//! The framework that is built in: sound, true to its sources, and in plain English.

use rocu_self_assessment::framework::{BUILT_IN, Framework};

#[test]
fn the_built_in_framework_has_no_flaw() {
    if let Err(flaws) = Framework::read(BUILT_IN) {
        panic!("{}", flaws.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    }
}
