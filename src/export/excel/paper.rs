//! How a sheet is printed: A4 on its side, marked at the top and bottom of every page, in letters that can be read.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::text::at_the_edge;
use crate::report::spreadsheet::{Sheet, Spreadsheet};

/// Excel's number for A4.
const A4: u8 = 9;

/// The most breaks that Excel allows.
const MOST_BREAKS: usize = 1_000;

/// How much of a text is printed at an edge: more would run into the text beside it, and Excel allows
/// 255 units for each edge of a page, what gives instructions included.
const LONGEST: usize = 60;

/// The least scale at which letters of 10 points can be read, in hundredths.
const LEAST: u16 = 75;

/// How wide a page is between its margins at full scale, in pixels: 29.7 cm less 1.8 cm at either side.
const PAGE: u32 = 986;

/// Has a sheet printed as wide as a page; one whose letters would be too small goes on to the right, each
/// page with the columns that say what a row is about.
pub(super) fn fit(tab: &mut Worksheet, sheet: &Sheet, widths: &[u32]) -> Result<(), XlsxError> {
    let breaks = breaks(widths, sheet.naming);
    let _ = if breaks.is_empty() {
        tab.set_print_fit_to_pages(1, 0)
    } else {
        let naming = u16::try_from(sheet.naming).unwrap_or(1);
        tab.set_print_scale(LEAST)
            .set_page_order(true)
            .set_vertical_page_breaks(breaks.get(..MOST_BREAKS).unwrap_or(&breaks))?
            .set_repeat_columns(0, naming.saturating_sub(1))?
    };
    Ok(())
}

/// The columns that begin another page at the least scale, about as many on each; none where one page is wide enough.
fn breaks(widths: &[u32], naming: usize) -> Vec<u32> {
    // A figure is 7 pixels wide, and 8 where the usual font is missing.
    let pixels = |width: &u32| width * 8 + 5;
    let (naming, rest) = widths.split_at(naming.min(widths.len()));
    let named: u32 = naming.iter().map(pixels).sum();
    let room = (PAGE * 100 / u32::from(LEAST)).saturating_sub(named);
    let packed = |room: u32| {
        let (mut breaks, mut used) = (Vec::new(), 0);
        for (column, width) in (naming.len()..).zip(rest.iter().map(pixels)) {
            if used > 0 && used + width > room {
                breaks.extend(u32::try_from(column));
                used = 0;
            }
            used += width;
        }
        breaks
    };
    let breaks = packed(room);
    let pages = u32::try_from(breaks.len() + 1).unwrap_or(u32::MAX);
    let even = rest.iter().map(pixels).sum::<u32>() / pages;
    let evenly = (0..=4).map(|step| packed(even + (room.saturating_sub(even)) * step / 4));
    evenly.into_iter().find(|other| other.len() <= breaks.len()).unwrap_or(breaks)
}

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
        .set_header_footer_scale_with_doc(false)
        .set_print_center_horizontally(true)
        .set_header(format!("&L&8 {unit}&C&\"-,Bold\"&11 {marking}&R&8 {title}: &A"))
        .set_footer(format!("&L&8 {edition}&C&\"-,Bold\"&11 {marking}&R&8 Page &P of &N"))
        .set_repeat_rows(0, 0)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_fit_stay_on_one_page_and_others_are_parted_about_evenly() {
        assert!(breaks(&[10; 12], 1).is_empty());
        assert_eq!(breaks(&[20; 18], 3), [7, 11, 15]);
        assert_eq!(breaks(&[20; 9], 3), [6]);
        assert_eq!(breaks(&[400; 3], 1), [2]);
        assert!(breaks(&[], 1).is_empty());
    }
}
