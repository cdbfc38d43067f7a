//! The report as data, for whoever wants to read it with a program.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::report::Report;

/// What the file says it is.
const FORMAT: &str = "rocu-gap-summary";

/// The version of its form: raised when a reader of the earlier form would misread the later.
const VERSION: u32 = 1;

/// The gap summary with what says how to read it.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(title = "Gap summary as data, version 1"))]
struct File<'a> {
    /// What the file is.
    #[cfg_attr(test, schemars(extend("const" = FORMAT)))]
    format: Cow<'a, str>,
    /// The version of its form.
    #[cfg_attr(test, schemars(extend("const" = VERSION)))]
    version: u32,
    /// The gap summary.
    report: Cow<'a, Report>,
}

/// Writes the report as JSON, indented, with its format and version first.
///
/// # Panics
/// Never: every key of a report is a string, which is all that JSON asks.
#[must_use]
pub fn json(report: &Report) -> String {
    let file = File { format: FORMAT.into(), version: VERSION, report: Cow::Borrowed(report) };
    serde_json::to_string_pretty(&file).expect("every key of a report is a string")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jiff::civil::date;

    use super::*;
    use crate::assessment::{Assessment, AssessmentId};
    use crate::framework::Framework;

    #[test]
    fn the_published_schema_is_that_of_the_types() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/framework/report.schema.json");
        let schema = serde_json::to_string_pretty(&schemars::schema_for!(File<'_>)).expect("a schema is JSON") + "\n";
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &schema).expect("the folder of the framework can be written to");
        }
        let published = std::fs::read_to_string(&path).expect("the schema is published beside the framework");
        assert!(published == schema, "the types have changed: BLESS=1 cargo test --lib schema");
    }

    #[test]
    fn a_report_is_the_same_after_it_was_written_and_read() {
        let framework = Framework::built_in();
        let assessment = Assessment::new(AssessmentId::new("test-0001").expect("an id"), &framework);
        let report = Report::of(&framework, &assessment, date(2026, 3, 31));
        let file: File<'_> = serde_json::from_str(&json(&report)).expect("what is written can be read");
        assert_eq!(*file.report, report);
    }
}
