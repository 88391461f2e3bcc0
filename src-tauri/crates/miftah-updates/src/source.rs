//! Where releases come from. Every answer has an end: in bytes, in time, and in how often it sends us elsewhere.

use std::time::Duration;

use reqwest::{Client, Response, Url, redirect, retry};
use serde_json::Value;

use crate::NotSigned;
use crate::signed;

/// How much is let in, and how long it may take.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// The largest manifest, in bytes.
    pub manifest: usize,
    /// The largest package, in bytes.
    pub package: usize,
    /// Until a connection stands.
    pub connect: Duration,
    /// Without a byte.
    pub silence: Duration,
    /// From the start of a manifest, or of its signature, to the last byte.
    pub brief: Duration,
    /// From the start of a package to the last byte.
    pub total: Duration,
}

impl Bounds {
    /// What Miftah ships with.
    pub const fn product() -> Self {
        Self {
            manifest: 64 << 10,
            package: 200 << 20,
            connect: Duration::from_secs(10),
            silence: Duration::from_secs(30),
            brief: Duration::from_secs(30),
            total: Duration::from_mins(10),
        }
    }
}

/// The largest signature, in bytes. A real one has about 400.
const SIGNATURE: usize = 4 << 10;

/// More than this is no way to a release but a circle.
const HOPS: usize = 5;

/// Why nothing came. It holds nothing that came from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// No connection, or it broke.
    #[error("the server of the releases was not reached")]
    Unreachable,
    /// It took too long.
    #[error("the server of the releases took too long")]
    Timeout,
    /// It does not have it.
    #[error("the server of the releases answered {0}")]
    Status(u16),
    /// It led somewhere that is not https, or in a circle.
    #[error("the server of the releases led to where nothing is taken from")]
    Elsewhere,
    /// It announced, or sent, more than is let in.
    #[error("the server of the releases sent too much")]
    TooLarge,
    /// The manifest is not signed by the key of the releases.
    #[error("the manifest of the releases is not signed by their key")]
    NotSigned,
    /// What came is no JSON.
    #[error("the server of the releases sent no manifest")]
    NotJson,
}

/// The address is not https.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("releases come by https only")]
pub struct NotHttps;

/// The address is not one of this computer.
#[cfg(any(test, feature = "demo"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("only an address of this computer is accepted")]
pub struct NotLoopback;

impl From<NotSigned> for FetchError {
    fn from(_: NotSigned) -> Self {
        Self::NotSigned
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Internet,
    #[cfg(any(test, feature = "demo"))]
    Loopback,
}

/// The server of the releases.
#[derive(Debug, Clone)]
pub struct Source {
    manifest: Url,
    key: String,
    reach: Reach,
    bounds: Bounds,
}

impl Source {
    /// A manifest on the internet, and the public key that it and the packages are signed with, as the updater plugin's
    /// configuration has it.
    pub fn new(manifest: &str, key: &str, bounds: Bounds) -> Result<Self, NotHttps> {
        let manifest = Url::parse(manifest).ok().filter(|url| url.scheme() == "https").ok_or(NotHttps)?;
        Ok(Self { manifest, key: key.to_owned(), reach: Reach::Internet, bounds })
    }

    /// A manifest on this computer.
    #[cfg(any(test, feature = "demo"))]
    pub fn loopback(manifest: &str, key: &str, bounds: Bounds) -> Result<Self, NotLoopback> {
        let manifest = Url::parse(manifest).ok().filter(is_loopback).ok_or(NotLoopback)?;
        Ok(Self { manifest, key: key.to_owned(), reach: Reach::Loopback, bounds })
    }

    /// The public key of the releases.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The manifest, as JSON. Nothing of it is read before its signature, in a file of the same name with `.sig` behind
    /// it, was found right.
    pub async fn manifest(&self) -> Result<Value, FetchError> {
        let brief = self.bounds.brief;
        let bytes = self.get(&self.manifest, self.bounds.manifest, brief).await?;
        let mut beside = self.manifest.clone();
        beside.set_path(&format!("{}.sig", self.manifest.path()));
        let signature = self.get(&beside, SIGNATURE, brief).await?;
        let signature = std::str::from_utf8(&signature).map_err(|_| NotSigned);
        signature.and_then(|signature| signed::verify(&self.key, &bytes, signature))?;
        serde_json::from_slice(&bytes).map_err(|_| FetchError::NotJson)
    }

    /// The package at the address that a manifest names.
    pub async fn package(&self, url: &str) -> Result<Vec<u8>, FetchError> {
        let url = Url::parse(url).map_err(|_| FetchError::Elsewhere)?;
        self.get(&url, self.bounds.package, self.bounds.total).await
    }

    async fn get(&self, url: &Url, most: usize, within: Duration) -> Result<Vec<u8>, FetchError> {
        if !self.allows(url) {
            return Err(FetchError::Elsewhere);
        }
        let sent =
            self.client()?.get(url.clone()).timeout(within).send().await.map_err(|error| failure(&error))?;
        if !sent.status().is_success() {
            return Err(FetchError::Status(sent.status().as_u16()));
        }
        read(sent, most).await
    }

    fn allows(&self, url: &Url) -> bool {
        match self.reach {
            Reach::Internet => url.scheme() == "https",
            #[cfg(any(test, feature = "demo"))]
            Reach::Loopback => is_loopback(url),
        }
    }

    fn client(&self) -> Result<Client, FetchError> {
        // Hosts of releases pass downloads on, but never to what anyone between could read or change.
        let redirects = redirect::Policy::custom(|attempt| {
            if attempt.url().scheme() == "https" && attempt.previous().len() <= HOPS {
                attempt.follow()
            } else {
                attempt.error(NotHttps)
            }
        });
        let builder = Client::builder()
            .tls_backend_rustls()
            .http1_only()
            .redirect(redirects)
            .retry(retry::never())
            .referer(false)
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .pool_max_idle_per_host(0)
            .connect_timeout(self.bounds.connect)
            .read_timeout(self.bounds.silence)
            .user_agent("Miftah");
        let builder = match self.reach {
            Reach::Internet => builder.https_only(true),
            #[cfg(any(test, feature = "demo"))]
            Reach::Loopback => builder.no_proxy(),
        };
        builder.build().map_err(|error| failure(&error))
    }
}

async fn read(mut answer: Response, most: usize) -> Result<Vec<u8>, FetchError> {
    let announced = answer.content_length().map(|length| usize::try_from(length).unwrap_or(usize::MAX));
    if announced.is_some_and(|length| length > most) {
        return Err(FetchError::TooLarge);
    }
    let mut body = Vec::with_capacity(announced.unwrap_or_default());
    while let Some(chunk) = answer.chunk().await.map_err(|error| failure(&error))? {
        if chunk.len() > most - body.len() {
            return Err(FetchError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn failure(error: &reqwest::Error) -> FetchError {
    if error.is_redirect() {
        FetchError::Elsewhere
    } else if error.is_timeout() {
        FetchError::Timeout
    } else {
        FetchError::Unreachable
    }
}

#[cfg(any(test, feature = "demo"))]
fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']');
    matches!(url.scheme(), "http" | "https")
        && (host == "localhost"
            || address.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback()))
}

#[cfg(test)]
mod tests;
