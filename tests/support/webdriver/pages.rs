//! Which pages of a process exist, from `/proc/<id>/pagemap`.

use std::fs::File;
use std::os::unix::fs::FileExt;

use anyhow::Result;
use rustix::param::page_size;

/// One entry a page, of eight bytes.
const ENTRY: u64 = 8;
/// In memory, or in swap.
const EXISTS: u64 = 0b11 << 62;
/// Entries read at once.
const AT_ONCE: u64 = 8 << 10;

/// The page table of a process.
pub(super) struct Pages {
    table: File,
    size: u64,
}

impl Pages {
    pub(super) fn of(process: u32) -> Result<Self> {
        Ok(Self { table: File::open(format!("/proc/{process}/pagemap"))?, size: page_size() as u64 })
    }

    /// Where the page after this address begins.
    pub(super) fn after(&self, address: u64) -> u64 {
        (address / self.size + 1) * self.size
    }

    /// The stretches between two addresses whose pages exist, as `(start, end)`.
    pub(super) fn present(&self, start: u64, end: u64) -> Result<Vec<(u64, u64)>> {
        let mut runs: Vec<(u64, u64)> = Vec::new();
        let mut at = start;
        while at < end {
            let wanted = ((end - at) / self.size).clamp(1, AT_ONCE);
            let mut entries = vec![0; usize::try_from(wanted * ENTRY)?];
            let read = self.table.read_at(&mut entries, at / self.size * ENTRY)?;
            anyhow::ensure!(read >= 8, "the page table ends before the mapping");
            entries.truncate(read);
            if same_and_absent(&entries) {
                at += read as u64 / ENTRY * self.size;
                continue;
            }
            for entry in entries.chunks_exact(8) {
                if u64::from_le_bytes(entry.try_into()?) & EXISTS != 0 {
                    match runs.last_mut() {
                        Some((_, last)) if *last == at => *last += self.size,
                        _ => runs.push((at, at + self.size)),
                    }
                }
                at += self.size;
            }
        }
        Ok(runs)
    }
}

/// Are all entries one and the same, of a page that does not exist?
///
/// Most of what a web process reserves is like that: millions of pages, told from the others by one comparison of
/// the block with itself, one entry later.
fn same_and_absent(entries: &[u8]) -> bool {
    let (Some(first), Some(last)) = (entries.first_chunk(), entries.len().checked_sub(8)) else {
        return false;
    };
    u64::from_le_bytes(*first) & EXISTS == 0 && entries.get(8..) == entries.get(..last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_in_use_exists_and_reserved_ones_do_not() {
        let pages = Pages::of(std::process::id()).unwrap();
        let used = vec![7_u8; 64 << 10];
        let address = used.as_ptr() as u64;
        let page = address / pages.size * pages.size;
        assert_eq!(pages.present(page, page + pages.size).unwrap(), [(page, page + pages.size)]);
        let reserved: Vec<u8> = Vec::with_capacity(64 << 20);
        let page = (reserved.as_ptr() as u64 + (32 << 20)) / pages.size * pages.size;
        assert_eq!(pages.present(page, page + 4 * pages.size).unwrap(), []);
    }
}
