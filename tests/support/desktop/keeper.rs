//! The thread that holds a session's processes.
//!
//! A thread of its own, because "kill me when my parent ends" means the parent's thread: a worker of some
//! runtime may end long before the session does.

use std::fs::File;
use std::io::Write as _;
use std::sync::mpsc as std_mpsc;
use std::thread::JoinHandle;

use anyhow::{Context as _, Result, anyhow};
use tokio::sync::mpsc;

use super::dunst;
use super::keyring::{self, lock_default, wait_for_name};
use super::process::{Ending, Process, Program};
use super::{DesktopBuilder, Folders, Keyring, Started};

const NOTIFICATIONS: &str = "org.freedesktop.Notifications";

enum Order {
    Keyring(Keyring),
    Lock,
}

type Reply = std_mpsc::Sender<Result<()>>;

pub(super) struct Keeper {
    orders: Option<mpsc::UnboundedSender<(Order, Reply)>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    pub(super) fn start(builder: DesktopBuilder, folders: Folders) -> Result<(Self, Started)> {
        let (orders, mut queue) = mpsc::unbounded_channel::<(Order, Reply)>();
        let (tell, told) = std_mpsc::channel();
        let body = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = match runtime {
                Ok(runtime) => runtime,
                Err(error) => return drop(tell.send(Err(error.into()))),
            };
            runtime.block_on(async move {
                let mut running = match Running::start(builder, &folders).await {
                    Ok(running) => running,
                    Err(error) => return drop(tell.send(Err(error))),
                };
                drop(tell.send(Ok(running.started.clone())));
                while let Some((order, reply)) = queue.recv().await {
                    let done = match order {
                        Order::Keyring(keyring) => running.start_keyring(&folders, keyring).await,
                        Order::Lock => lock_default(&running.started.bus).await,
                    };
                    drop(reply.send(done));
                }
                running.end().await;
            });
        };
        let thread = std::thread::Builder::new().name("desktop".into()).spawn(body)?;
        let keeper = Self { orders: Some(orders), thread: Some(thread) };
        let started = told.recv().context("the session's thread ended")??;
        Ok((keeper, started))
    }

    pub(super) fn start_keyring(&self, keyring: Keyring) -> Result<()> {
        self.order(Order::Keyring(keyring))
    }

    pub(super) fn lock_keyring(&self) -> Result<()> {
        self.order(Order::Lock)
    }

    fn order(&self, order: Order) -> Result<()> {
        let (reply, done) = std_mpsc::channel();
        let orders = self.orders.as_ref().context("the session is ending")?;
        orders.send((order, reply)).map_err(|_| anyhow!("the session's thread ended"))?;
        done.recv().context("the session's thread ended")?
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

struct Running {
    started: Started,
    /// The last one started comes last.
    processes: Vec<Process>,
    keyring: Option<Process>,
}

impl Running {
    async fn start(builder: DesktopBuilder, folders: &Folders) -> Result<Self> {
        let started = Started { bus: String::new(), display: None };
        let mut running = Self { started, processes: Vec::new(), keyring: None };
        running.start_bus(folders).await?;
        if builder.display {
            running.start_display(folders).await?;
        }
        if builder.window_manager {
            // It runs the given command once it manages the display.
            let mut openbox =
                running.spawn(folders, "openbox", &["--sm-disable", "--startup", "echo ready"]).await?;
            openbox.first_line().await?;
            running.processes.push(openbox);
        }
        if builder.notifications {
            dunst::configure(folders)?;
            let mut dunst = running.spawn(folders, "dunst", &[]).await?;
            dunst.until(wait_for_name(&running.started.bus, NOTIFICATIONS, keyring::Owned::Yes)).await?;
            running.processes.push(dunst);
        }
        running.start_keyring(folders, builder.keyring).await?;
        Ok(running)
    }

    async fn start_bus(&mut self, folders: &Folders) -> Result<()> {
        let config = folders.runtime.join("bus.conf");
        let socket = folders.runtime.join("bus");
        File::create(&config)?.write_all(bus_config(&socket.display().to_string()).as_bytes())?;
        let config = format!("--config-file={}", config.display());
        let mut bus = self
            .spawn(folders, "dbus-daemon", &[config.as_str(), "--nofork", "--nopidfile", "--print-address"])
            .await?;
        self.started.bus = bus.first_line().await?;
        self.processes.push(bus);
        Ok(())
    }

    async fn start_display(&mut self, folders: &Folders) -> Result<()> {
        let arguments = ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"];
        let mut xvfb = self.spawn(folders, "Xvfb", &arguments).await?;
        self.started.display = Some(format!(":{}", xvfb.first_line().await?));
        self.processes.push(xvfb);
        Ok(())
    }

    async fn start_keyring(&mut self, folders: &Folders, keyring: Keyring) -> Result<()> {
        if let Some(running) = self.keyring.take() {
            running.kill().await?;
            wait_for_name(&self.started.bus, keyring::NAME, keyring::Owned::No).await?;
        }
        self.keyring = keyring::start(folders, &self.started, keyring).await?;
        Ok(())
    }

    async fn spawn(&self, folders: &Folders, name: &str, arguments: &[&str]) -> Result<Process> {
        let ending = if name == "Xvfb" { Ending::Terminate } else { Ending::Kill };
        Process::start(folders, &self.started, Program { name, arguments, input: None, ending }).await
    }

    async fn end(mut self) {
        self.processes.extend(self.keyring.take());
        for process in self.processes.into_iter().rev() {
            // It may have ended by itself.
            drop(process.end().await);
        }
    }
}

/// A bus without any service that could be started by asking for it.
fn bus_config(socket: &str) -> String {
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#
    )
}
