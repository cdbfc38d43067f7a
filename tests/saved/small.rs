//! A small framework to open files against, and the files themselves.

use std::fmt::Debug;

use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::{self, OpenError, Opened};
use serde_json::Value;

/// A file that uses every field, written by hand.
pub(crate) const COMPLETE: &str = include_str!("v1-complete.rocu.json");

/// A file of version 1 with much that this version does not know.
pub(crate) const FROM_THE_FUTURE: &str = include_str!("v1-from-the-future.rocu.json");

/// A file that uses every field of what an assessment remembers, written by hand.
pub(crate) const RECORD: &str = include_str!("v1-record.rocu.json");

/// A file that uses every field and has a checksum. Another program made it, and both its digests.
pub(crate) const PRESENT: &str = include_str!("v1-checksum.rocu.json");

/// The text of a framework of two topics.
pub(crate) const FRAMEWORK: &str = include_str!("framework.json");

/// The framework of two topics.
pub(crate) fn framework() -> Framework {
    Framework::read(FRAMEWORK).expect("the framework for tests is sound")
}

thread_local! {
    static READ_ONCE: Framework = framework();
}

/// Opens bytes against it.
pub(crate) fn open(bytes: impl AsRef<[u8]>) -> Result<Opened, OpenError> {
    READ_ONCE.with(|framework| saved::open(bytes.as_ref(), framework))
}

/// Opens a text that can be opened.
pub(crate) fn opened(text: &str) -> Opened {
    open(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// What a text says, without its checksum.
pub(crate) fn content(text: &str) -> Value {
    let mut file: Value = serde_json::from_str(text).expect("JSON");
    let _ = file.as_object_mut().and_then(|fields| fields.shift_remove("checksum"));
    file
}

/// The id of that text.
pub(crate) fn id<T: for<'a> TryFrom<&'a str, Error: Debug>>(text: &str) -> T {
    text.try_into().expect("an id")
}
