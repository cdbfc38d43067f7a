//! Hands what the fuzzer makes to `opened::action_plan`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = rocu_fuzz::opened::action_plan(bytes);
});
