//! What stands in the margins of every printed sheet, as rules of style.

use jiff::civil::Date;

use super::front;
use crate::assessment::Assessment;

/// What every sheet says, whatever is printed on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Margins {
    /// The words at the top and bottom centre.
    pub marking: &'static str,
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
            marking: particulars.marking.words(),
            example: assessment.example,
            unit: front::unit(particulars),
            edition: front::edition(particulars, today),
        }
    }
}

/// The rules: upright sheets, and sheets on their side for what is wide.
#[must_use]
pub fn rules(margins: &Margins) -> Vec<String> {
    let example = if margins.example { " – EXAMPLE: AN INVENTED REGION" } else { "" };
    let marking = quoted(&format!("{}{example}", margins.marking));
    let foot = quoted(&format!("{}, {}", margins.unit, margins.edition));
    let boxes = format!(
        "@top-center {{ content: {marking}; font: bold 11pt Arial, sans-serif; }} \
         @bottom-center {{ content: {marking}; font: bold 11pt Arial, sans-serif; }} \
         @bottom-left {{ content: {foot}; font: 8pt Arial, sans-serif; max-width: 60mm; }} \
         @bottom-right {{ content: \"Page \" counter(page) \" of \" counter(pages); font: 8pt Arial, sans-serif; }}"
    );
    vec![
        format!("@page {{ size: A4 portrait; margin: 20mm 15mm; {boxes} }}"),
        format!("@page wide {{ size: A4 landscape; margin: 20mm 15mm; {boxes} }}"),
    ]
}

/// A text as a string of a style sheet: nothing in it can end the string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
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
    }
}
