//! The assessment file: how an assessment lies on disk, and how it is read back.
//!
//! What is saved and opened again is the same. What a file holds beyond what this version knows
//! stays in it: fields of any name, answers to questions of another framework, and entries of a
//! shape that cannot be read are kept, written back when the assessment is saved, and told of in a
//! [`Remark`]. The types of each version of the file stand apart from the domain, so that a change
//! of name in the domain cannot change a file.

mod checksum;
mod digest;
mod fields;
mod generation;
mod listed;
mod locked;
mod open;
mod passphrase;
pub mod plan;
mod read;
mod remark;
mod repeated;
mod room;
mod sealed;
mod v1;
mod write;

pub use digest::{digest, is_true_of};
pub use generation::{Generation, Kept};
pub use listed::Listed;
pub use locked::{MOST_WORK, UnlockError, WORK, is_locked, lock, unlock, unlock_within};
pub use open::{LIMIT, OpenError, Opened, open, open_with, too_large};
pub use passphrase::{FEWEST, Passphrase, Unfit};
pub use remark::Remark;
pub use room::{NoRoom, room, size};
pub use sealed::{Keys, Sealing, is_sealed, seal, unseal};
pub use write::{save, save_densely};
