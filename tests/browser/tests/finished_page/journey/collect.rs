//! What the page shows in the end, and all that it hands out.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use browser_tests::{Browser, Paper, Profile, id, waiting, walk};

/// What the page shows, and what it handed out.
pub(crate) struct Collected {
    /// The page that lists all answers.
    pub(crate) check: Vec<String>,
    /// How many questions are asked.
    pub(crate) asked: usize,
    /// The questions whose answers are gaps, in the order of the page.
    pub(crate) gaps: Vec<String>,
    /// The heads of the rows of the heat map.
    pub(crate) heat_map: Vec<String>,
    /// The heads of the rows of the commitment matrix.
    pub(crate) commitment: Vec<String>,
    /// The headings and captions of the gap summary.
    pub(crate) headings: Vec<String>,
    /// The heads of the list of sources, which is longer than a sheet.
    pub(crate) heads_of_sources: String,
    /// Each source: its number and title.
    pub(crate) sources: Vec<String>,
    /// The name of the unit.
    pub(crate) unit: String,
    /// The marking.
    pub(crate) marking: String,
    /// The gap summary as it is printed from the page.
    pub(crate) printed: Paper,
    files: BTreeMap<String, Handed>,
}

/// A file that the page handed out.
pub(crate) struct Handed {
    /// Its name.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
}

impl Collected {
    /// What a button of the page of documents handed out.
    pub(crate) fn file(&self, button: &str) -> Result<&Handed> {
        self.files
            .get(button)
            .with_context(|| format!("nothing was handed out by {button} among {:?}", self.files.keys()))
    }

    /// All files by the button that handed them out.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&String, &Handed)> {
        self.files.iter()
    }
}

pub(super) fn collect(browser: &Browser, profile: &Profile) -> Result<Collected> {
    let check = walk::check_page(browser)?;
    browser.visit("#/tasks", "Tasks")?;
    let progress = browser.text("#progress")?;
    let asked = progress.split(' ').nth(2).context("the task list counts")?.parse()?;
    browser.visit("#/particulars", "Particulars")?;
    let unit = browser.value("#unit")?;
    let marking = browser.value("[name=marking]:checked")?;
    browser.visit("#/gaps", "Gap summary")?;
    let printed = if cfg!(lacks = "printing") { Paper::default() } else { Paper::printed_by(browser)? };
    Ok(Collected {
        check,
        asked,
        gaps: gaps(browser)?,
        heat_map: browser.each("[aria-labelledby$=heat-map] [role=region] tbody th", "element.textContent")?,
        commitment: browser.each("[aria-labelledby$=commitment] [role=region] tbody th", "element.textContent")?,
        headings: browser.each("#main :is(h2, h3, caption)", "element.textContent.trim()")?,
        heads_of_sources: browser.each("[aria-labelledby$=sources] thead th", "element.textContent")?.join(" "),
        sources: browser.each(
            "[aria-labelledby$=sources] tbody tr",
            "[...element.cells].slice(0, 2).map(it => it.textContent).join(' ')",
        )?,
        unit,
        marking,
        printed,
        files: files(browser, profile)?,
    })
}

/// Each gap of the page leads to the question that it is about.
fn gaps(browser: &Browser) -> Result<Vec<String>> {
    let mut gaps: Vec<String> = Vec::new();
    for link in browser.each("#main article a[href^=\"#/topic/\"]", "element.getAttribute('href')")? {
        let question = link.rsplit('/').next().unwrap_or_default().to_owned();
        if !gaps.contains(&question) {
            gaps.push(question);
        }
    }
    Ok(gaps)
}

/// Clicks each button that hands out a file, not faster than a hand could: of more than ten downloads within a
/// second a browser drops some.
fn files(browser: &Browser, profile: &Profile) -> Result<BTreeMap<String, Handed>> {
    browser.visit("#/documents", "Documents")?;
    let mut files = BTreeMap::new();
    let mut earliest = 0.0;
    for button in browser.each("#save, [id^=\"download-\"]", "element.id")? {
        let now = || Ok::<_, anyhow::Error>(browser.run("return performance.now()", [])?.as_f64().unwrap_or_default());
        waiting::until("the time of the next click", || Ok(now()? >= earliest))?;
        earliest = now()? + 150.0;
        let path = profile.download(|| browser.click(&id(&button))).with_context(|| format!("pressing {button}"))?;
        // The next button moves when the page asks whether the file is there, and a click would miss it.
        let document = button.strip_prefix("download-").unwrap_or("assessment");
        browser.wait_for(&id(&format!("{document}-arrived")))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let _ = files.insert(button, Handed { name, bytes: fs::read(path)? });
    }
    Ok(files)
}
