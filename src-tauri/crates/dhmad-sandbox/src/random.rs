//! Random and derived identifiers and secrets.
//!
//! Not here: anything worth protecting; these are a stand-in's secrets.

use std::fmt::Write;

use crate::errors::ApiError;
use crate::keys::Environment;

/// 24 lowercase hex characters, as `MongoDB` makes them.
pub(crate) fn make_id() -> Result<String, ApiError> {
    make_hex::<12>()
}

/// A key of the documented format: prefix and 64 lowercase hex characters.
pub(crate) fn make_secret(environment: Environment) -> Result<String, ApiError> {
    Ok(format!("{}{}", environment.prefix(), make_hex::<32>()?))
}

/// A webhook's signing secret or a developer token's random part.
pub(crate) fn make_hex<const BYTES: usize>() -> Result<String, ApiError> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|_| ApiError::Internal)?;
    Ok(hex(&bytes))
}

/// `count` hex characters that are always the same for `text`.
pub(crate) fn derive_hex(text: &str, count: usize) -> String {
    // FNV-1a into SplitMix64: spread well enough for a seed that must look random and never change.
    let mut state = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut out = String::new();
    while out.len() < count {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = state;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        out.push_str(&hex(&(word ^ (word >> 31)).to_be_bytes()));
    }
    out.truncate(count);
    out
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
