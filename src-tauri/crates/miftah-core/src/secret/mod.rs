//! What a secret is in this program, and how it leaves memory.
//!
//! Linking this crate installs the wiping allocator: no binary of the project can forget it.

mod answer;
mod redact;
mod stack;
mod text;
mod wrapping;

pub use answer::RawAnswer;
pub use redact::redact;
pub use stack::with_wiped_stack;
pub use text::Secret;
pub use wrapping::{NotAWrappingKey, WrappingKey};

/// Wipes every block as it is freed. `zeroize` alone leaves one to three copies behind in the buffers of
/// the HTTP, TLS and JSON libraries; with this allocator none was found (see `shared/memory.md`).
/// `realloc` is the trait's default on purpose: the old block is wiped, never moved.
#[global_allocator]
static WIPING: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);
