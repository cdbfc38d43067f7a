//! The files that are handed on: one writer each, all of them drawing the same report.
//!
//! A writer computes no number and judges nothing; it lays out what [`crate::report`] says. What
//! was typed by a user, or stands in a framework that somebody else wrote, is never trusted: each
//! writer shows it as text.

mod card;
mod csv;
mod document;
mod excel;
mod file_name;
mod html;
mod json;
mod shown;
mod text;
mod word;

pub use csv::csv;
pub use document::{Document, Form};
pub use excel::excel;
pub use file_name::{file_name, file_name_of, file_name_of_locked};
pub use html::html;
pub use json::json;
pub use text::text;
pub use word::word;
