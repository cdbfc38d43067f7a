//! The names under which documents are saved: unit, document, date and marking.

use jiff::civil::Date;

use super::document::{Document, Form};
use crate::assessment::{Marking, Particulars};
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
pub fn file_name(particulars: &Particulars, document: Document, today: Date) -> String {
    let marking = if document == Document::Workbook { Marking::Official } else { particulars.marking }.words();
    named(&report::unit(particulars), document.name(), today, marking, document.extension())
}

/// The name under which a report that is no unit's own is saved on that day, in that form.
#[must_use]
pub fn file_name_of(report: &Report, form: Form, today: Date) -> String {
    named(&report.unit, &report.title, today, &report.marking, form.extension())
}

/// The name under which a copy for a colleague in that role is saved on that day.
#[must_use]
pub fn file_name_of_copy(particulars: &Particulars, role: &str, today: Date) -> String {
    const LONGEST_ROLE: usize = 40;
    let document = format!("Copy for {}", safe(role, LONGEST_ROLE, LONGEST_ROLE));
    let (marking, extension) = (particulars.marking.words(), Document::Assessment.extension());
    named(&report::unit(particulars), &document, today, marking, extension)
}

/// The name under which an assessment that is locked with a passphrase is saved on that day.
#[must_use]
pub fn file_name_of_locked(particulars: &Particulars, today: Date) -> String {
    let (name, extension) = (Document::Assessment.name(), format!("{}.age", Document::Assessment.extension()));
    named(&report::unit(particulars), name, today, particulars.marking.words(), &extension)
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
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn named(unit: &str, document: Document) -> String {
        let particulars = Particulars { unit: unit.to_owned(), ..Particulars::default() };
        file_name(&particulars, document, date(2026, 3, 5))
    }

    #[test]
    fn a_name_says_unit_document_date_and_marking_in_that_order() {
        assert_eq!(
            named("Eastern Region SOU", Document::GapSummary(Form::Html)),
            "Eastern Region SOU - Gap summary - 2026-03-05 - OFFICIAL-SENSITIVE.html"
        );
        assert!(named("x", Document::Assessment).ends_with(".rocu.json"));
        let unit = Particulars { unit: "x".repeat(200), ..Particulars::default() };
        let locked = file_name_of_locked(&unit, date(2026, 3, 5));
        assert!(locked.ends_with("x - Assessment - 2026-03-05 - OFFICIAL-SENSITIVE.rocu.json.age"), "{locked}");
        assert_eq!(locked.len(), LONGEST);
        assert!(named("", Document::Answers).starts_with("Unit not named - All answers - "));
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
