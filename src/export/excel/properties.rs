//! What the file says of itself: what it is, whose, how it is marked, and which assessment it is of.

use jiff::civil::{Date, date};
use rust_xlsxwriter::{DocProperties, ExcelDateTime};

use super::text::shortened;
use crate::assessment::plan::{FORMAT, VERSION, clean, property};
use crate::report::spreadsheet::Spreadsheet;

/// The longest text of a property.
const LONGEST: usize = 250;

/// The properties of the file. Its date is the day of the report, at midnight, and never the clock's.
pub(super) fn of(spreadsheet: &Spreadsheet) -> DocProperties {
    let text = |text: &str| shortened(&clean(text), LONGEST);
    let Spreadsheet { title, marking, unit, edition, assessment, .. } = spreadsheet;
    let example = if spreadsheet.example { " (example: an invented region)" } else { "" };
    let properties = DocProperties::new()
        .set_title(text(&format!("{title}{example}")))
        .set_subject(text(&format!("{unit}, {edition}")))
        .set_author(text(unit))
        .set_category(text(marking))
        .set_status(text(marking))
        .set_keywords(text(&format!("{marking}; {title}; self-assessment; gaps; actions")))
        .set_creation_datetime(&day(spreadsheet.made).unwrap_or_default());
    match assessment {
        None => properties,
        Some(assessment) => properties
            .set_custom_property(property::FORMAT, FORMAT)
            .set_custom_property(property::VERSION, VERSION.to_string().as_str())
            .set_custom_property(property::ASSESSMENT, text(assessment).as_str()),
    }
}

/// The day as spreadsheets count it, where all of them count it alike: from March 1900.
pub(super) fn day(day: Date) -> Option<ExcelDateTime> {
    let counts = day >= date(1900, 3, 1);
    let (year, month, of_month) = (day.year().unsigned_abs(), day.month().unsigned_abs(), day.day().unsigned_abs());
    counts.then(|| ExcelDateTime::from_ymd(year, month, of_month).ok())?
}
