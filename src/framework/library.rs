//! The frameworks that can be chosen: those built in, and those of the user's own.

use std::rc::Rc;

use super::{BUILT_INS, BuiltIn, Framework};

/// The frameworks that can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Library {
    own: Vec<Rc<Framework>>,
}

impl Library {
    /// Adds a framework of the user's own, in place of an earlier one of the same id and version.
    /// One that is built in is there already.
    pub fn add(&mut self, framework: Rc<Framework>) {
        let (id, version) = (framework.id.as_str(), &framework.version);
        if built_in(id, version).is_some() {
            return;
        }
        match self.own.iter_mut().find(|other| other.is(id, version)) {
            Some(other) => *other = framework,
            None => self.own.push(framework),
        }
    }

    /// Those of the user's own, in the order in which they came.
    #[must_use]
    pub fn own(&self) -> &[Rc<Framework>] {
        &self.own
    }

    /// The framework of that id and version.
    #[must_use]
    pub fn find(&self, id: &str, version: &str) -> Option<Rc<Framework>> {
        let own = self.own.iter().find(|framework| framework.is(id, version)).cloned();
        own.or_else(|| built_in(id, version).map(BuiltIn::framework))
    }

    /// The framework to read a working copy against: the one it was made against, else `in_use` or
    /// another version of it.
    #[must_use]
    pub fn to_resume(&self, in_use: &Rc<Framework>, id: &str, version: &str) -> Option<Rc<Framework>> {
        let same = in_use.is(id, version).then(|| in_use.clone());
        same.or_else(|| self.find(id, version)).or_else(|| self.any(in_use, id))
    }

    /// The framework to read a file against: `in_use` where the file has its id, else the one that
    /// it was made against or another version of it.
    #[must_use]
    pub fn to_open(&self, in_use: &Rc<Framework>, id: &str, version: &str) -> Option<Rc<Framework>> {
        let same = (in_use.id.as_str() == id).then(|| in_use.clone());
        same.or_else(|| self.find(id, version)).or_else(|| self.any(in_use, id))
    }

    fn any(&self, in_use: &Rc<Framework>, id: &str) -> Option<Rc<Framework>> {
        let known = std::iter::once(in_use).chain(self.own.iter().rev());
        let own = known.into_iter().find(|framework| framework.id.as_str() == id).cloned();
        own.or_else(|| BUILT_INS.iter().find(|built_in| built_in.id == id).map(BuiltIn::framework))
    }
}

fn built_in(id: &str, version: &str) -> Option<&'static BuiltIn> {
    BUILT_INS.iter().find(|built_in| built_in.is(id, version))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(id: &str, version: &str) -> Rc<Framework> {
        let mut framework = (*Framework::built_in()).clone();
        framework.id = id.try_into().expect("an id");
        version.clone_into(&mut framework.version);
        Rc::new(framework)
    }

    fn version(found: Option<Rc<Framework>>) -> Option<String> {
        found.map(|framework| format!("{}@{}", framework.id, framework.version))
    }

    #[test]
    fn a_framework_of_the_users_own_is_found_beside_those_built_in() {
        let mut library = Library::default();
        library.add(of("ours", "1"));
        assert_eq!(version(library.find("ours", "1")).as_deref(), Some("ours@1"));
        assert_eq!(version(library.find("rocu", "2015.1")).as_deref(), Some("rocu@2015.1"));
        assert_eq!(version(library.find("ours", "2")), None);
    }

    #[test]
    fn one_of_the_same_id_and_version_takes_the_place_of_the_earlier() {
        let mut library = Library::default();
        let (first, second) = (of("ours", "1"), of("ours", "1"));
        library.add(first);
        library.add(second.clone());
        library.add(Framework::built_in());
        assert_eq!(library.own().len(), 1);
        assert!(library.find("ours", "1").is_some_and(|found| Rc::ptr_eq(&found, &second)));
    }

    #[test]
    fn a_file_is_read_against_the_framework_in_use_and_a_working_copy_against_its_own() {
        let mut library = Library::default();
        library.add(of("ours", "1"));
        library.add(of("ours", "2"));
        let in_use = Framework::built_in();
        let rows = [
            (("rocu", "2015.1"), Some("rocu@2026.1"), Some("rocu@2015.1")),
            (("rocu", "1999.1"), Some("rocu@2026.1"), Some("rocu@2026.1")),
            (("ours", "1"), Some("ours@1"), Some("ours@1")),
            (("ours", "3"), Some("ours@2"), Some("ours@2")),
            (("theirs", "1"), None, None),
        ];
        for ((id, found), opened, resumed) in rows {
            assert_eq!(version(library.to_open(&in_use, id, found)).as_deref(), opened, "{id} {found}");
            assert_eq!(version(library.to_resume(&in_use, id, found)).as_deref(), resumed, "{id} {found}");
        }
        let theirs = of("theirs", "1");
        assert_eq!(version(library.to_open(&theirs, "rocu", "1999.1")).as_deref(), Some("rocu@2026.1"));
    }
}
