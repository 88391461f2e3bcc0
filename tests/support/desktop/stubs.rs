//! Stand-ins on a session's bus: a Secret Service that is silent or asks, and a prompter that says no.

#![expect(
    clippy::unused_self,
    clippy::used_underscore_binding,
    missing_docs,
    reason = "zbus expands its interfaces so"
)]

use std::collections::HashMap;
use std::sync::mpsc as std_mpsc;
use std::thread::JoinHandle;

use anyhow::{Context as _, Result};
use futures_util::TryStreamExt as _;
use tokio::sync::{mpsc, oneshot, watch};
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, Value};
use zbus::{Connection, MessageStream, connection::Builder, fdo, interface};

use super::DesktopSession;
use super::keyring::NAME;
use crate::fakes::keychain::Person;

const COLLECTION: &str = "/org/freedesktop/secrets/collection/login";
const PROMPTER: &str = "org.gnome.keyring.SystemPrompter";
const PROMPT: &str = "/org/freedesktop/secrets/prompt/p1";

/// Holds a connection on a thread of its own, so that a stand-in answers while the test's thread waits for
/// something, and is gone from the bus when the drop returns.
pub(super) struct Host {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Host {
    pub(super) fn start<C>(name: &'static str, connect: impl FnOnce() -> C + Send + 'static) -> Result<Self>
    where
        C: Future<Output = Result<Connection>>,
    {
        let (stop, stopped) = oneshot::channel::<()>();
        let (tell, told) = std_mpsc::channel();
        let serve = async move || {
            let connection = match connect().await {
                Ok(connection) => connection,
                Err(error) => return drop(tell.send(Err(error))),
            };
            drop(tell.send(Ok(())));
            drop(stopped.await);
            // They fail if the bus ended first.
            connection.release_name(name).await.ok();
            connection.close().await.ok();
        };
        let thread = std::thread::Builder::new().name("stand-in".into()).spawn(move || {
            if let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() {
                runtime.block_on(serve());
            }
        })?;
        told.recv().context("the stand-in's thread ended")??;
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn path(text: &'static str) -> OwnedObjectPath {
    ObjectPath::from_static_str_unchecked(text).into()
}

fn nothing() -> OwnedObjectPath {
    path("/")
}

/// A Secret Service that takes every call and answers none until it is released. Its names go with it.
pub struct SilentSecretService {
    release: watch::Sender<bool>,
    _host: Host,
}

impl SilentSecretService {
    /// Takes the name on the session's bus.
    pub fn start(session: &DesktopSession) -> Result<Self> {
        let release = watch::Sender::new(false);
        let (bus, silent) = (session.bus().to_owned(), Silent(release.subscribe()));
        let host = Host::start(NAME, async move || {
            let builder = Builder::address(bus.as_str())?.serve_at("/org/freedesktop/secrets", silent)?;
            Ok(builder.name(NAME)?.build().await?)
        })?;
        Ok(Self { release, _host: host })
    }

    /// From now on it answers, the calls it holds included: that it has no collection.
    pub fn release(&self) {
        self.release.send_replace(true);
    }
}

struct Silent(watch::Receiver<bool>);

#[interface(name = "org.freedesktop.Secret.Service")]
impl Silent {
    async fn read_alias(&self, _name: &str) -> fdo::Result<OwnedObjectPath> {
        let released = self.0.clone().wait_for(|released| *released).await.is_ok();
        if released { Ok(nothing()) } else { Err(fdo::Error::Failed("gone".into())) }
    }
}

/// A Secret Service with a locked default collection and a person before it.
pub struct AskingSecretService {
    /// Every call to the prompt: `Prompt` or `Dismiss`.
    pub calls: mpsc::UnboundedReceiver<&'static str>,
    _host: Host,
}

impl AskingSecretService {
    /// Takes the name on the session's bus; the default collection is locked.
    pub fn start(session: &DesktopSession, person: Person) -> Result<Self> {
        Self::with(session, person, Lock::Collection)
    }

    /// The same, but the collection is open and one item of it is locked, as in `KeePassXC`.
    pub fn with_a_locked_item(session: &DesktopSession, person: Person) -> Result<Self> {
        Self::with(session, person, Lock::Item)
    }

    fn with(session: &DesktopSession, person: Person, lock: Lock) -> Result<Self> {
        let (tell, calls) = mpsc::unbounded_channel();
        let bus = session.bus().to_owned();
        let host = Host::start(NAME, async move || {
            let unlocked = watch::Sender::new(false);
            let asking = Asking { lock, unlocked: unlocked.subscribe() };
            let collection = Collection { lock, unlocked: unlocked.subscribe() };
            let builder = Builder::address(bus.as_str())?
                .serve_at("/org/freedesktop/secrets", asking)?
                .serve_at(COLLECTION, collection)?
                .serve_at(PROMPT, Prompt { person, unlocked, tell })?;
            Ok(builder.name(NAME)?.build().await?)
        })?;
        Ok(Self { calls, _host: host })
    }
}

/// What the person is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lock {
    Collection,
    Item,
}

struct Asking {
    lock: Lock,
    unlocked: watch::Receiver<bool>,
}

#[interface(name = "org.freedesktop.Secret.Service")]
impl Asking {
    fn read_alias(&self, _name: &str) -> OwnedObjectPath {
        path(COLLECTION)
    }

    fn search_items(&self, _wanted: HashMap<String, String>) -> (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) {
        let item = vec![path("/org/freedesktop/secrets/collection/login/1")];
        match self.lock {
            Lock::Collection => (Vec::new(), Vec::new()),
            Lock::Item if *self.unlocked.borrow() => (item, Vec::new()),
            Lock::Item => (Vec::new(), item),
        }
    }

    fn unlock(&self, objects: Vec<OwnedObjectPath>) -> (Vec<OwnedObjectPath>, OwnedObjectPath) {
        let locked =
            objects.iter().any(|object| (object.as_str() == COLLECTION) == (self.lock == Lock::Collection));
        if locked { (Vec::new(), path(PROMPT)) } else { (objects, nothing()) }
    }
}

struct Collection {
    lock: Lock,
    unlocked: watch::Receiver<bool>,
}

#[interface(name = "org.freedesktop.Secret.Collection")]
impl Collection {
    #[zbus(property)]
    fn locked(&self) -> bool {
        self.lock == Lock::Collection && !*self.unlocked.borrow()
    }
}

struct Prompt {
    person: Person,
    unlocked: watch::Sender<bool>,
    tell: mpsc::UnboundedSender<&'static str>,
}

impl Prompt {
    /// Nobody listens once the test has seen enough.
    fn note(&self, call: &'static str) {
        self.tell.send(call).ok();
    }
}

#[interface(name = "org.freedesktop.Secret.Prompt")]
impl Prompt {
    async fn prompt(
        &self,
        _window: &str,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
    ) -> fdo::Result<()> {
        self.note("Prompt");
        if self.person == Person::Unlocks {
            self.unlocked.send_replace(true);
        }
        if self.person != Person::IsAway {
            Self::completed(&emitter, self.person == Person::Dismisses, Value::from("")).await?;
        }
        Ok(())
    }

    fn dismiss(&self) {
        self.note("Dismiss");
    }

    /// The end of the prompt.
    #[zbus(signal)]
    async fn completed(emitter: &SignalEmitter<'_>, dismissed: bool, result: Value<'_>) -> zbus::Result<()>;
}

/// GNOME's prompter, in whose place the person always closes the dialog. It notes every dialog.
pub struct Prompter {
    /// One message a dialog that would have been shown.
    pub asked: mpsc::UnboundedReceiver<()>,
    _host: Host,
}

impl Prompter {
    /// Takes the prompter's name on the session's bus.
    pub fn start(session: &DesktopSession) -> Result<Self> {
        let (tell, asked) = mpsc::unbounded_channel();
        let bus = session.bus().to_owned();
        let host = Host::start(PROMPTER, async move || {
            let connection = Builder::address(bus.as_str())?.build().await?;
            let calls = MessageStream::from(&connection);
            connection.request_name(PROMPTER).await?;
            let answering = connection.clone();
            // It ends with the thread's runtime, or with the bus.
            tokio::spawn(async move { answer_dialogs(&answering, calls, tell).await });
            Ok(connection)
        })?;
        Ok(Self { asked, _host: host })
    }
}

/// By hand, because the daemon wants its call answered before it hears of the person (gcr's protocol).
async fn answer_dialogs(
    connection: &Connection,
    mut calls: MessageStream,
    tell: mpsc::UnboundedSender<()>,
) -> Result<()> {
    while let Some(call) = calls.try_next().await? {
        let header = call.header();
        let (Some(member), Some(asker)) = (header.member(), header.sender()) else {
            continue;
        };
        let (method, answer) = match member.as_str() {
            "BeginPrompting" => {
                tell.send(()).ok();
                ("PromptReady", Some(""))
            }
            "PerformPrompt" => ("PromptReady", Some("no")),
            "StopPrompting" => ("PromptDone", None),
            _ => continue,
        };
        connection.reply(&header, &()).await?;
        let body = call.body();
        let callback: ObjectPath<'_> = match member.as_str() {
            "PerformPrompt" => {
                body.deserialize::<(ObjectPath<'_>, &str, HashMap<&str, Value<'_>>, &str)>()?.0
            }
            _ => body.deserialize()?,
        };
        let message = zbus::Message::method_call(callback, method)?
            .interface("org.gnome.keyring.internal.Prompter.Callback")?
            .with_flags(zbus::message::Flags::NoReplyExpected)?
            .destination(asker.to_owned())?;
        let message = match answer {
            Some(answer) => message.build(&(answer, HashMap::<&str, Value<'_>>::new(), ""))?,
            None => message.build(&())?,
        };
        connection.send(&message).await?;
    }
    Ok(())
}
