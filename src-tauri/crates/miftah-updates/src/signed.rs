//! Signatures of what is not a package, in the form of Tauri's signer: Base64 around minisign's own text.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use minisign_verify::{PublicKey, Signature};

/// Not these bytes, or not by this key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is not signed by the key of the releases")]
pub struct NotSigned;

/// Fails unless these bytes are signed by this key. Only prehashed signatures count, which is what the signer makes.
pub(crate) fn verify(key: &str, bytes: &[u8], signature: &str) -> Result<(), NotSigned> {
    let key = PublicKey::decode(&text(key)?).map_err(|_| NotSigned)?;
    let signature = Signature::decode(&text(signature)?).map_err(|_| NotSigned)?;
    key.verify(bytes, &signature, false).map_err(|_| NotSigned)
}

fn text(base64: &str) -> Result<String, NotSigned> {
    let bytes = BASE64_STANDARD.decode(base64.trim()).map_err(|_| NotSigned)?;
    String::from_utf8(bytes).map_err(|_| NotSigned)
}
