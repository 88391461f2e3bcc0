//! Wiping what work on secrets leaves on the stack.

use std::hint::black_box;

/// How far below its caller the work may reach: several times what the deepest (a debug build's call over the bus)
/// takes, and a small part of a thread's stack.
const DEPTH: usize = 128 << 10;

/// Does the work, and then writes over the stack that it used: whatever a library copied there, block by block, is gone
/// when this returns. The wiping allocator sees the heap only, and what lies on a stack stays until a later call happens
/// to write over it. For ciphers, and for libraries that use them.
///
/// The work gets no stack of its own: at the moment when the only copy of a key is sealed, no memory must be asked for.
///
/// What `work` returns is moved to the caller's frame: it must hold secrets by pointer, as [`Secret`](super::Secret)
/// does.
#[inline(never)]
pub fn with_wiped_stack<T>(work: impl FnOnce() -> T) -> T {
    let result = called(work);
    write_over();
    result
}

/// Begins where [`write_over`] begins.
#[inline(never)]
fn called<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[inline(never)]
#[expect(clippy::large_stack_arrays, reason = "the stack is what is wiped")]
fn write_over() {
    let mut below = [0_u8; DEPTH];
    // For the compiler it is read and changed here, so it has to be written, and on the stack.
    black_box(&mut below);
}
