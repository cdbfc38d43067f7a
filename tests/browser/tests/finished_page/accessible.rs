//! Everybody can use every page: by rule, by keyboard, enlarged, in other colours, read out.

mod focus;
mod names;
pub(crate) mod room;
mod rules;
mod states;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Profile, finished, waiting, walk};
use serde_json::Value;

/// The pages, and how their titles begin. A new page is added here, and all of this is asked of it too.
pub(crate) const PAGES: &[(&str, &str)] = &[
    ("start", "Start"),
    ("particulars", "Particulars"),
    ("tasks", "Tasks"),
    ("topic/undercover", "Undercover"),
    ("topic/nca", "National Crime Agency"),
    ("check", "Check your answers"),
    ("gaps", "Gap summary"),
    ("actions", "Actions"),
    ("documents", "Documents"),
    ("merge", "Both versions"),
    ("workbook", "Blank workbook"),
    ("tasks/gaps", "Tasks"),
    ("commitment", "Commitment"),
    ("copy/undercover.provision", "Add evidence"),
    ("compare", "Compare"),
    ("national", "National summary"),
    ("views", "Colleagues’ views"),
    ("record", "Record"),
    ("search", "Search"),
    ("help", "Help"),
];

/// The pages that need no assessment.
const OPEN: &[&str] = &["start", "workbook", "compare", "national", "help"];

/// Opens all that is folded away.
pub(crate) const UNFOLD: &str = "for (const it of document.querySelectorAll('details')) it.open = true";

/// What is open in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filled {
    Nothing,
    Blank,
    Half,
    Example,
    /// A locked file was chosen, and its passphrase is asked for.
    Unlocking,
    /// The page is locked.
    Locked,
}

impl Filled {
    fn pages(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let pages = match self {
            Self::Unlocking => &[("start", "Start")],
            Self::Locked => &[("start", "Locked")],
            _ => PAGES,
        };
        pages.iter().copied().filter(move |(page, _)| self != Self::Nothing || OPEN.contains(page))
    }

    /// Makes it so in a page where nothing was done.
    pub(crate) fn fill(self, browser: &Browser, profile: &Profile) -> Result<()> {
        match self {
            Self::Nothing => Ok(()),
            Self::Blank => walk::begin(browser),
            Self::Half => open(browser, profile, &half()?),
            Self::Example => {
                browser.click("#example")?;
                waiting::until("the example", || Ok(browser.title()?.starts_with("Gap summary")))
            }
            Self::Unlocking => {
                let file = profile.file("locked.rocu.json.age", b"age-encryption.org/v1\n")?;
                visit(browser, ("start", "Start"))?;
                browser.type_into("#open", &file.to_string_lossy())?;
                browser.wait_for("#unlock")
            }
            Self::Locked => {
                visit(browser, ("start", "Start"))?;
                walk::unfold(browser, "Lock the working copies")?;
                walk::choose_passphrase(browser, "lock-copies")?;
                browser.click("#lock-now")?;
                browser.wait_for("#open-copies")
            }
        }
    }
}

fn filled(filled: Filled, profile: &Profile) -> Result<Browser> {
    let browser = Browser::with_page(profile)?;
    filled.fill(&browser, profile)?;
    Ok(browser)
}

/// Visits a page, and waits until it is shown: that the working copies are known.
pub(crate) fn visit(browser: &Browser, (page, title): (&str, &str)) -> Result<()> {
    browser.visit(&format!("#/{page}"), title)?;
    browser.wait_for("#main:not(.rocu-pending) #page-heading")
}

/// Opens an assessment on the start page.
fn open(browser: &Browser, profile: &Profile, assessment: &Value) -> Result<()> {
    let file = profile.file("opened.rocu.json", assessment.to_string().as_bytes())?;
    visit(browser, ("start", "Start"))?;
    browser.type_into("#open", &file.to_string_lossy())?;
    ensure!(!walk::notice(browser)?.is_problem, "the file was refused");
    Ok(())
}

/// Has the page refuse a file.
fn refuse(browser: &Browser, profile: &Profile) -> Result<()> {
    let file = profile.file("refused.rocu.json", b"{}")?;
    visit(browser, ("start", "Start"))?;
    browser.type_into("#open", &file.to_string_lossy())?;
    ensure!(walk::notice(browser)?.is_problem, "the file was not refused");
    Ok(())
}

/// The worked example with every other answer left out.
fn half() -> Result<Value> {
    let text = std::fs::read_to_string(finished::workspace().join("static/framework/example.rocu.json"))?;
    let mut example: Value = serde_json::from_str(&text)?;
    let answers = example["answers"].as_object_mut().context("the example has answers")?;
    let mut nth = 0;
    answers.retain(|_, _| {
        nth += 1;
        nth % 2 == 0
    });
    Ok(example)
}

#[test]
fn every_page_to_which_the_head_leads_is_asked_all_of_this() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Blank, &profile)?;
    for link in browser.each("header a, #workbook", "element.getAttribute('href')")? {
        ensure!(PAGES.iter().any(|(page, _)| link == format!("#/{page}")), "{link} is not listed");
    }
    Ok(())
}
