//! Making a document and handing it to the browser.

use crate::assessment::Assessment;
use crate::browser::download;
use crate::export::{self, Document};
use crate::framework::Framework;
use crate::report::{Report, sheet};
use crate::saved;
use crate::session::{Event, Notice, Session};
use crate::ui::Dispatch;

/// Hands a document to the browser as a download, and says how that went.
pub fn hand_over(document: Document, session: &Session, dispatch: &Dispatch) {
    let Some(assessment) = session.assessment.as_deref() else { return };
    let name = export::file_name(&assessment.particulars, document, session.today);
    let text = text(document, session.framework(), assessment, session);
    match download::download(&name, text.as_bytes(), document.media_type()) {
        Ok(()) => {
            if document == Document::Assessment {
                dispatch.emit(Event::HandedOver);
            }
            dispatch.emit(Event::Told(Notice::HandedOver(name)));
        }
        Err(crate::browser::Refused) => dispatch.emit(Event::Told(Notice::NotHandedOver(name))),
    }
}

/// The text of a document.
#[must_use]
pub fn text(document: Document, framework: &Framework, assessment: &Assessment, session: &Session) -> String {
    let report = || Report::of(framework, assessment, session.today);
    match document {
        Document::Assessment => saved::save(assessment),
        Document::GapSummaryHtml => export::html(&report()),
        Document::Answers => export::csv(&sheet::answers(framework, assessment)),
        Document::GapsAndActions => export::csv(&sheet::gaps_and_actions(framework, assessment, session.today)),
        Document::Commitment => export::csv(&sheet::commitment(framework, assessment)),
        Document::HeatMap => export::csv(&sheet::heat_map(&report())),
        Document::ReportData => export::json(&report()),
        Document::Workbook => export::html(&Report::workbook(framework, Some(assessment), session.today)),
    }
}
