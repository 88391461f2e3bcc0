//! Work that copies secrets by value, on a stack that does not outlive it.

/// As much as a thread has by default. Only the pages that are touched cost anything.
const SIZE: usize = 2 << 20;

/// Does the work on a stack of its own, which is given back to the system as soon as it returns: whatever a library
/// copied there, block by block, is gone then. The wiping allocator sees the heap only, and what lies on a thread's own
/// stack stays until a later call happens to write over it. For ciphers, and for libraries that use them.
///
/// What `work` returns is moved to the caller's stack: it must hold secrets by pointer, as
/// [`Secret`](super::Secret) does.
pub fn on_own_stack<T>(work: impl FnOnce() -> T) -> T {
    stacker::grow(SIZE, work)
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::fs;
    use std::hint::black_box;

    use super::on_own_stack;

    fn address() -> usize {
        let here = 0_u8;
        std::ptr::from_ref(black_box(&here)).addr()
    }

    fn is_mapped(address: usize) -> bool {
        let maps = fs::read_to_string("/proc/self/maps").unwrap();
        let parse = |bound: &str| usize::from_str_radix(bound, 16).ok();
        let bounds = |line: &str| {
            let (start, end) = line.split(' ').next()?.split_once('-')?;
            Some(parse(start)?..parse(end)?)
        };
        maps.lines().filter_map(bounds).any(|mapping| mapping.contains(&address))
    }

    #[test]
    fn the_stack_is_gone_when_the_work_is_done() {
        let there = on_own_stack(|| {
            let there = address();
            assert!(is_mapped(there));
            there
        });
        assert!(!is_mapped(there));
        assert!(is_mapped(address()), "a thread's own stack stays");
    }
}
