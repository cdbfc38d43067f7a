//! Collecting into maps and sets item by item.

/// Collects into a map or a set by putting in one item after the other.
///
/// The standard way sorts the items first. That is as quick, and brings a routine for sorting into the
/// programs for every kind of item, which together would be a twentieth of them.
pub trait Inserted: Iterator + Sized {
    /// All items.
    fn inserted<All: Default + Extend<Self::Item>>(self) -> All {
        let mut all = All::default();
        all.extend(self);
        all
    }
}

impl<Items: Iterator> Inserted for Items {}
