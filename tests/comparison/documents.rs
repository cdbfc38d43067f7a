//! The reports as documents: in their places, in every format, and safe.

use std::collections::BTreeSet;

use rocu_self_assessment::assessment::{Assessment, Marking, Progress};
use rocu_self_assessment::comparison::{Regions, Side};
use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::spreadsheet::Spreadsheet;
use rocu_self_assessment::report::{Block, Layout, Report};

use crate::given::{TODAY, assessment, plan, section, sides, tables};
use crate::plausible;

fn country(framework: &Framework, regions: usize) -> Vec<Assessment> {
    (0..regions).filter_map(|region| plausible::years(framework, region, 1, 11).pop()).collect()
}

/// Looks at a report in every format, and leaves its page in the target folder under that name.
fn look(name: &str, report: &Report) {
    let html = export::html(report);
    std::fs::write(format!("{}/{name}.html", env!("CARGO_TARGET_TMPDIR")), &html).unwrap();
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "every id once");
    assert!(!html.contains("<script"));
    let data: serde_json::Value = serde_json::from_str(&export::json(report)).unwrap();
    assert_eq!(data["report"]["sections"].as_array().unwrap().len(), report.sections.len());
    for table in report.sections.iter().flat_map(tables) {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.caption);
        assert!(table.columns.len() <= 13, "{}", table.caption);
        let file = export::csv(table);
        let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(reader.records().count(), table.rows.len(), "{}", table.caption);
    }
    let sheets = Spreadsheet::of_report(report, TODAY).sheets;
    let names: BTreeSet<String> = sheets.iter().map(|sheet| sheet.name.to_lowercase()).collect();
    assert_eq!(names.len(), sheets.len());
    for sheet in &sheets {
        assert!((1..=31).contains(&sheet.name.encode_utf16().count()), "{}", sheet.name);
        assert!(!sheet.name.contains(['[', ']', ':', '*', '?', '/', '\\']) && !sheet.name.starts_with('\''));
        assert!(!sheet.name.ends_with('\'') && sheet.name.to_lowercase() != "history");
    }
    assert_eq!(sheets.len(), 1 + report.sections.iter().flat_map(tables).count());
}

#[test]
fn the_changes_stand_after_what_was_not_assessed_and_before_the_method() {
    let framework = Framework::built_in();
    let years = plausible::years(&framework, 0, 3, 4);
    let [first, second, third] = [0, 1, 2].map(|at| Side::new(&framework, &years[at]));
    let ids = |earlier: &[Side<'_>]| {
        let report = Report::with_earlier(&framework, third.assessment, earlier, TODAY);
        look(&format!("changes-since-{}", earlier.len()), &report);
        report.sections.iter().map(|section| section.id.to_string()).collect::<Vec<_>>()
    };
    let none = ids(&[]);
    assert_eq!(Report::of(&framework, third.assessment, TODAY).sections.len(), none.len());
    let at = none.iter().position(|id| id == "not-assessed").unwrap() + 1;
    assert_eq!(none[at], "method");
    let one = ids(&[second]);
    assert_eq!(one[at - 1..=at + 1], ["not-assessed", "changes", "method"]);
    let two = ids(&[second, first]);
    assert_eq!(two[at..at + 3], ["changes", "trend", "method"]);
}

#[test]
fn of_several_earlier_assessments_the_latest_is_the_one_compared() {
    let framework = Framework::built_in();
    let years = plausible::years(&framework, 0, 4, 4);
    let earlier = [2, 0, 1].map(|at| Side::new(&framework, &years[at]));
    let report = Report::with_earlier(&framework, &years[3], &earlier, TODAY);
    assert_eq!(section(&report, "changes").title, "Changes since 31 March 2024");
    let mut draft = years[3].clone();
    draft.particulars.date = None;
    let earlier = [Side::new(&framework, &draft), earlier[0]];
    let report = Report::with_earlier(&framework, &years[3], &earlier, TODAY);
    assert_eq!(section(&report, "changes").title, "Changes since 31 March 2024", "nobody knows how old a draft is");
}

#[test]
fn what_tells_of_earlier_assessments_carries_the_highest_marking_among_them() {
    let framework = Framework::built_in();
    let [mut now, mut then] = [3, 2].map(|at| plausible::years(&framework, 0, 4, 4).swap_remove(at));
    now.particulars.marking = Marking::Official;
    for (marking, expected) in [(Marking::Official, "OFFICIAL"), (Marking::OfficialSensitive, "OFFICIAL-SENSITIVE")] {
        then.particulars.marking = marking;
        let earlier = [Side::new(&framework, &then)];
        let report = Report::with_earlier(&framework, &now, &earlier, TODAY);
        assert_eq!((&*report.marking, report.front[0].value.as_str()), (expected, expected));
        assert_eq!(Spreadsheet::with_earlier(&framework, &now, &earlier, TODAY).marking, expected);
    }
    assert_eq!(Report::of(&framework, &now, TODAY).marking, "OFFICIAL");
}

#[test]
fn the_national_summary_is_a_document_like_any_other_with_3_10_and_200_files() {
    let framework = Framework::built_in();
    for files in [3, 10, 200] {
        let country = country(&framework, files);
        let regions = Regions::of(&sides(&framework, &country));
        assert_eq!(regions.units.len(), files);
        let report = Report::national(&regions, TODAY);
        assert_eq!((report.title.as_str(), &*report.marking), ("National summary", "OFFICIAL-SENSITIVE"));
        let matrix = section(&report, "matrix");
        assert_eq!(matrix.layout, Layout::Wide);
        let (rows, columns) = (tables(matrix)[0].rows.len(), tables(matrix)[0].columns.len());
        if files <= 12 {
            assert_eq!((rows, columns, tables(matrix).len()), (13, files + 1, 1));
        } else {
            assert_eq!((rows, tables(matrix).len()), (files, 2));
            assert_eq!(tables(matrix).iter().map(|table| table.columns.len() - 1).sum::<usize>(), 13);
        }
        look(&format!("national-{files}"), &report);
    }
}

#[test]
fn hostile_names_stay_text_everywhere() {
    let framework = Framework::built_in();
    let attack = "</td><script>alert('=1')</script>\u{202e}[x]:*?/\\ 'History'";
    let mut country = country(&framework, 3);
    for made in &mut country {
        made.particulars.region_name = attack.to_owned();
        made.particulars.unit = attack.to_owned();
        made.particulars.version = attack.to_owned();
        made.particulars.forces.iter_mut().for_each(|force| force.name = attack.to_owned());
    }
    look("hostile-national", &Report::national(&Regions::of(&sides(&framework, &country)), TODAY));
    let mut before = assessment(&framework, &[("nca.tasking", "not-achieved")]);
    plan(&mut before, "nca.tasking", attack, None, Progress::NotStarted);
    before.particulars.version = attack.to_owned();
    let mut after = before.clone();
    after.drop_action(after.actions[0].id);
    after.particulars.forces[0].id = "another".try_into().unwrap();
    after.particulars.forces[0].name = attack.to_owned();
    let report = Report::with_earlier(&framework, &after, &[Side::new(&framework, &before)], TODAY);
    look("hostile-changes", &report);
    assert!(format!("{:?}", section(&report, "changes")).contains("Dropped without a reason"));

    let mut strange = Report::of(&framework, &after, TODAY);
    for section in &mut strange.sections {
        for block in &mut section.blocks {
            if let Block::Table(table) = block {
                table.caption = attack.repeat(3);
            }
        }
    }
    look("hostile-captions", &strange);
}
