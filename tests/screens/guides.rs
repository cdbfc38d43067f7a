//! The guides name what is on the screen, in the same words.

use std::fs;

use crate::dom::read;
use crate::given::everything;

/// All that can be read on any page, in one text of small letters.
fn readable() -> String {
    let pages = everything().iter().map(|(_, html)| read(html).body());
    pages
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
        .collect::<Vec<_>>()
        .join("\n")
}

/// What stands between these marks.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split_once(close).map(|(named, _)| named))
}

#[test]
fn whatever_a_guide_names_is_on_a_page() {
    let readable = readable();
    let mut missing = Vec::new();
    for guide in ["guide-lead", "guide-colleagues", "guide-regions", "deployment"] {
        let text = fs::read_to_string(format!("docs/{guide}.md")).expect("there is such a guide");
        let bold: Vec<&str> = text.split("**").skip(1).step_by(2).collect();
        assert!(!bold.is_empty(), "{guide} names nothing");
        for named in bold {
            let words = named.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            if !readable.contains(&words) {
                missing.push(format!("{guide}: {named}"));
            }
        }
    }
    assert!(missing.is_empty(), "no page has:\n{}", missing.join("\n"));
}

/// By its source: most of it is folded away, and drawn only when it is opened.
#[test]
fn whatever_the_help_names_is_on_another_page() {
    let others = everything().iter().filter(|(name, _)| !name.ends_with("#/help"));
    let others = others.map(|(_, html)| read(html).body()).collect::<Vec<_>>().join("\n");
    for source in ["src/ui/component/guides.rs", "src/ui/screen/help.rs"] {
        let help = fs::read_to_string(source).expect("there is such a file");
        let named: Vec<&str> = between(&help, "“", "”").collect();
        assert!(named.len() > 2, "{source} names {named:?}");
        let missing: Vec<&&str> = named.iter().filter(|named| !others.contains(**named)).collect();
        assert!(missing.is_empty(), "no page has {missing:?} of {source}");
    }
}
