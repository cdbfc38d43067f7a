//! What holds on every page, whatever is open.

use std::collections::BTreeSet;

use markup5ever_rcdom::Handle;
use rocu_self_assessment::session::Route;

use crate::dom::{Page, attribute, attributes, name, within};
use crate::drawn::{body, seen};
use crate::given::{everything, framework};

/// Goes through every page and fails with all that was found.
fn on_every_page(find: impl Fn(&Page) -> Vec<String>) {
    let pages = everything().iter();
    let found = pages.flat_map(|(page, html)| find(&body(html)).into_iter().map(move |it| format!("{page}: {it}")));
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}

fn ids(page: &Page) -> Vec<String> {
    page.elements().iter().filter_map(|element| attribute(element, "id")).collect()
}

#[test]
fn the_markup_needs_no_repair() {
    on_every_page(Page::errors);
}

/// What browsers remember of fields lies on the disk where everybody can read it, also what is locked here.
#[test]
fn the_browser_is_asked_to_remember_no_field() {
    on_every_page(|page| {
        let mut fields = page.elements();
        fields.retain(|it| ["input", "select", "textarea"].contains(&&*name(it)));
        fields.retain(|it| attribute(it, "autocomplete").as_deref() != Some("off"));
        fields.iter().filter_map(|it| attribute(it, "id")).collect()
    });
}

#[test]
fn no_two_elements_share_an_id() {
    on_every_page(|page| {
        let mut seen = BTreeSet::new();
        ids(page).into_iter().filter(|id| !seen.insert(id.clone())).collect()
    });
}

#[test]
fn whatever_an_element_refers_to_is_there() {
    on_every_page(|page| {
        let ids: BTreeSet<String> = ids(page).into_iter().collect();
        let referred = |element: &Handle| {
            let names = ["for", "aria-describedby", "aria-labelledby", "aria-controls"];
            names.into_iter().filter_map(|name| attribute(element, name)).collect::<Vec<_>>()
        };
        let all: Vec<String> = page.elements().iter().flat_map(referred).collect();
        all.iter().flat_map(|ids| ids.split(' ')).filter(|id| !ids.contains(*id)).map(str::to_owned).collect()
    });
}

/// The headings of a page with their levels, but for that of an error summary, which stands before
/// the heading of its page, as in the GOV.UK Design System.
fn headings(page: &Page) -> Vec<(u8, String)> {
    let mut headings = page.elements();
    headings.retain(|it| matches!(name(it).as_bytes(), [b'h', b'1'..=b'6']));
    headings.retain(|it| attribute(it, "class").is_none_or(|class| !class.contains("error-summary")));
    headings.iter().map(|it| (name(it).as_bytes()[1] - b'0', seen(it))).collect()
}

#[test]
fn the_first_heading_is_the_only_one_of_its_level_and_none_is_empty() {
    on_every_page(|page| {
        let headings = headings(page);
        let first = headings.iter().map(|(level, _)| *level == 1).collect::<Vec<_>>();
        let alone = first.first() == Some(&true) && first.iter().filter(|it| **it).count() == 1;
        if alone && headings.iter().all(|(_, text)| !text.is_empty()) {
            Vec::new()
        } else {
            vec![format!("{headings:?}")]
        }
    });
}

#[test]
fn no_level_of_heading_is_skipped() {
    on_every_page(|page| {
        let headings = headings(page);
        headings.windows(2).filter(|pair| pair[1].0 > pair[0].0 + 1).map(|pair| format!("{pair:?}")).collect()
    });
}

#[test]
fn every_control_has_a_label_of_its_own() {
    on_every_page(|page| {
        let labels = page.all("label").into_iter().filter(|label| !seen(label).is_empty());
        let labelled: Vec<String> = labels.filter_map(|label| attribute(&label, "for")).collect();
        let controls = ["input", "select", "textarea"].into_iter().flat_map(|name| page.all(name));
        let unlabelled = controls.filter(|control| {
            let id = attribute(control, "id").unwrap_or_default();
            labelled.iter().filter(|other| **other == id).count() != 1
        });
        unlabelled.map(|control| format!("{:?}", attributes(&control))).collect()
    });
}

#[test]
fn every_group_button_and_link_says_what_it_is() {
    on_every_page(|page| {
        let mute = |it: &Handle| seen(it).is_empty();
        let legend = |fieldset: &Handle| within(fieldset, "legend").first().is_none_or(mute);
        let groups = page.all("fieldset").into_iter().filter(legend);
        let controls = ["a", "button", "summary"].into_iter().flat_map(|name| page.all(name)).filter(mute);
        groups.chain(controls).map(|it| format!("<{} {:?}>", name(&it), attributes(&it))).collect()
    });
}

#[test]
fn no_button_sends_a_form() {
    on_every_page(|page| {
        let buttons = page.all("button").into_iter();
        buttons.filter(|it| attribute(it, "type").as_deref() != Some("button")).map(|it| seen(&it)).collect()
    });
}

#[test]
fn no_two_buttons_of_a_page_say_the_same() {
    on_every_page(|page| {
        let mut said = BTreeSet::new();
        page.all("button").iter().map(seen).filter(|words| !said.insert(words.clone())).collect()
    });
}

#[test]
fn every_link_leads_to_a_page_of_ours() {
    let framework = framework();
    on_every_page(|page| {
        let leads = |address: &String| match Route::read(address) {
            _ if address == "#main" => true,
            route if route.fragment() != *address => false,
            Route::Topic(topic, question) => {
                framework.topic(&topic).is_some() && question.is_none_or(|it| framework.question(&it).is_some())
            }
            _ => true,
        };
        let links: Vec<String> = page.all("a").iter().map(|link| attribute(link, "href").unwrap_or_default()).collect();
        links.into_iter().filter(|address| !leads(address)).collect()
    });
}

#[test]
fn nothing_on_the_page_runs_or_fetches_or_styles_itself() {
    on_every_page(|page| {
        let mut found = Vec::new();
        for element in page.elements() {
            let tag = name(&element);
            if ["script", "style", "link", "iframe", "object", "embed", "img", "form", "base"].contains(&tag.as_str()) {
                found.push(format!("<{tag}>"));
            }
            for (key, value) in attributes(&element) {
                let outside = ["http:", "https:", "javascript:", "data:", "//"].iter().any(|it| value.starts_with(it));
                if key == "style" || key.starts_with("on") || outside || key == "src" || key == "target" {
                    found.push(format!("<{tag} {key}={value:?}>"));
                }
            }
        }
        found
    });
}

#[test]
fn the_marking_stands_first_and_last() {
    on_every_page(|page| {
        let bars: Vec<String> = page.all(".rocu-marking").iter().map(|bar| seen(&within(bar, "strong")[0])).collect();
        let body = page.body();
        let edges = body.trim_start_matches("Skip to main content").trim();
        let marked = match bars.as_slice() {
            [one, two] => {
                one == two
                    && edges.starts_with(one.as_str())
                    && edges.trim_end_matches("Example: an invented region").ends_with(two.as_str())
            }
            _ => false,
        };
        if marked { Vec::new() } else { vec![format!("{bars:?}")] }
    });
}

#[test]
fn at_most_one_radio_button_of_a_name_is_chosen_and_each_has_a_value_of_its_own() {
    on_every_page(|page| {
        let mut found = Vec::new();
        let (mut values, mut chosen) = (BTreeSet::new(), BTreeSet::new());
        for input in page.all("input") {
            if attribute(&input, "type").as_deref() != Some("radio") {
                continue;
            }
            let name = attribute(&input, "name").unwrap_or_default();
            if !values.insert((name.clone(), attribute(&input, "value"))) {
                found.push(format!("{name} has a value twice"));
            }
            if attribute(&input, "checked").is_some() && !chosen.insert(name.clone()) {
                found.push(format!("{name} is chosen twice"));
            }
        }
        found
    });
}

#[test]
fn the_focus_has_a_place_to_go_on_every_page() {
    on_every_page(|page| {
        let heading = &page.all("h1")[0];
        let main = &page.all("main")[0];
        let placed = attribute(heading, "id").as_deref() == Some("page-heading")
            && [heading, main].iter().all(|it| attribute(it, "tabindex").as_deref() == Some("-1"))
            && attribute(main, "id").as_deref() == Some("main")
            && within(main, "h1").len() == 1;
        if placed { Vec::new() } else { vec![seen(heading)] }
    });
}

#[test]
fn every_field_for_sentences_says_what_must_never_be_written() {
    on_every_page(|page| {
        let silent = |field: &Handle| {
            let ids = attribute(field, "aria-describedby").unwrap_or_default();
            let hints: Vec<String> = ids.split_whitespace().map(|id| seen(&page.by_id(id))).collect();
            !hints.concat().contains("names")
        };
        let texts = page.all("input").into_iter().filter(|it| attribute(it, "type").as_deref() == Some("text"));
        let fields = page.all("textarea").into_iter().chain(texts).filter(silent);
        fields.filter_map(|field| attribute(&field, "id")).collect()
    });
}
