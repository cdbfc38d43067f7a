//! What the writer cannot be told: which program wrote the file, in which language, and that heights of rows may
//! change.

use std::io::{Cursor, Read, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// What is replaced in the parts whose names begin so.
///
/// The writer names Microsoft Excel as the program, which is not true. And it sets heights of rows for
/// good, where they are to follow their text again as soon as it is edited.
const REPLACED: [(&str, &str, &str); 3] = [
    (
        "docProps/app.xml",
        "<Application>Microsoft Excel</Application>",
        "<Application>ROCU self-assessment</Application>",
    ),
    ("docProps/core.xml", "</cp:coreProperties>", "<dc:language>en-GB</dc:language></cp:coreProperties>"),
    ("xl/worksheets/sheet", " customHeight=\"1\"", ""),
];

/// The file with what the writer could not be told.
///
/// # Panics
/// Never: what the writer has just packed in memory can be unpacked.
pub(super) fn finished(bytes: &[u8]) -> Vec<u8> {
    replaced(bytes).expect("a file that was just packed can be unpacked")
}

fn replaced(bytes: &[u8]) -> ZipResult<Vec<u8>> {
    let mut parts = ZipArchive::new(Cursor::new(bytes))?;
    let mut file = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let options = options.compression_method(CompressionMethod::Deflated);
    for at in 0..parts.len() {
        let mut part = parts.by_index(at)?;
        let name = part.name()?.into_owned();
        let Some((_, from, to)) = REPLACED.iter().find(|(start, ..)| name.starts_with(start)) else {
            file.raw_copy_file(part)?;
            continue;
        };
        let mut text = String::new();
        let _ = part.read_to_string(&mut text)?;
        file.start_file(name, options)?;
        file.write_all(text.replace(from, to).as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}
