//! Linux: whether there is a place for trays. Stock GNOME has none, and one may come with an extension.

use futures_util::{StreamExt, future, stream};
use zbus::fdo::DBusProxy;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, MatchRule, MessageStream, message::Type};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const PATH: &str = "/StatusNotifierWatcher";

/// Tells whether a host is there, now and again whenever that may have changed; ends with the bus.
pub(super) async fn watch(tell: impl Fn(bool)) -> zbus::Result<()> {
    let bus = Connection::session().await?;
    let daemon = DBusProxy::new(&bus).await?;
    let owners = daemon.receive_name_owner_changed_with_args(&[(0, WATCHER)]).await?.map(drop);
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(WATCHER)?.build();
    // Anybody can send these: they make us ask, no more.
    let hosts = MessageStream::for_match_rule(rule, &bus, None).await?.filter_map(|signal| {
        let host = signal.is_ok_and(|signal| {
            let header = signal.header();
            header.member().is_some_and(|member| member.starts_with("StatusNotifierHost"))
        });
        future::ready(host.then_some(()))
    });
    let mut changes = stream::select(owners, Box::pin(hosts));
    loop {
        tell(is_there(&bus).await);
        if changes.next().await.is_none() {
            return Ok(());
        }
    }
}

async fn is_there(bus: &Connection) -> bool {
    let asked = (WATCHER, "IsStatusNotifierHostRegistered");
    let properties = Some("org.freedesktop.DBus.Properties");
    let Ok(answer) = bus.call_method(Some(WATCHER), PATH, properties, "Get", &asked).await else {
        return false;
    };
    let there = answer.body().deserialize::<OwnedValue>();
    there.is_ok_and(|there| bool::try_from(there).unwrap_or(false))
}
