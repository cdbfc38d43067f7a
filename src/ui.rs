//! The page: the only place that knows Yew.
//!
//! Screens read the store and make events; components take values and callbacks and know neither.

mod app;
pub mod component;
pub mod effect;
mod frame;
pub mod rescue;
pub mod screen;
mod store;
mod summary;
pub mod words;

pub use app::App;
pub use frame::Frame;
pub use store::{Dispatch, Sitting, Store, use_dispatch, use_store};
