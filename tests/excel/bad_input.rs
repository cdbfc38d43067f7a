//! Whatever is opened as a plan: an error or a plan, never a panic, and bounded memory.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::plan::{self, PlanError};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::made::full;
use crate::written::file;

fn sound() -> Vec<u8> {
    let framework = Framework::built_in();
    file(&framework, &full(&framework, 3))
}

thread_local! {
    static SOUND: Vec<u8> = sound();
}

/// The file with one part replaced.
fn with(part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    SOUND.with(|bytes| with_part(bytes, part, |text| change(String::from_utf8(text).unwrap()).into_bytes()))
}

/// A file with one part replaced.
pub(crate) fn with_part(file: &[u8], part: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut entry = from.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        let _ = entry.read_to_end(&mut bytes).unwrap();
        to.start_file(&name, SimpleFileOptions::default()).unwrap();
        to.write_all(&if name == part { change(bytes) } else { bytes }).unwrap();
    }
    to.finish().unwrap().into_inner()
}

const PLAN: &str = "xl/worksheets/sheet2.xml";

fn rows(xml: &str) -> Vec<u8> {
    with(PLAN, |_| format!("<worksheet><sheetData>{xml}</sheetData></worksheet>"))
}

/// Each text between these two.
fn each(texts: &[&str], before: &str, after: &str) -> String {
    texts.iter().flat_map(|text| [before, text, after]).collect()
}

fn is_damaged(bytes: &[u8]) -> bool {
    matches!(plan::read(bytes), Err(PlanError::Damaged { .. }))
}

#[test]
fn what_is_no_spreadsheet_is_refused_for_what_it_is() {
    for (bytes, error) in [
        (&b""[..], PlanError::NotZip),
        (b"%PDF-1.7", PlanError::NotZip),
        (b"Action id,Owner\r\n", PlanError::NotZip),
        (b"PK", PlanError::CutOff),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", PlanError::LockedOrOld),
    ] {
        assert_eq!(plan::read(bytes), Err(error));
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("picture.png", SimpleFileOptions::default()).unwrap();
    assert_eq!(plan::read(&zip.finish().unwrap().into_inner()), Err(PlanError::NotASpreadsheet));
    let document = with("xl/workbook.xml", |_| String::from("<w:document xmlns:w='w'/>"));
    assert_eq!(plan::read(&document), Err(PlanError::NotASpreadsheet));
    let long = vec![b'P'; plan::LIMIT + 1];
    assert_eq!(plan::read(&long), Err(PlanError::TooLarge { bytes: plan::LIMIT as u64 + 1 }));
}

#[test]
fn a_file_that_was_cut_off_is_refused_wherever_it_ends() {
    SOUND.with(|bytes| {
        for end in (0..bytes.len()).step_by(211) {
            assert!(plan::read(&bytes[..end]).is_err(), "{end} bytes of {}", bytes.len());
        }
        assert_eq!(plan::read(&bytes[..bytes.len() / 2]), Err(PlanError::CutOff));
    });
}

#[test]
fn a_small_file_that_unpacks_to_a_huge_one_is_refused() {
    let bomb = with(PLAN, |text| text.replace("<sheetData>", &format!("<sheetData>{}", " ".repeat(80 << 20))));
    assert!(bomb.len() < 1 << 20);
    assert_eq!(plan::read(&bomb), Err(PlanError::TooMuch));
    let texts = with("xl/sharedStrings.xml", |_| format!("<sst>{}</sst>", "<si/>".repeat(600_000)));
    assert_eq!(plan::read(&texts), Err(PlanError::TooMuch));
    let one = "<c t='inlineStr'><is><t>x</t></is></c>".repeat(20_000);
    assert!(is_damaged(&rows(&format!("<row>{one}</row>"))), "more cells in a row than a sheet has columns");
}

#[test]
fn a_list_of_parts_that_says_to_be_endless_is_refused_before_it_is_read() {
    // The end of the list in the form for files over 4 GiB, with 2^60 parts, and what points to it.
    let mut bytes = SOUND.with(Clone::clone);
    let at = bytes.len() as u64;
    let [size, parts, start] = [44_u64, 1 << 60, 1 << 61].map(u64::to_le_bytes);
    bytes.extend([&b"PK\x06\x06"[..], &size, &[45, 0, 45, 0], &[0; 8], &parts, &parts, &parts, &start].concat());
    bytes.extend([&b"PK\x06\x07"[..], &[0; 4], &at.to_le_bytes(), &[1, 0, 0, 0]].concat());
    bytes.extend([&b"PK\x05\x06"[..], &[0; 4], &[0xff; 12], &[0; 2]].concat());
    assert_eq!(plan::read(&bytes), Err(PlanError::TooMuch));
}

#[test]
fn a_long_text_that_many_cells_share_is_refused_and_not_copied() {
    let heads = ["Question id", "Action id", "Owner (role)", "Due", "Status"];
    let texts = each(&heads, "<si><t>", "</t></si>");
    let long = "x".repeat(1 << 20);
    let bytes = with("xl/sharedStrings.xml", |_| format!("<sst>{texts}<si><t>{long}</t></si></sst>"));
    let cells = each(&["0", "1", "2", "3", "4"], "<c t='s'><v>", "</v></c>");
    let row = "<row><c t='s'><v>5</v></c><c t='s'><v>5</v></c><c t='s'><v>5</v></c></row>".repeat(2_000);
    let mut from = ZipArchive::new(Cursor::new(&bytes[..])).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut entry = from.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut text = String::new();
        let _ = entry.read_to_string(&mut text).unwrap();
        if name == PLAN {
            text = format!("<worksheet><sheetData><row>{cells}</row>{row}</sheetData></worksheet>");
        }
        to.start_file(&name, SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    assert_eq!(plan::read(&to.finish().unwrap().into_inner()), Err(PlanError::TooMuch));
}

#[test]
fn no_entity_of_a_file_is_ever_expanded() {
    let laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><worksheet>&b;</worksheet>";
    assert!(is_damaged(&with(PLAN, |_| laughs.to_owned())));
    assert!(is_damaged(&with(PLAN, |_| String::from("<worksheet>&b;</worksheet>"))));
    let outside = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><sst><si><t>&a;</t></si></sst>";
    assert!(is_damaged(&with("xl/sharedStrings.xml", |_| outside.to_owned())));
}

#[test]
fn elements_deep_in_each_other_places_beyond_the_sheet_and_texts_that_are_not_there_are_refused() {
    assert!(is_damaged(&with(PLAN, |_| format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000)))));
    for cells in [
        "<row><c r='XFE1048577'><v>1</v></c></row>",
        "<row><c r='A-1'><v>1</v></c></row>",
        "<row r='-1'/>",
        "<row r='0'/>",
        "<row r='99999999999'/>",
        "<row><c t='s'><v>999999</v></c></row>",
        "<row><c t='s'><v>-1</v></c></row>",
        "<row><c>",
        "<row r='2'><c r='A3'><v>1</v></c></row>",
        "<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
        "<row><c r='B1'><v>1</v></c><c r='B1'><v>2</v></c></row>",
        "<row r='2'/><row r='1'/>",
        "<row><c t='x'><v>1</v></c></row>",
    ] {
        assert!(is_damaged(&rows(cells)), "{cells}");
    }
    assert!(is_damaged(&with(PLAN, |text| text.replace("</worksheet>", ""))));
}

#[test]
fn a_path_that_leads_out_of_the_file_leads_nowhere() {
    let relations = "xl/_rels/workbook.xml.rels";
    for path in ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "C:\\a.xml", ""] {
        let bytes = with(relations, |text| text.replace("worksheets/sheet2.xml", path));
        assert!(is_damaged(&bytes), "{path}");
    }
}

#[test]
fn heads_that_are_missing_or_there_twice_are_named() {
    let head = |words: &[&str]| each(words, "<c t='inlineStr'><is><t>", "</t></is></c>");
    let bytes = rows(&format!("<row>{}</row>", head(&["Action id", "Question id", "Status"])));
    let error = plan::read(&bytes).unwrap_err();
    assert_eq!(error.to_string(), "no row has the heads [\"Owner (role)\", \"Due\"] beside those that are there");
    let all = ["Action id", "Question id", "Owner (role)", "Due", "Status", "due"];
    let error = plan::read(&rows(&format!("<row>{}</row>", head(&all)))).unwrap_err();
    assert_eq!(error.to_string(), "F1: the head \"Due\" stands there again");
    assert!(matches!(plan::read(&rows("")), Err(PlanError::NoHead { missing }) if missing.len() == 5));
}

#[test]
fn a_form_of_a_later_version_is_refused() {
    let bytes = with("docProps/custom.xml", |text| text.replace(">1<", ">7<"));
    assert_eq!(plan::read(&bytes), Err(PlanError::LaterVersion { found: 7 }));
}

#[test]
fn runs_of_text_numbers_and_values_of_formulas_are_read_as_they_are_shown() {
    let heads = ["Action id", "Question id", "Owner (role)", "Due", "Status"];
    let heads = each(&heads, "<x:c t='inlineStr'><x:is><x:t>", "</x:t></x:is></x:c>");
    let xml = format!(
        "<x:row>{heads}</x:row><x:row><x:c t='inlineStr'><x:is><x:r><x:t>A</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh>\
         <x:r><x:t>1</x:t></x:r></x:is></x:c><x:c t='str'><x:f>B1</x:f><x:v>a.b &amp; c</x:v></x:c><x:c><x:v>7</x:v></x:c>\
         <x:c t='d'><x:v>2027-03-31T00:00:00</x:v></x:c><x:c t='str'><x:f>X()</x:f><x:v>Done</x:v></x:c></x:row>"
    );
    let plan = plan::read(&rows(&xml)).unwrap();
    let row = &plan.rows[0];
    assert_eq!(
        (row.action.value.as_str(), row.question.value.as_str(), row.owner.value.as_str()),
        ("A1", "a.b & c", "7")
    );
    assert_eq!(row.due.value, Some(jiff::civil::date(2027, 3, 31)));
    assert_eq!((row.due.at.as_str(), row.text.is_none()), ("D2", true));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn no_damage_makes_it_panic(damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = SOUND.with(Clone::clone);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = plan::read(&bytes);
    }

    #[test]
    fn no_damage_to_the_xml_of_a_part_makes_it_panic(
        part in prop::sample::select(vec![PLAN, "xl/workbook.xml", "xl/sharedStrings.xml", "docProps/custom.xml", "xl/_rels/workbook.xml.rels"]),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), "[<>/&;'\"a-z0-9= ]{0,4}"), 1..4),
    ) {
        let bytes = with(part, |mut text| {
            for (at, piece) in &damage {
                let mut at = at.index(text.len());
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                text.insert_str(at, piece);
            }
            text
        });
        let _ = plan::read(&bytes);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = plan::read(&[b"PK\x03\x04", &bytes[..]].concat());
    }
}
