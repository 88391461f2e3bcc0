//! Looks for a secret in the memory of other processes, in every form it could have there.
//!
//! Every page that a process has in memory or in swap is read through `/proc/<id>/mem`: heap, stacks and shared memory
//! alike, which takes root or the right to trace it. A web process reserves tens of gigabytes and fills a few hundred
//! megabytes, so `/proc/<id>/pagemap` tells first which pages exist. A form is the secret's bytes as UTF-8 or UTF-16, hexadecimal, or Base64 at
//! each of its three alignments. The needle must not reach the process by way of the test itself: whoever types a
//! secret into a page, or asks a page whether it holds it, finds only that.
//!
//! Not here: memory that was given back to the system, read-only maps of files, other processes of the desktop.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use memchr::memmem;

use super::pages::Pages;
use super::stacks;

/// Read at once; neighbours overlap by the length of a form.
const CHUNK: usize = 4 << 20;

/// How a secret is written down in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    Utf8,
    /// As JavaScript and GTK may hold it.
    Utf16,
    /// Lower-case hexadecimal.
    HexLower,
    /// Upper-case hexadecimal.
    HexUpper,
    /// Base64, at one of its alignments.
    Base64,
}

/// One place where a secret was found. It says where, and never what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The process.
    pub process: u32,
    /// In which form.
    pub form: Form,
    /// The mapping's name, such as `[heap]`; empty for an anonymous one.
    pub mapping: String,
    /// Where it begins.
    pub address: u64,
}

/// A secret, in all its forms.
pub struct Needle {
    forms: Vec<(Form, Vec<u8>)>,
    /// Parts count too: runs of so many bytes, found by the anchors inside them.
    parts: bool,
}

/// Any run of 16 bytes holds one of the anchors, which stand 8 bytes apart, whole.
const ANCHOR: usize = 8;

impl Form {
    /// How long a run must be to count: what is written with two bytes a character needs twice as many.
    const fn least(self) -> usize {
        match self {
            Self::Utf8 | Self::Base64 => 16,
            Self::Utf16 | Self::HexLower | Self::HexUpper => 32,
        }
    }
}

impl Needle {
    /// All forms of a secret of 16 bytes or more; a shorter one would be found by chance.
    pub fn new(secret: &str) -> Result<Self> {
        anyhow::ensure!(secret.len() >= 16, "too short to look for in memory");
        let hex = hex(secret.as_bytes());
        let mut forms = vec![
            (Form::Utf8, secret.as_bytes().to_vec()),
            (Form::Utf16, secret.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            (Form::HexLower, hex.clone().into_bytes()),
            (Form::HexUpper, hex.to_uppercase().into_bytes()),
        ];
        forms.extend((0..3).map(|before| (Form::Base64, base64_inside(secret.as_bytes(), before))));
        Ok(Self { forms, parts: false })
    }

    /// The same, and every part of it of 16 bytes and more. Of a key the public prefix is left out.
    pub fn parts_of(secret: &str) -> Result<Self> {
        const PUBLIC: usize = 6;
        let tags = ["sk_live_", "sk_sandbox_"];
        let hidden = tags.iter().find_map(|tag| secret.strip_prefix(tag)).and_then(|hex| hex.get(PUBLIC..));
        Ok(Self { parts: true, ..Self::new(hidden.unwrap_or(secret))? })
    }

    /// Every place in these processes. A process that ended is an error: nothing was proven about it.
    pub fn search(&self, processes: &[u32]) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        for &process in processes {
            self.search_one(process, &mut found)
                .with_context(|| format!("the memory of process {process} could not be searched"))?;
        }
        Ok(found)
    }

    /// Every place in the stacks of this process's own threads of that name: what calls that have returned left there.
    /// The needle itself must have come to the process without those threads.
    pub fn search_stacks(&self, thread: &str) -> Result<Vec<Found>> {
        let process = std::process::id();
        let (memory, pages) = (File::open("/proc/self/mem")?, Pages::of(process)?);
        let mut places = Vec::new();
        for (start, end) in stacks::of(thread)? {
            for (start, end) in pages.present(start, end)? {
                self.search_run(&memory, &pages, start, end, &mut places)?;
            }
        }
        let found = |(form, address)| Found { process, form, mapping: thread.to_owned(), address };
        Ok(places.into_iter().map(found).collect())
    }

    fn search_one(&self, process: u32, found: &mut Vec<Found>) -> Result<()> {
        let maps = fs::read_to_string(format!("/proc/{process}/maps"))?;
        let memory = File::open(format!("/proc/{process}/mem"))?;
        let pages = Pages::of(process)?;
        let mut read = 0;
        for (start, end, mapping) in maps.lines().filter_map(searched) {
            let mut places = Vec::new();
            for (start, end) in pages.present(start, end)? {
                read += self.search_run(&memory, &pages, start, end, &mut places)?;
            }
            found.extend(places.into_iter().map(|(form, address)| Found {
                process,
                form,
                mapping: mapping.to_owned(),
                address,
            }));
        }
        anyhow::ensure!(read > 0, "no page could be read");
        Ok(())
    }

    /// Searches pages that follow each other, and gives the number of bytes read.
    ///
    /// The process goes on living, so a page may be gone by now. One that is there and cannot be read is an error.
    fn search_run(
        &self,
        memory: &File,
        pages: &Pages,
        start: u64,
        end: u64,
        places: &mut Vec<(Form, u64)>,
    ) -> Result<u64> {
        let overlap = self.forms.iter().map(|(_, bytes)| bytes.len()).max().unwrap_or(0) as u64;
        let mut chunk = vec![0; usize::try_from(end - start)?.min(CHUNK)];
        let (mut at, mut searched) = (start, 0);
        while at < end {
            let wanted = usize::try_from(end - at)?.min(chunk.len());
            let Ok(read @ 1..) = memory.read_at(&mut chunk[..wanted], at) else {
                let next = pages.after(at);
                anyhow::ensure!(pages.present(at, next)?.is_empty(), "a page at {at:x} could not be read");
                at = next;
                continue;
            };
            for (form, bytes) in &self.forms {
                let found = if self.parts {
                    runs(&chunk[..read], bytes, form.least())
                } else {
                    memmem::find_iter(&chunk[..read], bytes).collect()
                };
                let new = found.into_iter().map(|offset| (*form, at + offset as u64));
                let new: Vec<_> = new.filter(|place| !places.contains(place)).collect();
                places.extend(new);
            }
            let read = read as u64;
            searched += read;
            at += if at + read < end && read > overlap { read - overlap } else { read };
        }
        Ok(searched)
    }
}

/// Where runs of at least `least` bytes of the form begin.
fn runs(memory: &[u8], form: &[u8], least: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for anchor in (0..form.len().saturating_sub(ANCHOR - 1)).step_by(ANCHOR) {
        for at in memmem::find_iter(memory, &form[anchor..anchor + ANCHOR]) {
            let before = memory[..at].iter().rev().zip(form[..anchor].iter().rev());
            let before = before.take_while(|(a, b)| a == b).count();
            let after = memory[at..].iter().zip(&form[anchor..]).take_while(|(a, b)| a == b).count();
            if before + after >= least.min(form.len()) {
                found.push(at - before);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Start, end and name of a line of `/proc/<id>/maps`, if the mapping can hold something new.
///
/// Left out: what cannot be read, the kernel's own pages, and read-only maps of files, which are the files.
fn searched(line: &str) -> Option<(u64, u64, &str)> {
    let mut fields = line.splitn(6, ' ');
    let (start, end) = fields.next()?.split_once('-')?;
    let rights = fields.next()?;
    let name = fields.nth(3).unwrap_or_default().trim();
    let shared_memory =
        name.starts_with("/memfd:") || name.starts_with("/dev/shm/") || name.ends_with(" (deleted)");
    let file = name.starts_with('/') && !shared_memory;
    if !rights.starts_with('r') || name.starts_with("[v") || (file && !rights.contains('w')) {
        return None;
    }
    Some((u64::from_str_radix(start, 16).ok()?, u64::from_str_radix(end, 16).ok()?, name))
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// What is certain of `bytes` in Base64 when `before` other bytes come first, modulo three, and others after.
fn base64_inside(bytes: &[u8], before: usize) -> Vec<u8> {
    let encoded = BASE64_STANDARD.encode([&vec![0; before], bytes].concat()).into_bytes();
    // A letter holds six bits: the first whole one after the bytes before, the last whole one of ours.
    let first = (before * 8).div_ceil(6);
    let last = (before + bytes.len()) * 8 / 6;
    encoded[first..last].to_vec()
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::process::{Child, Command, Stdio};

    use super::*;
    use crate::webdriver::wait;

    const SECRET: &str = "sk_test_not_a_key_0123456789";

    /// A process that holds what it is given: `sort` cannot write before its input ends.
    fn holding(bytes: &[u8]) -> Child {
        let mut child = Command::new("sort").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        child.stdin.as_mut().unwrap().write_all(bytes).unwrap();
        child
    }

    fn forms_in(bytes: &[u8]) -> Vec<Form> {
        let mut child = holding(bytes);
        let needle = Needle::new(SECRET).unwrap();
        let found = wait::until("the process to read", wait::PATIENCE, || {
            let found = needle.search(&[child.id()])?;
            Ok((!found.is_empty()).then_some(found))
        });
        drop(child.stdin.take());
        child.wait().unwrap();
        let mut forms: Vec<_> = found.unwrap().into_iter().map(|found| found.form).collect();
        forms.dedup();
        forms
    }

    #[test]
    fn any_sixteen_bytes_of_it_are_found_and_fifteen_are_not() {
        let form = b"0123456789abcdefghijklmnopqrstuvwxyz";
        for start in 0..=form.len() - 16 {
            let memory = [b"##########", &form[start..start + 16], b"##########"].concat();
            assert_eq!(runs(&memory, form, 16), [10], "{start}");
            let memory = [b"##########", &form[start..start + 15], b"##########"].concat();
            assert!(runs(&memory, form, 16).is_empty(), "{start}");
        }
    }

    #[test]
    fn every_form_is_found_in_another_process() {
        let utf16: Vec<u8> = SECRET.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let hex = hex(SECRET.as_bytes());
        assert_eq!(forms_in(SECRET.as_bytes()), [Form::Utf8]);
        assert_eq!(forms_in(&utf16), [Form::Utf16]);
        assert_eq!(forms_in(hex.as_bytes()), [Form::HexLower]);
        assert_eq!(forms_in(hex.to_uppercase().as_bytes()), [Form::HexUpper]);
        for before in ["", "a", "ab", "abc"] {
            let encoded = BASE64_STANDARD.encode(format!("{before}{SECRET}:password"));
            assert_eq!(forms_in(encoded.as_bytes()), [Form::Base64], "{} bytes before", before.len());
        }
    }

    #[test]
    fn only_what_may_hold_something_new_is_searched() {
        let line = |rest: &str| format!("7f00-7f10 {rest}");
        let name = |line: &str| searched(line).map(|(.., name)| name.to_owned());
        assert_eq!(searched(&line("rw-p 0 00:00 0 ")), Some((0x7f00, 0x7f10, "")));
        assert_eq!(name(&line("rw-p 0 00:00 0                  [heap]")).as_deref(), Some("[heap]"));
        assert_eq!(name(&line("rw-p 0 08:01 5   /usr/lib/libc.so")).as_deref(), Some("/usr/lib/libc.so"));
        assert_eq!(name(&line("r--s 0 00:01 5   /memfd:x (deleted)")).as_deref(), Some("/memfd:x (deleted)"));
        assert_eq!(name(&line("r--p 0 00:00 0 ")).as_deref(), Some(""));
        assert_eq!(name(&line("r-xp 0 08:01 5   /usr/lib/libc.so")), None);
        assert_eq!(name(&line("---p 0 00:00 0 ")), None);
        assert_eq!(name(&line("r-xp 0 00:00 0   [vdso]")), None);
    }

    #[test]
    fn what_is_not_there_is_not_found_and_a_dead_process_proves_nothing() {
        let mut child = holding(b"something else");
        let needle = Needle::new(SECRET).unwrap();
        assert_eq!(needle.search(&[child.id()]).unwrap(), []);
        let id = child.id();
        drop(child.stdin.take());
        child.wait().unwrap();
        assert!(needle.search(&[id]).is_err());
        assert!(Needle::new("short").is_err());
    }
}
