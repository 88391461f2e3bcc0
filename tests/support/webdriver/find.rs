//! Finding by role and name: the page offers candidates, the engine says what each of them is called.
//!
//! Which elements *could* have a role is a plain list (`candidates.js`); role and name themselves are the engine's own
//! computation, the one a screen reader gets, so a wrong `aria-` attribute fails a test instead of being worked around.

use std::time::Duration;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::{Element, Name, Window, wait};

const CANDIDATES: &str = include_str!("candidates.js");
const CHANGES: &str = include_str!("changes.js");
const AWAIT_CHANGE: &str = include_str!("await_change.js");

/// What is looked for, and where.
pub(super) struct Look {
    inside: Option<Element>,
    role: String,
    name: Name,
}

impl Look {
    pub(super) fn new(inside: Option<Element>, role: &str, name: Name) -> Self {
        Self { inside, role: role.to_owned(), name }
    }
}

/// A look at one window.
pub(super) struct Looking<'a> {
    window: &'a Window,
    look: Look,
}

impl<'a> Looking<'a> {
    pub(super) fn new(window: &'a Window, look: Look) -> Self {
        Self { window, look }
    }

    pub(super) fn all(&self) -> Result<Vec<Element>> {
        Ok(self
            .named()?
            .into_iter()
            .filter(|(_, name)| self.look.name.fits(name))
            .map(|(it, _)| it)
            .collect())
    }

    pub(super) fn one(&self) -> Result<Element> {
        let what = format!("one {} {}", self.look.role, self.look.name);
        let mut seen = Vec::new();
        let found = self.window.until(&what, || {
            let named = self.named()?;
            seen = named.iter().map(|(_, name)| name.clone()).collect();
            let mut fitting = named.into_iter().filter(|(_, name)| self.look.name.fits(name));
            Ok(match (fitting.next(), fitting.next()) {
                (Some((one, _)), None) => Some(one),
                _ => None,
            })
        });
        found.or_else(|error| bail!("{error:#}; the page's {} elements are named {seen:?}", self.look.role))
    }

    /// Every visible element of the role, with its plain name.
    fn named(&self) -> Result<Vec<(Element, String)>> {
        let inside = self.look.inside.as_ref().map(Element::to_wire);
        let candidates = self.window.run(CANDIDATES, &json!([self.look.role, inside]))?;
        let mut named = Vec::new();
        for candidate in candidates.as_array().into_iter().flatten() {
            let element = Element::from_wire(self.window, candidate)?;
            if same_role(&element.role()?, &self.look.role) {
                let name = element.name()?;
                named.push((element, name));
            }
        }
        Ok(named)
    }
}

/// The engine's word for a role against ARIA's: it has a few of its own.
fn same_role(engine: &str, wanted: &str) -> bool {
    engine == wanted
        || matches!(
            (engine, wanted),
            ("image", "img")
                | ("sectionheader", "banner")
                | ("sectionfooter", "contentinfo")
                | ("textbox", "spinbutton")
                | ("button", "combobox")
        )
}

/// What the page says of its own changes so far: a token that is another one after the next change.
pub(super) fn changes(window: &Window) -> Result<Value> {
    // A page that is just being replaced answers with an error: ask until the new one is there.
    wait::until("the page", wait::PATIENCE, || window.run(CHANGES, &json!([])).map(Some))
}

/// Returns when the page has changed since `seen`, or `limit` is over.
pub(super) fn await_change(window: &Window, seen: &Value, limit: Duration) -> Result<()> {
    let millis = u64::try_from(limit.as_millis()).unwrap_or(u64::MAX);
    match window.run_async(limit + wait::PATIENCE, AWAIT_CHANGE, &json!([seen, millis])) {
        // The page was replaced while it waited, which is a change.
        Err(error) if super::wire::is(&error, &["javascript error", "script timeout", "unknown error"]) => {
            Ok(())
        }
        answer => answer.map(drop),
    }
}
