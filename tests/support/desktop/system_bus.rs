//! What belongs to the computer and to its session: logind, `NetworkManager`, GNOME's session manager, KDE's power
//! management. A session's bus is its system bus too.

#![expect(clippy::used_underscore_binding, reason = "zbus expands its interfaces so")]

use std::io::Read as _;
use std::os::fd::OwnedFd as Fd;
use std::sync::mpsc as std_mpsc;

use anyhow::{Context as _, Result};
use futures_util::StreamExt as _;
use zbus::fdo::{self, DBusProxy};
use zbus::message::Header;
use zbus::zvariant::OwnedFd;
use zbus::{Connection, interface};

use super::DesktopSession;
use super::voice::Voice;
use crate::webdriver::wait::PATIENCE;

const LOGIND: &str = "org.freedesktop.login1";
const NETWORK: &str = "org.freedesktop.NetworkManager";

/// What somebody asked of one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// The computer is to stay awake.
    Asked {
        /// What is not to happen, in its own words.
        what: String,
        /// The reason given.
        why: String,
    },
    /// It may sleep again.
    Over,
}

/// One of them, and what it is asked.
pub struct Part {
    holds: std_mpsc::Receiver<Hold>,
    voice: Voice,
}

impl Part {
    /// logind; or one whose rules let nobody hold the computer awake.
    pub fn logind(session: &DesktopSession, allows: bool) -> Result<Self> {
        let (tell, holds) = std_mpsc::channel();
        let voice = Voice::start(session, LOGIND, async move |builder| {
            let logind = Logind { allows, tell };
            Ok(builder.serve_at("/org/freedesktop/login1", logind)?.name(LOGIND)?.build().await?)
        })?;
        Ok(Self { holds, voice })
    }

    /// GNOME's session manager.
    pub fn gnome(session: &DesktopSession) -> Result<Self> {
        const NAME: &str = "org.gnome.SessionManager";
        let (tell, holds) = std_mpsc::channel();
        let voice = Voice::start(session, NAME, async move |builder| {
            Ok(builder.serve_at("/org/gnome/SessionManager", Gnome(tell))?.name(NAME)?.build().await?)
        })?;
        Ok(Self { holds, voice })
    }

    /// The power management of KDE and others.
    pub fn power(session: &DesktopSession) -> Result<Self> {
        const NAME: &str = "org.freedesktop.PowerManagement.Inhibit";
        let (tell, holds) = std_mpsc::channel();
        let voice = Voice::start(session, NAME, async move |builder| {
            let path = "/org/freedesktop/PowerManagement/Inhibit";
            Ok(builder.serve_at(path, Power(tell))?.name(NAME)?.build().await?)
        })?;
        Ok(Self { holds, voice })
    }

    /// `NetworkManager`, which is asked nothing.
    pub fn network(session: &DesktopSession) -> Result<Self> {
        let (_, holds) = std_mpsc::channel();
        let voice =
            Voice::start(session, NETWORK, async |builder| Ok(builder.name(NETWORK)?.build().await?))?;
        Ok(Self { holds, voice })
    }

    /// The next thing it is asked.
    pub fn next(&self) -> Result<Hold> {
        self.holds.recv_timeout(PATIENCE).context("nobody asked anything")
    }

    /// The voice it tells all with.
    pub fn voice(&self) -> &Voice {
        &self.voice
    }
}

/// logind's: the computer goes to sleep, or woke.
pub fn prepare_for_sleep(voice: &Voice, begins: bool) -> Result<()> {
    voice.says("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", &begins)
}

/// `NetworkManager`'s: 70 reaches the internet.
pub fn network_state(voice: &Voice, state: u32) -> Result<()> {
    voice.says("/org/freedesktop/NetworkManager", NETWORK, "StateChanged", &state)
}

struct Logind {
    allows: bool,
    tell: std_mpsc::Sender<Hold>,
}

#[interface(name = "org.freedesktop.login1.Manager")]
impl Logind {
    fn inhibit(&self, what: String, _who: &str, why: String, mode: &str) -> fdo::Result<OwnedFd> {
        if !self.allows || mode != "block" {
            return Err(fdo::Error::AccessDenied("not you".into()));
        }
        let failed = |error: std::io::Error| fdo::Error::IOError(error.to_string());
        let (mut open, theirs) = std::io::pipe().map_err(failed)?;
        let tell = self.tell.clone();
        // Nobody listens once the test has seen enough.
        tell.send(Hold::Asked { what, why }).ok();
        // It ends when the last copy of their end is closed.
        std::thread::Builder::new()
            .name("hold".into())
            .spawn(move || {
                open.read_to_end(&mut Vec::new()).ok();
                tell.send(Hold::Over).ok();
            })
            .map_err(failed)?;
        Ok(Fd::from(theirs).into())
    }
}

struct Gnome(std_mpsc::Sender<Hold>);

#[interface(name = "org.gnome.SessionManager")]
impl Gnome {
    async fn inhibit(
        &self,
        _app: &str,
        _window: u32,
        why: String,
        flags: u32,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] bus: &Connection,
    ) -> fdo::Result<u32> {
        let what = format!("flags {flags}");
        until_it_leaves(&self.0, Hold::Asked { what, why }, &header, bus).await
    }
}

struct Power(std_mpsc::Sender<Hold>);

#[interface(name = "org.freedesktop.PowerManagement.Inhibit")]
impl Power {
    async fn inhibit(
        &self,
        _app: &str,
        why: String,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] bus: &Connection,
    ) -> fdo::Result<u32> {
        until_it_leaves(&self.0, Hold::Asked { what: "power".into(), why }, &header, bus).await
    }
}

/// Tells what was asked, and when the asker left the bus.
async fn until_it_leaves(
    tell: &std_mpsc::Sender<Hold>,
    hold: Hold,
    header: &Header<'_>,
    bus: &Connection,
) -> fdo::Result<u32> {
    let asker = header.sender().ok_or_else(|| fdo::Error::Failed("nobody asked".into()))?;
    let daemon = DBusProxy::new(bus).await?;
    let mut leaves = daemon.receive_name_owner_changed_with_args(&[(0, asker.as_str()), (2, "")]).await?;
    let tell = tell.clone();
    // Nobody listens once the test has seen enough.
    tell.send(hold).ok();
    tokio::spawn(async move {
        leaves.next().await;
        tell.send(Hold::Over).ok();
    });
    Ok(1)
}
