//! TLS with a certificate authority made at each start; its key is never written anywhere.
//!
//! Not here: accepting connections (`server.rs`).

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer,
    KeyPair, KeyUsagePurpose, date_time_ymd,
};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{self, ServerConfig};

use crate::clock;
use crate::config::TlsFlaw;

/// Why TLS could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The certificates could not be made.
    #[error("the certificates could not be made")]
    Certificate(#[from] rcgen::Error),
    /// rustls refused them.
    #[error("the TLS server could not be set up")]
    Server(#[from] rustls::Error),
}

/// An acceptor for 127.0.0.1 and localhost, and the PEM of the authority behind it. With a flaw no client should
/// accept it.
pub(crate) fn acceptor(flaw: Option<TlsFlaw>) -> Result<(TlsAcceptor, String), TlsError> {
    let now = clock::real()();
    let ca_key = KeyPair::generate()?;
    let mut ca = params(Vec::new(), "dhmad-sandbox local CA", now)?;
    ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    ca.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let ca_certificate = ca.self_signed(&ca_key)?;
    let issuer = Issuer::new(ca, ca_key);

    let names = match flaw {
        Some(TlsFlaw::WrongHost) => vec!["dhmad.example".to_owned()],
        _ => vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()],
    };
    let leaf_key = KeyPair::generate()?;
    let mut leaf = params(names, "dhmad-sandbox", now)?;
    if flaw == Some(TlsFlaw::Expired) {
        leaf.not_before = date_time_ymd(2020, 1, 1);
        leaf.not_after = date_time_ymd(2021, 1, 1);
    }
    leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    leaf.use_authority_key_identifier_extension = true;
    let leaf_certificate = leaf.signed_by(&leaf_key, &issuer)?;

    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(leaf_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![leaf_certificate.der().clone()], key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    // A stranger's authority: the certificate is sound, and nobody vouches for it.
    let vouched = match flaw {
        Some(TlsFlaw::UnknownIssuer) => {
            let other = KeyPair::generate()?;
            let mut stranger = params(Vec::new(), "somebody else", now)?;
            stranger.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
            stranger.self_signed(&other)?.pem()
        }
        _ => ca_certificate.pem(),
    };
    Ok((TlsAcceptor::from(Arc::new(config)), vouched))
}

/// Valid from yesterday for about a year: some verifiers refuse more than 825 days.
fn params(names: Vec<String>, common_name: &str, now: Timestamp) -> Result<CertificateParams, rcgen::Error> {
    let mut params = CertificateParams::new(names)?;
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, common_name);
    let day = |hours| {
        let then = now.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(now);
        let date = TimeZone::UTC.to_datetime(then).date();
        date_time_ymd(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
    };
    params.not_before = day(-24);
    params.not_after = day(24 * 365);
    Ok(params)
}
