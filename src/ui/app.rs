//! The whole page: the store, what it does outside, and what is seen.

use jiff::civil::{Date, DateTime, Time};
use yew::prelude::*;

use super::{Frame, Sitting, Store, effect};
use crate::browser::{clock, fragment};
use crate::framework::Framework;
use crate::session::{Route, Session};

/// The whole page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(|| Sitting(Session::new(Framework::built_in(), Route::read(&fragment::read()), today())));
    let trail = effect::use_address(&store);
    effect::use_place(&store, trail);
    effect::use_focus();
    effect::use_shortcuts(&store);
    effect::use_paper(&store);
    effect::use_leaving(&store);
    let keeper = effect::use_working_copy(&store);
    let in_place = effect::use_in_place(&store, &keeper);
    effect::use_idle_lock(&store, &keeper);
    html! {
        <ContextProvider<Store> context={store}>
            <ContextProvider<effect::Keeper> context={keeper}>
                <ContextProvider<effect::InPlace> context={in_place}>
                    <Frame />
                </ContextProvider<effect::InPlace>>
            </ContextProvider<effect::Keeper>>
        </ContextProvider<Store>>
    }
}

/// Today, by the browser's clock.
fn today() -> Date {
    let (year, month, day) = clock::today();
    let small = |number: u32| i8::try_from(number).ok();
    let date = |year: i32| Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok();
    date(year).unwrap_or(Date::ZERO)
}

/// The time of the day, by the browser's clock.
pub(super) fn now() -> DateTime {
    let (hour, minute, second) = clock::time();
    let small = |number: u32| i8::try_from(number).ok();
    let time = || Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok();
    today().to_datetime(time().unwrap_or_default())
}
