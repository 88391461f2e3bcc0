//! Where the calls go: compiled in, so that no setting and no file can send a key elsewhere.
//!
//! Not here: paths (`contract.rs`).

use miftah_core::keys::Environment;

/// The variable that a `demo` build reads.
#[cfg(feature = "demo")]
const VARIABLE: &str = "MIFTAH_PORTAL_URL";

/// DHMAD's hosts, or those of a stand-in on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosts {
    live: String,
    sandbox: String,
    page: String,
    shown: String,
    reach: Reach,
}

/// How far away the hosts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// On the internet: https only, through a proxy if there is one.
    Internet,
    /// On this computer: never through a proxy.
    #[cfg(any(test, feature = "demo"))]
    Loopback,
}

/// The address is not plainly one of this computer.
#[cfg(any(test, feature = "demo"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("only an http or https address of this computer is accepted: no user, path or query")]
pub struct NotLoopback;

impl Hosts {
    /// DHMAD (documented).
    pub fn dhmad() -> Self {
        Self {
            live: "https://dhmad.tn/api".into(),
            sandbox: "https://sandbox.dhmad.tn/api".into(),
            page: "https://developer.dhmad.tn/dashboard".into(),
            shown: "dhmad.tn".into(),
            reach: Reach::Internet,
        }
    }

    /// A stand-in at a loopback address: `127.0.0.0/8`, `::1` or `localhost`.
    #[cfg(any(test, feature = "demo"))]
    pub fn from_base(base: &str) -> Result<Self, NotLoopback> {
        let url = reqwest::Url::parse(base).map_err(|_| NotLoopback)?;
        let bare = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none()
            && url.path() == "/";
        let scheme = matches!(url.scheme(), "http" | "https");
        if !(bare && scheme && url.host_str().is_some_and(is_loopback)) {
            return Err(NotLoopback);
        }
        let base = url.as_str().trim_end_matches('/');
        Ok(Self {
            live: format!("{base}/api"),
            sandbox: format!("{base}/sandbox/api"),
            page: format!("{base}/dashboard"),
            shown: url.authority().to_owned(),
            reach: Reach::Loopback,
        })
    }

    /// The stand-in that `MIFTAH_PORTAL_URL` names; `None` if it is not set.
    #[cfg(feature = "demo")]
    pub fn from_environment() -> Result<Option<Self>, NotLoopback> {
        let Some(base) = std::env::var_os(VARIABLE) else { return Ok(None) };
        Self::from_base(base.to_str().ok_or(NotLoopback)?).map(Some)
    }

    /// The base of an environment's API. The portal's calls are on the live one.
    pub(crate) fn api(&self, environment: Environment) -> &str {
        match environment {
            Environment::Live => &self.live,
            Environment::Sandbox => &self.sandbox,
        }
    }

    /// The portal's page.
    pub(crate) fn page(&self) -> &str {
        &self.page
    }

    /// The host that a developer token goes to, as the person reads it.
    pub(crate) fn shown(&self) -> &str {
        &self.shown
    }

    /// How far away they are.
    pub(crate) fn reach(&self) -> Reach {
        self.reach
    }
}

#[cfg(any(test, feature = "demo"))]
fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dhmad_is_reached_by_https_alone() {
        let hosts = Hosts::dhmad();
        for address in [hosts.api(Environment::Live), hosts.api(Environment::Sandbox), hosts.page()] {
            assert!(address.starts_with("https://"), "{address}");
        }
        assert_eq!(hosts.reach(), Reach::Internet);
        assert_eq!(hosts.shown(), "dhmad.tn");
    }

    #[test]
    fn stand_in_has_the_same_shape() {
        let hosts = Hosts::from_base("http://127.0.0.1:8080").unwrap();
        assert_eq!(hosts.api(Environment::Live), "http://127.0.0.1:8080/api");
        assert_eq!(hosts.api(Environment::Sandbox), "http://127.0.0.1:8080/sandbox/api");
        assert_eq!(hosts.page(), "http://127.0.0.1:8080/dashboard");
        assert_eq!(hosts.shown(), "127.0.0.1:8080");
        for base in ["https://localhost:1/", "http://[::1]:9", "http://127.9.9.9"] {
            assert!(Hosts::from_base(base).is_ok(), "{base}");
        }
    }

    #[test]
    fn anything_but_loopback_is_refused() {
        for base in [
            "",
            "127.0.0.1:8080",
            "http://dhmad.tn",
            "http://localhost.evil.example",
            "http://127.0.0.1.evil.example",
            "http://127.0.0.1@evil.example",
            "http://evil.example#127.0.0.1",
            "http://user@127.0.0.1",
            "http://:pw@127.0.0.1",
            "http://127.0.0.1/?to=x",
            "http://127.0.0.1/#x",
            "http://127.0.0.1/path",
            "ftp://127.0.0.1",
            "file://localhost/etc",
            "http://0.0.0.0",
            "http://[::ffff:127.0.0.1]",
            "http://128.0.0.1",
        ] {
            assert_eq!(Hosts::from_base(base), Err(NotLoopback), "{base}");
        }
    }
}
