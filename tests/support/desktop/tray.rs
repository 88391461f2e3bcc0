//! A place for trays on a session's bus, and the person before it.

#![expect(clippy::unused_self, reason = "zbus expands its interfaces so")]

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc as std_mpsc;

use anyhow::{Context as _, Result};
use zbus::interface;
use zbus::zvariant::{OwnedValue, Value};

use super::DesktopSession;
use super::voice::Voice;
use crate::webdriver::wait::PATIENCE;

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const WATCHER_PATH: &str = "/StatusNotifierWatcher";
const ITEM: &str = "org.kde.StatusNotifierItem";
const ITEM_PATH: &str = "/StatusNotifierItem";
const MENU: &str = "com.canonical.dbusmenu";
const MENU_PATH: &str = "/MenuBar";

/// A watcher that knows of one host, or of none. Dropping it takes it off.
pub struct TrayPlace {
    registered: std_mpsc::Receiver<String>,
    asked: std_mpsc::Receiver<()>,
    host: Arc<AtomicBool>,
    voice: Voice,
    bus: zbus::blocking::Connection,
}

impl TrayPlace {
    /// Takes the name on the session's bus.
    pub fn start(session: &DesktopSession, host_is_there: bool) -> Result<Self> {
        let (tell, registered) = std_mpsc::channel();
        let host = Arc::new(AtomicBool::new(host_is_there));
        let (tell_asked, asked) = std_mpsc::channel();
        let watcher = Watcher { host: Arc::clone(&host), tell, tell_asked };
        let voice = Voice::start(session, WATCHER, async move |builder| {
            Ok(builder.serve_at(WATCHER_PATH, watcher)?.name(WATCHER)?.build().await?)
        })?;
        let bus = zbus::blocking::connection::Builder::address(session.bus())?.build()?;
        Ok(Self { registered, asked, host, voice, bus })
    }

    /// A host comes, or goes.
    pub fn host(&self, there: bool) -> Result<()> {
        self.host.store(there, Ordering::SeqCst);
        let signal = if there { "StatusNotifierHostRegistered" } else { "StatusNotifierHostUnregistered" };
        self.voice.says(WATCHER_PATH, WATCHER, signal, &())
    }

    /// Waits until somebody has asked for a host.
    pub fn wait_asked(&self) -> Result<()> {
        self.asked.recv_timeout(PATIENCE).context("nobody asked")
    }

    /// The next icon that asks for a place.
    pub fn item(&self) -> Result<TrayItem> {
        let name = self.registered.recv_timeout(PATIENCE).context("no icon came")?;
        Ok(TrayItem { bus: self.bus.clone(), name })
    }
}

struct Watcher {
    host: Arc<AtomicBool>,
    tell: std_mpsc::Sender<String>,
    tell_asked: std_mpsc::Sender<()>,
}

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: String) {
        // Nobody listens once the test has seen enough.
        self.tell.send(service).ok();
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        self.tell_asked.send(()).ok();
        self.host.load(Ordering::SeqCst)
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

/// An icon that was given a place.
pub struct TrayItem {
    bus: zbus::blocking::Connection,
    name: String,
}

/// An entry of its menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As it is drawn; a separator has none.
    pub label: String,
    /// Whether it can be chosen.
    pub enabled: bool,
    id: i32,
}

/// Width, height, and pixels: opacity, red, green, blue.
pub type Pixmap = (i32, i32, Vec<u8>);

/// `GetLayout`: an id, properties, and entries of the same shape.
type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

impl TrayItem {
    /// Whether it is still on the bus.
    pub fn is_there(&self) -> Result<bool> {
        let daemon = zbus::blocking::fdo::DBusProxy::new(&self.bus)?;
        Ok(daemon.name_has_owner(self.name.as_str().try_into()?)?)
    }

    /// What the pointer is told.
    pub fn tooltip(&self) -> Result<(String, String)> {
        let tip: (String, Vec<Pixmap>, String, String) = self.get("ToolTip")?;
        Ok((tip.2, tip.3))
    }

    /// Its icon in all sizes.
    pub fn pixmaps(&self) -> Result<Vec<Pixmap>> {
        self.get("IconPixmap")
    }

    /// Its menu, from top to bottom.
    pub fn menu(&self) -> Result<Vec<Entry>> {
        let asked = (0_i32, -1_i32, Vec::<&str>::new());
        let (_, (_, _, entries)): (u32, Layout) = self.call(MENU_PATH, MENU, "GetLayout", &asked)?;
        entries.into_iter().map(|entry| Entry::read(entry.try_into()?)).collect()
    }

    /// Chooses an entry.
    pub fn choose(&self, label: &str) -> Result<()> {
        let menu = self.menu()?;
        let entry = menu.iter().find(|entry| entry.label == label).with_context(|| format!("{menu:?}"))?;
        self.call(MENU_PATH, MENU, "Event", &(entry.id, "clicked", Value::from(0_i32), 0_u32))
    }

    /// A click on the icon, with a token for the window to come.
    pub fn click(&self, token: &str) -> Result<()> {
        self.call::<_, ()>(ITEM_PATH, ITEM, "ProvideXdgActivationToken", &token)?;
        self.call(ITEM_PATH, ITEM, "Activate", &(0_i32, 0_i32))
    }

    fn get<T>(&self, property: &str) -> Result<T>
    where
        T: TryFrom<OwnedValue>,
        T::Error: Into<anyhow::Error>,
    {
        let value: OwnedValue =
            self.call(ITEM_PATH, "org.freedesktop.DBus.Properties", "Get", &(ITEM, property))?;
        value.try_into().map_err(Into::into)
    }

    fn call<B, T>(&self, path: &str, interface: &str, method: &str, body: &B) -> Result<T>
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
        T: serde::de::DeserializeOwned + zbus::zvariant::Type,
    {
        let answer = self.bus.call_method(Some(self.name.as_str()), path, Some(interface), method, body)?;
        Ok(answer.body().deserialize()?)
    }
}

impl Entry {
    fn read((id, mut properties, _): Layout) -> Result<Self> {
        // What is not said has its usual value.
        let label = match properties.remove("label") {
            Some(label) => String::try_from(label)?,
            None => String::new(),
        };
        let enabled = match properties.remove("enabled") {
            Some(enabled) => bool::try_from(enabled)?,
            None => true,
        };
        let separator = properties.remove("type").is_some();
        Ok(Self {
            label: label.replace("__", "\u{0}").replace('_', "").replace('\u{0}', "_"),
            enabled: enabled && !separator,
            id,
        })
    }
}
