//! Excel files of assessments, and their sheets as a reader that we did not write reads them.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::PathBuf;

use calamine::{Data, Reader, Xlsx};
use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::spreadsheet::Spreadsheet;

use crate::made::TODAY;

/// The cells of a sheet, row by row.
pub(crate) type Rows = Vec<Vec<Data>>;

/// The Excel file of an assessment.
pub(crate) fn file(framework: &Framework, assessment: &Assessment) -> Vec<u8> {
    export::excel(&Spreadsheet::of(framework, assessment, TODAY))
}

/// Leaves a file in the target folder for other programs.
pub(crate) fn on_disk(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("excel");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The sheets of a file by name.
pub(crate) fn sheets(bytes: &[u8]) -> BTreeMap<String, Rows> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let rows = |book: &mut Xlsx<_>, name: &str| {
        let range = book.worksheet_range(name).unwrap();
        range.rows().map(<[Data]>::to_vec).collect::<Rows>()
    };
    names.into_iter().map(|name| (name.clone(), rows(&mut book, &name))).collect()
}

/// The text of a cell as it was written.
pub(crate) fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => panic!("{other:?} is neither text nor number nor date"),
    }
}
