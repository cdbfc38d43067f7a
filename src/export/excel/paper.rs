//! How a sheet is printed: A4 on its side, marked at the top and bottom of every page.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::text::at_the_edge;
use crate::report::spreadsheet::Spreadsheet;

/// Excel's number for A4.
const A4: u8 = 9;

/// How much of a text is printed at an edge: more would run into the text beside it, and Excel allows
/// 255 units for each edge of a page, what gives instructions included.
const LONGEST: usize = 60;

/// Sets up the printing of a sheet.
pub(super) fn set_up(tab: &mut Worksheet, spreadsheet: &Spreadsheet) -> Result<(), XlsxError> {
    let example = if spreadsheet.example { " – EXAMPLE: AN INVENTED REGION" } else { "" };
    let marking = at_the_edge(&format!("{}{example}", spreadsheet.marking), LONGEST);
    let [title, unit, edition] =
        [&spreadsheet.title, &spreadsheet.unit, &spreadsheet.edition].map(|text| at_the_edge(text, LONGEST));
    // A space ends the number of the size, so that no figure of a text is taken for a part of it.
    let _ = tab
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_header_footer_scale_with_doc(false)
        .set_print_center_horizontally(true)
        .set_header(format!("&L&8 {unit}&C&\"-,Bold\"&11 {marking}&R&8 {title}: &A"))
        .set_footer(format!("&L&8 {edition}&C&\"-,Bold\"&11 {marking}&R&8 Page &P of &N"))
        .set_repeat_rows(0, 0)?;
    Ok(())
}
