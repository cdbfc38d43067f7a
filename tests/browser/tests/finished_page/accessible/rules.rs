//! What the checker axe-core finds, on every page in every state and every way to show it.

use anyhow::{Context, Result, ensure};
use browser_tests::accessible::{ALL_RULES, CONTRAST, ENLARGED, SCREEN, Shown, broken, possible, show};
use browser_tests::{Browser, Profile, walk};

use super::{Filled, UNFOLD, filled, refuse, visit};

pub(super) const DARK: Shown = Shown { scheme: "dark", ..SCREEN };

pub(super) fn expect_none(browser: &Browser, shown: Shown, rules: &str) -> Result<()> {
    show(browser, shown)?;
    let found = broken(browser, rules)?;
    ensure!(found.is_empty(), "{} of {shown:?}:\n{}", browser.title()?, found.join("\n"));
    Ok(())
}

pub(super) fn light_and_dark(browser: &Browser) -> Result<()> {
    expect_none(browser, SCREEN, ALL_RULES)?;
    possible([DARK]).try_for_each(|dark| expect_none(browser, dark, CONTRAST))
}

fn every_page(state: Filled) -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(state, &profile)?;
    for page in state.pages() {
        // The longest page to check is the same in each state.
        if page.0 == "workbook" && [Filled::Blank, Filled::Half].contains(&state) {
            continue;
        }
        visit(&browser, page)?;
        // What is folded away is not looked at otherwise.
        let _ = browser.run(UNFOLD, [])?;
        light_and_dark(&browser).with_context(|| format!("{state:?}"))?;
    }
    Ok(())
}

#[test]
fn no_page_breaks_a_rule_as_long_as_nothing_is_open() -> Result<()> {
    every_page(Filled::Nothing)
}

#[test]
fn no_page_of_a_new_assessment_breaks_a_rule() -> Result<()> {
    every_page(Filled::Blank)
}

#[test]
fn no_page_of_an_assessment_that_is_half_done_breaks_a_rule() -> Result<()> {
    every_page(Filled::Half)
}

#[test]
fn no_page_of_the_worked_example_breaks_a_rule() -> Result<()> {
    every_page(Filled::Example)
}

#[test]
fn no_page_that_asks_for_a_passphrase_breaks_a_rule() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Unlocking, &profile)?;
    light_and_dark(&browser).context("a locked file")?;
    browser.click("#unlock-do")?;
    browser.wait_for("#unlock-error")?;
    light_and_dark(&browser).context("no passphrase")?;
    browser.click("#unlock-cancel")?;
    walk::unfold(&browser, "Lock the working copies")?;
    light_and_dark(&browser).context("choosing one")?;
    walk::unfold(&browser, "Lock the working copies")?;
    Filled::Locked.fill(&browser, &profile)?;
    light_and_dark(&browser).context("a locked page")?;
    walk::unfold(&browser, "I do not have the passphrase")?;
    browser.click("#wipe-locked")?;
    light_and_dark(&browser).context("asking before all is wiped")?;
    possible([ENLARGED]).try_for_each(|enlarged| expect_none(&browser, enlarged, ALL_RULES))
}

#[test]
#[cfg_attr(lacks = "emulation", ignore = "shows pages enlarged and on paper")]
fn no_page_breaks_a_rule_enlarged_or_on_paper() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    for page in Filled::Example.pages() {
        visit(&browser, page)?;
        expect_none(&browser, ENLARGED, ALL_RULES)?;
        if ["check", "gaps", "workbook"].contains(&page.0) {
            expect_none(&browser, Shown { medium: "print", ..DARK }, ALL_RULES)?;
        }
        show(&browser, SCREEN)?;
    }
    Ok(())
}

#[test]
fn no_notice_breaks_a_rule() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    refuse(&browser, &profile)?;
    light_and_dark(&browser).context("a problem")?;
    visit(&browser, ("topic/undercover", "Undercover"))?;
    browser.press("undercover.provision", "button", "Clear this answer")?;
    ensure!(!walk::notice(&browser)?.is_problem, "the answer was not cleared");
    light_and_dark(&browser).context("a deed")?;
    visit(&browser, ("start", "Start"))?;
    browser.click("#wipe")?;
    light_and_dark(&browser).context("a question")?;
    browser.click("#wipe-now")?;
    browser.wait_for("#keep")?;
    light_and_dark(&browser).context("nothing is kept")
}
