//! The documents that the tool hands on, and the forms they come in.

/// The form of a document: the program that opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A Word document, to be edited.
    Word,
    /// An Excel file, to be filtered and filled in.
    Excel,
    /// One page for any browser.
    Html,
    /// Rows of values, for any spreadsheet.
    Csv,
    /// Data for other programs.
    Json,
}

impl Form {
    /// Its name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Word => "Word",
            Self::Excel => "Excel",
            Self::Html => "HTML",
            Self::Csv => "CSV",
            Self::Json => "JSON",
        }
    }

    /// How the name of such a file ends.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Word => ".docx",
            Self::Excel => ".xlsx",
            Self::Html => ".html",
            Self::Csv => ".csv",
            Self::Json => ".json",
        }
    }

    /// The media type of its bytes.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Html => "text/html;charset=utf-8",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// A document that the tool hands on as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// The assessment itself, to be opened again.
    Assessment,
    /// The assessment without the list of its changes, for those whom the way to it does not concern.
    WithoutHistory,
    /// The gap summary, or in a spreadsheet all that it is drawn from.
    GapSummary(Form),
    /// A row for each question.
    Answers,
    /// A row for each action, and for each gap without one.
    GapsAndActions,
    /// Capabilities by force.
    Commitment,
    /// Topics by theme.
    HeatMap,
    /// Every question as a paper form.
    Workbook,
    /// Several regions side by side; as rows of values, capabilities by region.
    NationalSummary(Form),
}

impl Document {
    /// What is handed on of one assessment, what is asked for most first.
    pub const ALL: [Self; 11] = [
        Self::Assessment,
        Self::GapSummary(Form::Word),
        Self::GapSummary(Form::Excel),
        Self::GapSummary(Form::Html),
        Self::Answers,
        Self::GapsAndActions,
        Self::Commitment,
        Self::HeatMap,
        Self::GapSummary(Form::Json),
        Self::WithoutHistory,
        Self::Workbook,
    ];

    /// What is handed on of several regions.
    pub const NATIONAL: [Self; 5] = [
        Self::NationalSummary(Form::Word),
        Self::NationalSummary(Form::Excel),
        Self::NationalSummary(Form::Html),
        Self::NationalSummary(Form::Csv),
        Self::NationalSummary(Form::Json),
    ];

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Assessment => "Assessment",
            Self::WithoutHistory => "Copy without history",
            Self::GapSummary(_) => "Gap summary",
            Self::Answers => "All answers",
            Self::GapsAndActions => "Gaps and actions",
            Self::Commitment => "Commitment of forces",
            Self::HeatMap => "Heat map",
            Self::Workbook => "Blank workbook",
            Self::NationalSummary(_) => "National summary",
        }
    }

    /// Its form.
    #[must_use]
    pub const fn form(self) -> Form {
        match self {
            Self::Assessment | Self::WithoutHistory => Form::Json,
            Self::GapSummary(form) | Self::NationalSummary(form) => form,
            Self::Answers | Self::GapsAndActions | Self::Commitment | Self::HeatMap => Form::Csv,
            Self::Workbook => Form::Html,
        }
    }

    /// How its name ends.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Assessment | Self::WithoutHistory => ".rocu.json",
            other => other.form().extension(),
        }
    }
}
