//! The screens, narrow and wide, light and dark, and the first printed sheets, as they were when they were last
//! looked at.

use anyhow::{Result, ensure};
use browser_tests::accessible::{SCREEN, Shown, show};
use browser_tests::picture::Picture;
use browser_tests::still::on_that_day;
use browser_tests::{Browser, Profile, waiting};

use super::{expect_none, folder, keep_or_compare};
use crate::accessible::{Filled, visit};
use crate::side_by_side::{choose, regions, returned};

const FOLDER: &str = "tests/golden/pictures";

/// The files hold a quarter of the pixels: enough to read headings.
const SHRUNK: usize = 2;

/// How a screen is shown: how many pixels wide, and in which colours.
type Way = (u32, &'static str);

/// All ways, in which the screens are shown whose parts lie otherwise at each width.
const ALL: &[Way] = &[
    (360, "light"),
    (360, "dark"),
    (768, "light"),
    (1280, "light"),
    (1280, "dark"),
    (1280, "forced"),
    (1920, "light"),
];

/// Those of the other main screens.
const MOST: &[Way] = &[(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark"), (1280, "forced")];

/// That of screens made of what the main ones show too.
const ONE: &[Way] = &[(1280, "light")];

/// A screen: its address, how its title begins, the chapter that it is scrolled to, and the ways to show it.
type Screen = (&'static str, &'static str, Option<&'static str>, &'static [Way]);

const SCREENS: [Screen; 13] = [
    ("start", "Start", None, ALL),
    ("tasks", "Tasks", None, MOST),
    ("topic/undercover", "Undercover", None, ALL),
    ("check", "Check your answers", None, MOST),
    ("gaps", "Gap summary", None, ALL),
    ("gaps", "Gap summary", Some("heat-map"), ALL),
    ("compare", "Compare", None, MOST),
    ("particulars", "Particulars", None, ONE),
    ("actions", "Actions", None, ONE),
    ("documents", "Documents", None, ONE),
    ("commitment", "Commitment", None, ONE),
    ("record", "Record", None, ONE),
    ("help", "Help", None, ONE),
];

fn shown((width, colours): Way) -> Shown {
    let scheme = if colours == "dark" { "dark" } else { "light" };
    Shown { scheme, forced: colours == "forced", window: (width, 1200), ..SCREEN }
}

/// How what is in the window differs from the picture of that name.
fn difference(browser: &Browser, name: &str, (width, colours): Way) -> Result<Option<String>> {
    let drawn =
        "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(done))";
    let _ = browser.run_until_done(drawn)?;
    let name = format!("{}-{width}-{colours}.png", name.replace('/', "-"));
    keep_or_compare(&Picture::half_of_window(browser)?, &folder(FOLDER).join(name), SHRUNK)
}

#[test]
#[cfg_attr(lacks = "protocol", ignore = "takes pictures of the page")]
fn the_main_screens_look_as_they_did_when_they_were_looked_at() -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, SCREEN)?;
    Filled::Example.fill(&browser, &profile)?;
    let mut found = Vec::new();
    for way in ALL {
        show(&browser, shown(*way))?;
        for (page, title, chapter, _) in SCREENS.iter().filter(|(.., ways)| ways.contains(way)) {
            visit(&browser, (page, title))?;
            let scroll = match chapter {
                Some(chapter) => format!("document.getElementById('chapter-{chapter}').scrollIntoView()"),
                None => "scrollTo(0, 0)".to_owned(),
            };
            let _ = browser.run(&scroll, [])?;
            found.extend(difference(&browser, chapter.unwrap_or(page), *way)?);
        }
    }
    expect_none(&found)
}

#[test]
#[cfg_attr(lacks = "protocol", ignore = "takes pictures of the page")]
fn the_files_of_others_and_the_locked_page_look_as_they_did_when_they_were_looked_at() -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, shown(ONE[0]))?;
    Filled::Example.fill(&browser, &profile)?;
    let mut found = Vec::new();
    visit(&browser, ("compare", "Compare"))?;
    choose(&browser, "#open-regions", &regions(&profile, 4)?)?;
    browser.click("#regions-go-on")?;
    waiting::until("the summary", || Ok(browser.title()?.starts_with("National summary")))?;
    found.extend(difference(&browser, "national", ONE[0])?);
    visit(&browser, ("compare", "Compare"))?;
    choose(&browser, "#open-colleagues", &returned(&profile)?)?;
    browser.click("#take-views")?;
    waiting::until("the views", || Ok(browser.title()?.starts_with("Colleagues’ views")))?;
    waiting::until("them to be kept", || Ok(browser.text(".rocu-kept")?.starts_with("Kept in browser")))?;
    found.extend(difference(&browser, "views", ONE[0])?);
    Filled::Locked.fill(&browser, &profile)?;
    found.extend(difference(&browser, "locked", ONE[0])?);
    expect_none(&found)
}

#[test]
#[cfg_attr(lacks = "protocol", ignore = "takes pictures of the page")]
fn the_first_printed_sheets_look_as_they_did_when_they_were_looked_at() -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, SCREEN)?;
    Filled::Example.fill(&browser, &profile)?;
    show(&browser, Shown { medium: "print", ..SCREEN })?;
    let mut found = Vec::new();
    for (at, sheet) in Picture::half_of_sheets(&browser, 2)?.iter().enumerate() {
        let path = folder(FOLDER).join(format!("sheet-{}.png", at + 1));
        found.extend(keep_or_compare(sheet, &path, SHRUNK)?);
    }
    expect_none(&found)
}

/// Else the tests above would hold of any page.
#[test]
#[cfg_attr(lacks = "protocol", ignore = "takes pictures of the page")]
fn a_heading_of_another_colour_or_a_line_more_is_seen_in_the_picture() -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, SCREEN)?;
    visit(&browser, ("start", "Start"))?;
    let before = Picture::half_of_window(&browser)?;
    let changed = |script: &str| -> Result<Option<String>> {
        let _ = browser.run(script, [])?;
        Ok(Picture::half_of_window(&browser)?.difference(&before, SHRUNK))
    };
    ensure!(changed("")?.is_none(), "the same page differs");
    let painted = changed("document.querySelector('.rocu-head').hidden = true")?;
    ensure!(
        painted.is_some_and(|it| it.contains("0 and 1200 pixels from the left, ")),
        "a head that is gone is not seen"
    );
    let _ = browser.run("document.querySelector('.rocu-head').hidden = false", [])?;
    let line = "document.getElementById('page-heading').insertAdjacentText('beforeend', ' and more words than it had')";
    ensure!(changed(line)?.is_some(), "a longer heading is not seen");
    Ok(())
}
