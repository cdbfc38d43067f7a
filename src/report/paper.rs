//! What stands in the margins of every printed sheet, as rules of style.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{Report, front, workbook};
use crate::assessment::Assessment;
use crate::framework::Framework;

/// What every sheet says, whatever is printed on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Margins {
    /// The words at the top and bottom centre.
    pub marking: Cow<'static, str>,
    /// Whether the sheet belongs to the invented example.
    pub example: bool,
    /// The unit.
    pub unit: String,
    /// The version and date.
    pub edition: String,
}

impl Margins {
    /// The margins of an assessment that is printed on that day.
    #[must_use]
    pub fn of(assessment: &Assessment, today: Date) -> Self {
        let particulars = &assessment.particulars;
        Self {
            marking: particulars.marking.words().into(),
            example: assessment.example,
            unit: front::unit(particulars),
            edition: front::edition(assessment, today),
        }
    }
}

impl Margins {
    /// The margins of a report.
    #[must_use]
    pub fn of_report(report: &Report) -> Self {
        let Report { marking, example, unit, edition, .. } = report;
        Self { marking: marking.clone(), example: *example, unit: unit.clone(), edition: edition.clone() }
    }

    /// The margins of a blank workbook that is printed on that day.
    #[must_use]
    pub fn of_workbook(framework: &Framework, assessment: Option<&Assessment>, today: Date) -> Self {
        let Report { marking, example, unit, edition, .. } = workbook::cover(framework, assessment, today);
        Self { marking, example, unit, edition }
    }
}

impl Margins {
    /// The words at the top centre.
    #[must_use]
    pub fn top(&self) -> String {
        format!("{}{}", self.marking, if self.example { " – EXAMPLE: AN INVENTED REGION" } else { "" })
    }

    /// The words at the bottom centre.
    #[must_use]
    pub fn bottom(&self) -> String {
        format!("{}{}", self.marking, if self.example { " – EXAMPLE" } else { "" })
    }

    /// The words at the bottom left: what this is of.
    #[must_use]
    pub fn foot(&self) -> String {
        format!("{}, {}", self.unit, self.edition)
    }
}

/// The sheets of browsers that print nothing in their margins: these are narrow, for the marking
/// stands within.
const ELSEWHERE: &str = "@supports not (-webkit-app-region: none) {
  @page { margin: 9mm 15mm; }
  @page wide { margin: 9mm 15mm; }
}";

/// The rules: upright sheets, and sheets on their side for what is wide; and, as `--foot`, the words at the
/// bottom left, for the styles of browsers that print nothing in margins.
#[must_use]
pub fn rules(margins: &Margins) -> Vec<String> {
    let [head, marking, foot] = [margins.top(), margins.bottom(), margins.foot()].map(|words| quoted(&words));
    let boxes = format!(
        "@top-center {{ content: {head}; font: bold 11pt Arial, sans-serif; }} \
         @bottom-center {{ content: {marking}; font: bold 11pt Arial, sans-serif; }} \
         @bottom-left {{ content: {foot}; font: 8pt Arial, sans-serif; max-width: 60mm; }} \
         @bottom-right {{ content: \"Page \" counter(page) \" of \" counter(pages); font: 8pt Arial, sans-serif; }}"
    );
    vec![
        format!("@page {{ size: A4 portrait; margin: 20mm 15mm; {boxes} }}"),
        format!("@page wide {{ size: A4 landscape; margin: 20mm 15mm; {boxes} }}"),
        String::from(ELSEWHERE),
        format!(":root {{ --foot: {foot}; }}"),
    ]
}

/// A text as a string of a style sheet: nothing in it can end the string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    let turns =
        |c: &char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for character in text.chars().filter(|c| !c.is_control() && !turns(c)) {
        if character.is_alphanumeric() || matches!(character, ' ' | ',' | '.' | '-' | '–' | '(' | ')') {
            quoted.push(character);
        } else {
            quoted.extend([format!("\\{:x} ", u32::from(character))]);
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_unit_can_end_the_string_it_stands_in() {
        let hostile = quoted("A\"; } body { display: none } \\ \n </style>\u{202e}");
        assert_eq!(hostile.matches('"').count(), 2, "{hostile}");
        assert!(!hostile.contains(['{', '}', '<', '>', '\n', ';', '\u{202e}']), "{hostile}");
        assert!(!hostile.contains("202e"), "nothing may turn the direction of what is printed: {hostile}");
    }
}
