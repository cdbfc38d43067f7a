//! The archive that is handed out: the same files always make the same bytes.

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs files, by name, into one folder. They bear no date but the first that a ZIP file can tell.
pub(super) fn pack(folder: &str, mut files: Vec<(&str, Vec<u8>)>) -> Result<Vec<u8>> {
    files.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(format!("{folder}/{name}"), options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_in_which_files_are_given_makes_no_difference() {
        let one = pack("a", vec![("b", vec![1]), ("c", vec![2])]).unwrap();
        let other = pack("a", vec![("c", vec![2]), ("b", vec![1])]).unwrap();
        assert_eq!(one, other);
    }
}
