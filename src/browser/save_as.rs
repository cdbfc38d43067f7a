//! Saving under a name and in a place that the user picks, in browsers that offer it.

use super::Refused;
use super::file_handle::FileHandle;

pub use super::file_handle::is_offered;

/// How the user answered the browser's question where to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// The file was written, and the browser says that it is whole.
    Saved,
    /// The question was closed without an answer.
    Cancelled,
}

/// Asks where to save, and writes the bytes there.
///
/// # Errors
/// The browser or a policy does not allow it, or the file can't be written.
pub async fn save_as(name: &str, bytes: &[u8]) -> Result<Picked, Refused> {
    let Some(file) = FileHandle::pick_new(name).await.map_err(|_| Refused)? else { return Ok(Picked::Cancelled) };
    file.draft(bytes).await.map_err(|_| Refused)?.put().await.map_err(|_| Refused)?;
    Ok(Picked::Saved)
}
