//! The way through the window, and the searches on it.

use std::fmt;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use dhmad_sandbox::{Fault, FaultAction, LedgerEvent, Profile, seed};
use miftah_tests::fixture::{Fixture, click, select_row};
use miftah_tests::webdriver::{Needle, Window, containing, wait};
use serde_json::json;

/// A live key that counts down.
const LIVE: &str = "Comptabilité";
const SANDBOX: &str = "Sandbox tests";
/// What is dropped is wiped at once; a connection or a task may take this long to be dropped.
const SOON: Duration = Duration::from_secs(10);

/// Half the answer, with the front of the key in it.
const HALF: usize = 120;

/// What was searched and found.
#[derive(Default)]
pub(crate) struct Figures {
    searches: usize,
    controls: Vec<(&'static str, usize)>,
    clean: Vec<(&'static str, Duration)>,
}

impl fmt::Display for Figures {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (what, found) in &self.controls {
            writeln!(to, "  control, {what}: {found} found")?;
        }
        for (what, after) in &self.clean {
            let after = after.as_secs_f64();
            writeln!(to, "  after {what}: 0 copies in the app, 0 in the web processes ({after:.1} s later)")?;
        }
        write!(to, "  {} searches", self.searches)
    }
}

impl Figures {
    /// While it is live the search must find it in the app, and never in a web process.
    fn control(&mut self, fixture: &Fixture, what: &'static str, secret: &str) -> Result<()> {
        let (needle, processes) = (Needle::parts_of(secret)?, fixture.processes()?);
        self.searches += 1;
        let found = needle.search(&processes.app)?.len();
        ensure!(found > 0, "the search does not find what is there: {what}");
        self.controls.push((what, found));
        let web = needle.search(&processes.web)?;
        ensure!(web.is_empty(), "{what}: in a web process: {web:?}");
        Ok(())
    }

    /// What a page holds, the search of the web processes must find.
    fn web_control(&mut self, fixture: &Fixture, window: &Window) -> Result<()> {
        let marker: String = ('a'..='z').chain('A'..='Z').rev().collect();
        window.run("window.miftahMarker = arguments[0] + \"!\"", &json!([marker]))?;
        let found = Needle::parts_of(&marker)?.search(&fixture.processes()?.web)?.len();
        ensure!(found > 0, "the search does not reach the web processes");
        self.controls.push(("a marker in the page", found));
        window.run("delete window.miftahMarker", &json!([])).map(drop)
    }

    /// Nothing is left of these.
    #[expect(clippy::disallowed_methods, reason = "says how long a copy lived on")]
    fn clean(&mut self, fixture: &Fixture, what: &'static str, secrets: &[String]) -> Result<()> {
        let began = Instant::now();
        for secret in secrets {
            let needle = Needle::parts_of(secret)?;
            let mut left = Vec::new();
            let gone = wait::until("the last copy to go", SOON, || {
                self.searches += 1;
                let processes = fixture.processes()?;
                left = needle.search(&[processes.app, processes.web].concat())?;
                Ok(left.is_empty().then_some(()))
            });
            gone.with_context(|| format!("after {what}: {left:?}"))?;
        }
        self.clean.push((what, began.elapsed()));
        Ok(())
    }
}

pub(crate) fn walk(app: &Path) -> Result<Figures> {
    let mut figures = Figures::default();
    full(app, &mut figures)?;
    guided(app, &mut figures)?;
    Ok(figures)
}

/// Every secret that DHMAD has made so far for the keys that the walk touches: those of the seed are older than
/// the app, and of them only these two can have come here.
fn issued(fixture: &Fixture, seeded: usize) -> Result<Vec<String>> {
    let touched = [fixture.key_id(LIVE)?, fixture.key_id(SANDBOX)?];
    let secrets = issued_so_far(fixture)?.into_iter().enumerate();
    let secrets = secrets.filter(|(at, (key, _))| *at >= seeded || touched.contains(key));
    Ok(secrets.map(|(_, (_, secret))| secret).collect())
}

fn issued_so_far(fixture: &Fixture) -> Result<Vec<(String, String)>> {
    let events = fixture.portal()?.ledger().into_iter();
    let issued = events.filter_map(|event| match event {
        LedgerEvent::Issued { key_id, secret, .. } => Some((key_id, secret)),
        _ => None,
    });
    Ok(issued.collect())
}

fn full(app: &Path, figures: &mut Figures) -> Result<()> {
    let fixture = Fixture::plan().tls().program(app).signed_in().start()?;
    let seeded = issued_so_far(&fixture)?.len();
    let window = fixture.main_window()?;
    figures.web_control(&fixture, &window)?;
    let tokens = fixture.portal()?.tokens();
    figures.control(&fixture, "the developer token", tokens.last().context("nobody signed in")?)?;
    regenerate(&fixture, &window, LIVE)?;
    window.by_role("heading", "Copied. Paste it now.")?;
    figures.control(&fixture, "a regenerated key on the clipboard", &fixture.secret(LIVE)?)?;
    clear(&fixture, &window)?;
    figures.clean(&fixture, "a regenerate and \"Clear now\"", &issued(&fixture, seeded)?)?;
    window.by_role("button", "Copy again")?.click()?;
    window.by_role("heading", "Copied. Paste it now.")?;
    figures.control(&fixture, "a key copied again", &fixture.secret(LIVE)?)?;
    clear(&fixture, &window)?;
    figures.clean(&fixture, "a copy from the keychain", &issued(&fixture, seeded)?)?;
    window.by_role("button", "Done")?.click()?;

    regenerate(&fixture, &window, SANDBOX)?;
    window.by_role("heading", "Copied. Paste it now.")?;
    clear(&fixture, &window)?;
    window.by_role("button", "Done")?.click()?;
    regenerate(&fixture, &window, SANDBOX)?;
    window.by_role("heading", containing("Regenerating in"))?;
    window.press("Escape")?;
    window.by_role("heading", "Cancelled. Nothing was sent.")?;
    window.press("Escape")?;
    figures.clean(&fixture, "a cancelled regenerate", &issued(&fixture, seeded)?)?;

    // The new key arrives, and nothing in the answer is recognised as one.
    let rewrite =
        |replace: &str| FaultAction::Rewrite { find: "sk_sandbox_".into(), replace: replace.into() };
    for (what, answer) in [
        ("an answer with another word for a key", rewrite("sk-sandbox-")),
        ("an answer with the key escaped", rewrite("\\u0073k_sandbox_")),
        ("an answer with two keys", rewrite("sk_sandbox_0123456789abcdef\",\"key2\":\"sk_sandbox_")),
        ("half an answer", FaultAction::CutBody { keep: HALF }),
    ] {
        fixture.portal()?.set_fault(Fault::after("POST", "*/regenerate", answer));
        regenerate(&fixture, &window, SANDBOX)?;
        window.by_role("heading", containing("The old key is dead"))?;
        figures.clean(&fixture, what, &issued(&fixture, seeded)?)?;
        window.by_role("button", "Not now")?.click()?;
    }

    rotate(&window)?;
    figures.clean(&fixture, "making a second key", &issued(&fixture, seeded)?)?;

    window.press("Control+,")?;
    click(&window, "button", "Sign out…")?;
    click(&window, "button", "Sign out")?;
    fixture.sign_in_window()?;
    let mut secrets = issued(&fixture, seeded)?;
    secrets.push(seed::DEVELOPER_TOKEN.into());
    secrets.extend(fixture.portal()?.tokens());
    figures.clean(&fixture, "a sign-out, the developer token included", &secrets)
}

fn guided(app: &Path, figures: &mut Figures) -> Result<()> {
    let fixture = Fixture::plan().tls().program(app).profile(Profile::Guided).start()?;
    let form = fixture.sign_in_window()?;
    click(&form, "button", containing("Start with the keys I have"))?;
    let window = fixture.entered()?;
    let secret = fixture.secret(LIVE)?;
    fixture.copy(&secret)?;
    click(&window, "button", "Take the key from the clipboard")?;
    window.by_role("heading", "Kept. DHMAD answered: this key works")?;
    figures.clean(&fixture, "a key taken from the clipboard", &[secret])?;
    click(&window, "button", "Done")?;
    let no_key = format!("sk_live_{}", "5e0b".repeat(15));
    fixture.copy(&no_key)?;
    click(&window, "button", "Take a key from the clipboard")?;
    window.shows("There is no DHMAD key on the clipboard.")?;
    figures.clean(&fixture, "a text from the clipboard that is no key", &[no_key])
}

fn regenerate(fixture: &Fixture, window: &Window, name: &str) -> Result<()> {
    select_row(window, &fixture.key_id(name)?)?;
    window.press("r")
}

fn clear(fixture: &Fixture, window: &Window) -> Result<()> {
    window.press("Control+Shift+X")?;
    fixture.clipboard_cleared()?;
    window.by_role("heading", "The clipboard is clear").map(drop)
}

/// A successor for the live key.
fn rotate(window: &Window) -> Result<()> {
    click(window, "button", containing(&format!("More about {LIVE}")))?;
    click(window, "menuitem", "Rotate safely")?;
    click(window, "button", "Make the second key")?;
    window.by_role("heading", "Both keys work. Put the new one in place.").map(drop)
}
