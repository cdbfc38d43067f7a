//! How a text is to be shown, whatever is in it.

/// The text as documents are to show it.
pub(crate) fn shown(text: &str) -> String {
    let show = |c: char| match u32::from(c) {
        0x9 | 0xa => c.to_string(),
        control @ ..0x20 => char::from_u32(0x2400 + control).map_or_else(String::new, String::from),
        0x7f => String::from("\u{2421}"),
        0x80..0xa0 | 0xfdd0..=0xfdef => String::from("\u{fffd}"),
        turning @ (0x202a..=0x202e | 0x2066..=0x2069) => format!("[U+{turning:X}]"),
        other if other & 0xffff >= 0xfffe => String::from("\u{fffd}"),
        _ => c.to_string(),
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().map(show).collect()
}
