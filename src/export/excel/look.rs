//! What cells look like: fills that are told apart by their lightness too, beside words that say the
//! same.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::framework::{Concern, Standing};

const WHITE: Color = Color::RGB(0x00FF_FFFF);
const BLACK: Color = Color::RGB(0);
const LINE: Color = Color::RGB(0x00BF_BFBF);

/// What cells look like.
pub(super) struct Look {
    /// The head of a column.
    pub(super) head: Format,
    /// Words and sentences.
    pub(super) text: Format,
    /// Words that an editor must not take for a formula.
    pub(super) formula_like: Format,
    /// A count.
    pub(super) number: Format,
    /// A date.
    pub(super) date: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        // The same everywhere, or as wide: heights of rows are worked out for it.
        let cell = Format::new()
            .set_font_name("Arial")
            .set_font_size(10)
            .set_align(FormatAlign::Top)
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE);
        Self {
            head: cell.clone().set_bold().set_background_color(Color::RGB(0x001F_3864)).set_font_color(WHITE),
            formula_like: cell.clone().set_quote_prefix(),
            number: cell.clone().set_num_format("0").set_align(FormatAlign::Right),
            date: cell.clone().set_num_format("[$-809]dd mmm yyyy").set_align(FormatAlign::Left),
            text: cell,
        }
    }

    /// Words with the fill of a standing.
    pub(super) fn standing(&self, standing: Standing) -> Format {
        let (fill, font) = of_standing(standing);
        self.text.clone().set_background_color(fill).set_font_color(font)
    }
}

/// The fill of a standing, for a rule.
pub(super) fn rule_of_standing(standing: Standing) -> Format {
    rule(of_standing(standing))
}

/// The fill of a concern, for a rule.
pub(super) fn rule_of_concern(concern: Concern) -> Format {
    rule(match concern {
        Concern::High => (Color::RGB(0x009C_1C1C), WHITE),
        Concern::Medium => (Color::RGB(0x00F4_B183), BLACK),
        Concern::Low => (Color::RGB(0x00FF_F2CC), BLACK),
    })
}

/// The fill of a date that has gone by, for a rule.
pub(super) fn rule_of_overdue() -> Format {
    rule((Color::RGB(0x009C_1C1C), WHITE)).set_bold()
}

fn rule((fill, font): (Color, Color)) -> Format {
    Format::new().set_background_color(fill).set_font_color(font)
}

const fn of_standing(standing: Standing) -> (Color, Color) {
    match standing {
        Standing::Meets => (Color::RGB(0x00E2_EFDA), BLACK),
        Standing::Elsewhere => (Color::RGB(0x00DD_EBF7), BLACK),
        Standing::PartlyShort => (Color::RGB(0x00F8_CB6B), BLACK),
        Standing::Short => (Color::RGB(0x009C_1C1C), WHITE),
    }
}
