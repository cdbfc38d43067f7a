//! Several assessments side by side.

pub mod views;
