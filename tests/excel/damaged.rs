//! An edited plan, damaged: an error, or just what another reader finds in it too.

use std::io::{Cursor, Read};
use std::panic;

use calamine::{Data, Range, Reader, Xlsx};
use jiff::civil::{Date, date};
use rocu_self_assessment::assessment::plan::{Column, SHEET};
use rocu_self_assessment::assessment::{Plan, Progress};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::plan;
use serde_json::json;
use zip::ZipArchive;

use crate::back::{edited, edits, three_actions};
use crate::bad_input::with_part;
use crate::changed::{Fate, changes, starts};
use crate::written::file;

fn workbook() -> Vec<u8> {
    let framework = Framework::built_in();
    edited("damaged", &framework, &three_actions(&framework), &json!({ "cells": edits() }))
}

#[test]
fn a_changed_byte_of_the_file_gives_an_error_or_the_same_plan() {
    let file = workbook();
    let whole = plan::read(&file).unwrap();
    let fate = |damaged: &[u8]| match plan::read(damaged) {
        Err(error) => {
            assert!(!error.to_string().is_empty());
            Fate::Refused
        }
        Ok(plan) => {
            assert_eq!(plan, whole, "its checksums were passed over");
            Fate::AsItSays
        }
    };
    let fates = changes("edited plan", &file, fate);
    assert!(fates.refused > 0 && fates.as_they_say > 0, "{fates:?}");
    let fates = starts("edited plan", &file, fate);
    assert_eq!(fates.as_they_say, 0, "a file that was cut off is not taken");
}

#[test]
fn a_changed_byte_of_the_sheet_or_its_texts_gives_an_error_or_what_another_reader_finds() {
    let framework = Framework::built_in();
    let own = file(&framework, &three_actions(&framework));
    // The other program writes texts into the sheet, ours beside it.
    for (file, part) in [(workbook(), "xl/worksheets/sheet2.xml"), (own, "xl/sharedStrings.xml")] {
        let fates = changes(part, &content(&file, part), |damaged| {
            let damaged = with_part(&file, part, |_| damaged.to_vec());
            match plan::read(&damaged) {
                Err(_) => Fate::Refused,
                Ok(plan) => compared(&plan, &damaged),
            }
        });
        assert!(fates.refused > 0 && fates.as_they_say > 0, "{part}: {fates:?}");
    }
}

fn content(file: &[u8], part: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut package = ZipArchive::new(Cursor::new(file)).unwrap();
    let _ = package.by_name(part).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// Where the other reader refuses the file, or panics over it, there is nothing to compare.
fn compared(plan: &Plan, file: &[u8]) -> Fate {
    let read = || Xlsx::new(Cursor::new(file)).and_then(|mut book| book.worksheet_range(SHEET));
    let Ok(Ok(sheet)) = panic::catch_unwind(read) else { return Fate::Refused };
    let (head, columns) = heads(&sheet);
    let rows: Vec<u32> = (head + 1..=sheet.end().unwrap().0)
        .filter(|row| columns.iter().any(|(_, column)| !shown(cell(&sheet, *row, *column)).trim().is_empty()))
        .collect();
    assert_eq!(plan.rows.iter().map(|row| row.row - 1).collect::<Vec<_>>(), rows);
    for row in &plan.rows {
        let other = |wanted: Column| {
            let column = columns.iter().find(|(column, _)| *column == wanted);
            column.map_or(&Data::Empty, |(_, column)| cell(&sheet, row.row - 1, *column))
        };
        // White space at the ends of a text that nothing says to keep is kept by one reader and not by the other.
        let says = |text: &str, wanted: Column| assert_eq!(text.trim(), shown(other(wanted)).trim());
        says(&row.question.value, Column::Question);
        says(&row.action.value, Column::Action);
        says(&row.owner.value, Column::Owner);
        assert_eq!(row.status.value, Progress::from_word(shown(other(Column::Status)).trim()));
        // A day in words is read elsewhere.
        if let due @ (Data::Empty | Data::DateTime(_)) = other(Column::Due) {
            assert_eq!(row.due.value, day(due));
        }
        says(row.text.as_ref().map_or("", |text| &text.value), Column::Text);
        says(row.resources.as_ref().map_or("", |text| &text.value), Column::Resources);
    }
    Fate::AsItSays
}

/// The row of the heads, and where each stands.
fn heads(sheet: &Range<Data>) -> (u32, Vec<(Column, u32)>) {
    let (first, last) = (sheet.start().unwrap(), sheet.end().unwrap());
    (first.0..=last.0)
        .find_map(|row| {
            let found: Vec<(Column, u32)> = (first.1..=last.1)
                .filter_map(|at| {
                    let words = shown(cell(sheet, row, at)).split_whitespace().collect::<Vec<_>>().join(" ");
                    let column = Column::ALL.into_iter().find(|column| column.head().eq_ignore_ascii_case(&words));
                    column.map(|column| (column, at))
                })
                .collect();
            found.iter().any(|(column, _)| *column == Column::Action).then_some((row, found))
        })
        .unwrap()
}

fn cell(sheet: &Range<Data>, row: u32, column: u32) -> &Data {
    sheet.get_value((row, column)).unwrap_or(&Data::Empty)
}

/// What a cell shows, in words.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Bool(truth) => truth.to_string().to_uppercase(),
        other => other.to_string(),
    }
}

/// The day in a cell that holds a date.
fn day(cell: &Data) -> Option<Date> {
    let Data::DateTime(day) = cell else { return None };
    let (year, month, day, ..) = day.to_ymd_hms_milli();
    Some(date(year.try_into().unwrap(), month.try_into().unwrap(), day.try_into().unwrap()))
}
