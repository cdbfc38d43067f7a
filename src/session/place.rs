//! Where in an assessment the user is.

use super::{Route, Session};
use crate::framework::{Asked, QuestionId};

impl Session {
    /// The page and question at which the user is, given the ids of what surrounds the focus, nearest
    /// first. None, where the page is not one of an assessment.
    #[must_use]
    pub fn place(&self, around: &[String]) -> Option<Route> {
        let focused = self.focused(around);
        let question = focused.map(|asked| Route::Topic(asked.topic.id.clone(), Some(asked.question.id.clone())));
        let page = Some(self.page().clone()).filter(|page| *page != Route::Merge);
        question.or(page).filter(Route::needs_assessment)
    }

    /// The question of this page that has the focus.
    pub(super) fn focused(&self, around: &[String]) -> Option<Asked<'_>> {
        let Route::Topic(topic, _) = &self.route else { return None };
        let asked = |id: &String| self.framework().question(&QuestionId::try_from(id.as_str()).ok()?);
        around.iter().filter_map(asked).find(|asked| asked.topic.id == *topic)
    }
}
