//! What the pictures of the guides show, and how the page comes to show it.

use anyhow::{Context, Result};
use browser_tests::accessible::{SCREEN, Shown, show};
use browser_tests::still::{hide_scroll_bars, on_that_day};
use browser_tests::{Browser, Profile, Restriction, Settings, finished, waiting, walk};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved;

use super::{Album, Scene};
use crate::accessible::{Filled, visit};
use crate::plausible;
use crate::side_by_side::{choose, returned};

/// As wide as a guide shows a picture without making it smaller.
const PAPER: Shown = Shown { window: (960, 900), ..SCREEN };

/// Its first table.
const HEAT_MAP: &str = ".rocu-chapter--heat-map table";

const fn scene(name: &'static str, from_to: &'static [&'static str], most: u32) -> Scene {
    Scene { name, from_to, most }
}

pub(super) fn with_nothing_open(album: &mut Album) -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, PAPER)?;
    visit(&browser, ("start", "Start"))?;
    album.take(&browser, scene("start", &[".rocu-top", "#main"], 1200))
}

pub(super) fn of_the_example(album: &mut Album) -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, PAPER)?;
    Filled::Example.fill(&browser, &profile)?;
    visit(&browser, ("tasks", "Tasks"))?;
    album.take(&browser, scene("tasks", &["#page-heading", "#main section"], 1300))?;
    visit(&browser, ("topic/undercover", "Undercover"))?;
    album.take(&browser, scene("question", &["[id=\"undercover.provision\"]"], 1000))?;
    visit(&browser, ("gaps", "Gap summary"))?;
    album.take(&browser, scene("gap-summary", &[".rocu-chapter--stands-out", HEAT_MAP], 2600))?;
    album.take(&browser, scene("heat-map", &["#chapter-heat-map", HEAT_MAP], 1000))?;
    album.take(&browser, scene("gap", &["article.rocu-gap"], 700))?;
    visit(&browser, ("documents", "Documents"))?;
    album.take(&browser, scene("documents", &["#page-heading", "#main .govuk-summary-list"], 1300))
}

pub(super) fn of_a_new_assessment(album: &mut Album) -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, PAPER)?;
    walk::begin(&browser)?;
    visit(&browser, ("tasks", "Tasks"))?;
    album.take(&browser, scene("not-in-a-file", &[".rocu-top", ".rocu-nav"], 300))
}

pub(super) fn among_colleagues(album: &mut Album) -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, PAPER)?;
    Filled::Example.fill(&browser, &profile)?;
    visit(&browser, ("compare", "Compare"))?;
    browser.press("main", "summary", "Make a copy for a colleague")?;
    let _ = browser.run("document.activeElement.blur()", [])?;
    // A box is as wide as the form.
    let form = &["details:has(#copy-role) summary", "details:has(#copy-role) .govuk-checkboxes__item", "#make-copy"];
    album.take(&browser, scene("copy", form, 2600))?;
    let files = returned(&profile)?;
    choose(&browser, "#open-colleagues", &files)?;
    browser.click("#take-views")?;
    waiting::until("the views", || Ok(browser.title()?.starts_with("Colleagues’ views")))?;
    album.take(&browser, scene("views", &["article[aria-labelledby=\"undercover.provision-views\"]"], 700))
}

pub(super) fn across_regions(album: &mut Album) -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, PAPER)?;
    let framework = Framework::built_in();
    let mut files = Vec::new();
    // More of them are wider than a guide.
    for region in 0..6 {
        let year = plausible::years(&framework, region, 1, 7).pop().context("one year")?;
        let file = profile.file(&format!("region-{region}.rocu.json"), saved::save(&year).as_bytes())?;
        files.push(file.to_string_lossy().into_owned());
    }
    visit(&browser, ("compare", "Compare"))?;
    browser.type_into("#open-regions", &files.join("\n"))?;
    browser.click("#regions-go-on")?;
    waiting::until("the summary", || Ok(browser.title()?.starts_with("National summary")))?;
    album.take(&browser, scene("national", &["#chapter-matrix", ".rocu-chapter--matrix .rocu-table"], 1500))
}

pub(super) fn where_storage_is_blocked(album: &mut Album) -> Result<()> {
    let profile = Profile::with(Settings { restrictions: vec![Restriction::NoStorage], ..Settings::default() })?;
    let browser = on_that_day(&profile, PAPER)?;
    walk::begin(&browser)?;
    browser.wait_for(".rocu-standing")?;
    album.take(&browser, scene("storage-blocked", &[".rocu-top", ".rocu-standing"], 400))
}

pub(super) fn where_nothing_starts(album: &mut Album) -> Result<()> {
    let profile = Profile::with(Settings { restrictions: vec![Restriction::NoWebAssembly], ..Settings::default() })?;
    let browser = Browser::start(&profile)?;
    show(&browser, PAPER)?;
    hide_scroll_bars(&browser)?;
    browser.open(&finished::page()?)?;
    browser.wait_for(".rocu-opening--failed")?;
    album.take(&browser, scene("could-not-start", &[".rocu-opening"], 900))
}
