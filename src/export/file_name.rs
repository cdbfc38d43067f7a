//! The names under which documents are saved: unit, document, date and marking.

use jiff::civil::Date;

use super::document::{Document, Form};
use crate::assessment::{Assessment, Marking};
use crate::report::{self, Report};

/// How long a name may be in Windows' units, its extension included: a share's path takes the rest
/// of the 260.
const LONGEST: usize = 120;

/// How long a name may be in bytes: other systems stop at 255.
const LONGEST_IN_BYTES: usize = 240;

const BETWEEN: &str = " - ";

/// The name under which a document is saved on that day: unit, document, date and marking.
///
/// Windows takes it as it is, and so do other systems. Of a long name of the unit the end is left
/// out; the rest is always there in full.
#[must_use]
pub fn file_name(assessment: &Assessment, document: Document, today: Date) -> String {
    let particulars = &assessment.particulars;
    let marking = if document == Document::Workbook { Marking::Official } else { particulars.marking }.words();
    named(&report::unit(particulars), &called(assessment, document), today, marking, document.extension())
}

/// The name under which a report that is no unit's own is saved on that day, in that form.
#[must_use]
pub fn file_name_of(report: &Report, form: Form, today: Date) -> String {
    named(&report.unit, &report.title, today, &report.marking, form.extension())
}

/// The name under which an assessment that is locked with a passphrase is saved on that day.
#[must_use]
pub fn file_name_of_locked(assessment: &Assessment, today: Date) -> String {
    let (particulars, document) = (&assessment.particulars, Document::Assessment);
    let (name, extension) = (called(assessment, document), format!("{}.age", document.extension()));
    named(&report::unit(particulars), &name, today, particulars.marking.words(), &extension)
}

/// What a document is called. A copy for a colleague tells the role, so that it takes the place neither of the
/// assessment that it is a copy of nor of another copy.
fn called(assessment: &Assessment, document: Document) -> String {
    const LONGEST_ROLE: usize = 40;
    let copy =
        assessment.copy.as_ref().map(|copy| format!("Copy for {}", safe(&copy.role, LONGEST_ROLE, LONGEST_ROLE)));
    match (copy, document) {
        (Some(copy), Document::Assessment) => copy,
        (Some(copy), Document::WithoutHistory) => format!("{copy} without history"),
        _ => document.name().to_owned(),
    }
}

fn named(unit: &str, document: &str, today: Date, marking: &str, extension: &str) -> String {
    let rest = format!("{BETWEEN}{document}{BETWEEN}{today}{BETWEEN}{marking}{extension}");
    let unit = safe(unit, LONGEST - rest.len(), LONGEST_IN_BYTES - rest.len());
    format!("{unit}{rest}")
}

/// The text as the start of a file's name, no longer than that in Windows' units and in bytes.
fn safe(text: &str, longest: usize, longest_in_bytes: usize) -> String {
    let kept = text.chars().filter(|c| !is_hidden(*c)).map(|c| if is_refused(c) { '-' } else { c });
    let kept: String = kept.take(LONGEST).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let mut name = ends_trimmed(&words.join(" "));
    if is_reserved(&name) {
        name.insert_str(0, "Unit ");
    }
    while name.encode_utf16().count() > longest || name.len() > longest_in_bytes {
        let _ = name.pop();
    }
    match ends_trimmed(&name) {
        name if name.is_empty() => String::from("Unit"),
        name => name,
    }
}

/// Without what Windows drops or hides at the ends of a name.
fn ends_trimmed(name: &str) -> String {
    name.trim_matches(['.', '-', ' ', '~']).to_owned()
}

/// Characters that Windows refuses in a name.
const fn is_refused(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*')
}

/// Characters that nobody sees and that could make a name read otherwise than it is: controls,
/// directions, joiners, tags and noncharacters.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff)
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
                | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Whether Windows would take the name for a device, whatever follows its first full stop.
fn is_reserved(name: &str) -> bool {
    const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let port = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let numbered = |rest: &str| {
        let mut rest = rest.chars();
        matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    };
    DEVICES.contains(&stem.as_str()) || port.is_some_and(numbered)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::assessment::AssessmentId;
    use crate::assessment::copy::Start;
    use crate::framework::Framework;

    const DAY: Date = date(2026, 3, 5);

    fn of(unit: &str) -> Assessment {
        thread_local! {
            static BLANK: Assessment =
                Assessment::new(AssessmentId::new("test-0001").expect("an id"), &Framework::built_in());
        }
        let mut assessment = BLANK.with(Assessment::clone);
        assessment.particulars.unit = unit.to_owned();
        assessment
    }

    fn named(unit: &str, document: Document) -> String {
        file_name(&of(unit), document, DAY)
    }

    #[test]
    fn a_name_says_unit_document_date_and_marking_in_that_order() {
        assert_eq!(
            named("Eastern Region SOU", Document::GapSummary(Form::Html)),
            "Eastern Region SOU - Gap summary - 2026-03-05 - OFFICIAL-SENSITIVE.html"
        );
        assert!(named("x", Document::Assessment).ends_with(".rocu.json"));
        let locked = file_name_of_locked(&of(&"x".repeat(200)), DAY);
        assert!(locked.ends_with("x - Assessment - 2026-03-05 - OFFICIAL-SENSITIVE.rocu.json.age"), "{locked}");
        assert_eq!(locked.len(), LONGEST);
        assert!(named("", Document::Answers).starts_with("Unit not named - All answers - "));
    }

    #[test]
    fn a_copy_for_a_colleague_has_a_name_of_its_own_that_tells_the_role() {
        let copy = |unit: &str, role: &str| of(unit).copy_for(role, &BTreeSet::new(), Start::Blank);
        let deputy = copy("Tarian", " Deputy ");
        let end = "2026-03-05 - OFFICIAL-SENSITIVE";
        for (document, name) in [
            (Document::Assessment, format!("Tarian - Copy for Deputy - {end}.rocu.json")),
            (Document::WithoutHistory, format!("Tarian - Copy for Deputy without history - {end}.rocu.json")),
            (Document::HeatMap, format!("Tarian - Heat map - {end}.csv")),
        ] {
            assert_eq!(file_name(&deputy, document, DAY), name);
        }
        assert_eq!(file_name_of_locked(&deputy, DAY), format!("Tarian - Copy for Deputy - {end}.rocu.json.age"));
        let long = copy(&"x".repeat(200), &"警".repeat(200));
        for name in [file_name(&long, Document::WithoutHistory, DAY), file_name_of_locked(&long, DAY)] {
            assert!(name.encode_utf16().count() <= LONGEST && name.len() <= LONGEST_IN_BYTES, "{name}");
            assert!(name.starts_with("xxxxx") && name.contains(" - Copy for 警警警警警警警警警警警警警"), "{name}");
        }
    }

    #[test]
    fn what_windows_refuses_does_not_get_into_a_name() {
        for (unit, start) in [
            ("A/B\\C", "A-B-C"),
            ("..\\..\\x", "x"),
            ("name. . .", "name"),
            ("a<b>c:d\"e|f?g*h", "a-b-c-d-e-f-g-h"),
            ("tab\tand\nline", "tab and line"),
            ("Ta\u{202e}rian\u{200b}\u{0}\u{7f}", "Tarian"),
            ("???", "Unit"),
            ("con", "Unit con"),
            ("NUL.txt", "Unit NUL.txt"),
            ("Aux . x", "Unit Aux . x"),
            ("COM1", "Unit COM1"),
            ("lpt²", "Unit lpt²"),
            ("Conway", "Conway"),
            ("Tarian – De Cymru, Glyndŵr", "Tarian – De Cymru, Glyndŵr"),
            ("警察", "警察"),
        ] {
            assert_eq!(
                named(unit, Document::HeatMap),
                format!("{start} - Heat map - 2026-03-05 - OFFICIAL-SENSITIVE.csv")
            );
        }
    }

    #[test]
    fn a_long_name_loses_its_end_and_keeps_the_rest() {
        for unit in ["a".repeat(10_000), "警".repeat(10_000), "🚓".repeat(10_000), "a. ".repeat(90)] {
            let name = named(&unit, Document::GapsAndActions);
            assert!(name.encode_utf16().count() <= LONGEST && name.len() <= LONGEST_IN_BYTES, "{name}");
            assert!(name.ends_with(" - Gaps and actions - 2026-03-05 - OFFICIAL-SENSITIVE.csv"), "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_text_makes_a_name_that_windows_takes(unit in any::<String>(), which in 0..Document::ALL.len()) {
            let document = Document::ALL[which];
            let name = named(&unit, document);
            prop_assert!(name.encode_utf16().count() <= LONGEST && name.len() <= LONGEST_IN_BYTES);
            prop_assert!(name.ends_with(document.extension()));
            prop_assert!(!name.starts_with([' ', '.', '-']) && !is_reserved(&name));
            prop_assert!(name.chars().all(|c| !is_refused(c) && !is_hidden(c) && !c.is_control()));
        }
    }
}
