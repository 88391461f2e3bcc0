//! Windows: nothing is applied yet. Error reports hold memory only where the person has turned that on.

pub(super) fn apply() {}
