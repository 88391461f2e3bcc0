//! Searches this process's memory for a text that is never written down in one piece.

use std::fs::{File, read_to_string};
use std::os::unix::fs::FileExt;

use anyhow::{Context as _, Result};
use miftah_core::secret::Secret;

const LENGTH: usize = 64;
const MASK: u8 = 0x80;
const WINDOW: usize = 16;
const PAGE: usize = 4096;
const ZEROS: [u8; PAGE + WINDOW] = [0; PAGE + WINDOW];

/// A text, kept under a mask.
pub(super) struct Needle([u8; LENGTH]);

impl Needle {
    pub(super) fn make() -> Result<Self> {
        let mut random = [0; LENGTH / 2];
        File::open("/dev/urandom")?.read_exact_at(&mut random, 0)?;
        let mut masked = [0; LENGTH];
        for (pair, byte) in masked.chunks_exact_mut(2).zip(random) {
            pair.copy_from_slice(&[byte >> 4, byte & 15].map(|digit| (b'a' + digit) ^ MASK));
        }
        Ok(Self(masked))
    }

    pub(super) fn secret(&self) -> Secret {
        let mut text = String::with_capacity(LENGTH);
        text.extend(self.0.iter().map(|byte| char::from(byte ^ MASK)));
        Secret::new(text)
    }

    /// A quarter of it: a buffer may be overwritten from its beginning.
    fn has(&self, window: &[u8]) -> bool {
        self.0.chunks_exact(WINDOW).any(|quarter| quarter == window)
    }

    /// How often a quarter of it stands anywhere in what this process can write to.
    pub(super) fn copies(&self) -> Result<usize> {
        let memory = File::open("/proc/self/mem")?;
        let mut copies = 0;
        for line in read_to_string("/proc/self/maps")?.lines() {
            let (range, rest) = line.split_once(' ').context("a range")?;
            if !rest.starts_with("rw") || line.ends_with("[vvar]") {
                continue;
            }
            let (start, end) = range.split_once('-').context("two ends")?;
            let (start, end) = (u64::from_str_radix(start, 16)?, u64::from_str_radix(end, 16)?);
            copies += self.copies_between(&memory, start, end);
        }
        Ok(copies)
    }

    fn copies_between(&self, memory: &File, start: u64, end: u64) -> usize {
        let mut page = [0; PAGE + WINDOW - 1];
        let mut copies = 0;
        for at in (start..end).step_by(PAGE) {
            let length = usize::try_from(end - at).unwrap().min(page.len());
            // What cannot be read (the system's own pages) is none of ours.
            let read = memory.read_at(&mut page[..length], at).unwrap_or(0);
            let read = &mut page[..read];
            if *read == ZEROS[..read.len()] {
                continue;
            }
            // Masked, so that the search does not find itself further on.
            for byte in read.iter_mut() {
                *byte ^= MASK;
            }
            copies += read.windows(WINDOW).filter(|window| self.has(window)).count();
        }
        copies
    }
}
