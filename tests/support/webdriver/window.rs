//! One web view.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::find::{self, Look};
use super::session::Session;
use super::wire::is;
use super::{Element, Name, keys, wait};

/// Errors that only mean the page changed between two commands.
const CHANGED: [&str; 3] = ["stale element reference", "no such element", "javascript error"];

/// A window of the app.
#[derive(Clone)]
pub struct Window {
    pub(super) session: Session,
    pub(super) handle: String,
}

/// A page painted without a graphics driver tells the driver of its window only what changes: it would wait for ever for
/// one that stands still. So a spot that nobody can see changes.
const NUDGE: &str = "const spot = document.createElement('i');
    spot.dataset.nudge = '';
    spot.style.cssText = 'position:fixed;inset:auto 0 0 auto;width:1px;height:1px;pointer-events:none';
    document.body.append(spot);
    let odd = false;
    const turn = () => {
        if (!spot.isConnected) return;
        odd = !odd;
        spot.style.background = odd ? '#00000001' : '#00000002';
        setTimeout(turn, 20);
    };
    turn()";

impl Window {
    pub(super) fn new(session: Session, handle: String) -> Self {
        Self { session, handle }
    }

    /// The one visible element with this role and name, when it is there.
    ///
    /// Several at once are an error, as is none within [`wait::PATIENCE`]; the error lists the names there were.
    pub fn by_role(&self, role: &str, name: impl Into<Name>) -> Result<Element> {
        self.look(Look::new(None, role, name.into())).one()
    }

    /// All visible elements with this role and name, as they are now.
    pub fn all_by_role(&self, role: &str, name: impl Into<Name>) -> Result<Vec<Element>> {
        self.look(Look::new(None, role, name.into())).all()
    }

    /// Is there a visible element with this role and name now?
    pub fn has(&self, role: &str, name: impl Into<Name>) -> Result<bool> {
        Ok(!self.all_by_role(role, name)?.is_empty())
    }

    /// Returns when no visible element has this role and name.
    pub fn gone(&self, role: &str, name: impl Into<Name>) -> Result<()> {
        let name = name.into();
        self.until(&format!("{role} {name} to go"), || Ok((!self.has(role, name.clone())?).then_some(())))
    }

    /// Returns when the page shows this text somewhere.
    pub fn shows(&self, text: &str) -> Result<()> {
        self.until(&format!("the text \"{text}\""), || Ok(self.text()?.contains(text).then_some(())))
    }

    /// The page's visible text.
    pub fn text(&self) -> Result<String> {
        let text = self.run("return document.body.innerText", &json!([]))?;
        Ok(Name::plain(text.as_str().unwrap_or_default()))
    }

    /// Looks again at each change of the page, until the look gives something.
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
        self.until_within(wait::PATIENCE, what, look)
    }

    /// As [`Window::until`], with its own patience.
    pub fn until_within<T>(
        &self,
        patience: Duration,
        what: &str,
        mut look: impl FnMut() -> Result<Option<T>>,
    ) -> Result<T> {
        let end = Instant::now() + patience;
        loop {
            let seen = find::changes(self)?;
            let left = end.saturating_duration_since(Instant::now());
            match look() {
                Ok(Some(found)) => return Ok(found),
                Ok(None) if left.is_zero() => {
                    anyhow::bail!("waited {} s in vain for {what}", patience.as_secs())
                }
                Err(error) if left.is_zero() || !is(&error, &CHANGED) => {
                    return Err(error).with_context(|| format!("while waiting for {what}"));
                }
                Ok(None) => find::await_change(self, &seen, left)?,
                Err(_) => {}
            }
        }
    }

    /// The element that has the keyboard.
    pub fn focused(&self) -> Result<Element> {
        Element::from_wire(self, &self.get("/element/active")?)
    }

    /// Presses keys one after another in the page, such as `"Tab"`, `"Control+k"`, `"Escape"`.
    pub fn press(&self, chord: &str) -> Result<()> {
        self.post("/actions", &keys::actions(chord)?)?;
        self.delete("/actions")?;
        Ok(())
    }

    /// Goes to an address. The app's own windows refuse to be led anywhere.
    pub fn open(&self, url: &str) -> Result<()> {
        self.post("/url", &json!({"url": url})).map(drop)
    }

    /// The page's address.
    pub fn url(&self) -> Result<String> {
        Ok(self.get("/url")?.as_str().unwrap_or_default().to_owned())
    }

    /// The page's title.
    pub fn title(&self) -> Result<String> {
        Ok(self.get("/title")?.as_str().unwrap_or_default().to_owned())
    }

    /// Makes the window this large.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.post("/window/rect", &json!({"width": width, "height": height})).map(drop)
    }

    /// Closes the window as its close button does.
    pub fn close(&self) -> Result<()> {
        self.delete("/window").map(drop)
    }

    /// The page as a PNG. A native dialog is not on it: see `Screen`.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        write_png(&self.while_it_changes(|| self.get("/screenshot"))?, file)
    }

    /// Asks for a picture of a page that may stand still.
    pub(super) fn while_it_changes(&self, ask: impl FnOnce() -> Result<Value>) -> Result<Value> {
        self.run(NUDGE, &json!([]))?;
        let taken = ask();
        self.run("document.querySelector('[data-nudge]')?.remove()", &json!([]))?;
        taken
    }

    /// Runs a script in the page: the body of a function with `arguments`.
    pub fn run(&self, script: &str, arguments: &Value) -> Result<Value> {
        self.post("/execute/sync", &json!({"script": script, "args": arguments}))
    }

    /// As [`Window::run`], for a script that calls its last argument when it is done.
    pub fn run_async(&self, limit: Duration, script: &str, arguments: &Value) -> Result<Value> {
        let body = json!({"script": script, "args": arguments});
        self.session.post_within(limit, &self.handle, "/execute/async", &body)
    }

    pub(super) fn look(&self, look: Look) -> find::Looking<'_> {
        find::Looking::new(self, look)
    }

    pub(super) fn get(&self, path: &str) -> Result<Value> {
        self.session.get(&self.handle, path)
    }

    pub(super) fn post(&self, path: &str, body: &Value) -> Result<Value> {
        self.session.post(&self.handle, path, body)
    }

    fn delete(&self, path: &str) -> Result<Value> {
        self.session.delete(&self.handle, path)
    }
}

pub(super) fn write_png(base64: &Value, file: &Path) -> Result<()> {
    let png = BASE64_STANDARD.decode(base64.as_str().unwrap_or_default())?;
    std::fs::write(file, png).with_context(|| format!("{} could not be written", file.display()))
}
