//! What a sitting adds to the record: who changed what, and when.

use crate::assessment::{Assessment, history};

use super::Session;

impl Session {
    /// The role of whoever is at work: the one that was given, else that of the lead.
    #[must_use]
    pub fn role(&self) -> &str {
        let lead = self.assessment.as_ref().map_or("", |assessment| assessment.particulars.lead.as_str());
        Some(self.role.trim()).filter(|role| !role.is_empty()).unwrap_or(lead.trim())
    }

    /// Adds to the history of what is open how it differs from what it was before.
    pub(super) fn record(&mut self, before: &Assessment) {
        let (now, role) = (self.now, self.role().to_owned());
        let Some(assessment) = &mut self.assessment else { return };
        let differences = history::between(before, assessment);
        if !differences.is_empty() {
            std::rc::Rc::make_mut(assessment).history.record(differences, now, &role);
        }
    }
}
