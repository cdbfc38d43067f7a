//! Which page is shown, as the fragment of the address.

use crate::assessment::Filter;
use crate::framework::{QuestionId, TopicId};

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// New, open, continue, example.
    Start,
    /// Who is assessed, when, by whom.
    Particulars,
    /// All topics with their status.
    Tasks,
    /// Of the tasks, the questions that the filter lets through.
    Filtered(Filter),
    /// One topic, and the question on it to go to.
    Topic(TopicId, Option<QuestionId>),
    /// To which questions the evidence of that one can be added.
    Copy(QuestionId),
    /// Who commits to what, all on one page.
    Commitment,
    /// All answers to look over.
    Check,
    /// The gap summary.
    Gaps,
    /// What will be done about gaps, and the gap to go to.
    Actions(Option<QuestionId>),
    /// What can be downloaded and printed.
    Documents,
    /// What was changed here and what somebody else saved to the same file.
    Merge,
    /// The blank workbook.
    Workbook,
    /// Assessments side by side: over time, among colleagues, across regions.
    Compare,
    /// The national summary of several regions.
    National,
    /// What colleagues answered in their copies.
    Views,
    /// Milestones, sign-off, and every change.
    Record,
    /// Method, marking, storage, glossary.
    Help,
    /// The keys that do something at once, on the page of help.
    Shortcuts,
    /// A term of the glossary, by its number there, on the page of help.
    Term(usize),
    /// Search in questions, answers, actions and glossary.
    Search,
}

impl Route {
    /// Reads the fragment of an address, with or without `#`. What it does not name leads to the start.
    #[must_use]
    pub fn read(fragment: &str) -> Self {
        let mut steps = fragment.trim_start_matches('#').trim_start_matches('/').split('/');
        let page = steps.next().unwrap_or_default();
        let (first, second) = (steps.next(), steps.next());
        let question = |step: Option<&str>| step.and_then(|id| QuestionId::try_from(id).ok());
        match page {
            "particulars" => Self::Particulars,
            "tasks" => first.and_then(Filter::read).map_or(Self::Tasks, Self::Filtered),
            "topic" => match first.map(TopicId::try_from) {
                Some(Ok(topic)) => Self::Topic(topic, question(second)),
                _ => Self::Tasks,
            },
            "copy" => question(first).map_or(Self::Tasks, Self::Copy),
            "commitment" => Self::Commitment,
            "check" => Self::Check,
            "gaps" => Self::Gaps,
            "actions" => Self::Actions(question(first)),
            "documents" => Self::Documents,
            "merge" => Self::Merge,
            "workbook" => Self::Workbook,
            "compare" => Self::Compare,
            "national" => Self::National,
            "views" => Self::Views,
            "record" => Self::Record,
            "help" => match first {
                Some("shortcuts") => Self::Shortcuts,
                Some(number) => number.parse().map_or(Self::Help, Self::Term),
                None => Self::Help,
            },
            "search" => Self::Search,
            _ => Self::Start,
        }
    }

    /// The fragment that leads here.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self {
            Self::Start => String::from("#/start"),
            Self::Particulars => String::from("#/particulars"),
            Self::Tasks => String::from("#/tasks"),
            Self::Filtered(filter) => format!("#/tasks/{}", filter.key()),
            Self::Topic(topic, None) => format!("#/topic/{topic}"),
            Self::Topic(topic, Some(question)) => format!("#/topic/{topic}/{question}"),
            Self::Copy(question) => format!("#/copy/{question}"),
            Self::Commitment => String::from("#/commitment"),
            Self::Check => String::from("#/check"),
            Self::Gaps => String::from("#/gaps"),
            Self::Actions(None) => String::from("#/actions"),
            Self::Actions(Some(question)) => format!("#/actions/{question}"),
            Self::Documents => String::from("#/documents"),
            Self::Merge => String::from("#/merge"),
            Self::Workbook => String::from("#/workbook"),
            Self::Compare => String::from("#/compare"),
            Self::National => String::from("#/national"),
            Self::Views => String::from("#/views"),
            Self::Record => String::from("#/record"),
            Self::Help => String::from("#/help"),
            Self::Shortcuts => String::from("#/help/shortcuts"),
            Self::Term(number) => format!("#/help/{number}"),
            Self::Search => String::from("#/search"),
        }
    }

    /// The question on the page to go to.
    #[must_use]
    pub const fn question(&self) -> Option<&QuestionId> {
        match self {
            Self::Topic(_, question) | Self::Actions(question) => question.as_ref(),
            _ => None,
        }
    }

    /// The id of the place on the page to go to, where it is not the heading.
    #[must_use]
    pub fn place(&self) -> Option<String> {
        match self {
            Self::Topic(_, question) | Self::Actions(question) => question.as_ref().map(ToString::to_string),
            Self::Shortcuts => Some(String::from("shortcuts")),
            Self::Term(number) => Some(format!("term-{number}")),
            Self::Search => Some(String::from("search")),
            _ => None,
        }
    }

    /// Whether the page shows an assessment.
    #[must_use]
    pub const fn needs_assessment(&self) -> bool {
        !matches!(
            self,
            Self::Start
                | Self::Workbook
                | Self::Compare
                | Self::National
                | Self::Help
                | Self::Shortcuts
                | Self::Term(_)
        )
    }

    /// Whether another route shows the same page, if at another place of it.
    #[must_use]
    pub fn same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Topic(one, _), Self::Topic(two, _)) => one == two,
            (Self::Actions(_), Self::Actions(_))
            | (Self::Tasks | Self::Filtered(_), Self::Tasks | Self::Filtered(_))
            | (Self::Help | Self::Shortcuts | Self::Term(_), Self::Help | Self::Shortcuts | Self::Term(_)) => true,
            _ => self == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_an_address_that_leads_back_to_it() {
        let topic = TopicId::try_from("undercover").expect("an id");
        let question = QuestionId::try_from("undercover.provision").expect("an id");
        for route in [
            Route::Start,
            Route::Particulars,
            Route::Tasks,
            Route::Filtered(Filter::Gaps),
            Route::Topic(topic.clone(), None),
            Route::Topic(topic, Some(question.clone())),
            Route::Copy(question.clone()),
            Route::Commitment,
            Route::Check,
            Route::Gaps,
            Route::Actions(None),
            Route::Actions(Some(question)),
            Route::Documents,
            Route::Merge,
            Route::Workbook,
            Route::Compare,
            Route::National,
            Route::Views,
            Route::Record,
            Route::Help,
            Route::Shortcuts,
            Route::Term(12),
            Route::Search,
        ] {
            assert_eq!(Route::read(&route.fragment()), route);
        }
    }

    #[test]
    fn an_address_that_names_no_page_leads_to_the_start() {
        for odd in ["", "#", "#/", "#/nowhere", "#/<script>", "//"] {
            assert_eq!(Route::read(odd), Route::Start, "{odd}");
        }
        assert_eq!(Route::read("#/topic/NO SUCH"), Route::Tasks);
    }
}
