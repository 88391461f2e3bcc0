//! Windows and macOS: the engine shares what it paints with in the system.

/// Nothing to choose.
pub(crate) fn plainly() {}
