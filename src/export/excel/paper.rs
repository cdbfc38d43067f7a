//! How a sheet is printed: A4 on its side, marked at the top and bottom of every page.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::text::at_the_edge;
use crate::report::spreadsheet::Spreadsheet;

/// Excel's number for A4.
const A4: u8 = 9;

/// How much of the title, the marking and the foot is printed: Excel allows 255 units for each edge
/// of a page, what gives instructions included.
const TITLE: usize = 60;
const MARKING: usize = 80;
const FOOT: usize = 130;

/// Sets up the printing of a sheet.
pub(super) fn set_up(tab: &mut Worksheet, spreadsheet: &Spreadsheet) -> Result<(), XlsxError> {
    let Spreadsheet { title, marking, unit, edition, .. } = spreadsheet;
    let example = if spreadsheet.example { " – EXAMPLE: AN INVENTED REGION" } else { "" };
    let title = at_the_edge(title, TITLE);
    let marking = at_the_edge(&format!("{marking}{example}"), MARKING);
    let foot = at_the_edge(&format!("{unit}, {edition}"), FOOT);
    let _ = tab
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_header_footer_scale_with_doc(false)
        .set_print_center_horizontally(true)
        .set_header(format!("&L{title}&C&\"-,Bold\"{marking}&R&A"))
        .set_footer(format!("&L{foot}&C&\"-,Bold\"{marking}&RPage &P of &N"))
        .set_repeat_rows(0, 0)?;
    Ok(())
}
