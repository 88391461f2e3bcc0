//! The person before dunst: what it shows, and clicks on it.

use std::collections::HashMap;
use std::fs::{DirBuilder, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use zbus::blocking::{Connection, connection::Builder};
use zbus::zvariant::OwnedValue;

use super::{DesktopSession, Folders};
use crate::webdriver::wait::{PATIENCE, until};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
const COMMANDS: &str = "org.dunstproject.cmd0";

/// The label that the menu of actions is to choose.
fn choice(temp: &Path) -> PathBuf {
    temp.join("dunst-choice")
}

/// Its menu of actions is a program, and that chooses what the test asks for. Nothing goes by itself.
pub(super) fn configure(folders: &Folders) -> Result<()> {
    let folder = folders.home.join(".config/dunst");
    DirBuilder::new().recursive(true).create(&folder)?;
    let choice = choice(&folders.temp);
    let config = format!(
        "[global]\ndmenu = \"grep --max-count=1 --fixed-strings --file={}\"\n\
         idle_threshold = 0\n[urgency_normal]\ntimeout = 0\n[urgency_low]\ntimeout = 0\n",
        choice.display()
    );
    write(&folder.join("dunstrc"), &config)
}

fn write(path: &Path, text: &str) -> Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(path)?;
    Ok(file.write_all(text.as_bytes())?)
}

/// dunst as it runs in a session with [`super::DesktopBuilder::notifications`].
pub struct Dunst {
    bus: Connection,
    choice: PathBuf,
}

/// A notification that dunst had on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// dunst's number for it.
    pub id: i32,
    /// The title.
    pub title: String,
    /// The text as it was read on the screen: without its markup.
    pub body: String,
}

impl Dunst {
    /// Joins the session's bus.
    pub fn of(session: &DesktopSession) -> Result<Self> {
        let bus = Builder::address(session.bus())?.build()?;
        Ok(Self { bus, choice: choice(session.temp()) })
    }

    /// Waits until so many are on the screen.
    pub fn wait_displayed(&self, wanted: u32) -> Result<()> {
        until("notifications on the screen", PATIENCE, || {
            let asked = (COMMANDS, "displayedLength");
            let properties = Some("org.freedesktop.DBus.Properties");
            let answer = self.bus.call_method(Some(NAME), PATH, properties, "Get", &asked)?;
            let displayed: OwnedValue = answer.body().deserialize()?;
            Ok((u32::try_from(displayed)? == wanted).then_some(()))
        })
    }

    /// Clicks on the first one.
    pub fn click(&self) -> Result<()> {
        self.command("NotificationAction", &0_u32)
    }

    /// Presses the button with this label, of whichever notification has it.
    pub fn press(&self, label: &str) -> Result<()> {
        ensure!(!label.is_empty(), "it would choose anything");
        write(&self.choice, label)?;
        self.command("ContextMenuCall", &())
    }

    /// Closes all of them, as the person does.
    pub fn close_all(&self) -> Result<()> {
        self.command("NotificationCloseAll", &())
    }

    /// What is not on the screen any more, the last one first.
    pub fn history(&self) -> Result<Vec<Past>> {
        let answer =
            self.bus.call_method(Some(NAME), PATH, Some(COMMANDS), "NotificationListHistory", &())?;
        let past: Vec<HashMap<String, OwnedValue>> = answer.body().deserialize()?;
        past.into_iter().map(Past::read).collect()
    }

    fn command<B>(&self, method: &str, body: &B) -> Result<()>
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        self.bus.call_method(Some(NAME), PATH, Some(COMMANDS), method, body)?;
        Ok(())
    }
}

impl Past {
    fn read(mut values: HashMap<String, OwnedValue>) -> Result<Self> {
        let mut text = |name: &str| -> Result<String> {
            Ok(String::try_from(values.remove(name).with_context(|| format!("no {name}"))?)?)
        };
        let (title, body) = (text("summary")?, text("body")?);
        let id = i32::try_from(values.remove("id").context("no id")?)?;
        Ok(Self { id, title, body })
    }
}
