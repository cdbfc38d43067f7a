//! What the browser tests need: a browser that is driven, the questions, and readers of what was
//! handed out. Knows of the page only what the issue promises: its addresses, ids and names.

pub mod accessible;
pub mod answers;
pub mod browser;
pub mod driver;
pub mod engine;
pub mod finished;
pub mod heard;
pub mod kept;
pub mod net_log;
pub mod network;
pub mod paper;
pub mod picture;
pub mod profile;
pub mod questions;
pub mod screen;
pub mod sheet;
pub mod still;
pub mod waiting;
pub mod walk;

pub use answers::{Answer, Answers, Choice, Rule};
pub use browser::{Browser, id};
pub use engine::{Engine, Restriction};
pub use network::Network;
pub use paper::{Paper, Sheet};
pub use profile::{Profile, Settings};
pub use questions::{Question, Questions, Topic};
