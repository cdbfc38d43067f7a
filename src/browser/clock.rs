//! The calendar and the clock on the wall.

/// Today as year, month and day in the user's own time zone.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one door to the browser's clock")]
pub fn today() -> (i32, u32, u32) {
    let now = js_sys::Date::new_0();
    (i32::try_from(now.get_full_year()).unwrap_or_default(), now.get_month() + 1, now.get_date())
}

/// The milliseconds since a moment long ago.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one door to the browser's clock")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number since 1970")]
pub fn milliseconds() -> u64 {
    js_sys::Date::now() as u64
}

/// The hour, minute and second of the day in the user's own time zone.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one door to the browser's clock")]
pub fn time() -> (u32, u32, u32) {
    let now = js_sys::Date::new_0();
    (now.get_hours(), now.get_minutes(), now.get_seconds())
}
