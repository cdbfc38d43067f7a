//! The guides name what is on the screen, in the same words.

use std::fs;
use std::rc::Rc;

use rocu_self_assessment::session::{Beside, Event, Files, Filing, Purpose};

use crate::dom::read;
use crate::given::{at, everything, example, framework, html_of, nothing_open};

/// Pages that no other test draws: the record, saving where a place can be picked, and two regions.
fn others() -> [String; 3] {
    let framework = framework();
    let mut documents = at("documents", example(&framework));
    documents.update(Event::Filing(Filing::Offered));
    let record = at("record", example(&framework));
    let region = |file: &str| Beside::new(file.to_owned(), framework.clone(), example(&framework));
    let opened = Rc::new(vec![region("one.rocu.json"), region("other.rocu.json")]);
    let mut session = nothing_open("compare");
    session.update(Event::OpenedBeside(Purpose::Regions, Files { opened, ..Files::default() }));
    [record, documents, session].map(|session| html_of(&session))
}

/// All that can be read on any page but the help, which names what is elsewhere.
fn readable() -> String {
    let pages = everything().iter().map(|(_, html)| html.clone()).chain(others());
    let pages = pages.filter(|html| !html.contains("id=\"glossary\"")).map(|html| read(&html).body());
    pages.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n")
}

/// What stands between these marks.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split_once(close).map(|(named, _)| named))
}

#[test]
fn whatever_a_guide_names_is_on_a_page() {
    let readable = readable().to_lowercase();
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
    let readable = readable();
    for source in ["src/ui/component/guides.rs", "src/ui/screen/help.rs"] {
        let help = fs::read_to_string(source).expect("there is such a file");
        let named: Vec<&str> = between(&help, "“", "”").collect();
        assert!(named.len() > 2, "{source} names {named:?}");
        let missing: Vec<&&str> = named.iter().filter(|named| !readable.contains(**named)).collect();
        assert!(missing.is_empty(), "no page has {missing:?} of {source}");
    }
}
