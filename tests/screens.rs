//! Screens: drawn as text from a sitting, and read as a user or a test driver reads them.

#[path = "screens/always.rs"]
mod always;
#[path = "screens/colleagues.rs"]
mod colleagues;
#[path = "reports/dom.rs"]
mod dom;
#[path = "support/drawn.rs"]
mod drawn;
#[path = "screens/frame.rs"]
mod frame;
#[path = "screens/given.rs"]
mod given;
#[path = "screens/guides.rs"]
mod guides;
#[path = "screens/hostile.rs"]
mod hostile;
#[path = "screens/locked.rs"]
mod locked;
#[path = "reports/made.rs"]
#[expect(dead_code, reason = "of the assessments of the reports' tests only some are needed here")]
mod made;
#[path = "screens/merge.rs"]
mod merge;
#[path = "screens/notices.rs"]
mod notices;
#[path = "screens/outcome.rs"]
mod outcome;
#[path = "screens/particulars.rs"]
mod particulars;
#[path = "screens/record.rs"]
mod record;
#[path = "support/small.rs"]
mod small;
#[path = "screens/speed.rs"]
mod speed;
#[path = "screens/start.rs"]
mod start;
#[path = "screens/topic.rs"]
mod topic;
#[path = "screens/versions.rs"]
mod versions;
