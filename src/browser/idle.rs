//! How long nobody has pressed a key or moved a pointer.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::document;

use super::clock;

/// What counts as being there.
const SIGNS: [&str; 6] = ["keydown", "input", "pointerdown", "pointermove", "wheel", "touchstart"];
/// How long it takes between two looks at the clock, in milliseconds.
const LOOK: u32 = 5_000;

/// Watches for as long as it lives.
#[derive(Debug)]
pub struct Watch {
    _listeners: Vec<EventListener>,
    _looks: Interval,
}

/// Calls back now and then with how many milliseconds ago the user was last seen, by the clock on the
/// wall: a device that slept was left alone too.
pub fn watch(seen: impl Fn(u64) + 'static) -> Watch {
    let last = Rc::new(Cell::new(clock::milliseconds()));
    let look = {
        let last = last.clone();
        Rc::new(move || seen(clock::milliseconds().saturating_sub(last.get())))
    };
    let sign = |name: &'static str| {
        let (last, look) = (last.clone(), look.clone());
        EventListener::new(&document(), name, move |_| {
            // The first sign after a long sleep comes before the next look at the clock.
            look();
            last.set(clock::milliseconds());
        })
    };
    let mut listeners: Vec<EventListener> = SIGNS.into_iter().map(sign).collect();
    listeners.push({
        let look = look.clone();
        EventListener::new(&document(), "visibilitychange", move |_| look())
    });
    Watch { _listeners: listeners, _looks: Interval::new(LOOK, move || look()) }
}
