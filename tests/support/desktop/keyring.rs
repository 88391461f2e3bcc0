//! `gnome-keyring-daemon` in a session, and waiting for names on its bus.

use anyhow::{Context as _, Result, ensure};
use futures_util::StreamExt as _;
use zbus::Connection;
use zbus::connection::Builder;
use zbus::fdo::DBusProxy;
use zbus::names::BusName;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};

use super::process::{Ending, Process, Program};
use super::{Folders, Keyring, Started};

pub(super) const NAME: &str = "org.freedesktop.secrets";
const PATH: &str = "/org/freedesktop/secrets";
const SERVICE: &str = "org.freedesktop.Secret.Service";
const COLLECTION: &str = "org.freedesktop.Secret.Collection";

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owned {
    Yes,
    No,
}

pub(super) async fn start(folders: &Folders, started: &Started, keyring: Keyring) -> Result<Option<Process>> {
    let (arguments, input): (&[&str], _) = match keyring {
        Keyring::Absent => return Ok(None),
        Keyring::Fresh => (&["--foreground", "--components=secrets"], None),
        Keyring::Unlocked | Keyring::Locked => {
            (&["--unlock", "--foreground", "--components=secrets"], Some("test"))
        }
    };
    let program = Program { name: "gnome-keyring-daemon", arguments, input, ending: Ending::Kill };
    let mut daemon = Process::start(folders, started, program).await?;
    daemon
        .until(async {
            wait_for_name(&started.bus, NAME, Owned::Yes).await?;
            if input.is_some() {
                wait_until_unlocked(&started.bus).await?;
            }
            if keyring == Keyring::Locked {
                lock_default(&started.bus).await?;
            }
            Ok(())
        })
        .await?;
    Ok(Some(daemon))
}

/// Waits until somebody, or nobody, owns a name.
pub(super) async fn wait_for_name(bus: &str, name: &str, wanted: Owned) -> Result<()> {
    let connection = connect(bus).await?;
    let daemon = DBusProxy::new(&connection).await?;
    // Before the question, so that no change slips by.
    let mut changes = daemon.receive_name_owner_changed_with_args(&[(0, name)]).await?;
    let mut owned = daemon.name_has_owner(BusName::try_from(name)?).await?;
    while owned != (wanted == Owned::Yes) {
        let change = changes.next().await.context("the bus ended")?;
        owned = change.args()?.new_owner().is_some();
    }
    Ok(())
}

/// Locks the default collection.
pub(super) async fn lock_default(bus: &str) -> Result<()> {
    let connection = connect(bus).await?;
    let default = default_collection(&connection).await?.context("there is no default collection")?;
    let answer = connection.call_method(Some(NAME), PATH, Some(SERVICE), "Lock", &(vec![default],)).await?;
    let (locked, _): (Vec<OwnedObjectPath>, OwnedObjectPath) = answer.body().deserialize()?;
    ensure!(!locked.is_empty(), "the keyring did not lock");
    Ok(())
}

async fn wait_until_unlocked(bus: &str) -> Result<()> {
    let connection = connect(bus).await?;
    let service = zbus::Proxy::new(&connection, NAME, PATH, SERVICE).await?;
    let mut signals = service.receive_all_signals().await?;
    loop {
        if let Some(default) = default_collection(&connection).await? {
            let answer = connection
                .call_method(
                    Some(NAME),
                    &default,
                    Some("org.freedesktop.DBus.Properties"),
                    "Get",
                    &(COLLECTION, "Locked"),
                )
                .await?;
            let locked: OwnedValue = answer.body().deserialize()?;
            if !bool::try_from(locked)? {
                return Ok(());
            }
        }
        signals.next().await.context("the bus ended")?;
    }
}

async fn default_collection(connection: &Connection) -> Result<Option<OwnedObjectPath>> {
    let answer = connection.call_method(Some(NAME), PATH, Some(SERVICE), "ReadAlias", &"default").await?;
    let path: OwnedObjectPath = answer.body().deserialize()?;
    Ok((path.as_str() != "/").then_some(path))
}

async fn connect(bus: &str) -> Result<Connection> {
    Ok(Builder::address(bus)?.build().await?)
}
