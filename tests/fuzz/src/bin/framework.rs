//! Hands what the fuzzer makes to `opened::framework`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = rocu_fuzz::opened::framework(bytes);
});
