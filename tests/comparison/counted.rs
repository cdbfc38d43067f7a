//! The numbers of the reports, counted again from the files by other means.

use std::collections::BTreeMap;

use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::comparison::{Regions, Side};
use rocu_self_assessment::framework::{BUILT_IN, Framework};
use rocu_self_assessment::report::{Report, Table};
use rocu_self_assessment::saved;
use serde_json::Value;

use crate::given::{TODAY, rows, section, sides, tables};
use crate::plausible;

const REGIONS: usize = 10;
const YEARS: usize = 5;

/// The data of the framework, read as plain JSON.
struct Plain(Value);

/// A question of the plain data.
struct Question<'a> {
    part: &'a str,
    topic: &'a Value,
    data: &'a Value,
}

impl Plain {
    fn read() -> Self {
        Self(serde_json::from_str(BUILT_IN).unwrap())
    }

    fn questions(&self) -> Vec<Question<'_>> {
        let mut all = Vec::new();
        for part in list(&self.0["parts"]).filter(|part| part["judgment"] != true) {
            for topic in list(&part["topics"]) {
                let name = part["name"].as_str().unwrap();
                all.extend(list(&topic["questions"]).map(|question| Question { part: name, topic, data: question }));
            }
        }
        all
    }

    /// What the answer to that question comes to in that file, none where it is not asked: 0 to 3 for the
    /// standings, 4 not applicable, 5 not assessed.
    fn outcome(&self, file: &Value, it: &Question<'_>) -> Option<usize> {
        self.outcome_and_rank(file, it).map(|(outcome, _)| outcome)
    }

    /// The same with the place of the level on its scale; force by force, of the weakest.
    fn outcome_and_rank(&self, file: &Value, it: &Question<'_>) -> Option<(usize, usize)> {
        let switched_on = list(&file["switched_on"]).any(|topic| topic == &it.topic["id"]);
        if it.topic["optional"] == true && !switched_on || !asks(file, it.topic, it.data) {
            return None;
        }
        let answer = &file["answers"][it.data["id"].as_str().unwrap()];
        let scale = list(&self.0["scales"]).find(|scale| scale["id"] == it.data["scale"]).unwrap();
        let of_level = |level: &Value| {
            let (rank, level) = list(&scale["levels"]).enumerate().find(|(_, known)| known["id"] == *level)?;
            let words = ["meets", "elsewhere", "partly-short", "short"];
            Some((words.iter().position(|word| level["standing"] == *word)?, rank))
        };
        let worst = match &answer["forces"] {
            Value::Object(levels) => levels.values().filter_map(of_level).max(),
            _ => Some(&answer["level"]).filter(|level| level.is_string()).and_then(of_level),
        };
        Some(if answer["not_applicable"].is_string() { (4, 0) } else { worst.unwrap_or((5, 0)) })
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn asks(file: &Value, topic: &Value, question: &Value) -> bool {
    let Some(shown) = question.get("shown_when") else { return true };
    let level = &file["answers"][shown["question"].as_str().unwrap()]["level"];
    let earlier = list(&topic["questions"]).find(|earlier| earlier["id"] == shown["question"]).unwrap();
    list(&shown["levels"]).any(|wanted| wanted == level) && asks(file, topic, earlier)
}

fn file(assessment: &Assessment) -> Value {
    serde_json::from_str(&saved::save(assessment)).unwrap()
}

fn numbers(table: &Table, columns: std::ops::Range<usize>) -> BTreeMap<String, Vec<usize>> {
    let row =
        |row: &Vec<&str>| (row[0].to_owned(), row[columns.clone()].iter().map(|cell| cell.parse().unwrap()).collect());
    rows(table).iter().map(row).collect()
}

#[test]
fn the_spread_and_the_common_gaps_of_ten_regions_are_those_in_their_files() {
    let (framework, plain) = (Framework::built_in(), Plain::read());
    let all: Vec<Assessment> =
        (0..REGIONS).filter_map(|region| plausible::years(&framework, region, YEARS, 1).pop()).collect();
    let files: Vec<Value> = all.iter().map(file).collect();
    let report = Report::national(&Regions::of(&sides(&framework, &all)), TODAY);

    let mut expected: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut gaps: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for it in plain.questions() {
        let mut counts = vec![0; 6];
        files.iter().filter_map(|file| plain.outcome(file, &it)).for_each(|outcome| counts[outcome] += 1);
        let text = it.data["text"].as_str().unwrap();
        let fall_short = counts[2] + counts[3];
        if fall_short > 1 {
            *gaps.entry((fall_short, format!("{fall_short} of {}", counts.iter().sum::<usize>()))).or_default() += 1;
        }
        if counts.iter().any(|count| *count > 0) {
            let _ = expected.insert(format!("{}: {text}", it.topic["name"].as_str().unwrap()), counts);
        }
    }
    let found: BTreeMap<_, _> =
        tables(section(&report, "spread")).into_iter().flat_map(|table| numbers(table, 1..7)).collect();
    assert_eq!(found, expected);

    let table = tables(section(&report, "common-gaps"))[0];
    let mut most: Vec<usize> =
        gaps.iter().rev().flat_map(|((number, _), times)| std::iter::repeat_n(*number, *times)).collect();
    most.truncate(25);
    let listed: Vec<usize> =
        rows(table).iter().map(|row| row[2].split_once(" of ").unwrap().0.parse().unwrap()).collect();
    assert_eq!(listed, most, "the most common come first");
    assert!(rows(table).iter().all(|row| gaps.keys().any(|(_, words)| words == row[2])));
}

#[test]
fn the_matrix_says_of_every_region_what_its_file_says() {
    let (framework, plain) = (Framework::built_in(), Plain::read());
    let all: Vec<Assessment> =
        (0..REGIONS).filter_map(|region| plausible::years(&framework, region, 1, 2).pop()).collect();
    let report = Report::national(&Regions::of(&sides(&framework, &all)), TODAY);
    let table = tables(section(&report, "matrix"))[0];
    let words =
        ["● In place", "◇ Elsewhere", "◐ Partly in place", "○ Not in place", "Not applicable", "– Not assessed"];
    let (mut looked_at, rows) = (0, rows(table));
    for (at, name) in table.columns.iter().enumerate().skip(1) {
        let file = all.iter().find(|it| it.particulars.region_name == *name).map(file).unwrap();
        for it in plain.questions().iter().filter(|it| it.data["scale"] == "provision") {
            let row = rows.iter().find(|row| it.topic["name"] == row[0]).unwrap();
            assert!(row[at].starts_with(words[plain.outcome(&file, it).unwrap()]), "{name} {}: {}", row[0], row[at]);
            looked_at += 1;
        }
    }
    assert_eq!(looked_at, REGIONS * 13);
}

/// An outcome and the place of its level, where the question is asked.
type Ranked = Option<(usize, usize)>;

/// Where two outcomes are counted: the columns of the table of changes.
fn column(earlier: Ranked, later: Ranked) -> usize {
    let shortfall = |(outcome, _): (usize, usize)| [0, 0, 1, 2][outcome];
    match (earlier, later) {
        (None, _) | (_, None) => 5,
        (Some(before), Some(now)) if before == now => 2,
        (Some((4, _)), _) | (_, Some((4, _))) => 6,
        (Some((5, _)), _) => 3,
        (_, Some((5, _))) => 4,
        (Some(before), Some(now)) if shortfall(now) != shortfall(before) => {
            usize::from(shortfall(now) > shortfall(before))
        }
        (Some(before), Some(now)) if before.0 != now.0 => 6,
        (Some(before), Some(now)) => usize::from(now.1 > before.1),
    }
}

#[test]
fn the_changes_from_year_to_year_are_those_between_the_files() {
    let (framework, plain) = (Framework::built_in(), Plain::read());
    for region in 0..REGIONS {
        let years = plausible::years(&framework, region, YEARS, 3);
        for pair in years.windows(2) {
            let files: Vec<Value> = pair.iter().map(file).collect();
            let mut expected: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for it in plain.questions() {
                let [before, now] = [0, 1].map(|at| plain.outcome_and_rank(&files[at], &it));
                if before.or(now).is_none() {
                    continue;
                }
                for key in [it.part, "All parts"] {
                    let counts = expected.entry(key.to_owned()).or_insert_with(|| vec![0; 7]);
                    counts[column(before, now)] += 1;
                }
            }
            let earlier = [Side::new(&framework, &pair[0])];
            let report = Report::with_earlier(&framework, &pair[1], &earlier, TODAY);
            let found = numbers(tables(section(&report, "changes"))[0], 1..8);
            assert_eq!(found, expected);
        }
    }
}

#[test]
fn the_trend_over_five_years_is_that_of_the_files_in_the_order_of_their_dates() {
    let (framework, plain) = (Framework::built_in(), Plain::read());
    let years = plausible::years(&framework, 4, YEARS, 5);
    let files: Vec<Value> = years.iter().map(file).collect();
    let mut earlier = sides(&framework, &years[..YEARS - 1]);
    earlier.reverse();
    let report = Report::with_earlier(&framework, &years[YEARS - 1], &earlier, TODAY);
    let trend = tables(section(&report, "trend"));
    assert_eq!(
        trend[1].columns[1..],
        ["31 March 2022", "31 March 2023", "31 March 2024", "31 March 2025", "31 March 2026"]
    );
    for row in rows(trend[1]) {
        for (cell, file) in row[1..].iter().zip(&files) {
            let questions = plain.questions();
            let of_topic = questions.iter().filter(|it| it.topic["name"] == row[0]);
            let outcomes: Vec<usize> = of_topic.filter_map(|it| plain.outcome(file, it)).collect();
            let count = |is: fn(usize) -> bool| outcomes.iter().filter(|outcome| is(**outcome)).count();
            let open = count(|outcome| outcome == 5);
            let expected = match (outcomes.len(), open) {
                (0, _) => String::from("Not asked"),
                (all, 0) => format!("{} of {all}", count(|outcome| matches!(outcome, 2 | 3))),
                (all, open) => format!("{} of {all}, {open} not assessed", count(|outcome| matches!(outcome, 2 | 3))),
            };
            assert_eq!(*cell, expected, "{}", row[0]);
        }
    }
}
