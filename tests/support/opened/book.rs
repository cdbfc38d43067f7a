//! A small workbook as spreadsheet programs write it, of which some parts are given.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts: the letter by which one is given, its name, and what it holds where it is not.
const PARTS: [(u8, &str, &str); 7] = [
    (
        b'r',
        "_rels/.rels",
        r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        b'w',
        "xl/workbook.xml",
        r#"<workbook><sheets><sheet name="Particulars" r:id="a"/><sheet name="Gaps and actions" r:id="b"/></sheets></workbook>"#,
    ),
    (
        b'l',
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
    (
        b't',
        "xl/sharedStrings.xml",
        "<sst><si><t>Question id</t></si><si><t>Action id</t></si><si><t>Owner (role)</t></si><si><t>Due</t></si><si><t>Status</t></si><si><t>A1</t></si><si><t>undercover.commitment</t></si><si><t>Done</t></si></sst>",
    ),
    (
        b'p',
        "xl/worksheets/sheet1.xml",
        r#"<worksheet><sheetData><row><c t="str"><v>Assessment reference</v></c><c t="str"><v>7f3e9a1c-5b2d-4e8f-9a6b-0c1d2e3f4a5b</v></c></row></sheetData></worksheet>"#,
    ),
    (
        b's',
        "xl/worksheets/sheet2.xml",
        r#"<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>4</v></c></row><row><c t="s"><v>6</v></c><c t="s"><v>5</v></c><c t="str"><v>Head</v></c><c><v>46477</v></c><c t="s"><v>7</v></c></row></sheetData></worksheet>"#,
    ),
    (
        b'c',
        "docProps/custom.xml",
        r#"<Properties><property name="Format"><vt:lpwstr>rocu-gap-summary-spreadsheet</vt:lpwstr></property><property name="Version of format"><vt:i4>1</vt:i4></property><property name="Assessment"><vt:lpwstr>7f3e9a1c-5b2d-4e8f-9a6b-0c1d2e3f4a5b</vt:lpwstr></property></Properties>"#,
    ),
];

/// The workbook with the parts that are given, each behind its letter and with a zero between them.
pub(crate) fn of(given: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (letter, name, usual) in PARTS {
        let part = given.split(|byte| *byte == 0).find_map(|part| part.strip_prefix(&[letter]));
        zip.start_file(name, options).expect("a name that is used once");
        zip.write_all(part.unwrap_or(usual.as_bytes())).expect("there is memory");
    }
    zip.finish().expect("there is memory").into_inner()
}
