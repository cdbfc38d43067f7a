//! Texts that could do harm, in every field of a file that is opened: on every page they are read and nothing else.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::accessible::{ENLARGED, SCREEN, possible, show};
use browser_tests::heard::{Heard, listen};
use browser_tests::{Browser, Profile, finished, waiting, walk};
use serde_json::Value;

use crate::accessible::{PAGES, UNFOLD, room, visit};
use crate::hostile_texts::{assessment_of_the_unit, marked, texts};

/// The elements of a page with the names of what they carry.
const KINDS: &str = "return [...new Set([...document.querySelectorAll('*')].map(
    element => `${element.localName} ${element.getAttributeNames().sort()}`))]";

/// An assessment with such a text in every field.
fn file(profile: &Profile, text: impl Fn(usize) -> String) -> Result<PathBuf> {
    profile.file("filled.rocu.json", assessment_of_the_unit(text).0.to_string().as_bytes())
}

fn kinds(browser: &Browser) -> Result<BTreeSet<String>> {
    let kinds = browser.run(KINDS, [])?;
    Ok(kinds.as_array().context("elements")?.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// Opens a file, and has every page looked at with all that is folded away.
fn on_every_page(text: impl Fn(usize) -> String, look: &mut dyn FnMut(&Browser, &str) -> Result<()>) -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    listen(&browser)?;
    browser.type_into("#open", &file(&profile, text)?.to_string_lossy())?;
    ensure!(!walk::notice(&browser)?.is_problem, "the file was refused");
    for page in PAGES {
        visit(&browser, *page)?;
        let _ = browser.run(UNFOLD, [])?;
        if browser.count(".rocu-licences")? > 0 {
            // What is unfolded there is read from the file first.
            waiting::until("the licences", || Ok(!browser.text(".rocu-licences")?.is_empty()))?;
        }
        look(&browser, page.0).context(page.0)?;
    }
    let heard = Heard::of(&browser)?;
    if !cfg!(lacks = "protocol") {
        assert_eq!(heard.requests, [finished::address(&finished::page()?)]);
    }
    assert_eq!(heard.console, [""; 0]);
    Ok(())
}

#[test]
fn a_file_full_of_hostile_texts_runs_nothing_asks_for_nothing_and_leaves_every_page_in_shape() -> Result<()> {
    let texts = texts();
    // Each field has all of them, and each of them is the first in some.
    let hostile = |field: usize| {
        let (before, from) = texts.split_at(field % texts.len());
        marked(&[from, before].concat().join(" "), field)
    };
    let mut plain = BTreeSet::new();
    for harmless in ["Harmless, on\ntwo lines", "\u{5e9} from the right"] {
        on_every_page(|field| marked(harmless, field), &mut |browser, _| {
            plain.extend(kinds(browser)?);
            Ok(())
        })?;
    }
    let mut faults = Vec::new();
    on_every_page(hostile, &mut |browser, page| {
        assert_eq!(browser.run("return window.hit ?? null", [])?, Value::Null);
        let kinds = kinds(browser)?;
        let strange: Vec<_> = kinds.difference(&plain).collect();
        ensure!(strange.is_empty(), "the texts brought {strange:?}");
        for shown in possible([SCREEN, ENLARGED]) {
            show(browser, shown)?;
            let width = shown.window.0;
            let wide = room::faults(browser, room::TOO_WIDE)?;
            faults.extend(wide.into_iter().map(|fault| format!("{page}, {width} pixels wide: {fault}")));
        }
        Ok(())
    })?;
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}
