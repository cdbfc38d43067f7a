//! Pieces of reports.

use std::rc::Rc;

use rocu_self_assessment::analysis::Tally;
use rocu_self_assessment::export;
use rocu_self_assessment::framework::{Framework, Standing};
use rocu_self_assessment::report::{Bar, Block, Cell, Report, Table};
use rocu_self_assessment::ui::component::{Bars, PaperForm, ReportTable, ReportView};
use yew::html;

use crate::alone::{draw, one_gap};
use crate::dom::{self, Page, attribute, read, within};
use crate::drawn::{all_seen, seen};
use crate::made::{TODAY, blank};

#[test]
fn bars_are_as_long_as_the_counts_and_say_them_in_words() {
    let tally = Tally { meets: 3, elsewhere: 0, partly_short: 1, short: 1, not_applicable: 0, not_assessed: 1 };
    let bar = Bar { label: String::from("The region"), tally };
    let page = draw(html! { <Bars bars={vec![bar]} /> });
    let pieces: Vec<_> = within(&page.all(".rocu-bar__picture")[0], "rect");
    let pieces: Vec<_> = pieces.iter().map(|it| (attribute(it, "x"), attribute(it, "width"))).collect();
    let expected = [("0.00%", "50.00%"), ("50.00%", "16.66%"), ("66.66%", "16.67%"), ("83.33%", "16.67%")];
    assert_eq!(pieces, expected.map(|(x, width)| (Some(x.to_owned()), Some(width.to_owned()))));
    let words = all_seen(&page, ".rocu-bar__words").concat();
    assert_eq!(words, "3 meets, 1 partly short, 1 falls short, 1 not assessed of 6");
    let picture = &page.all(".rocu-bar__picture")[0];
    assert_eq!(attribute(picture, "aria-label"), Some(format!("The region: {words}")));
    let nothing = Bar { label: String::from("Nothing"), tally: Tally::default() };
    let page = draw(html! { <Bars bars={vec![nothing]} /> });
    assert!(within(&page.all(".rocu-bar__picture")[0], "rect").is_empty());
}

#[test]
fn each_outcome_of_a_bar_has_the_pattern_that_the_key_names_and_that_the_file_has() {
    let tally = Tally { meets: 1, elsewhere: 1, partly_short: 1, short: 1, not_applicable: 1, not_assessed: 1 };
    let page = draw(html! { <Bars bars={vec![Bar { label: String::from("The region"), tally }]} /> });
    let rects = |place: &str| page.all(place).iter().flat_map(|it| within(it, "rect")).collect::<Vec<_>>();
    let fills = |place: &str| rects(place).iter().filter_map(|it| attribute(it, "fill")).collect::<Vec<_>>();
    let framework = Framework::built_in();
    let file = read(&export::html(&Report::of(&framework, &blank(&framework), TODAY)));
    let names: Vec<_> = file.all("pattern").iter().filter_map(|it| attribute(it, "id")).collect();
    assert_eq!(names.len(), 6);
    let expected: Vec<_> = names.iter().map(|name| format!("url(#{name})")).collect();
    assert_eq!((fills(".rocu-key"), fills(".rocu-bar__picture")), (expected.clone(), expected));
    for name in names {
        let drawn = |page: &Page| {
            within(&page.by_id(&name), "path").iter().filter_map(|it| attribute(it, "d")).collect::<String>()
        };
        assert_eq!(drawn(&page), drawn(&file), "{name}");
    }
}

#[test]
fn a_paper_form_has_a_box_for_each_level_or_for_each_force_and_level() {
    let framework = Framework::built_in();
    let report = Report::workbook(&framework, Some(&blank(&framework)), TODAY);
    let forms = report.sections.iter().flat_map(|section| &section.blocks);
    let forms: Vec<_> = forms.filter_map(|it| if let Block::Form(form) = it { Some(form) } else { None }).collect();
    assert!(forms.len() > 99);
    for form in forms {
        let page = draw(html! { <PaperForm form={(**form).clone()} /> });
        let boxes = page.body().matches('☐').count();
        assert_eq!(boxes, form.levels.len() * form.forces.len().max(1), "{}", form.question);
        assert!(all_seen(&page, "h3")[0].contains(form.question.as_str()), "so that it is found in the tool");
        assert!(form.levels.iter().all(|level| page.body().contains(&level.statement)));
    }
}

#[test]
fn a_report_table_heads_its_columns_and_rows_and_marks_standings_and_counts() {
    let row = vec![Cell::text("Row"), Cell::number(7), Cell::standing(Standing::Short, "○ 2")];
    let columns = ["What", "Count", "How"].map(String::from).to_vec();
    let page =
        draw(html! { <ReportTable table={Table { caption: String::from("Counts"), columns, rows: vec![row] }} /> });
    let scopes: Vec<_> = page.all("th").iter().map(|head| (seen(head), attribute(head, "scope"))).collect();
    let head = |text: &str, scope: &str| (text.to_owned(), Some(scope.to_owned()));
    assert_eq!(scopes, [head("What", "col"), head("Count", "col"), head("How", "col"), head("Row", "row")]);
    assert_eq!(
        (all_seen(&page, "caption"), all_seen(&page, "td")),
        (vec!["Counts".into()], vec!["7".into(), "○ 2".into()])
    );
    assert_eq!((page.all(".govuk-table__cell--numeric").len(), page.all(".rocu-cell--short").len()), (1, 1));
}

#[test]
fn a_matrix_that_is_wider_than_a_sheet_is_one_table_on_screen_and_several_on_paper() {
    let columns = |number: usize| (0..=number).map(|at| format!("Column {at}")).collect::<Vec<_>>();
    let table = |number| Table {
        caption: String::from("Matrix"),
        columns: columns(number),
        rows: vec![columns(number).into_iter().map(Cell::text).collect()],
    };
    let parted = draw(html! { <ReportTable table={table(9)} is_matrix=true /> });
    let heads = |page: &Page, place: &str| {
        let tables = page.all(place).into_iter().flat_map(|it| within(&it, "table"));
        tables.map(|it| within(&within(&it, "tr")[0], "th").iter().map(seen).collect()).collect::<Vec<Vec<_>>>()
    };
    assert_eq!(heads(&parted, ".rocu-screen-only"), [columns(9)]);
    let on_paper = heads(&parted, ".rocu-paper-only");
    assert!(on_paper.len() > 1 && on_paper.iter().all(|heads| heads[0] == "Column 0" && heads.len() <= 8));
    assert_eq!(on_paper.iter().flat_map(|heads| &heads[1..]).cloned().collect::<Vec<_>>(), columns(9)[1..]);
    for whole in [html! { <ReportTable table={table(7)} is_matrix=true /> }, html! { <ReportTable table={table(9)} /> }]
    {
        assert_eq!(draw(whole).all("table").len(), 1);
    }
}

#[test]
fn no_line_ends_between_a_symbol_and_its_word_or_within_one_of_two() {
    let drawn = |cell: Cell| {
        let row = vec![Cell::text("Row"), cell];
        let columns = vec![String::from("Topic"), String::from("Theme")];
        let page = draw(html! { <ReportTable table={Table { caption: String::new(), columns, rows: vec![row] }} /> });
        dom::text(&page.all("td")[0])
    };
    for (text, expected) in [
        ("● Meets", "●\u{a0}Meets"),
        ("○ Falls short 1 of 2", "○\u{a0}Falls short 1\u{a0}of\u{a0}2"),
        ("● meets, ◐ partly short, – not assessed", "●\u{a0}meets, ◐\u{a0}partly short, –\u{a0}not assessed"),
        ("Part of 2 regions", "Part of 2 regions"),
        ("", ""),
    ] {
        assert_eq!(drawn(Cell::standing(Standing::Meets, text)), expected);
        assert_eq!(drawn(Cell::text(text)), text, "what somebody typed is drawn as it is");
    }
}

#[test]
fn a_report_view_draws_every_chapter_and_leads_to_each() {
    let framework = Framework::built_in();
    let (assessment, _) = one_gap(&framework);
    let report = Rc::new(Report::of(&framework, &assessment, TODAY));
    let page = draw(html! { <ReportView report={report.clone()} /> });
    let titles: Vec<String> = report.sections.iter().map(|section| section.title.to_string()).collect();
    assert_eq!((all_seen(&page, "h2"), all_seen(&page, "nav li")), (titles.clone(), Vec::new()));
    assert_eq!(all_seen(&page, ".rocu-contents").concat(), titles.concat());
}
