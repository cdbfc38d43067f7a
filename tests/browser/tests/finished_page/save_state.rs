//! Where what is typed lives is said at the top of every page, wherever one has scrolled to.

use anyhow::{Result, ensure};
use browser_tests::accessible::{SCREEN, Shown, show};
use browser_tests::{Browser, Profile, id, waiting, walk};

fn expect(browser: &Browser, words: &str) -> Result<()> {
    waiting::until(&format!("“{words}”"), || Ok(browser.text(".rocu-kept")?.starts_with(words)))
}

/// Whether the line is within the window, with nothing over it.
const IN_SIGHT: &str = "scrollTo(0, document.body.scrollHeight);
    const box = document.querySelector('.rocu-kept__line').getBoundingClientRect();
    const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return scrollY > 100 && box.top >= 0 && box.bottom <= innerHeight && !!over.closest('.rocu-kept')";

#[test]
#[cfg_attr(lacks = "emulation", ignore = "shows pages narrow and on paper")]
fn the_state_of_saving_stays_in_sight_and_follows_what_is_done() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    expect(&browser, "No assessment is open.")?;
    walk::begin(&browser)?;
    expect(&browser, "Kept in browser. Changes not in a file")?;
    browser.visit("#/topic/undercover", "Undercover")?;
    for window in [(320, 640), (768, 900), (1280, 900)] {
        show(&browser, Shown { window, ..SCREEN })?;
        ensure!(browser.run(IN_SIGHT, [])? == true, "out of sight at {window:?}");
    }

    browser.click(".rocu-kept a")?;
    waiting::until("the documents", || Ok(browser.title()?.starts_with("Documents")))?;
    let _ = profile.download(|| browser.click("#save"))?;
    expect(&browser, "Kept in browser. Saved to file.")?;
    browser.visit("#/topic/undercover", "Undercover")?;
    walk::choose(&browser, "undercover.provision", "in-place")?;
    expect(&browser, "Kept in browser. Changes not in a file")?;
    browser.reload()?;
    expect(&browser, "Kept in browser. Not known if in a file")?;

    show(&browser, Shown { medium: "print", ..SCREEN })?;
    let shown = browser.run("return document.querySelector('.rocu-kept').checkVisibility()", [])?;
    ensure!(shown == false, "it is printed");
    Ok(())
}

#[test]
fn the_worked_example_is_not_said_to_be_saved_to_a_file() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    browser.click("#example")?;
    expect(&browser, "Kept in browser. An example, not in a file.")?;
    browser.visit("#/documents", "Documents")?;
    let file = profile.download(|| browser.click("#save"))?;
    expect(&browser, "Kept in browser. Saved to file.")?;
    browser.visit("#/start", "Start")?;
    browser.click("#example")?;
    expect(&browser, "Kept in browser. An example, not in a file.")?;
    browser.visit("#/start", "Start")?;
    browser.type_into("#open", &file.to_string_lossy())?;
    expect(&browser, "Kept in browser. Saved to file.")
}

#[test]
fn it_is_not_said_again_at_every_key() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    walk::begin(&browser)?;
    browser.visit("#/topic/undercover", "Undercover")?;
    walk::choose(&browser, "undercover.provision", "in-place")?;
    expect(&browser, "Kept in browser. Changes not in a file")?;
    let _ = browser.run(
        "window.said = 0; new MutationObserver(() => window.said += 1)
            .observe(document.querySelector('.rocu-kept'), { childList: true, characterData: true, subtree: true })",
        [],
    )?;
    browser.type_into(&id("undercover.provision.evidence"), "The collaboration agreement of 2026")?;
    browser_tests::kept::wait_for(&browser, "The collaboration agreement of 2026")?;
    assert_eq!(browser.run("return window.said", [])?, 0, "it spoke while one typed");
    Ok(())
}
