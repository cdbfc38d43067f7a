//! Making a document and handing it to the browser.

use crate::assessment::Assessment;
use crate::browser::save_as::{Picked, save_as};
use crate::browser::{Refused, clipboard, download, part};
use crate::export::{self, Document, Form};
use crate::report::spreadsheet::Spreadsheet;
use crate::report::{Report, sheet};
use crate::saved;
use crate::session::Session;
use crate::ui::summary;

/// A document as it is handed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The name of the file.
    pub name: String,
    bytes: Vec<u8>,
    form: Form,
}

impl Made {
    /// Makes a document of what is open. Nothing where nothing is open.
    ///
    /// # Errors
    /// The browser can't open the part of the program that writes Word and Excel files.
    pub async fn of(document: Document, session: &Session) -> Result<Option<Self>, Refused> {
        let Some((name, report)) = named(document, session) else { return Ok(None) };
        let bytes = match (document.form(), session.assessment.as_deref()) {
            (Form::Word, _) => part::word(&json(&report)).await?,
            (Form::Excel, Some(assessment)) if matches!(document, Document::GapSummary(_)) => {
                let earlier = summary::sides(&session.earlier.opened);
                let sheets = Spreadsheet::with_earlier(session.framework(), assessment, &earlier, session.today);
                part::excel(&json(&sheets)).await?
            }
            (Form::Excel, _) => part::excel(&json(&Spreadsheet::of_report(&report, session.today))).await?,
            (Form::Html, _) => export::html(&report).into_bytes(),
            (Form::Csv | Form::Json, assessment) => plain(document, &report, assessment, session).into_bytes(),
        };
        Ok(Some(Self { name, bytes, form: document.form() }))
    }

    /// An assessment file that is made for somebody else.
    #[must_use]
    pub fn of_assessment(name: String, text: String) -> Self {
        Self { name, bytes: text.into_bytes(), form: Form::Json }
    }

    /// Hands it to the browser as a download. Whether it arrives, no page can know.
    ///
    /// # Errors
    /// The browser can't start a download.
    pub fn download(&self) -> Result<(), Refused> {
        download::download(&self.name, &self.bytes, self.form.media_type())
    }

    /// Asks where to save it.
    ///
    /// # Errors
    /// The browser does not offer it, or refuses.
    pub async fn save_as(&self) -> Result<Picked, Refused> {
        save_as(&self.name, &self.bytes).await
    }
}

/// Copies a document as text: itself where it is text, else its words.
///
/// # Errors
/// The browser or a policy does not allow it.
pub async fn copy(document: Document, session: &Session) -> Result<(), Refused> {
    let Some((_, report)) = named(document, session) else { return Ok(()) };
    let text = match document.form() {
        Form::Word | Form::Excel | Form::Html => export::text(&report),
        Form::Csv | Form::Json => plain(document, &report, session.assessment.as_deref(), session),
    };
    clipboard::write(&text).await
}

/// The name of a document and the report that it shows, where there is something to show.
fn named(document: Document, session: &Session) -> Option<(String, Report)> {
    let today = session.today;
    if let Document::NationalSummary(form) = document {
        let report = summary::national(&session.regions.opened, today);
        return Some((export::file_name_of(&report, form, today), report));
    }
    let assessment = session.assessment.as_deref()?;
    let report = match document {
        Document::Workbook => Report::workbook(session.framework(), Some(assessment), today),
        _ => summary::gap_summary(session)?,
    };
    Some((export::file_name(&assessment.particulars, document, today), report))
}

/// The text of a document that is rows of values or data.
fn plain(document: Document, report: &Report, assessment: Option<&Assessment>, session: &Session) -> String {
    let framework = session.framework();
    match (document, assessment) {
        (Document::Assessment, Some(assessment)) => saved::save(assessment),
        (Document::WithoutHistory, Some(assessment)) => saved::save(&assessment.without_history()),
        (Document::Answers, Some(assessment)) => export::csv(&sheet::answers(framework, assessment)),
        (Document::GapsAndActions, Some(assessment)) => {
            export::csv(&sheet::gaps_and_actions(framework, assessment, session.today))
        }
        (Document::Commitment, Some(assessment)) => export::csv(&sheet::commitment(framework, assessment)),
        (Document::HeatMap, _) => export::csv(&sheet::heat_map(report)),
        (Document::NationalSummary(Form::Csv), _) => sheet::matrix(report).map(export::csv).unwrap_or_default(),
        _ => export::json(report),
    }
}

/// What the second part of the program is handed.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("every key of a report is a string")
}
