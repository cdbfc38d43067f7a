//! Pieces of reports.

use std::rc::Rc;

use rocu_self_assessment::analysis::Tally;
use rocu_self_assessment::framework::{Framework, Standing};
use rocu_self_assessment::report::{Bar, Block, Cell, Report, Table};
use rocu_self_assessment::ui::component::{Bars, PaperForm, ReportTable, ReportView};
use yew::html;

use crate::alone::{draw, one_gap};
use crate::dom::attribute;
use crate::drawn::{all_seen, seen};
use crate::made::{TODAY, blank};

#[test]
fn bars_are_as_long_as_the_counts_and_say_them_in_words() {
    let tally = Tally { meets: 3, elsewhere: 0, partly_short: 1, short: 1, not_applicable: 0, not_assessed: 1 };
    let bar = Bar { label: String::from("The region"), tally };
    let page = draw(html! { <Bars bars={vec![bar]} /> });
    let pieces: Vec<_> = page.all("rect").iter().map(|it| (attribute(it, "x"), attribute(it, "width"))).collect();
    let expected = [(0, 300), (300, 100), (400, 100), (500, 100)];
    assert_eq!(pieces, expected.map(|(x, width)| (Some(x.to_string()), Some(width.to_string()))));
    let words = all_seen(&page, ".rocu-bar__words").concat();
    assert_eq!(words, "3 meets, 1 partly short, 1 falls short, 1 not assessed of 6");
    let picture = &page.all("svg")[0];
    assert_eq!(attribute(picture, "aria-label"), Some(format!("The region: {words}")));
    let nothing = Bar { label: String::from("Nothing"), tally: Tally::default() };
    assert!(draw(html! { <Bars bars={vec![nothing]} /> }).all("rect").is_empty());
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
fn a_report_view_draws_every_chapter_and_leads_to_each() {
    let framework = Framework::built_in();
    let (assessment, _) = one_gap(&framework);
    let report = Rc::new(Report::of(&framework, &assessment, TODAY));
    let page = draw(html! { <ReportView report={report.clone()} /> });
    let titles: Vec<String> = report.sections.iter().map(|section| section.title.to_string()).collect();
    assert_eq!((all_seen(&page, "h2"), all_seen(&page, "nav li")), (titles.clone(), Vec::new()));
    assert_eq!(all_seen(&page, ".rocu-contents").concat(), titles.concat());
}
