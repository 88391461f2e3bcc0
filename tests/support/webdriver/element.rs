//! Something in a page.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::find::Look;
use super::window::write_png;
use super::{Name, Window, keys, wait};

/// The key under which the protocol wraps an element's id.
const WRAPPED: &str = "element-6066-11e4-a52e-4f735466cecf";

const SETTLED: &str = include_str!("settled.js");

/// An element of a page.
#[derive(Clone)]
pub struct Element {
    window: Window,
    id: String,
}

impl Element {
    pub(super) fn from_wire(window: &Window, value: &Value) -> Result<Self> {
        let id = value[WRAPPED].as_str().context("the driver gave no element")?;
        Ok(Self { window: window.clone(), id: id.to_owned() })
    }

    pub(super) fn to_wire(&self) -> Value {
        json!({ WRAPPED: self.id })
    }

    /// The one visible element in this one with this role and name, when it is there.
    pub fn by_role(&self, role: &str, name: impl Into<Name>) -> Result<Self> {
        self.window.look(Look::new(Some(self.clone()), role, name.into())).one()
    }

    /// All visible elements in this one with this role and name, as they are now.
    pub fn all_by_role(&self, role: &str, name: impl Into<Name>) -> Result<Vec<Self>> {
        self.window.look(Look::new(Some(self.clone()), role, name.into())).all()
    }

    /// Clicks in its middle, with the pointer, once its row takes clicks and it is in view.
    pub fn click(&self) -> Result<()> {
        self.settled()?;
        self.post("click", &json!({})).map(drop)
    }

    /// Types into it, after what is there.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.post("value", &json!({"text": text})).map(drop)
    }

    /// Empties a field.
    pub fn clear(&self) -> Result<()> {
        self.post("clear", &json!({})).map(drop)
    }

    /// Focuses it and presses keys, such as `"Enter"` or `"Shift+F10"`, once its row takes clicks: Enter is one too.
    pub fn press(&self, chord: &str) -> Result<()> {
        self.settled()?;
        self.post("value", &json!({"text": keys::text(chord)?})).map(drop)
    }

    /// Its visible text.
    pub fn text(&self) -> Result<String> {
        Ok(Name::plain(&self.read("text")?))
    }

    /// Its accessible name, as the engine computes it.
    pub fn name(&self) -> Result<String> {
        Ok(Name::plain(&self.read("computedlabel")?))
    }

    /// Its role, as the engine computes it.
    pub fn role(&self) -> Result<String> {
        self.read("computedrole")
    }

    /// An attribute, if it has it.
    pub fn attribute(&self, name: &str) -> Result<Option<String>> {
        Ok(self.get(&format!("attribute/{name}"))?.as_str().map(str::to_owned))
    }

    /// A property, such as a field's `value`.
    pub fn property(&self, name: &str) -> Result<Value> {
        self.get(&format!("property/{name}"))
    }

    /// Can it be used?
    pub fn is_enabled(&self) -> Result<bool> {
        Ok(self.get("enabled")?.as_bool() == Some(true))
    }

    /// The words that `aria-describedby` leads to.
    pub fn description(&self) -> Result<String> {
        let script = "return (arguments[0].getAttribute('aria-describedby') ?? '').split(/\\s+/)
            .map((id) => document.getElementById(id)?.textContent ?? '').join(' ')";
        let words = self.window.run(script, &json!([self.to_wire()]))?;
        Ok(Name::plain(words.as_str().unwrap_or_default()))
    }

    /// It alone, as a PNG.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        write_png(&self.window.while_it_changes(|| self.get("screenshot"))?, file)
    }

    /// A row that has just opened takes no click, so that the second half of a double click does nothing.
    fn settled(&self) -> Result<()> {
        self.window.run_async(wait::PATIENCE, SETTLED, &json!([self.to_wire()])).map(drop)
    }

    fn read(&self, what: &str) -> Result<String> {
        Ok(self.get(what)?.as_str().unwrap_or_default().to_owned())
    }

    fn get(&self, what: &str) -> Result<Value> {
        self.window.get(&format!("/element/{}/{what}", self.id))
    }

    fn post(&self, what: &str, body: &Value) -> Result<Value> {
        self.window.post(&format!("/element/{}/{what}", self.id), body)
    }
}
