//! The main screens, narrow and wide, light and dark, as they were when they were last looked at.

use anyhow::{Result, ensure};
use browser_tests::Profile;
use browser_tests::accessible::{SCREEN, Shown, show};
use browser_tests::picture::Picture;
use browser_tests::still::on_that_day;

use super::{folder, keep_or_compare};
use crate::accessible::{Filled, visit};

const FOLDER: &str = "tests/golden/pictures";

/// The files hold a sixteenth of the pixels: enough to see what is meant.
const SHRUNK: usize = 4;

/// The screens: their address, how their title begins, and the chapter that they are scrolled to.
const SCREENS: [(&str, &str, Option<&str>); 7] = [
    ("start", "Start", None),
    ("tasks", "Tasks", None),
    ("topic/undercover", "Undercover", None),
    ("check", "Check your answers", None),
    ("gaps", "Gap summary", None),
    ("gaps", "Gap summary", Some("heat-map")),
    ("compare", "Compare", None),
];

/// The widths, and for each how high the window is.
const WINDOWS: [(u32, u32); 2] = [(360, 1200), (1280, 1200)];

fn ways_of_showing() -> Vec<(String, Shown)> {
    let mut all = Vec::new();
    for window in WINDOWS {
        for scheme in ["light", "dark"] {
            all.push((format!("{}-{scheme}", window.0), Shown { scheme, window, ..SCREEN }));
        }
    }
    all.push(("1280-forced".to_owned(), Shown { forced: true, window: WINDOWS[1], ..SCREEN }));
    all
}

#[test]
fn the_main_screens_look_as_they_did_when_they_were_looked_at() -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, SCREEN)?;
    Filled::Example.fill(&browser, &profile)?;
    let mut found = Vec::new();
    for (way, shown) in ways_of_showing() {
        show(&browser, shown)?;
        for (page, title, chapter) in SCREENS {
            visit(&browser, (page, title))?;
            // In colours of Windows' own, one is enough.
            if shown.forced && chapter.is_none() {
                continue;
            }
            let to = chapter.map_or("main".to_owned(), |chapter| format!("chapter-{chapter}"));
            let scroll = "const it = document.getElementById(arguments[0]);
                arguments[0] === 'main' ? scrollTo(0, 0) : it.scrollIntoView(); return scrollY";
            let _ = browser.run(scroll, [to.clone().into()])?;
            let drawn = "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(done))";
            let _ = browser.run_until_done(drawn)?;
            let name = format!("{}-{way}.png", chapter.unwrap_or(page).replace('/', "-"));
            let path = folder(FOLDER).join(name);
            found.extend(keep_or_compare(&Picture::of(&browser, None)?, &path, SHRUNK)?);
        }
    }
    ensure!(
        found.is_empty(),
        "{}\nIf that is right, run `cargo xtask pictures`, look at the pictures and commit them.",
        found.join("\n")
    );
    Ok(())
}

/// Else the test above would hold of any page.
#[test]
fn a_heading_of_another_colour_or_a_line_more_is_seen_in_the_picture() -> Result<()> {
    let profile = Profile::new()?;
    let browser = on_that_day(&profile, SCREEN)?;
    visit(&browser, ("start", "Start"))?;
    let before = Picture::of(&browser, None)?.shrunk(SHRUNK);
    let changed = |script: &str| -> Result<Option<String>> {
        let _ = browser.run(script, [])?;
        Ok(Picture::of(&browser, None)?.shrunk(SHRUNK).difference(&before, SHRUNK))
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
