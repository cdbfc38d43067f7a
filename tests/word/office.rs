//! The document as LibreOffice prints it.

use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::Report;
use rocu_self_assessment::saved;

use crate::made::{TODAY, full};
use crate::readers::{keep, office_to_pdf, pages_of};

const EXAMPLE: &str = include_str!("../../static/framework/example.rocu.json");

#[test]
fn look() {
    let framework = Framework::built_in();
    let example = saved::open(EXAMPLE.as_bytes(), &framework).unwrap().assessment;
    let files = [
        keep("example.docx", &export::word(&Report::of(&framework, &example, TODAY))),
        keep("full.docx", &export::word(&Report::of(&framework, &full(&framework, 9), TODAY))),
        keep("workbook.docx", &export::word(&Report::workbook(&framework, Some(&example), TODAY))),
    ];
    for pdf in office_to_pdf(&files) {
        println!("{}: {} pages", pdf.display(), pages_of(&pdf).len());
    }
}
