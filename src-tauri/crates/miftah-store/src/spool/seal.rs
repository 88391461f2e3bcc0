//! The seal: XChaCha20-Poly1305, bound to the operation and the key.
//!
//! A file begins with a mark, the length of what is sealed and the nonce. Sealed are the status, whether the body
//! was whole, and the body itself.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{KeyInit, Tag, XChaCha20Poly1305, XNonce};
use miftah_core::keys::KeyId;
use miftah_core::operations::OperationId;
use miftah_core::ports::SpoolError;
use miftah_core::secret::{RawAnswer, WrappingKey};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// "Miftah spool, first form".
const MARK: &[u8; 8] = b"MFTSPL1\n";
const NONCE: usize = 24;
const TAG: usize = 16;
/// Mark, length, nonce, tag.
const HEAD: usize = 8 + 4 + NONCE + TAG;
/// Status and wholeness.
const FRONT: usize = 3;

/// The bytes to write. Every buffer has its final length from the start, and none keeps the answer in plain.
pub(super) fn seal(
    operation: &OperationId,
    key: &KeyId,
    wrapping: &WrappingKey,
    answer: &RawAnswer,
) -> Result<Vec<u8>, SpoolError> {
    let mut plain = Zeroizing::new(Vec::with_capacity(FRONT + answer.expose().len()));
    plain.extend_from_slice(&answer.status.to_be_bytes());
    plain.push(u8::from(answer.complete));
    plain.extend_from_slice(answer.expose());
    if HEAD + plain.len() > super::LENGTH {
        return Err(SpoolError::Full);
    }
    let mut nonce = [0_u8; NONCE];
    getrandom::fill(&mut nonce).map_err(|_| SpoolError::Disk)?;
    let length = u32::try_from(plain.len()).map_err(|_| SpoolError::Full)?.to_be_bytes();
    let bound = bound_to(operation, key, length);
    let tag = cipher(wrapping)
        .encrypt_in_place_detached(XNonce::from_slice(&nonce), &bound, &mut plain)
        .map_err(|_| SpoolError::Sealed)?;
    let mut sealed = Vec::with_capacity(HEAD + plain.len());
    sealed.extend_from_slice(MARK);
    sealed.extend_from_slice(&length);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&tag);
    sealed.extend_from_slice(&plain);
    Ok(sealed)
}

/// Opens what [`seal`] made. Anything else does not open.
pub(super) fn open(
    operation: &OperationId,
    key: &KeyId,
    wrapping: &WrappingKey,
    content: &[u8],
) -> Result<RawAnswer, SpoolError> {
    let rest = content.strip_prefix(MARK).ok_or(SpoolError::Sealed)?;
    let (length, rest) = rest.split_first_chunk::<4>().ok_or(SpoolError::Sealed)?;
    let (nonce, rest) = rest.split_first_chunk::<NONCE>().ok_or(SpoolError::Sealed)?;
    let (tag, rest) = rest.split_first_chunk::<TAG>().ok_or(SpoolError::Sealed)?;
    let sealed = usize::try_from(u32::from_be_bytes(*length)).ok().and_then(|length| rest.get(..length));
    let mut plain = Zeroizing::new(sealed.ok_or(SpoolError::Sealed)?.to_vec());
    cipher(wrapping)
        .decrypt_in_place_detached(
            XNonce::from_slice(nonce),
            &bound_to(operation, key, *length),
            &mut plain,
            Tag::from_slice(tag),
        )
        .map_err(|_| SpoolError::Sealed)?;
    let (front, body) = plain.split_first_chunk::<FRONT>().ok_or(SpoolError::Sealed)?;
    let [high, low, complete] = *front;
    Ok(RawAnswer::new(u16::from_be_bytes([high, low]), complete == 1, Zeroizing::new(body.to_vec())))
}

/// Whether two answers are the same, told in constant time.
pub(super) fn same(one: &RawAnswer, other: &RawAnswer) -> bool {
    one.status == other.status
        && one.complete == other.complete
        && bool::from(one.expose().ct_eq(other.expose()))
}

fn cipher(wrapping: &WrappingKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(wrapping.expose().into())
}

/// A file that was moved to another operation or key does not open there.
fn bound_to(operation: &OperationId, key: &KeyId, length: [u8; 4]) -> Vec<u8> {
    let mut bound = MARK.to_vec();
    bound.extend_from_slice(&length);
    bound.extend_from_slice(operation.as_str().as_bytes());
    bound.push(0);
    bound.extend_from_slice(key.as_str().as_bytes());
    bound
}
