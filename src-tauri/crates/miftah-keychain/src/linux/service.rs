//! What can be asked of the Secret Service without the person noticing.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::time::Duration;

use miftah_core::ports::KeychainError;
use zbus::connection::Builder;
use zbus::names::{BusName, OwnedUniqueName};
use zbus::zvariant::{DynamicType, ObjectPath, OwnedObjectPath, OwnedValue, Type};
use zbus::{Connection, fdo};

use crate::SERVICE;

pub(super) const NAME: &str = "org.freedesktop.secrets";
pub(super) const SERVICE_INTERFACE: &str = "org.freedesktop.Secret.Service";
const PATH: &str = "/org/freedesktop/secrets";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
const COLLECTION: &str = "org.freedesktop.Secret.Collection";

/// Why a question got no answer. Texts and bodies of D-Bus errors end here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failed {
    /// No bus, no service, or one that went away.
    Absent,
    /// It is there and says nothing.
    Silent,
}

impl Failed {
    pub(super) fn into_port(self) -> KeychainError {
        match self {
            Self::Absent => KeychainError::Unavailable,
            Self::Silent => KeychainError::TimedOut,
        }
    }
}

impl From<zbus::Error> for Failed {
    fn from(error: zbus::Error) -> Self {
        match error {
            zbus::Error::InputOutput(error) if error.kind() == ErrorKind::TimedOut => Self::Silent,
            _ => Self::Absent,
        }
    }
}

impl From<fdo::Error> for Failed {
    fn from(error: fdo::Error) -> Self {
        match error {
            fdo::Error::ZBus(error) => error.into(),
            _ => Self::Absent,
        }
    }
}

/// A connection of our own to the session bus.
pub(super) struct Service {
    pub(super) connection: Connection,
}

impl Service {
    /// Connects to the bus; the service itself is started by the first question, where the system can.
    pub(super) async fn connect(patience: Duration) -> Result<Self, Failed> {
        let connection = Builder::session()?.method_timeout(patience).build().await?;
        Ok(Self { connection })
    }

    /// The collection new items go to; a fresh system has none until the person chose a password for it.
    pub(super) async fn default_collection(&self) -> Result<Option<OwnedObjectPath>, Failed> {
        let path: OwnedObjectPath = self.ask(SERVICE_INTERFACE, "ReadAlias", &"default").await?;
        Ok((path.as_str() != "/").then_some(path))
    }

    /// Whether writing would raise a prompt. No collection counts as locked: making one asks too.
    pub(super) async fn is_locked(&self) -> Result<bool, Failed> {
        let Some(collection) = self.default_collection().await? else {
            return Ok(true);
        };
        let locked: OwnedValue = self.ask_at(&collection, PROPERTIES, "Get", &(COLLECTION, "Locked")).await?;
        locked.downcast_ref().map_err(|_| Failed::Absent)
    }

    /// Whether reading an account would raise a prompt: an item may lie in another collection, or be
    /// locked by itself (`KeePassXC` asks for each).
    pub(super) async fn has_locked_items(&self, account: &str) -> Result<bool, Failed> {
        let locked = self.locked_items(&[("service", SERVICE), ("username", account)]).await?;
        Ok(!locked.is_empty())
    }

    /// Our items that are locked, whatever the account.
    pub(super) async fn all_locked_items(&self) -> Result<Vec<OwnedObjectPath>, Failed> {
        self.locked_items(&[("service", SERVICE)]).await
    }

    async fn locked_items(&self, wanted: &[(&str, &str)]) -> Result<Vec<OwnedObjectPath>, Failed> {
        let wanted: HashMap<&str, &str> = wanted.iter().copied().collect();
        let (_, locked): (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) =
            self.ask(SERVICE_INTERFACE, "SearchItems", &wanted).await?;
        Ok(locked)
    }

    /// The process that answers, by its address on the bus.
    pub(super) async fn owner(&self) -> Result<OwnedUniqueName, Failed> {
        let bus = fdo::DBusProxy::new(&self.connection).await?;
        Ok(bus.get_name_owner(bus_name()?).await?)
    }

    /// What people call it, where we know.
    pub(super) async fn name(&self) -> Option<String> {
        let bus = fdo::DBusProxy::new(&self.connection).await.ok()?;
        let process = bus.get_connection_unix_process_id(bus_name().ok()?).await.ok()?;
        let command = std::fs::read_to_string(format!("/proc/{process}/comm")).ok()?;
        known_name(command.trim_end()).map(str::to_owned)
    }

    pub(super) async fn ask<A, R>(&self, interface: &str, method: &str, arguments: &A) -> Result<R, Failed>
    where
        A: serde::Serialize + DynamicType,
        R: serde::de::DeserializeOwned + Type,
    {
        self.ask_at(&ObjectPath::from_static_str_unchecked(PATH), interface, method, arguments).await
    }

    pub(super) async fn ask_at<A, R>(
        &self,
        path: &ObjectPath<'_>,
        interface: &str,
        method: &str,
        arguments: &A,
    ) -> Result<R, Failed>
    where
        A: serde::Serialize + DynamicType,
        R: serde::de::DeserializeOwned + Type,
    {
        let answer =
            self.connection.call_method(Some(NAME), path, Some(interface), method, arguments).await?;
        Ok(answer.body().deserialize()?)
    }
}

fn bus_name() -> Result<BusName<'static>, Failed> {
    BusName::try_from(NAME).map_err(|_| Failed::Absent)
}

/// The kernel cuts a process name after 15 bytes.
fn known_name(command: &str) -> Option<&'static str> {
    match command {
        "gnome-keyring-d" | "gnome-keyring-daemon" => Some("GNOME Keyring"),
        "kwalletd5" | "kwalletd6" | "ksecretd" => Some("KWallet"),
        "keepassxc" => Some("KeePassXC"),
        _ => None,
    }
}
