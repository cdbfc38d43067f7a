//! Components: each drawn alone from values and callbacks, without a store.

#[path = "reports/dom.rs"]
#[expect(dead_code, reason = "of the reader of the reports' tests only a part is needed here")]
mod dom;
#[path = "support/drawn.rs"]
#[expect(dead_code, reason = "of what reads drawn screens only a part is needed here")]
mod drawn;
#[path = "reports/made.rs"]
#[expect(dead_code, reason = "of the assessments of the reports' tests only some are needed here")]
mod made;

use std::rc::Rc;

use rocu_self_assessment::analysis::Tally;
use rocu_self_assessment::assessment::{Action, Answer, Assessment, Choice, Progress};
use rocu_self_assessment::framework::{Framework, LevelId, QuestionId, ReasonId, Standing};
use rocu_self_assessment::report::{Bar, Cell, GapEntry, Report, Table, gap_entries};
use rocu_self_assessment::session::{FrameworkByPointer, Route};
use rocu_self_assessment::ui::component::{
    ActionForm, Bars, BasisNote, CommitmentRadios, FileButton, Foot, GapCard, GapDecision, Head, LevelRadios,
    MarkingBar, NoticeBanner, QuestionCard, ReportTable, ReportView, SetAside, TextArea, TextField,
};
use yew::{Callback, Html, Properties, component, html};

use dom::{Page, attribute, text, within};
use drawn::{all_seen, controls, radios, seen};
use made::{TODAY, answer, blank, id, plan};

#[derive(Properties, PartialEq)]
struct Alone {
    it: Html,
}

/// A component, and nothing around it.
#[component]
fn Lone(alone: &Alone) -> Html {
    alone.it.clone()
}

fn draw(it: Html) -> Page {
    drawn::body(&drawn::html::<Lone>(Alone { it }))
}

/// An assessment with one gap, and what the report says of it.
fn one_gap(framework: &Framework) -> (Assessment, GapEntry) {
    let mut assessment = blank(framework);
    answer(framework, &mut assessment, "gain.provision", "not-in-place");
    plan(
        &mut assessment,
        "gain.provision",
        "Appoint one.",
        Some(TODAY.yesterday().expect("a day")),
        Progress::UnderWay,
    );
    let gap = gap_entries(framework, &assessment, TODAY).remove(0);
    (assessment, gap)
}

#[test]
fn an_action_form_has_a_field_for_each_thing_that_is_said_of_an_action() {
    let action: Rc<Action> = one_gap(&Framework::built_in()).0.actions[0].clone();
    for overdue in [false, true] {
        let page = draw(html! { <ActionForm action={action.clone()} {overdue} dispatch={Callback::noop()} /> });
        for field in ["text", "owner", "resources", "due", "progress"] {
            assert_eq!(controls(&page, &format!("A1.{field}")).len(), 1, "{field}");
        }
        assert_eq!(all_seen(&page, ".govuk-tag"), ["Overdue"][..usize::from(overdue)]);
        assert_eq!(all_seen(&page, "button"), ["Remove action A1"]);
    }
}

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
}

#[test]
fn a_bar_of_nothing_is_drawn_without_a_piece() {
    let bar = Bar { label: String::from("Nothing"), tally: Tally::default() };
    assert!(draw(html! { <Bars bars={vec![bar]} /> }).all("rect").is_empty());
}

#[test]
fn a_basis_note_gives_the_claim_its_certainty_and_its_sources() {
    let framework = Framework::built_in();
    for asked in framework.questions() {
        let basis = asked.question.why.clone();
        let page = draw(html! { <BasisNote summary="Why this is asked" basis={basis.clone()} /> });
        let body = page.body();
        assert!(body.contains(&basis.note) && body.contains(basis.certainty.meaning()), "{}", asked.question.id);
        assert!(basis.sources.iter().all(|source| body.contains(&*source.0)));
        assert_eq!(body.contains("Source:"), !basis.sources.is_empty());
        assert_eq!(all_seen(&page, "summary"), ["Why this is asked"]);
    }
}

#[test]
fn commitment_radios_have_a_row_for_each_force_and_explain_each_level_once() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    let question = id("gain.commitment");
    let forces = assessment.forces().to_vec();
    assessment.commit(&question, forces[1].id.clone(), id("keeps-own"));
    let asked = framework.question(&question).expect("a question");
    let page = draw(html! {
        <CommitmentRadios
            question={asked.question.clone()} scale={asked.scale.clone()} forces={forces.clone()}
            answer={assessment.answer(&question)} on_commit={Callback::noop()}
        />
    });
    let chosen: Vec<_> = forces.iter().map(|force| radios(&page, &format!("gain.commitment.{}", force.id)).1).collect();
    assert_eq!(chosen, [None, Some(String::from("keeps-own")), None]);
    assert_eq!(all_seen(&page, "dt"), asked.scale.levels.iter().map(|level| level.name.clone()).collect::<Vec<_>>());
}

#[test]
fn a_file_button_is_labelled_and_says_what_the_file_must_be() {
    let page = draw(html! {
        <FileButton name="open" label="Open a file" hint="One of ours." accept=".json" on_choose={Callback::noop()} />
    });
    let field = page.by_id("open");
    assert_eq!(
        (all_seen(&page, "label"), attribute(&field, "accept")),
        (vec!["Open a file".into()], Some(".json".into()))
    );
    let hint = attribute(&field, "aria-describedby").expect("a hint");
    assert_eq!(seen(&page.by_id(&hint)), "One of ours.");
}

#[test]
fn the_foot_says_what_it_is_given_and_what_the_tool_is_not() {
    let foot = draw(html! { <Foot state="All is safe." /> }).body();
    assert!(foot.starts_with("All is safe.") && foot.contains("not endorsed by"), "{foot}");
}

#[test]
fn a_gap_card_says_what_is_known_of_a_gap_and_leaves_out_what_is_not() {
    let (_, gap) = one_gap(&Framework::built_in());
    let page = draw(html! { <GapCard gap={gap.clone()} /> });
    let facts: Vec<String> = all_seen(&page, "dt");
    assert_eq!(facts, ["Answer", "What that means", "Concern", "Action A1"]);
    let answers = all_seen(&page, "dd");
    assert_eq!(answers[0], "○ Not in place (falls short)");
    assert!(answers[2].starts_with("High. ") && answers[2].ends_with(&gap.because));
    assert!(answers[3].contains("Appoint one.") && answers[3].contains("Owner: Head of capability"), "{}", answers[3]);
    assert!(page.all("a").is_empty(), "nothing can be changed from paper");
    let change = Route::read("#/topic/gain/gain.provision");
    let linked = draw(html! { <GapCard {gap} {change} /> });
    let ways: Vec<_> = linked.all("a").iter().filter_map(|it| attribute(it, "href")).collect();
    assert_eq!(ways, ["#/topic/gain/gain.provision", "#/actions/gain.provision"]);
}

#[test]
fn a_gap_is_decided_about_by_actions_or_by_accepting_it() {
    let (assessment, gap) = one_gap(&Framework::built_in());
    for accepted in [None, Some(String::from("The cost."))] {
        let page = draw(html! {
            <GapDecision
                gap={gap.clone()} change={Route::Tasks} actions={assessment.actions.clone()} accepted={accepted.clone()}
                overruled={None} today={TODAY} dispatch={Callback::noop()}
            />
        });
        assert_eq!(attribute(&page.all("section")[0], "id").as_deref(), Some("gain.provision"));
        let options = within(&page.by_id("gain.provision.concern"), "option");
        assert_eq!(options.iter().map(seen).collect::<Vec<_>>(), ["As the rule says", "High", "Medium", "Low"]);
        assert_eq!(controls(&page, "A1.text").is_empty(), accepted.is_some());
        let reason: Vec<_> = controls(&page, "gain.provision.accepted").iter().map(text).collect();
        assert_eq!(reason, accepted.into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn the_head_shows_where_one_is() {
    for (page, here) in
        [(Route::Check, "Check answers"), (Route::Actions(Some(id("a.b"))), "Actions"), (Route::Help, "Help")]
    {
        let head = draw(html! { <Head unit="Unit of the East" {page} open=true /> });
        assert_eq!(all_seen(&head, ".rocu-head__unit"), ["Unit of the East"]);
        let links = head.all("a");
        let current: Vec<_> = links.iter().filter(|it| attribute(it, "aria-current").is_some()).map(seen).collect();
        assert_eq!(current, [here]);
    }
}

#[test]
fn level_radios_mark_the_minimum_and_ask_for_more_where_the_chosen_level_does() {
    let framework = Framework::built_in();
    let asked = framework.question(&id("gain.provision")).expect("a question");
    for (chosen, detail) in [(None, 0), (Some("in-place"), 0), (Some("elsewhere"), 1)] {
        let page = draw(html! {
            <LevelRadios
                question={asked.question.clone()} scale={asked.scale.clone()} chosen={chosen.map(id::<LevelId>)} detail="Another"
                on_choose={Callback::noop()} on_detail={Callback::noop()}
            />
        });
        assert_eq!(radios(&page, "gain.provision").1.as_deref(), chosen);
        assert_eq!(controls(&page, "gain.provision.detail").len(), detail, "{chosen:?}");
        let minimum = all_seen(&page, "label").into_iter().filter(|label| label.contains("minimum"));
        assert_eq!(minimum.collect::<Vec<_>>(), ["In place – the minimum expected"]);
    }
}

#[test]
fn a_marking_bar_can_be_told_from_the_other_one() {
    let bar = |at_foot, example| draw(html! { <MarkingBar marking="OFFICIAL" {example} {at_foot} /> });
    let label = |at_foot| attribute(&bar(at_foot, false).all("div")[0], "aria-label");
    assert_ne!(label(false), label(true));
    assert_eq!(bar(true, false).body(), "OFFICIAL");
    assert_eq!(bar(true, true).body(), "OFFICIALExample: an invented region");
}

#[test]
fn a_notice_is_an_alert_when_something_went_wrong_and_offers_undo_when_there_is_one() {
    for (problem, can_undo, role) in [(true, false, "alert"), (false, true, "status"), (false, false, "status")] {
        let lines = vec![String::from("First."), String::from("Second."), String::from("Third.")];
        let page = draw(html! {
            <NoticeBanner {problem} {lines} {can_undo} on_undo={Callback::noop()} on_dismiss={Callback::noop()} />
        });
        assert_eq!(attribute(&page.all("div")[0], "role").as_deref(), Some(role));
        assert_eq!(
            (all_seen(&page, "p"), all_seen(&page, "li")),
            (vec!["First.".into()], vec!["Second.".into(), "Third.".into()])
        );
        assert_eq!(all_seen(&page, "button").contains(&String::from("Undo")), can_undo);
    }
}

#[test]
fn a_question_card_of_a_question_that_is_not_there_is_empty_and_any_other_has_its_id() {
    let framework = Rc::new(FrameworkByPointer(Framework::built_in()));
    let answer = Rc::new(Answer { choice: Some(Choice::NotApplicable(id("no-demand"))), ..Answer::default() });
    let card = |question: &str| {
        let (framework, answer) = (framework.clone(), answer.clone());
        draw(html! { <QuestionCard {framework} question={id::<QuestionId>(question)} {answer} dispatch={Callback::noop()} /> })
    };
    assert!(card("gain.no-such").body().is_empty());
    let page = card("gain.provision");
    assert_eq!(attribute(&page.all("fieldset")[0], "id").as_deref(), Some("gain.provision"));
    for field in ["evidence", "note"] {
        let hint =
            attribute(&controls(&page, &format!("gain.provision.{field}"))[0], "aria-describedby").expect("a hint");
        assert!(seen(&page.by_id(&hint)).starts_with("No names, operation names, numbers of sources"));
    }
    let why = framework.0.question(&id("gain.provision")).expect("a question").question.why.note.clone();
    assert!(page.body().contains(&why) && page.body().contains("Clear this answer"));
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
    let titles: Vec<String> = report.sections.iter().map(|section| section.title.to_owned()).collect();
    assert_eq!((all_seen(&page, "h2"), all_seen(&page, "nav li")), (titles.clone(), Vec::new()));
    assert_eq!(all_seen(&page, ".rocu-contents").concat(), titles.concat());
}

#[test]
fn setting_aside_offers_every_reason_and_stands_open_once_one_is_given() {
    let framework = Framework::built_in();
    for chosen in [None, Some("ended")] {
        let page = draw(html! {
            <SetAside
                question={id::<QuestionId>("gain.plan")} reasons={framework.not_applicable.clone()} chosen={chosen.map(id::<ReasonId>)}
                on_set_aside={Callback::noop()}
            />
        });
        let (values, given) = radios(&page, "gain.plan.not-applicable");
        assert_eq!((values.len(), given.as_deref()), (framework.not_applicable.len(), chosen));
        assert_eq!(attribute(&page.all("details")[0], "open").is_some(), chosen.is_some());
    }
}

#[test]
fn a_text_area_holds_what_was_typed_line_by_line() {
    let page =
        draw(html! { <TextArea name="x.note" label="Note" value={"one\n two "} rows=7 on_input={Callback::noop()} /> });
    let area = page.by_id("x.note");
    assert_eq!((text(&area).as_str(), attribute(&area, "rows").as_deref()), ("one\n two ", Some("7")));
    assert_eq!(attribute(&page.all("label")[0], "for").as_deref(), Some("x.note"));
    assert_eq!(attribute(&area, "aria-describedby"), None, "there is no hint to point at");
}

#[test]
fn a_text_field_holds_words_or_a_date() {
    for (date, value, kind) in [(false, " as typed ", "text"), (true, "2026-03-31", "date")] {
        let page = draw(
            html! { <TextField name="due" label="Due" hint="By when." {date} {value} on_input={Callback::noop()} /> },
        );
        let field = page.by_id("due");
        assert_eq!(
            (attribute(&field, "value").as_deref(), attribute(&field, "type").as_deref()),
            (Some(value), Some(kind))
        );
        assert_eq!(all_seen(&page, ".govuk-hint"), ["By when."]);
    }
}
