//! A page as a browser reads it.

#![expect(clippy::unwrap_used, reason = "what is missing here is a failed test")]

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A page that has been read.
pub(crate) struct Page(RcDom);

/// Reads a page.
pub(crate) fn read(html: &str) -> Page {
    Page(parse_document(RcDom::default(), ParseOpts::default()).one(html))
}

impl Page {
    /// What the reader found wrong with it.
    pub(crate) fn errors(&self) -> Vec<String> {
        self.0.errors.borrow().iter().map(ToString::to_string).collect()
    }

    /// Every element, in the order of the page.
    pub(crate) fn elements(&self) -> Vec<Handle> {
        let mut found = Vec::new();
        collect(&self.0.document, &mut found);
        found
    }

    /// Every element of that name, or of that class if the name starts with a full stop.
    pub(crate) fn all(&self, wanted: &str) -> Vec<Handle> {
        within(&self.0.document, wanted)
    }

    /// The element with that id.
    pub(crate) fn by_id(&self, id: &str) -> Handle {
        self.elements().into_iter().find(|element| attribute(element, "id").as_deref() == Some(id)).unwrap()
    }

    /// All the text of the body.
    pub(crate) fn body(&self) -> String {
        text(&self.all("body")[0])
    }
}

/// Every element in there of that name, or of that class if the name starts with a full stop.
pub(crate) fn within(node: &Handle, wanted: &str) -> Vec<Handle> {
    let mut found = Vec::new();
    collect(node, &mut found);
    found.retain(|element| match wanted.strip_prefix('.') {
        Some(class) => attribute(element, "class").is_some_and(|names| names.split(' ').any(|name| name == class)),
        None => name(element) == wanted,
    });
    found
}

/// The name of an element.
pub(crate) fn name(node: &Handle) -> String {
    match &node.data {
        NodeData::Element { name, .. } => name.local.to_string(),
        _ => String::new(),
    }
}

/// The attributes of an element.
pub(crate) fn attributes(node: &Handle) -> Vec<(String, String)> {
    let NodeData::Element { attrs, .. } = &node.data else { return Vec::new() };
    attrs.borrow().iter().map(|attr| (attr.name.local.to_string(), attr.value.to_string())).collect()
}

/// An attribute of an element.
pub(crate) fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    attributes(node).into_iter().find(|(name, _)| name == wanted).map(|(_, value)| value)
}

/// All the text in there.
pub(crate) fn text(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text).collect(),
    }
}

/// The cells of the body of a table, as text.
pub(crate) fn rows(table: &Handle) -> Vec<Vec<String>> {
    let cells = |row: &Handle| row.children.borrow().iter().filter(|node| !name(node).is_empty()).map(text).collect();
    within(table, "tbody").iter().flat_map(|body| within(body, "tr")).map(|row| cells(&row)).collect()
}

fn collect(node: &Handle, found: &mut Vec<Handle>) {
    for child in node.children.borrow().iter() {
        if matches!(child.data, NodeData::Element { .. }) {
            found.push(child.clone());
        }
        collect(child, found);
    }
}
