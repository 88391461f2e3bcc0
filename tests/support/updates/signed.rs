//! Releases and their signatures, as the release job makes them.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use memchr::memmem;
use minisign::KeyPair;
use serde_json::{Value, json};

/// What a `demo` build reads its version from.
const MARK: &str = concat!("<miftah-demo ", env!("CARGO_PKG_VERSION"), ">");

/// A key pair of one test.
pub struct ReleaseKey(KeyPair);

impl ReleaseKey {
    /// A new one.
    pub fn make() -> Result<Self> {
        Ok(Self(KeyPair::generate_unencrypted_keypair()?))
    }

    /// The public key, as the plugin's configuration has it.
    pub fn public(&self) -> Result<String> {
        Ok(BASE64_STANDARD.encode(self.0.pk.to_box()?.into_string()))
    }

    /// Signs a package as a version, as a manifest has it.
    pub fn sign(&self, package: &[u8], version: &str) -> Result<String> {
        let comment = format!("timestamp:1790000000\tfile:miftah\tversion:{version}");
        let signature = minisign::sign(Some(&self.0.pk), &self.0.sk, package, Some(&comment), None)?;
        Ok(BASE64_STANDARD.encode(signature.into_string()))
    }
}

/// The manifest of a release for this computer.
pub fn manifest(package: &str, version: &str, signature: &str) -> Value {
    let target = format!("linux-{}", std::env::consts::ARCH);
    json!({
        "version": version,
        "pub_date": "2026-11-28T12:00:00Z",
        "security": true,
        "notes": "Mends a hole.",
        "notes_in": {"en": "Mends a hole.", "fr": "Répare une faille.", "ar": "يصلح ثغرة."},
        "platforms": {target: {"url": package, "signature": signature}},
    })
}

/// A newer build of a `demo` program: the same with another version in it, as long as this one's.
pub fn build_as(program: &[u8], version: &str) -> Result<Vec<u8>> {
    let mark = format!("<miftah-demo {version}>");
    ensure!(mark.len() == MARK.len(), "{version} is not as long as the version of this build");
    let places: Vec<usize> = memmem::find_iter(program, MARK).collect();
    ensure!(!places.is_empty(), "the program has no version to write over");
    let mut build = program.to_vec();
    for at in places {
        let place = build.get_mut(at..at + mark.len()).context("a place beyond the end")?;
        place.copy_from_slice(mark.as_bytes());
    }
    Ok(build)
}
