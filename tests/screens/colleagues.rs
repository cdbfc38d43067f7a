//! Colleagues: the copies that came back, and the views that were taken from them.

use std::collections::BTreeSet;
use std::rc::Rc;

use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::assessment::copy::Start;
use rocu_self_assessment::assessment::view::Taken;
use rocu_self_assessment::session::{Beside, Event, Files, Purpose};

use crate::dom::{attribute, within};
use crate::drawn::seen;
use crate::given::{at, framework, page};
use crate::made::{answer, blank, id};

/// A copy in which a colleague answered one question.
fn copy(lead: &Assessment, role: &str, level: &str) -> Assessment {
    let mut copy = lead.copy_for(role, &BTreeSet::from([id("gain")]), Start::Blank);
    copy.choose(&id("gain.provision"), id(level));
    copy
}

/// A lead's assessment with one answer, and what colleagues say to the same question.
fn with_views(of: &[(&str, &str)]) -> Assessment {
    let mut lead = blank(&framework());
    answer(&framework(), &mut lead, "gain.provision", "in-place");
    let taken: Taken = of.iter().map(|(role, level)| ((*role).to_owned(), copy(&lead, role, level).answers)).collect();
    lead.take_views(&taken);
    lead
}

/// The filter that is chosen when the page of views is opened.
fn chosen(lead: Assessment) -> String {
    let page = page(&at("views", lead));
    assert!(!page.body().contains("There is no such question"));
    let mut filters = within(&page.all(".rocu-filters")[0], "button");
    filters.retain(|filter| attribute(filter, "aria-pressed").as_deref() == Some("true"));
    filters.iter().map(seen).collect()
}

#[test]
fn the_page_of_views_opens_on_the_first_filter_that_shows_a_question() {
    let differ = with_views(&[("Analyst", "not-in-place"), ("Deputy", "in-place")]);
    assert_eq!(chosen(differ), "Views differ (1)");
    let mut one = with_views(&[("Deputy", "not-in-place")]);
    assert_eq!(chosen(one.clone()), "Not agreed yet (1)", "the lead says otherwise");
    one.agree(&id("gain.provision"), Some("Deputy"), String::new());
    let nobody = chosen(one);
    assert!(nobody.starts_with("Nobody has answered ("), "{nobody}");
}

#[test]
fn the_copies_that_came_back_are_listed_with_their_roles() {
    let lead = blank(&framework());
    let back = |role: &str| Beside::new(String::from("copy.rocu.json"), framework(), copy(&lead, role, "in-place"));
    let files = Files { opened: Rc::new(["Analyst", "Deputy"].map(back).into()), ..Files::default() };
    let mut session = at("compare", lead.clone());
    session.update(Event::OpenedBeside(Purpose::Colleagues, files));
    let page = page(&session);
    let lines: Vec<String> = within(&page.by_id("colleagues-files"), "li").iter().map(seen).collect();
    for (line, role) in lines.iter().zip(["Analyst", "Deputy"]) {
        assert!(line.starts_with(&format!("copy.rocu.json: copy for {role}, ")), "{line}");
    }
    assert_eq!(lines.len(), 2);
}
