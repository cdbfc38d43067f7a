//! The frameworks that are built in: the current one, and earlier ones told as the difference from it.

use std::rc::Rc;

use super::change::Retired;
use super::edition::Edition;
use super::id::QuestionId;
use super::{Flaw, Framework};

/// The current framework as it is in the program: the JSON of `static/framework/rocu.json` on one line.
pub const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/rocu.json"));
/// The edition of 2015 as it is in the program, in the same way.
pub const BUILT_IN_2015: &str = include_str!(concat!(env!("OUT_DIR"), "/rocu-2015.json"));
/// The list of questions that are no longer asked as it is in the program, in the same way.
pub const RETIRED: &str = include_str!(concat!(env!("OUT_DIR"), "/retired.json"));

/// The frameworks that are built in, the current one first.
pub const BUILT_INS: [BuiltIn; 2] = [
    BuiltIn {
        id: "rocu",
        version: "2026.1",
        name: "Capabilities of a Regional Organised Crime Unit",
        framework: || CURRENT.with(Rc::clone),
    },
    BuiltIn {
        id: "rocu",
        version: "2015.1",
        name: "Capabilities of a Regional Organised Crime Unit, as inspected in 2015",
        framework: || OF_2015.with(Rc::clone),
    },
];

/// A framework that is built in: enough to offer it without making it.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    /// Its id.
    pub id: &'static str,
    /// Its version.
    pub version: &'static str,
    /// Its name.
    pub name: &'static str,
    framework: fn() -> Rc<Framework>,
}

// Each is made when it is first asked for, so that starting does not pay for those that nobody uses.
thread_local! {
    static CURRENT: Rc<Framework> =
        Rc::new(Framework::read(BUILT_IN).expect("the built-in framework is checked by a test"));
    static OF_2015: Rc<Framework> =
        Rc::new(edition(BUILT_IN_2015).expect("the edition of 2015 is checked by a test"));
    static ALL_RETIRED: Vec<Retired> =
        serde_json::from_str(RETIRED).expect("the list of retired questions is checked by a test");
}

impl BuiltIn {
    /// The framework, made now if it has not been before.
    #[must_use]
    pub fn framework(&self) -> Rc<Framework> {
        (self.framework)()
    }

    /// Whether it has that id and version.
    #[must_use]
    pub fn is(&self, id: &str, version: &str) -> bool {
        self.id == id && self.version == version
    }
}

/// The current framework.
pub(super) fn current() -> Rc<Framework> {
    BUILT_INS[0].framework()
}

fn edition(text: &str) -> Result<Framework, Vec<Flaw>> {
    Edition::read(text)?.apply(&current(), text)
}

impl Retired {
    /// Since when and why that question is no longer asked, if it has been retired.
    #[must_use]
    pub fn find(question: &QuestionId) -> Option<Self> {
        ALL_RETIRED.with(|all| all.iter().find(|retired| retired.id == *question).cloned())
    }

    /// All that have been retired.
    #[must_use]
    pub fn all() -> Vec<Self> {
        ALL_RETIRED.with(Vec::clone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_is_what_the_data_says() {
        for built_in in BUILT_INS {
            let framework = built_in.framework();
            assert!(built_in.is(framework.id.as_str(), &framework.version), "{built_in:?}");
            assert_eq!(built_in.name, framework.name);
        }
    }

    #[test]
    fn each_is_made_once() {
        for built_in in BUILT_INS {
            assert!(Rc::ptr_eq(&built_in.framework(), &built_in.framework()));
        }
    }
}
