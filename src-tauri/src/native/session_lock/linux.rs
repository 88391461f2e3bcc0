//! Linux: `ActiveChanged` of the screen saver, on the session bus. GNOME has its own interface for it.

use std::sync::{Arc, Weak};

use futures_util::{StreamExt, stream};
use zbus::{Connection, MatchRule, MessageStream, message::Type};

use crate::app::App;

const INTERFACES: [&str; 2] = ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"];

/// Watches until the app ends. Without a session bus nothing can lock.
pub(crate) fn watch(app: &Arc<App>) {
    let app = Arc::downgrade(app);
    tauri::async_runtime::spawn(async move {
        if let Err(error) = listen(&app).await {
            tracing::info!(%error, "locking the session is not noticed");
        }
    });
}

async fn listen(app: &Weak<App>) -> zbus::Result<()> {
    let bus = Connection::session().await?;
    let mut streams = Vec::new();
    for interface in INTERFACES {
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .interface(interface)?
            .member("ActiveChanged")?
            .build();
        streams.push(MessageStream::for_match_rule(rule, &bus, None).await?);
    }
    let mut signals = stream::select_all(streams);
    while let Some(signal) = signals.next().await {
        let locked = signal.is_ok_and(|signal| signal.body().deserialize::<bool>().unwrap_or(false));
        let Some(app) = app.upgrade() else { break };
        if locked {
            app.session_locked();
        }
    }
    Ok(())
}
