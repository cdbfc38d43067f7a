//! Reading a file that the user chose.

use super::Refused;

/// A file that the user chose: its size is known, its bytes are not yet read.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen(gloo::file::File);

impl From<web_sys::File> for Chosen {
    fn from(file: web_sys::File) -> Self {
        Self(file.into())
    }
}

impl Chosen {
    /// Its name, without its folder.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// How many bytes it has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.0.size()
    }

    /// Its bytes.
    ///
    /// # Errors
    /// The file is gone, or may not be read.
    pub async fn read(&self) -> Result<Vec<u8>, Refused> {
        gloo::file::futures::read_as_bytes(&self.0).await.map_err(|_| Refused)
    }
}
