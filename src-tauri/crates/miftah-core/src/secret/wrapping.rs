//! The key that seals the spool. It rests in the keychain and is in memory only while it is needed.

use zeroize::Zeroizing;

use super::Secret;

const BYTES: usize = 32;

/// 256 random bits. No `Debug`, no `Clone`; on the heap, wiped on drop.
pub struct WrappingKey(Box<Zeroizing<[u8; BYTES]>>);

/// The text is not a wrapping key. It deliberately does not hold the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a wrapping key")]
pub struct NotAWrappingKey;

impl WrappingKey {
    /// A new one.
    pub fn make() -> Result<Self, getrandom::Error> {
        let mut bytes = Box::new(Zeroizing::new([0_u8; BYTES]));
        getrandom::fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    /// Reads what [`WrappingKey::to_secret`] wrote.
    pub fn parse(text: &Secret) -> Result<Self, NotAWrappingKey> {
        let text = text.expose().as_bytes();
        let mut bytes = Box::new(Zeroizing::new([0_u8; BYTES]));
        let (pairs, rest) = text.as_chunks::<2>();
        if pairs.len() != BYTES || !rest.is_empty() {
            return Err(NotAWrappingKey);
        }
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = (digit(*high)? << 4) | digit(*low)?;
        }
        Ok(Self(bytes))
    }

    /// As the keychain keeps it: 64 hex digits.
    pub fn to_secret(&self) -> Secret {
        let mut text = String::with_capacity(2 * BYTES);
        for byte in self.0.iter() {
            for half in [byte >> 4, byte & 15] {
                text.push(char::from_digit(half.into(), 16).unwrap_or('0'));
            }
        }
        Secret::new(text)
    }

    /// Opens the key. Only the seal needs it.
    pub fn expose(&self) -> &[u8; BYTES] {
        &self.0
    }
}

fn digit(character: u8) -> Result<u8, NotAWrappingKey> {
    char::from(character).to_digit(16).and_then(|digit| u8::try_from(digit).ok()).ok_or(NotAWrappingKey)
}

#[cfg(test)]
mod tests {
    use super::WrappingKey;
    use crate::secret::Secret;

    #[test]
    fn it_reads_back_and_nothing_else_does() {
        let key = WrappingKey::make().unwrap();
        let again = WrappingKey::parse(&key.to_secret()).ok().unwrap();
        assert!(key.expose() == again.expose());
        for text in ["", "00", &"g".repeat(64), &"a".repeat(63), &"a".repeat(65)] {
            assert!(WrappingKey::parse(&Secret::new(text.to_owned())).is_err());
        }
    }
}
