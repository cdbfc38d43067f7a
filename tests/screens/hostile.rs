//! What a user typed, or a file held, is shown as text and can do nothing.

use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, OverruledConcern, Unknown};
use rocu_self_assessment::framework::{Concern, Framework};
use rocu_self_assessment::saved::{OpenError, Opened, Remark};
use rocu_self_assessment::session::{Event, Particular, Route, WorkingCopy};

use crate::dom::{attribute, attributes, text};
use crate::given::{PAGES, at, framework, page};
use crate::made::{TODAY, answer, blank, id, plan};

/// Each would do something in a page that took text for markup.
const HOSTILE: [&str; 6] = [
    "<script>alert(1)</script>",
    "</textarea></p></main><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' autofocus onfocus='alert(1)",
    "<!-- &lt;b&gt; &amp; --> ]]> {{x}}",
    "javascript:alert(1)",
];

/// An assessment in which that text stands wherever text can stand.
fn poisoned(framework: &Framework, poison: &str) -> Assessment {
    let mut assessment = blank(framework);
    for particular in Particular::ALL.into_iter().filter(|particular| !particular.is_date()) {
        particular.write(&mut assessment.particulars, poison);
    }
    for force in &mut assessment.particulars.forces {
        poison.clone_into(&mut force.name);
    }
    for (question, level) in [
        ("undercover.provision", "elsewhere"),
        ("gain.provision", "not-in-place"),
        ("surveillance.provision", "in-place"),
        ("surveillance.commitment", "keeps-own"),
        ("nca.tasking", "not-achieved"),
    ] {
        answer(framework, &mut assessment, question, level);
        for field in [Field::Detail, Field::Evidence, Field::Note] {
            assessment.write(&id(question), field, poison.to_owned());
        }
    }
    plan(
        &mut assessment,
        "gain.provision",
        poison,
        Some(TODAY),
        rocu_self_assessment::assessment::Progress::NotStarted,
    );
    plan(&mut assessment, "undercover.provision", poison, None, rocu_self_assessment::assessment::Progress::Done);
    let action = assessment.actions[0].id;
    assessment.replan(action, |action| {
        poison.clone_into(&mut action.owner);
        poison.clone_into(&mut action.resources);
    });
    assessment.accept(&id("nca.tasking"), poison.to_owned());
    let overruled = OverruledConcern { concern: Concern::Low, reason: poison.to_owned(), unknown: Unknown::new() };
    assessment.overrule(&id("gain.provision"), Some(overruled));
    assessment
}

/// The elements of a page without what was typed: their names, and which attributes they have.
fn skeleton(page: &crate::dom::Page) -> Vec<(String, Vec<String>)> {
    let names = |element| attributes(element).into_iter().map(|(name, _)| name).collect();
    page.elements().iter().map(|element| (crate::dom::name(element), names(element))).collect()
}

#[test]
fn hostile_text_makes_no_element_and_no_attribute_on_any_page() {
    let framework = framework();
    let topics = ["topic/undercover", "topic/gain", "topic/surveillance"];
    for route in PAGES.into_iter().chain(topics) {
        let harmless = page(&at(route, poisoned(&framework, "Harmless")));
        for poison in HOSTILE {
            let hostile = page(&at(route, poisoned(&framework, poison)));
            assert_eq!(skeleton(&hostile), skeleton(&harmless), "{route} {poison}");
            let addresses =
                |page: &crate::dom::Page| page.all("a").iter().map(|a| attribute(a, "href")).collect::<Vec<_>>();
            assert_eq!(addresses(&hostile), addresses(&harmless), "{route} {poison}");
        }
    }
}

#[test]
fn hostile_text_is_shown_as_it_was_typed() {
    let framework = framework();
    for poison in HOSTILE {
        for route in ["check", "gaps", "particulars", "topic/gain", "actions"] {
            let page = page(&at(route, poisoned(&framework, poison)));
            let unit = &page.all(".rocu-head__unit")[0];
            assert_eq!(text(unit), poison, "{route}");
            let fields = page.all("input").into_iter().filter_map(|field| attribute(&field, "value"));
            let areas = page.all("textarea").into_iter().map(|area| text(&area));
            let texts = page.all("bdi").into_iter().map(|typed| text(&typed));
            let shown = fields.chain(areas).chain(texts).filter(|text| text == poison).count();
            assert!(shown > 2, "{route} {poison}: {shown}");
        }
    }
}

#[test]
fn hostile_names_in_files_notices_and_working_copies_are_shown_as_text() {
    let framework = framework();
    for poison in HOSTILE {
        let remarks = vec![
            Remark::UnknownQuestion { question: poison.to_owned() },
            Remark::Unreadable { key: poison.to_owned() },
            Remark::UnknownLevel { question: id("gain.provision"), level: poison.to_owned() },
        ];
        let copy = WorkingCopy {
            id: poison.into(),
            unit: poison.into(),
            progress: poison.into(),
            last: false,
            place: Route::Tasks,
        };
        for event in [
            Event::Opened(Box::new(Opened { assessment: blank(&framework), remarks })),
            Event::Refused(OpenError::Malformed { key: poison.to_owned(), line: 1 }),
            Event::Refused(OpenError::OtherFramework { found: poison.to_owned() }),
            Event::Found(vec![copy]),
        ] {
            let mut session = at("start", blank(&framework));
            session.update(event.clone());
            let page = page(&session);
            assert!(page.body().contains(poison), "{event:?}");
            assert!(page.all("script").is_empty() && page.all("img").is_empty(), "{event:?}");
        }
    }
}
