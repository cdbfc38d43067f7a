//! Drives the finished file in real browsers.
