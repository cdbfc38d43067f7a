//! Making a document and handing it to the browser.

use std::borrow::Cow;

use crate::assessment::Assessment;
use crate::browser::save_as::{Picked, save_as};
use crate::browser::{Refused, clipboard, download, part};
use crate::export::{self, Document, Form};
use crate::report::spreadsheet::Spreadsheet;
use crate::report::{Report, sheet};
use crate::saved::{self, Passphrase};
use crate::session::Session;
use crate::ui::effect::locks;
use crate::ui::summary;

/// A document as it is handed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The name of the file.
    pub name: String,
    bytes: Vec<u8>,
    media_type: &'static str,
}

impl Made {
    /// Makes a document of what is open. Nothing where nothing is open.
    ///
    /// # Errors
    /// The browser can't open the part of the program that writes Word and Excel files.
    pub async fn of(document: Document, session: &Session) -> Result<Option<Self>, Refused> {
        let Some(subject) = Subject::of(document, session) else { return Ok(None) };
        let form = document.form();
        let bytes = match form {
            Form::Word => part::word(&json(&*subject.report())).await?,
            Form::Excel => part::excel(&json(&subject.sheets())).await?,
            Form::Html => export::html(&subject.report()).into_bytes(),
            Form::Csv | Form::Json => subject.plain().into_bytes(),
        };
        Ok(Some(Self { name: subject.name(), bytes, media_type: form.media_type() }))
    }

    /// An assessment file that is made for somebody else.
    #[must_use]
    pub fn of_assessment(name: String, text: String) -> Self {
        Self { name, bytes: text.into_bytes(), media_type: Form::Json.media_type() }
    }

    /// The assessment file, locked with a passphrase. Nothing where nothing is open.
    ///
    /// # Errors
    /// The browser can't open the part of the program that locks.
    pub async fn locked(session: &Session, passphrase: &Passphrase) -> Result<Option<Self>, Refused> {
        let Some(assessment) = session.assessment.as_deref() else { return Ok(None) };
        let name = export::file_name_of_locked(assessment, session.today());
        let bytes = locks::lock(passphrase, saved::save(assessment).as_bytes()).await?;
        Ok(Some(Self { name, bytes, media_type: "application/octet-stream" }))
    }

    /// Hands it to the browser as a download. Whether it arrives, no page can know.
    ///
    /// # Errors
    /// The browser can't start a download.
    pub fn download(&self) -> Result<(), Refused> {
        download::download(&self.name, &self.bytes, self.media_type)
    }

    /// Puts it on the clipboard, where it is text.
    ///
    /// # Errors
    /// The browser or a policy does not allow it.
    pub async fn copy(&self) -> Result<(), Refused> {
        clipboard::write(&String::from_utf8_lossy(&self.bytes)).await
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
    let Some(subject) = Subject::of(document, session) else { return Ok(()) };
    let text = match document.form() {
        Form::Word | Form::Excel | Form::Html => export::text(&subject.report()),
        Form::Csv | Form::Json => subject.plain(),
    };
    clipboard::write(&text).await
}

/// What a document is made of. A report is written only where the document draws one.
struct Subject<'a> {
    document: Document,
    session: &'a Session,
    of: Of<'a>,
}

/// Several regions, or one assessment.
enum Of<'a> {
    Regions(Box<Report>),
    One(&'a Assessment),
}

impl<'a> Subject<'a> {
    /// None where nothing is open.
    fn of(document: Document, session: &'a Session) -> Option<Self> {
        let of = match document {
            Document::NationalSummary(_) => {
                Of::Regions(Box::new(summary::national(&session.regions.opened, session.today())))
            }
            _ => Of::One(session.assessment.as_deref()?),
        };
        Some(Self { document, session, of })
    }

    fn name(&self) -> String {
        let today = self.session.today();
        match &self.of {
            Of::Regions(report) => export::file_name_of(report, self.document.form(), today),
            Of::One(assessment) if matches!(self.document, Document::Assessment | Document::WithoutHistory) => {
                export::file_name(assessment, self.document, today)
            }
            Of::One(assessment) => export::file_name(&summary::marked(self.session, assessment), self.document, today),
        }
    }

    fn report(&self) -> Cow<'_, Report> {
        match &self.of {
            Of::Regions(report) => Cow::Borrowed(report),
            Of::One(assessment) if self.document == Document::Workbook => {
                Cow::Owned(Report::workbook(self.session.framework(), Some(assessment), self.session.today()))
            }
            Of::One(assessment) => Cow::Owned(summary::gap_summary(self.session, assessment)),
        }
    }

    fn sheets(&self) -> Spreadsheet {
        let (framework, today) = (self.session.framework(), self.session.today());
        match &self.of {
            Of::Regions(report) => Spreadsheet::of_report(report, today),
            Of::One(assessment) => {
                let earlier = summary::sides(&self.session.earlier.opened);
                Spreadsheet::with_earlier(framework, assessment, &earlier, today)
            }
        }
    }

    /// The text of a document that is rows of values or data.
    fn plain(&self) -> String {
        let (framework, today) = (self.session.framework(), self.session.today());
        match (self.document, &self.of) {
            (Document::Assessment, Of::One(assessment)) => saved::save(assessment),
            (Document::WithoutHistory, Of::One(assessment)) => saved::save(&assessment.without_history()),
            (Document::Answers, Of::One(assessment)) => export::csv(&sheet::answers(framework, assessment)),
            (Document::GapsAndActions, Of::One(assessment)) => {
                export::csv(&sheet::gaps_and_actions(framework, assessment, today))
            }
            (Document::Commitment, Of::One(assessment)) => export::csv(&sheet::commitment(framework, assessment)),
            (Document::HeatMap, _) => export::csv(&sheet::heat_map(&self.report())),
            (Document::NationalSummary(Form::Csv), Of::Regions(report)) => {
                sheet::matrix(report).map(export::csv).unwrap_or_default()
            }
            _ => export::json(&self.report()),
        }
    }
}

/// What the second part of the program is handed.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("every key of a report is a string")
}
