//! What happens outside after the sitting has changed: the address, the focus, the working copy.

mod address;
pub mod beside;
mod dropping;
pub mod hand_over;
mod idle;
mod in_place;
mod keeper;
mod leaving;
pub mod locks;
pub mod opening;
mod paper;
mod shortcuts;

pub use address::{use_address, use_focus, use_place};
pub use dropping::use_opening;
pub use idle::use_idle_lock;
pub use in_place::{InPlace, use_in_place};
pub use keeper::{Keeper, use_working_copy};
pub use leaving::use_leaving;
pub use paper::{use_margins_of, use_paper};
pub use shortcuts::use_shortcuts;
