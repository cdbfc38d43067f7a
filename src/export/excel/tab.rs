//! One sheet: its table, how wide it is, what may be entered and what stands out.

use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell};
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula, DataValidation,
    DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, Table as ExcelTable, TableColumn, TableStyle,
    Worksheet, XlsxError,
};

use super::look::{Look, rule_of_concern, rule_of_overdue, rule_of_standing};
use super::measure::{FILTER, height, width};
use super::paper;
use super::properties::day;
use super::text::{Rest, heads, of_cell};
use crate::assessment::Progress;
use crate::export::csv::is_formula;
use crate::framework::{Concern, Standing};
use crate::report::Cell;
use crate::report::spreadsheet::{Holds, Sheet};

/// Fills a sheet; says what of its texts goes on elsewhere.
pub(super) fn fill(tab: &mut Worksheet, sheet: &Sheet, at: usize, look: &Look) -> Result<Vec<Rest>, XlsxError> {
    let _ = tab.set_name(&*sheet.name)?.set_freeze_panes(1, index(sheet.naming))?;
    let mut rests = Vec::new();
    for (at, row) in sheet.table.rows.iter().enumerate() {
        for (column, cell) in (0..).zip(row) {
            let row = row_number(at + 1);
            write(tab, row, column, cell, look)?;
            rests.extend(Rest::of_cell(&cell.text, &sheet.name, || row_col_to_cell(row, column)));
        }
    }
    for (column, head) in (0..).zip(&sheet.table.columns) {
        rests.extend(Rest::of_head(head, &sheet.name, || row_col_to_cell(0, column)));
    }
    // A table has a row at least, be it blank.
    let last = row_number(sheet.table.rows.len().max(1));
    if let Some(last_column) = sheet.table.columns.len().checked_sub(1) {
        let _ = tab.add_table(0, 0, last, index(last_column), &table(sheet, at, look))?;
    }
    let widths: Vec<u32> = (0..sheet.holds.len()).map(|column| width(sheet, column)).collect();
    paper::fit(tab, sheet, &widths)?;
    let heads = sheet.table.columns.iter().map(String::as_str);
    let _ = tab.set_row_height_pixels(0, height(heads.zip(widths.iter().map(|width| width - FILTER))))?;
    for (at, row) in (1..).zip(&sheet.table.rows) {
        let texts = row.iter().map(|cell| cell.text.as_str());
        let _ = tab.set_row_height_pixels(at, height(texts.zip(widths.iter().copied())))?;
    }
    for (column, holds) in (0..).zip(&sheet.holds) {
        let _ = tab.set_column_width(column, widths[usize::from(column)])?;
        let empty = if *holds == Holds::Due { &look.date } else { &look.text };
        let _ = tab.set_column_format(column, empty)?;
        if sheet.table.rows.is_empty() {
            let _ = tab.write_blank(last, column, empty)?;
        }
        allow(tab, column, last, *holds)?;
        stand_out(tab, column, last, sheet)?;
    }
    Ok(rests)
}

fn write(tab: &mut Worksheet, row: u32, column: u16, cell: &Cell, look: &Look) -> Result<(), XlsxError> {
    let number = cell.number.and_then(|number| u32::try_from(number).ok()).filter(|it| it.to_string() == cell.text);
    let _ = match (number, cell.date.map(|date| (day(date), date)), cell.standing) {
        (Some(number), ..) => tab.write_number_with_format(row, column, number, &look.number)?,
        (None, Some((Some(day), _)), _) => tab.write_datetime_with_format(row, column, &day, &look.date)?,
        // A day that no spreadsheet counts is written as the reader reads it again.
        (None, Some((None, date)), _) => tab.write_string_with_format(row, column, date.to_string(), &look.text)?,
        (None, None, Some(standing)) => {
            tab.write_string_with_format(row, column, of_cell(&cell.text), &look.standing(standing))?
        }
        (None, None, None) if is_formula(&cell.text) => {
            tab.write_string_with_format(row, column, of_cell(&cell.text), &look.formula_like)?
        }
        (None, None, None) => tab.write_string_with_format(row, column, of_cell(&cell.text), &look.text)?,
    };
    Ok(())
}

/// The table that Excel sorts and filters.
fn table(sheet: &Sheet, at: usize, look: &Look) -> ExcelTable {
    let heads = heads(&sheet.table.columns).into_iter();
    let columns: Vec<TableColumn> =
        heads.map(|head| TableColumn::new().set_header(head).set_header_format(&look.head)).collect();
    let letters: String = sheet.name.chars().filter(char::is_ascii_alphanumeric).collect();
    ExcelTable::new()
        .set_name(format!("T{}_{letters}", at + 1))
        .set_columns(&columns)
        .set_style(TableStyle::Light1)
        .set_alt_text_title(&*sheet.name)
}

/// What may be entered in a column.
fn allow(tab: &mut Worksheet, column: u16, last: u32, holds: Holds) -> Result<(), XlsxError> {
    let rule = match holds {
        Holds::Status => DataValidation::new()
            .allow_list_strings(&Progress::ALL.map(Progress::word))?
            .set_input_title("Status")?
            .set_input_message("Choose how far the action has come.")?
            .set_error_title("Not a status")?
            .set_error_message(format!("Choose one of: {}.", Progress::ALL.map(Progress::word).join(", ")))?,
        Holds::Due => DataValidation::new()
            .allow_date(DataValidationRule::GreaterThanOrEqualTo(ExcelDateTime::from_ymd(2000, 1, 1)?))
            .set_input_title("Due")?
            .set_input_message("Enter the day by which the action is due, such as 31/03/2027.")?
            .set_error_title("Not a date")?
            .set_error_message("Enter a date with day, month and year, such as 31/03/2027.")?,
        _ => return Ok(()),
    };
    let rule = rule.set_error_style(DataValidationErrorStyle::Stop);
    let _ = tab.add_data_validation(1, column, last, column, &rule)?;
    Ok(())
}

/// What stands out in a column, also after it was edited.
fn stand_out(tab: &mut Worksheet, column: u16, last: u32, sheet: &Sheet) -> Result<(), XlsxError> {
    let mut word = |word: &str, look: Format| {
        let rule = ConditionalFormatCellRule::EqualTo(word.to_owned());
        let rule = ConditionalFormatCell::new().set_rule(rule).set_format(look);
        tab.add_conditional_format(1, column, last, column, &rule).map(drop)
    };
    match sheet.holds[usize::from(column)] {
        Holds::Concern => {
            Concern::ALL.into_iter().try_for_each(|concern| word(concern.word(), rule_of_concern(concern)))
        }
        Holds::Standing => {
            Standing::ALL.into_iter().try_for_each(|standing| word(standing.word(), rule_of_standing(standing)))
        }
        Holds::Due => {
            let Some(status) = sheet.holds.iter().position(|holds| *holds == Holds::Status) else { return Ok(()) };
            let (due, status) = (column_number_to_name(column), column_number_to_name(index(status)));
            let done = Progress::Done.word();
            let rule = format!("=AND(ISNUMBER(${due}2),${due}2<TODAY(),${status}2<>\"{done}\")");
            let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(rule_of_overdue());
            tab.add_conditional_format(1, column, last, column, &rule).map(drop)
        }
        _ => Ok(()),
    }
}

/// A number of a row, from 0 for the heads. A number too great is refused by the writer.
fn row_number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A number of a column, from 0. A number too great is refused by the writer.
fn index(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}
