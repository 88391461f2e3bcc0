//! A notification server whose abilities and whose person belong to the test.

#![expect(
    clippy::unused_self,
    clippy::used_underscore_binding,
    missing_docs,
    reason = "zbus expands its interfaces so"
)]

use std::collections::HashMap;
use std::sync::mpsc as std_mpsc;

use anyhow::{Context as _, Result};
use zbus::interface;
use zbus::zvariant::OwnedValue;

use super::DesktopSession;
use super::voice::Voice;
use crate::webdriver::wait::PATIENCE;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// What a server is like.
#[derive(Debug, Clone, Copy)]
pub struct Server {
    /// The answer to `GetCapabilities`.
    pub abilities: &'static [&'static str],
    /// The number of its first notification.
    pub first: u32,
    /// It takes notifications and never answers.
    pub silent: bool,
}

/// A call of `Notify`, or of `CloseNotification`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    Notify { id: u32, replaces: u32, title: String, body: String, actions: Vec<String>, urgency: u8 },
    Close(u32),
}

/// What a server says of a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    Token(u32, &'static str),
    Action(u32, &'static str),
    Closed(u32, u32),
}

/// A server on a session's bus. Dropping it takes it off.
pub struct NotificationServer {
    told: std_mpsc::Receiver<Told>,
    voice: Voice,
}

impl NotificationServer {
    /// Takes the name on the session's bus.
    pub fn start(session: &DesktopSession, server: Server) -> Result<Self> {
        let (tell, told) = std_mpsc::channel();
        let serving = Serving { server, next: server.first, tell };
        let voice = Voice::start(session, NAME, async move |builder| {
            Ok(builder.serve_at(PATH, serving)?.name(NAME)?.build().await?)
        })?;
        Ok(Self { told, voice })
    }

    /// The next call, in the order of calls.
    pub fn told(&self) -> Result<Told> {
        self.told.recv_timeout(PATIENCE).context("nobody told the server anything")
    }

    /// Sends a signal; returns once the bus has passed it on.
    pub fn says(&self, what: &Says) -> Result<()> {
        what.by(&self.voice)
    }
}

impl Says {
    /// Sends it as the given program.
    pub fn by(&self, voice: &Voice) -> Result<()> {
        match self {
            Self::Token(id, token) => voice.says(PATH, NAME, "ActivationToken", &(id, token)),
            Self::Action(id, action) => voice.says(PATH, NAME, "ActionInvoked", &(id, action)),
            Self::Closed(id, why) => voice.says(PATH, NAME, "NotificationClosed", &(id, why)),
        }
    }
}

struct Serving {
    server: Server,
    next: u32,
    tell: std_mpsc::Sender<Told>,
}

#[interface(name = "org.freedesktop.Notifications")]
impl Serving {
    fn get_server_information(&self) -> (&str, &str, &str, &str) {
        ("stand-in", "miftah", "1", "1.2")
    }

    fn get_capabilities(&self) -> Vec<&str> {
        self.server.abilities.to_vec()
    }

    fn close_notification(&self, id: u32) {
        // Nobody listens once the test has seen enough.
        self.tell.send(Told::Close(id)).ok();
    }

    #[expect(clippy::too_many_arguments, reason = "the specification's")]
    async fn notify(
        &mut self,
        _app: &str,
        replaces: u32,
        _icon: &str,
        title: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        _expires: i32,
    ) -> u32 {
        let id = if replaces == 0 { self.next } else { replaces };
        self.next = self.next.max(id + 1);
        let urgency = hints.get("urgency").and_then(|urgency| urgency.downcast_ref().ok()).unwrap_or(u8::MAX);
        self.tell.send(Told::Notify { id, replaces, title, body, actions, urgency }).ok();
        if self.server.silent {
            std::future::pending::<()>().await;
        }
        id
    }
}
