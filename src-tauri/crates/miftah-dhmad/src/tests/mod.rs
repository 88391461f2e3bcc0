//! The adapter against servers that answer byte by byte what a test says.

pub(crate) mod answers;
mod changes;
mod failures;
mod reads;
mod schema;
mod server;
mod written_dates;
