//! Every character of a text made one that can be seen and can't act.

use std::borrow::Cow;

use crate::report::Report;
use crate::report::paper::Margins;

/// The text as it is shown: line ends are alike, and characters that act instead of showing are
/// replaced by ones that show.
///
/// - A control becomes its picture (U+0007 becomes ␇); neither HTML nor XML can hold most of them.
/// - A character that turns the direction of what follows becomes its number in brackets
///   (`[U+202E]`). Isolating it would protect what stands around the text; it would still turn the
///   digits that stand within, and a 12 must never read 21.
/// - What Unicode says is no character becomes U+FFFD.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\r' => shown.push('\n'),
            '\u{7f}' => shown.push('\u{2421}'),
            c if !acts(c) => shown.push(c),
            c if c < ' ' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
            c if turns(c) => shown.extend([format!("[U+{:X}]", u32::from(c))]),
            _ => shown.push(char::REPLACEMENT_CHARACTER),
        }
    }
    Cow::Owned(shown)
}

/// How many characters of a name have room in the margin of a sheet.
const ROOM: usize = 80;

/// What stands in the margins of every sheet, as far as they have room.
pub(super) fn margins(report: &Report) -> Margins {
    Margins {
        marking: report.marking.clone(),
        example: report.example,
        unit: short(&report.unit),
        edition: short(&report.edition),
    }
}

/// The start of a text, as far as the margin of a sheet has room for it.
pub(super) fn short(text: &str) -> String {
    let text = shown(text);
    if text.chars().count() <= ROOM {
        return text.into_owned();
    }
    let start: String = text.chars().take(ROOM - 1).collect();
    format!("{}…", start.trim_end())
}

/// Letters and marks of the scripts that are written from right to left, by their blocks.
pub(super) const fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn acts(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || turns(c)
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

const fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_act_are_shown_instead() {
        for (text, expected) in [
            ("Äé€ 警察 🚓\n\tx", "Äé€ 警察 🚓\n\tx"),
            ("a\u{0}b\u{7}c\u{7f}", "a␀b␇c␡"),
            ("one\r\ntwo\rthree", "one\ntwo\nthree"),
            ("\u{85}\u{9f}\u{fffe}\u{1ffff}\u{fdd0}", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("Kent\u{202e} 12\u{2069}", "Kent[U+202E] 12[U+2069]"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn a_long_name_is_cut_in_the_margin() {
        assert_eq!(short(&"é".repeat(80)), "é".repeat(80));
        assert_eq!(short(&"é".repeat(81)), format!("{}…", "é".repeat(79)));
    }
}
