//! On which days a key was seen in use.

use serde::Serialize;
use specta::Type;

/// A week, or a part of one at either end. The days of each kind are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UsageWeekView {
    /// Its first day, `2026-11-23`.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// Days on which a use was seen.
    pub used: u8,
    /// Days on which nothing used it.
    pub quiet: u8,
    /// Days that nobody looked into, or whose uses a later one hid.
    pub unchecked: u8,
}

/// A year of weeks, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UsageView {
    pub weeks: Vec<UsageWeekView>,
    /// Since when Miftah has looked at all.
    pub since: Option<String>,
}
