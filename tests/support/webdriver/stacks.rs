//! Where the stacks of this process's own threads are.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use anyhow::{Context, Result};

/// The stacks of the threads of this name, each as `(start, end)`: the mapping that its stack pointer is in. A thread
/// that runs at the moment is an error, since it goes on writing.
pub(super) fn of(name: &str) -> Result<Vec<(u64, u64)>> {
    let maps = fs::read_to_string("/proc/self/maps")?;
    let mut stacks = Vec::new();
    for thread in fs::read_dir("/proc/self/task")? {
        let thread = thread?.path();
        if fs::read_to_string(thread.join("comm"))?.trim_end() != name {
            continue;
        }
        let waits = fs::read_to_string(thread.join("syscall"))?;
        // The call's number, its arguments, then the stack pointer and the program counter.
        let pointer = waits.split_whitespace().rev().nth(1).context("the thread runs")?;
        let pointer = hexadecimal(pointer.trim_start_matches("0x"))?;
        let bounds = maps.lines().filter_map(bounds).find(|(start, end)| (*start..*end).contains(&pointer));
        stacks.push(bounds.context("the stack is in no mapping")?);
    }
    anyhow::ensure!(!stacks.is_empty(), "no thread is called {name}");
    Ok(stacks)
}

/// What is on them now, the deepest call first.
pub fn read(name: &str) -> Result<Vec<Vec<u8>>> {
    let memory = File::open("/proc/self/mem")?;
    let read = |(start, end): (u64, u64)| {
        let mut stack = vec![0; usize::try_from(end - start)?];
        memory.read_exact_at(&mut stack, start)?;
        Ok(stack)
    };
    of(name)?.into_iter().map(read).collect()
}

/// How many bytes down from its beginning a stack was written to, between two readings of it.
pub fn reached(before: &[u8], after: &[u8]) -> usize {
    let untouched = before.iter().zip(after).take_while(|(before, after)| before == after).count();
    after.len() - untouched
}

/// How many bytes differ between two readings of a stack, further down from its beginning than `depth`.
pub fn changed_below(depth: usize, before: &[u8], after: &[u8]) -> usize {
    let end = before.len().saturating_sub(depth);
    before.iter().zip(after).take(end).filter(|(before, after)| before != after).count()
}

fn bounds(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_whitespace().next()?.split_once('-')?;
    Some((hexadecimal(start).ok()?, hexadecimal(end).ok()?))
}

fn hexadecimal(text: &str) -> Result<u64> {
    Ok(u64::from_str_radix(text, 16)?)
}
