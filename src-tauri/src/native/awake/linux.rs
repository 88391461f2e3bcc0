//! Linux: logind, else the session manager of GNOME and its kin, else `org.freedesktop.PowerManagement` (KDE, Xfce).

use std::time::Duration;

use zbus::zvariant::OwnedFd;
use zbus::{Connection, connection::Builder};

const PATIENCE: Duration = Duration::from_secs(2);

/// `sleep` stops what the person, a program or a long idle time asks for. logind goes to sleep for a closed lid even
/// so, unless that too is held; it looks at the lid again once we let go.
const WHAT: &str = "sleep:handle-lid-switch";

/// GNOME's flag for "do not suspend".
const SUSPEND: u32 = 4;

/// What keeps the computer awake.
pub(super) enum Hold {
    /// logind waits for the last copy of this to be closed.
    Logind { _open: OwnedFd },
    /// The session waits for this connection to end.
    Session { _open: Connection },
}

/// Asks one after the other.
pub(super) async fn hold(reason: &str) -> Option<Hold> {
    let asked = async {
        match logind(reason).await {
            Ok(hold) => return Ok(hold),
            Err(error) => tracing::info!(%error, "logind does not keep the computer awake"),
        }
        session(reason).await
    };
    let held = tokio::time::timeout(PATIENCE, asked).await.unwrap_or(Err(zbus::Error::Unsupported));
    held.inspect_err(|error| tracing::info!(%error, "nothing keeps the computer awake")).ok()
}

async fn logind(reason: &str) -> zbus::Result<Hold> {
    const NAME: &str = "org.freedesktop.login1";
    let bus = Connection::system().await?;
    let call = (WHAT, "Miftah", reason, "block");
    let interface = Some("org.freedesktop.login1.Manager");
    let answer = bus.call_method(Some(NAME), "/org/freedesktop/login1", interface, "Inhibit", &call).await?;
    Ok(Hold::Logind { _open: answer.body().deserialize()? })
}

/// On a connection of its own: both of them let go when it ends.
async fn session(reason: &str) -> zbus::Result<Hold> {
    const GNOME: &str = "org.gnome.SessionManager";
    const POWER: &str = "org.freedesktop.PowerManagement.Inhibit";
    let bus = Builder::session()?.build().await?;
    let call = ("Miftah", 0_u32, reason, SUSPEND);
    let held = bus.call_method(Some(GNOME), "/org/gnome/SessionManager", Some(GNOME), "Inhibit", &call).await;
    if held.is_err() {
        let path = "/org/freedesktop/PowerManagement/Inhibit";
        bus.call_method(Some(POWER), path, Some(POWER), "Inhibit", &("Miftah", reason)).await?;
    }
    Ok(Hold::Session { _open: bus })
}
