//! Printed pages, read back word by word with the place of each.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;

/// Points to a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;

/// How far the margins at the top and bottom of a sheet go in.
const MARGIN: f64 = 20.0 * MILLIMETRE;

/// Where the words at the left of a margin end, as a part of the width; those at the right begin as
/// far from the other side.
const LEFT_THIRD: f64 = 0.39;

/// A printed document.
#[derive(Debug, Clone, Default)]
pub struct Paper {
    /// Its sheets in their order.
    pub sheets: Vec<Sheet>,
    /// Whether it tells a screen reader what is a heading, a list, a table.
    pub is_tagged: bool,
}

/// A printed sheet. All lengths are in points.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    width: f64,
    height: f64,
    words: Vec<Word>,
}

#[derive(Debug, Clone)]
struct Word {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Paper {
    /// Prints the page that a browser shows, each sheet of the size that the page asks for.
    ///
    /// # Errors
    /// The browser does not print, or `pdftotext` is missing.
    pub fn printed_by(browser: &Browser) -> Result<Self> {
        Self::read(&browser.print()?)
    }

    fn read(pdf: &[u8]) -> Result<Self> {
        let mut sheets = Vec::new();
        for line in told(pdf, "pdftotext", &["-bbox", "-", "-"])?.lines().map(str::trim) {
            if line.starts_with("<page ") {
                let (width, height) = (number(line, "width")?, number(line, "height")?);
                sheets.push(Sheet { width, height, words: Vec::new() });
            } else if line.starts_with("<word ") {
                sheets.last_mut().context("a word stands on a page")?.words.push(Word::read(line)?);
            }
        }
        let is_tagged = told(pdf, "pdfinfo", &["-"])?
            .lines()
            .filter_map(|line| line.strip_prefix("Tagged:"))
            .any(|tagged| tagged.trim() == "yes");
        Ok(Self { sheets, is_tagged })
    }
}

/// What a program tells of a PDF.
fn told(pdf: &[u8], program: &str, arguments: &[&str]) -> Result<String> {
    let mut started =
        Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().with_context(
            || format!("`{program}` cannot be started: install the Debian package poppler-utils and try again"),
        )?;
    started.stdin.take().context("the input is piped")?.write_all(pdf)?;
    let output = started.wait_with_output()?;
    ensure!(output.status.success(), "`{program}` cannot read what was printed");
    Ok(String::from_utf8(output.stdout)?)
}

impl Word {
    fn read(line: &str) -> Result<Self> {
        let text = line.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</word>")).context("a word")?;
        let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&")];
        Ok(Self {
            text: plain.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)),
            left: number(line, "xMin")?,
            right: number(line, "xMax")?,
            top: number(line, "yMin")?,
            bottom: number(line, "yMax")?,
        })
    }
}

fn number(line: &str, name: &str) -> Result<f64> {
    let (_, rest) = line.split_once(&format!("{name}=\"")).with_context(|| format!("{name} in {line}"))?;
    let (number, _) = rest.split_once('"').with_context(|| format!("{name} in {line}"))?;
    Ok(number.parse()?)
}

impl Sheet {
    /// Whether it is wider than high.
    #[must_use]
    pub fn is_landscape(&self) -> bool {
        self.width > self.height
    }

    /// Its size in whole millimetres: width and height.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a sheet is smaller than a football field")]
    pub fn millimetres(&self) -> (i32, i32) {
        let of = |points: f64| (points / MILLIMETRE).round() as i32;
        (of(self.width), of(self.height))
    }

    /// What stands in the middle of the margin at the top.
    #[must_use]
    pub fn top_centre(&self) -> String {
        self.said(|word| word.bottom <= MARGIN && self.is_central(word))
    }

    /// What stands in the middle of the margin at the bottom.
    #[must_use]
    pub fn bottom_centre(&self) -> String {
        self.said(|word| self.is_in_foot(word) && self.is_central(word))
    }

    /// What stands at the left of the margin at the bottom.
    #[must_use]
    pub fn bottom_left(&self) -> String {
        self.said(|word| self.is_in_foot(word) && self.middle(word) < LEFT_THIRD)
    }

    /// What stands at the right of the margin at the bottom.
    #[must_use]
    pub fn bottom_right(&self) -> String {
        self.said(|word| self.is_in_foot(word) && self.middle(word) > 1.0 - LEFT_THIRD)
    }

    /// What stands between the margins.
    #[must_use]
    pub fn text(&self) -> String {
        self.said(|word| word.top >= MARGIN - 1.0 && !self.is_in_foot(word))
    }

    /// The lowest line between the margins.
    #[must_use]
    pub fn last_line(&self) -> String {
        let is_text = |word: &Word| word.top >= MARGIN - 1.0 && !self.is_in_foot(word);
        let lowest = self.words.iter().filter(|word| is_text(word)).map(|word| word.bottom).fold(0.0, f64::max);
        self.said(|word| is_text(word) && word.bottom > lowest - MILLIMETRE)
    }

    fn is_in_foot(&self, word: &Word) -> bool {
        word.top >= self.height - MARGIN
    }

    fn is_central(&self, word: &Word) -> bool {
        (LEFT_THIRD..=1.0 - LEFT_THIRD).contains(&self.middle(word))
    }

    /// Where the middle of a word is, as a part of the width.
    fn middle(&self, word: &Word) -> f64 {
        f64::midpoint(word.left, word.right) / self.width
    }

    fn said(&self, which: impl Fn(&Word) -> bool) -> String {
        self.words.iter().filter(|word| which(word)).map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The sheet as JSON would be too much to show: its margins, for a message.
    #[must_use]
    pub fn margins(&self) -> Value {
        json!([self.top_centre(), self.bottom_left(), self.bottom_centre(), self.bottom_right()])
    }
}
