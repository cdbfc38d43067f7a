//! The focus: always somewhere, always seen, and in the order in which one reads.

use anyhow::{Context, Result, ensure};
use browser_tests::accessible::{SCREEN, Shown, possible, show};
use browser_tests::{Browser, Profile, id, waiting, walk};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{Filled, UNFOLD, filled, refuse, visit};

/// Whatever the focus does not change the look of, or what does not take it.
const UNSEEN: &str = "
    const look = element => [element, ...(element.labels ?? [])].flatMap(it => [null, '::before'].map(part => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderTopColor } = getComputedStyle(it, part);
        const outline = outlineStyle === 'none' || outlineColor === 'rgba(0, 0, 0, 0)' ? '' : outlineStyle + outlineWidth + outlineColor;
        return [outline, boxShadow, backgroundColor, borderTopColor];
    })).join();
    const unseen = [];
    const all = 'a[href], button, input, select, textarea, summary, [tabindex=\"0\"], fieldset[tabindex], section[tabindex]';
    for (const element of document.querySelectorAll(all)) {
        if (!element.checkVisibility()) continue;
        document.activeElement.blur();
        const before = look(element);
        element.focus({ focusVisible: true });
        if (document.activeElement !== element) unseen.push(`takes no focus: ${element.outerHTML.slice(0, 150)}`);
        if (look(element) === before) unseen.push(`looks the same: ${element.outerHTML.slice(0, 150)}`);
    }
    return unseen";

/// Where the focus is: a number for each place in the order of the page, and whether it can be seen: within
/// the window, and not behind the top line or a notice.
const WHERE: &str = "
    const it = document.activeElement;
    if (it === document.body) return null;
    const covers = [...document.querySelectorAll('.rocu-top, .rocu-notice')]
        .filter(cover => !cover.contains(it)).map(cover => cover.getBoundingClientRect());
    const seen = box => box.width > 0 && box.bottom > 0 && box.top < innerHeight
        && !covers.some(cover => box.bottom > cover.top && box.bottom <= cover.bottom);
    return {
        at: [...document.querySelectorAll('*')].indexOf(it),
        seen: [it, ...(it.labels ?? [])].some(each => seen(each.getBoundingClientRect())),
        text: it.outerHTML.slice(0, 150),
    }";

/// How many places there are to which Tab leads: a group of radio buttons is one.
const PLACES: &str = "
    const places = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
        .filter(it => it.checkVisibility());
    return new Set(places.map(it => it.type === 'radio' ? it.name : it)).size";

#[test]
fn the_focus_is_seen_on_whatever_can_have_it_in_any_colours() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    let dark = Shown { scheme: "dark", ..SCREEN };
    for page in Filled::Example.pages() {
        visit(&browser, page)?;
        let _ = browser.run(UNFOLD, [])?;
        for shown in possible([SCREEN, dark, Shown { forced: true, ..SCREEN }]) {
            show(&browser, shown)?;
            let unseen = browser.run(UNSEEN, [])?;
            ensure!(unseen == json!([]), "{page:?} {shown:?}: {unseen:#}");
        }
    }
    Ok(())
}

#[test]
fn tab_leads_to_every_place_of_every_page_in_order_and_in_sight() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Half, &profile)?;
    for page in Filled::Half.pages() {
        visit(&browser, page)?;
        let _ = browser.run("document.querySelector('.govuk-skip-link').focus()", [])?;
        let all = browser.run(PLACES, [])?.as_u64().context("a number")?;
        let (mut places, mut last) = (0, -1);
        loop {
            let found = browser.run(WHERE, [])?;
            let Some(at) = found["at"].as_i64() else { break };
            if at != last {
                // After the last place some browsers begin again.
                if at < last && places >= all {
                    break;
                }
                ensure!(at > last, "{page:?}: Tab leads back to {found}");
                ensure!(found["seen"] == true, "{page:?}: out of sight is {found}");
                (places, last) = (places + 1, at);
            }
            // One more would lead to this browser's own buttons, and no driver leads back from there.
            if cfg!(engine = "firefox") && places == all {
                break;
            }
            browser.key(&Key::Tab)?;
        }
        ensure!(places == all, "{page:?}: Tab leads to {places} of {all} places");
    }
    Ok(())
}

#[test]
fn going_back_nothing_that_has_the_focus_is_behind_the_marking_or_a_notice() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    visit(&browser, ("topic/undercover", "Undercover"))?;
    browser.press("undercover.provision", "button", "Clear this answer")?;
    ensure!(!walk::notice(&browser)?.is_problem, "the answer was not cleared");
    let _ = browser.run("document.getElementById('next').focus()", [])?;
    for _ in 0..browser.run(PLACES, [])?.as_u64().context("a number")? {
        let found = browser.run(WHERE, [])?;
        ensure!(found["seen"] == true, "out of sight is {found}");
        browser.key_back()?;
    }
    Ok(())
}

/// Presses what has that text within the element of that id by keyboard, and says where the focus is then.
fn after(browser: &Browser, within: &str, words: &str) -> Result<String> {
    let script = "const all = document.getElementById(arguments[0]).querySelectorAll('button');
        const it = [...all].find(it => it.textContent.trim().startsWith(arguments[1]));
        it.focus(); return it.isConnected";
    let _ = browser.run(script, [json!(within), json!(words)]).with_context(|| format!("{words} in {within}"))?;
    browser.key(&Key::Enter)?;
    let gone = "const it = document.activeElement; return it.textContent.trim().startsWith(arguments[0]) && it.matches('button')";
    waiting::until(&format!("the end of {words}"), || Ok(browser.run(gone, [json!(words)])? == Value::Bool(false)))?;
    let script = "const it = document.activeElement; return it.id || it.tagName";
    Ok(browser.run(script, [])?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn whatever_takes_itself_away_leaves_the_focus_where_one_goes_on() -> Result<()> {
    const QUESTION: &str = "undercover.provision";
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    visit(&browser, ("topic/undercover", "Undercover"))?;
    assert_eq!(after(&browser, QUESTION, "Clear this answer")?, QUESTION);
    assert_eq!(after(&browser, "main", "Undo")?, QUESTION);
    assert_eq!(after(&browser, "main", "Close this message")?, QUESTION);

    visit(&browser, ("particulars", "Particulars"))?;
    assert_eq!(after(&browser, "forces", "Remove")?, "forces");
    assert_eq!(after(&browser, "main", "Close this message")?, "forces");
    // By keyboard: a driver that clicks takes the focus away in some browsers, where a user does not.
    browser.type_into("#region", "East Mid")?;
    ensure!(!walk::notice(&browser)?.is_problem, "the region was not chosen");
    assert_eq!(browser.run("return document.activeElement.id", [])?, "region");

    visit(&browser, ("start", "Start"))?;
    browser.click("#wipe")?;
    browser.wait_for("#wipe-asked:focus")?;
    let _ = after(&browser, "kept", "Cancel")?;
    browser.wait_for("#wipe:focus")?;
    visit(&browser, ("record", "Record"))?;
    browser.click("#sign")?;
    browser.wait_for("#sign-asked:focus")?;
    Ok(())
}

#[test]
fn what_is_decided_about_a_gap_brings_the_focus_to_its_field_and_what_is_taken_back_to_the_gap() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    visit(&browser, ("actions", "Actions"))?;
    let gaps = browser.each("section.rocu-gap:has(fieldset)", "element.id")?;
    let gap = gaps.first().context("a gap with an action")?;
    assert_eq!(after(&browser, gap, "Remove action")?, *gap);
    ensure!(after(&browser, gap, "Add an action")?.contains(".text"), "an action is added and not gone on with");
    assert_eq!(after(&browser, gap, "Accept this gap")?, format!("{gap}.accepted"));
    assert_eq!(after(&browser, gap, "No longer accept")?, *gap);
    Ok(())
}

#[test]
fn a_problem_is_named_in_the_title_and_leads_to_where_it_can_be_put_right() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    refuse(&browser, &profile)?;
    waiting::until("the title", || Ok(browser.title()?.starts_with("Error: Start")))?;
    browser.click("[role=alert] a")?;
    browser.wait_for("#open:focus")?;
    let _ = after(&browser, "main", "Close this message")?;
    waiting::until("the title", || Ok(browser.title()?.starts_with("Start")))?;
    assert_eq!(browser.run("return document.activeElement.id", [])?, "open");
    Ok(())
}

#[test]
fn a_passphrase_that_does_not_unlock_is_named_in_the_title_until_one_goes_on() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Unlocking, &profile)?;
    browser.type_into("#unlock", "marble tuesday ladders")?;
    browser.click("#unlock-do")?;
    browser.wait_for("#unlock:focus[aria-invalid=true]")?;
    waiting::until("the title", || Ok(browser.title()?.starts_with("Error: Start")))?;
    browser.click("#unlock-cancel")?;
    waiting::until("the title", || Ok(browser.title()?.starts_with("Start")))
}

#[test]
fn the_first_press_of_tab_offers_to_skip_to_the_content() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    // The page is complete once the working copies are known.
    browser.wait_for("#app:not(:has(.rocu-pending))")?;
    browser.key(&Key::Tab)?;
    browser.wait_for(".govuk-skip-link:focus")?;
    browser.key(&Key::Enter)?;
    browser.wait_for(&format!("{}:focus", id("main")))
}
