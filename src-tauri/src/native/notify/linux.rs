//! Linux: `org.freedesktop.Notifications` on the session bus.
//!
//! Any program can send signals: only those of the server that gave us a notification's number count, and only for
//! that number.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::StreamExt;
use tokio::sync::{Mutex, OnceCell};
use zbus::zvariant::Value;
use zbus::{Connection, MatchRule, Message, MessageStream, message::Type};

use super::words::{escaped, line, lines};
use super::{DEFAULT, Note, Notifier, NotifyError, NotifyEvent, OnEvent, Shown, Taken, in_time};

const SERVER: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// Of the installed desktop entry, without its ending: by it the desktop finds our name, icon and settings.
const DESKTOP_ENTRY: &str = "Miftah";

/// The session's notifications. The bus is joined with the first call.
pub(super) struct Desktop {
    patience: Duration,
    bus: OnceCell<Connection>,
    shared: Arc<Shared>,
}

struct Shared {
    /// Held while the server is told of a note, so that a click is not looked up before its number is known.
    shown: Mutex<HashMap<u32, Entry>>,
    on_event: OnEvent,
}

struct Entry {
    shown: Shown,
    /// Comes before the click that it is for.
    token: Option<String>,
}

impl Desktop {
    pub(super) fn new(patience: Duration, on_event: OnEvent) -> Self {
        let shared = Arc::new(Shared { shown: Mutex::default(), on_event });
        Self { patience, bus: OnceCell::new(), shared }
    }

    async fn bus(&self) -> Result<&Connection, NotifyError> {
        let joined = self.bus.get_or_try_init(async || {
            let bus = Connection::session().await?;
            let rule = MatchRule::builder().msg_type(Type::Signal).interface(SERVER)?.path(PATH)?.build();
            let mut signals = MessageStream::for_match_rule(rule, &bus, None).await?;
            let (shared, run) = (Arc::clone(&self.shared), run_of(&bus));
            tauri::async_runtime::spawn(async move {
                while let Some(Ok(signal)) = signals.next().await {
                    // Not a signal of the shape that the specification says: not for us.
                    let _ = shared.take(&run, &signal).await;
                }
            });
            Ok::<_, zbus::Error>(bus)
        });
        joined.await.map_err(|error| why(&error))
    }

    async fn call<B>(&self, method: &str, body: &B) -> Result<Message, NotifyError>
    where
        B: serde::Serialize + zbus::zvariant::DynamicType + Sync,
    {
        let bus = self.bus().await?;
        let answer = bus.call_method(Some(SERVER), PATH, Some(SERVER), method, body).await;
        answer.map_err(|error| why(&error))
    }

    async fn tell(&self, note: &Note) -> Result<Taken, NotifyError> {
        let about = self.call("GetServerInformation", &()).await?;
        let (by, ..): (String, String, String, String) = body(&about)?;
        let able: Vec<String> = body(&self.call("GetCapabilities", &()).await?)?;
        let able = |what: &str| able.iter().any(|able| able == what);

        let actions = able("actions");
        let text = lines(&note.body);
        let text = if able("body-markup") { escaped(&text) } else { text };
        let buttons = if actions { buttons(note) } else { Vec::new() };
        let urgency: u8 = if note.urgent { 2 } else { 1 };
        let hints = HashMap::from([
            ("urgency", Value::from(urgency)),
            ("desktop-entry", Value::from(DESKTOP_ENTRY)),
            ("category", Value::from("x-miftah.reminder")),
        ]);

        let now = self.server(&about).await?;
        let mut shown = self.shared.shown.lock().await;
        // To a server that took the place of another, the old number is somebody else's.
        let same = |entry: &&Entry| entry.shown.tag == note.tag && entry.shown.server == now;
        let replaces = shown.values().find(same).map_or(0, |entry| entry.shown.id);
        let expires: i32 = if note.urgent { 0 } else { -1 };
        let title = line(&note.title);
        let call = ("Miftah", replaces, "miftah", title, text, buttons, hints, expires);
        let answer = self.call("Notify", &call).await?;
        let entry = Shown { tag: note.tag.clone(), id: body(&answer)?, server: self.server(&answer).await? };
        shown.retain(|_, old| old.shown.tag != entry.tag);
        shown.insert(entry.id, Entry { shown: entry.clone(), token: None });
        Ok(Taken { shown: entry, by, actions })
    }

    /// Which run of the server an answer came from. The bus itself sets the sender.
    async fn server(&self, answer: &Message) -> Result<String, NotifyError> {
        Ok(server(&run_of(self.bus().await?), answer).unwrap_or_default())
    }
}

#[async_trait]
impl Notifier for Desktop {
    async fn show(&self, note: Note) -> Result<Taken, NotifyError> {
        in_time(self.patience, self.tell(&note)).await
    }

    async fn close(&self, tag: &str) {
        let mut shown = self.shared.shown.lock().await;
        let Some(id) = shown.values().find(|entry| entry.shown.tag == tag).map(|entry| entry.shown.id) else {
            return;
        };
        shown.remove(&id);
        if let Err(error) = in_time(self.patience, self.call("CloseNotification", &id)).await {
            tracing::info!(%error, "a notification was not taken away");
        }
    }

    async fn reachable(&self) -> bool {
        in_time(self.patience, self.call("GetServerInformation", &())).await.is_ok()
    }

    async fn adopt(&self, earlier: Vec<Shown>) {
        if self.bus().await.is_err() {
            return;
        }
        let mut shown = self.shared.shown.lock().await;
        for earlier in earlier {
            shown.entry(earlier.id).or_insert(Entry { shown: earlier, token: None });
        }
    }
}

impl Shared {
    /// A signal that looks like one of the server.
    async fn take(&self, run: &str, signal: &Message) -> zbus::Result<()> {
        let header = signal.header();
        let member = header.member().map(zbus::names::MemberName::as_str);
        let body = signal.body();
        let id = match member {
            Some("NotificationClosed") => body.deserialize::<(u32, u32)>()?.0,
            Some("ActivationToken" | "ActionInvoked") => body.deserialize::<(u32, &str)>()?.0,
            _ => return Ok(()),
        };
        let mut shown = self.shown.lock().await;
        let Some(entry) = shown.get_mut(&id) else { return Ok(()) };
        if server(run, signal).as_deref() != Some(entry.shown.server.as_str()) {
            return Ok(());
        }
        let event = match member {
            Some("ActivationToken") => {
                entry.token = Some(body.deserialize::<(u32, String)>()?.1);
                return Ok(());
            }
            Some("ActionInvoked") => {
                let (tag, token) = (entry.shown.tag.clone(), entry.token.take());
                NotifyEvent::Activated { tag, action: body.deserialize::<(u32, String)>()?.1, token }
            }
            _ => match body.deserialize::<(u32, u32)>()?.1 {
                DISMISSED => NotifyEvent::Dismissed { tag: entry.shown.tag.clone() },
                // Its time is over, but it may be clicked in the desktop's list.
                EXPIRED => return Ok(()),
                _ => {
                    shown.remove(&id);
                    return Ok(());
                }
            },
        };
        shown.remove(&id);
        drop(shown);
        (self.on_event)(event);
        Ok(())
    }
}

/// Why a notification is closed.
const EXPIRED: u32 = 1;
const DISMISSED: u32 = 2;

/// Id and label in turn. A server tells of a click on the notification itself only if that is an action too.
fn buttons(note: &Note) -> Vec<String> {
    let itself = note.actions.first().map_or(&note.title, |action| &action.label);
    let mut buttons = vec![DEFAULT.to_owned(), line(itself)];
    for action in &note.actions {
        buttons.extend([action.id.clone(), line(&action.label)]);
    }
    buttons
}

/// Names of programs are told apart from each other for as long as the bus runs.
fn run_of(bus: &Connection) -> String {
    bus.server_guid().to_string()
}

fn server(run: &str, message: &Message) -> Option<String> {
    Some(format!("{run} {}", message.header().sender()?))
}

fn body<T>(answer: &Message) -> Result<T, NotifyError>
where
    T: for<'a> serde::Deserialize<'a> + zbus::zvariant::Type,
{
    answer.body().deserialize().map_err(|_| NotifyError::Refused)
}

fn why(error: &zbus::Error) -> NotifyError {
    match error {
        zbus::Error::MethodError(name, ..) => match name.as_str() {
            "org.freedesktop.DBus.Error.TimedOut" | "org.freedesktop.DBus.Error.Timeout" => {
                NotifyError::TimedOut
            }
            // Nobody has the name, nobody can be started to take it, or whoever had it ended.
            "org.freedesktop.DBus.Error.ServiceUnknown"
            | "org.freedesktop.DBus.Error.NameHasNoOwner"
            | "org.freedesktop.DBus.Error.NoReply"
            | "org.freedesktop.DBus.Error.Disconnected" => NotifyError::NoServer,
            name if name.starts_with("org.freedesktop.DBus.Error.Spawn.") => NotifyError::NoServer,
            _ => NotifyError::Refused,
        },
        _ => NotifyError::NoServer,
    }
}
