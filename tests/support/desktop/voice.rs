//! Signals from a connection of its own.

use std::sync::mpsc as std_mpsc;

use anyhow::Result;
use tokio::sync::mpsc;
use zbus::{Connection, Message, connection::Builder};

use super::DesktopSession;
use super::stubs::Host;
use crate::webdriver::wait::PATIENCE;

/// A program on the session's bus that says what the test wants. Dropping it takes it off.
pub struct Voice {
    orders: mpsc::UnboundedSender<(Message, std_mpsc::Sender<Result<()>>)>,
    _host: Host,
}

impl Voice {
    /// Joins the bus under no name that anybody knows: whatever it says, it is not the one it seems.
    pub fn impostor(session: &DesktopSession) -> Result<Self> {
        Self::start(session, "org.example.Impostor", async |builder| Ok(builder.build().await?))
    }

    pub(super) fn start<C>(
        session: &DesktopSession,
        name: &'static str,
        connect: impl FnOnce(Builder<'static>) -> C + Send + 'static,
    ) -> Result<Self>
    where
        C: Future<Output = Result<Connection>>,
    {
        let (orders, mut queue) = mpsc::unbounded_channel::<(Message, std_mpsc::Sender<Result<()>>)>();
        let bus = session.bus().to_owned();
        let host = Host::start(name, async move || {
            let connection = connect(Builder::address(bus.as_str())?).await?;
            let speaking = connection.clone();
            // It ends with the thread's runtime.
            tokio::spawn(async move {
                while let Some((signal, done)) = queue.recv().await {
                    done.send(say(&speaking, &signal).await).ok();
                }
            });
            Ok(connection)
        })?;
        Ok(Self { orders, _host: host })
    }

    /// Sends a signal; returns once the bus has passed it on.
    pub fn says<B>(&self, path: &str, interface: &str, member: &str, body: &B) -> Result<()>
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        let signal = Message::signal(path, interface, member)?.build(body)?;
        let (done, said) = std_mpsc::channel();
        self.orders.send((signal, done))?;
        said.recv_timeout(PATIENCE)?
    }
}

async fn say(bus: &Connection, signal: &Message) -> Result<()> {
    bus.send(signal).await?;
    // The bus handles what one program sends in its order: answered, the signal before it is passed on.
    zbus::fdo::DBusProxy::new(bus).await?.get_id().await?;
    Ok(())
}
