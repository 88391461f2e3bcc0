//! Linux: logind and `NetworkManager`, on the system bus.

use futures_util::{Stream, StreamExt, future, stream};
use zbus::{Connection, MatchRule, Message, MessageStream, message::Type};

use super::Woke;

const LOGIND: &str = "org.freedesktop.login1.Manager";
const NETWORK: &str = "org.freedesktop.NetworkManager";

/// `NM_STATE_CONNECTED_GLOBAL`.
const REACHES_ALL: u32 = 70;

pub(super) fn watch(on: impl Fn(Woke) + Send + Sync + 'static) {
    tauri::async_runtime::spawn(async move {
        match signals().await {
            Ok(mut signals) => {
                while let Some(woke) = signals.next().await {
                    on(woke);
                }
            }
            Err(error) => tracing::info!(%error, "waking up is not noticed"),
        }
    });
}

/// What is told from now on, until the bus ends.
pub(super) async fn signals() -> zbus::Result<impl Stream<Item = Woke> + Unpin> {
    let bus = Connection::system().await?;
    let mut streams = Vec::new();
    for (sender, interface, member) in [
        ("org.freedesktop.login1", LOGIND, "PrepareForSleep"),
        ("org.freedesktop.NetworkManager", NETWORK, "StateChanged"),
    ] {
        // The bus knows who has the name, and leaves out what others send.
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .sender(sender)?
            .interface(interface)?
            .member(member)?
            .build();
        streams.push(MessageStream::for_match_rule(rule, &bus, None).await?);
    }
    let signals = stream::select_all(streams);
    Ok(signals.filter_map(|signal| future::ready(signal.ok().as_ref().and_then(read))))
}

fn read(signal: &Message) -> Option<Woke> {
    let (header, body) = (signal.header(), signal.body());
    match header.member()?.as_str() {
        // `true` comes before the computer goes to sleep.
        "PrepareForSleep" => (!body.deserialize::<bool>().ok()?).then_some(Woke::Resumed),
        "StateChanged" => (body.deserialize::<u32>().ok()? == REACHES_ALL).then_some(Woke::NetworkBack),
        _ => None,
    }
}
