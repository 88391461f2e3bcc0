//! Tolerant reading of answers: unknown fields are skipped, optional ones may be missing, null or of another
//! type, and no error text holds a value.
//!
//! Not here: what a status means (`judge.rs`).

mod date;
mod error;
mod issued;
mod key;
mod list;
mod loose;
mod me;
mod sign_in;
mod text;

pub(crate) use error::ErrorBody;
pub(crate) use issued::read_issued;
pub(crate) use list::ListPage;
#[cfg(any(test, feature = "demo"))]
pub use list::read_list;
pub(crate) use me::read_me;
pub(crate) use sign_in::read_sign_in;
pub(crate) use text::{is_page, mentions_a_key};

/// The answer is not what the call should bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrongShape;

/// Parses a body. The parser's own error is dropped here: it may quote.
fn parse<'de, T: serde::Deserialize<'de>>(body: &'de mut [u8]) -> Result<T, WrongShape> {
    text::mend(body);
    serde_json::from_slice(text::without_bom(body)).map_err(|_| WrongShape)
}
