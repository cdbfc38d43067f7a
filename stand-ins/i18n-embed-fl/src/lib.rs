//! Gives a message its own id as its words.
//!
//! The `age` crate words its errors by a translation system: one message within reading a file would bring
//! seven languages, their parser and tables of all the world's languages into the page, a fifteenth of it.
//! None of these words is ever shown: the page has a sentence of its own for each error.

/// The id of a message, whatever it is about.
#[macro_export]
macro_rules! fl {
    ($loader:expr, $id:literal $($rest:tt)*) => {
        ::std::string::String::from($id)
    };
}
