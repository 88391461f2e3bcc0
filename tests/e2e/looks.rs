//! Rules of accessibility, and nothing cut off: in both looks, three languages and small windows.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use dhmad_sandbox::Profile;
use miftah_tests::fixture::{Fixture, click, painted, row, select_row};
use miftah_tests::webdriver::{Window, containing};
use serde_json::{Value, json};

use crate::{COUNTED, SANDBOX, choose, signed_in};

const LANGUAGES: [(&str, &str); 3] = [("en", "English"), ("fr", "Français"), ("ar", "العربية")];

/// What sticks out of the page or of the status strip, in words.
const CUT: &str = r"
const cut = [], page = document.documentElement, width = page.clientWidth;
if (page.scrollWidth > width) cut.push(`the page is ${page.scrollWidth} wide in ${width}`);
for (const box of document.querySelectorAll('main, main > *, nav, header, footer, .scroll')) {
  if (box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline')
    cut.push(`${box.tagName}.${box.className} is ${box.scrollWidth} wide in ${box.clientWidth}`);
}
const strip = document.querySelector('footer');
if (strip) {
  const edge = strip.getBoundingClientRect();
  const parts = [...strip.children].map((part) => [part, part.getBoundingClientRect()]);
  const shown = parts.filter(([, at]) => at.width > 0 && at.top < edge.bottom);
  for (const [part, at] of shown) {
    if (at.left < edge.left - 1 || at.right > edge.right + 1) cut.push(`the strip cuts '${part.textContent}'`);
  }
  shown.forEach(([part, at], n) => shown.slice(n + 1).forEach(([other, its]) => {
    if (at.left < its.right - 1 && its.left < at.right - 1) cut.push(`'${part.textContent}' lies on '${other.textContent}'`);
  }));
}
return cut;";

/// Collects faults, so that one run tells all of them.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn axe(&mut self, window: &Window, place: &str) -> Result<()> {
        picture(window, place)?;
        for violation in window.axe()? {
            self.0.push(format!("{place}: {} ({}) at {:?}", violation.id, violation.help, violation.targets));
        }
        Ok(())
    }

    fn cut(&mut self, window: &Window, place: &str) -> Result<()> {
        picture(window, place)?;
        if let Value::Array(cut) = window.run(CUT, &json!([]))? {
            self.0.extend(cut.iter().map(|cut| format!("{place}: {}", cut.as_str().unwrap_or_default())));
        }
        Ok(())
    }

    fn none(self) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        bail!("{} faults:\n{}", self.0.len(), self.0.join("\n"))
    }
}

/// For whoever wants to look at them: `MIFTAH_SCREENS` names a folder.
fn picture(window: &Window, place: &str) -> Result<()> {
    painted(window)?;
    file(place).map_or(Ok(()), |file| window.screenshot(&file))
}

/// The same of the whole display, for a story of another kind.
pub(crate) fn picture_of_display(fixture: &Fixture, window: &Window, place: &str) -> Result<()> {
    painted(window)?;
    file(place).map_or(Ok(()), |file| fixture.screen().screenshot(&file))
}

fn file(place: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("MIFTAH_SCREENS")?;
    let name = place.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    Some(Path::new(&folder).join(name).with_extension("png"))
}

fn speaks(window: &Window, language: &str) -> Result<()> {
    window.until("the other language", || {
        Ok((window.run("return document.documentElement.lang", &json!([]))? == language).then_some(()))
    })
}

fn looks(window: &Window, theme: &str) -> Result<()> {
    window.until("the other look", || {
        Ok((window.run("return document.documentElement.dataset.theme ?? 'light'", &json!([]))? == theme)
            .then_some(()))
    })
}

/// Sets the language, and the dark look when asked, by the settings.
fn turn_to(window: &Window, language: &str, name: &str, dark: bool) -> Result<()> {
    window.press("Control+,")?;
    choose(window, name)?;
    speaks(window, language)?;
    let radios = window.all_by_role("radio", miftah_tests::webdriver::any())?;
    // The last group is the look: as the system, light, dark.
    if let Some(radio) = radios.last().filter(|_| dark) {
        radio.click()?;
        looks(window, "dark")?;
    }
    Ok(())
}

#[test]
fn the_list_an_opened_row_and_the_settings_break_no_rule() -> Result<()> {
    let (fixture, window) = signed_in()?;
    let id = fixture.key_id(SANDBOX)?;
    let mut faults = Faults::default();
    for theme in ["light", "dark"] {
        for (language, name) in LANGUAGES {
            window.press("Control+,")?;
            choose(&window, name)?;
            speaks(&window, language)?;
            // The last group is the look: as the system, light, dark.
            let radios = window.all_by_role("radio", miftah_tests::webdriver::any())?;
            let place = if theme == "dark" { 1 } else { 2 };
            if let Some(radio) = radios.len().checked_sub(place).and_then(|at| radios.get(at)) {
                radio.click()?;
            }
            looks(&window, theme)?;
            if language != "fr" {
                faults.axe(&window, &format!("settings {theme} {language}"))?;
            }
            window.press("Control+1")?;
            select_row(&window, &id)?;
            if language != "fr" {
                faults.axe(&window, &format!("list {theme} {language}"))?;
                window.press("r")?;
                window.until("the countdown", || Ok(window.has("timer", containing(""))?.then_some(())))?;
                window.press("Escape")?;
                window.until("its end", || Ok((!window.has("timer", containing(""))?).then_some(())))?;
                faults.axe(&window, &format!("opened row {theme} {language}"))?;
                window.press("Escape")?;
            }
        }
    }
    assert_eq!(fixture.regenerates()?, 0);
    faults.none()
}

#[test]
fn nothing_is_cut_off_in_a_small_window() -> Result<()> {
    let (fixture, window) = signed_in()?;
    let mut faults = Faults::default();
    for (language, name) in LANGUAGES {
        window.press("Control+,")?;
        choose(&window, name)?;
        speaks(&window, language)?;
        for page in ["settings", "list", "copied"] {
            if page != "settings" {
                window.press("Control+1")?;
                select_row(&window, &fixture.key_id(SANDBOX)?)?;
            }
            if page == "copied" {
                window.press("r")?;
                fixture.wait_for_requests("/v1/me", fixture.regenerates()?.max(1))?;
                window.until("the proof", || {
                    Ok((window.run("return document.querySelectorAll('.fact.ok').length", &json!([]))? == 1)
                        .then_some(()))
                })?;
            }
            for (width, height) in [(760, 520), (900, 600), (1000, 680)] {
                window.resize(width, height)?;
                faults.cut(&window, &format!("{page} {language} {width}x{height}"))?;
            }
        }
        window.press("Escape")?;
    }
    faults.none()
}

#[test]
fn sign_in_and_guided_mode_break_no_rule() -> Result<()> {
    let fixture = Fixture::plan().start()?;
    let form = fixture.sign_in_window()?;
    form.by_role("button", "Sign in")?;
    let mut faults = Faults::default();
    for (language, name) in LANGUAGES {
        choose(&form, name)?;
        speaks(&form, language)?;
        faults.axe(&form, &format!("sign-in {language}"))?;
        for (width, height) in [(760, 520), (900, 600), (1000, 680)] {
            form.resize(width, height)?;
            faults.cut(&form, &format!("sign-in {language} {width}x{height}"))?;
        }
    }
    choose(&form, "English")?;
    speaks(&form, "en")?;
    fixture.portal()?.set_profile(Profile::Guided);
    click(&form, "button", containing("Start with the keys I have"))?;
    let window = fixture.entered()?;
    window.by_role("heading", "Start with a key you have")?;
    faults.axe(&window, "guided, empty")?;
    fixture.copy(&fixture.secret(COUNTED)?)?;
    click(&window, "button", "Take the key from the clipboard")?;
    window.by_role("heading", "Kept. DHMAD answered: this key works")?;
    faults.axe(&window, "guided, a key taken")?;
    faults.cut(&window, "guided, a key taken")?;
    window.by_role("button", "Done")?.click()?;
    select_row(&window, &fixture.key_id(COUNTED)?)?;
    window.press("r")?;
    window.by_role("heading", "Regenerate on the portal, in three steps")?;
    faults.axe(&window, "guided, the walk")?;
    window.press("Escape")?;
    row(&window, COUNTED)?;
    window.press("Control+,")?;
    choose(&window, "Dark")?;
    looks(&window, "dark")?;
    window.press("Control+1")?;
    faults.axe(&window, "guided, dark")?;
    faults.none()
}

#[test]
fn the_walks_break_no_rule() -> Result<()> {
    let fixture = Fixture::plan().profile(Profile::Guided).start()?;
    let form = fixture.sign_in_window()?;
    click(&form, "button", containing("Start with the keys I have"))?;
    let window = fixture.entered()?;
    fixture.copy(&fixture.secret(SANDBOX)?)?;
    click(&window, "button", "Take the key from the clipboard")?;
    window.by_role("heading", "Kept. DHMAD answered: this key works")?;
    click(&window, "button", "Done")?;
    let mut faults = Faults::default();
    for (n, (language, name)) in LANGUAGES.into_iter().enumerate() {
        // Dark for the last, so that each look is seen with a left and a right hand side to begin from.
        turn_to(&window, language, name, n == 2)?;
        for (walk, words) in WALKS {
            window.press("Control+1")?;
            if walk == "make" {
                window.press("Control+n")?;
            } else {
                select_row(&window, &fixture.key_id(SANDBOX)?)?;
                window
                    .run("document.querySelector('[data-row] [aria-haspopup=menu]').click()", &json!([]))?;
                if walk == "off" {
                    faults.cut(&window, &format!("menu {language} 760x520"))?;
                }
                click(&window, "menuitem", containing(words[n]))?;
            }
            window.until("the walk", || {
                Ok((window.run("return !!document.querySelector('ol li button')", &json!([]))? == true)
                    .then_some(()))
            })?;
            for (width, height) in [(900, 600), (760, 520)] {
                window.resize(width, height)?;
                faults.cut(&window, &format!("walk {walk} {language} {width}x{height}"))?;
            }
            faults.axe(&window, &format!("walk {walk} {language}"))?;
            window.press("Escape")?;
        }
    }
    faults.none()
}

/// The walks of guided mode that a key in use has, and what a row's menu calls them.
const WALKS: [(&str, [&str; 3]); 3] = [
    ("make", [""; 3]),
    ("regenerate", ["Regenerate on the portal", "Régénérer sur le portail", "تجديد على البوابة"]),
    ("off", ["Switch off…", "Désactiver…", "إيقاف…"]),
];

/// How to get to each screen of the signed-in app by the keyboard alone, and out of it.
const SCREENS: [(&str, &[&str], &[&str]); 11] = [
    ("list", &["Control+1"], &[]),
    ("details", &["Control+1", "Enter"], &["Escape"]),
    ("inbox", &["Control+2"], &[]),
    ("rotations", &["Control+3"], &[]),
    ("checklist", &["Control+4"], &[]),
    ("diagnose", &["Control+5"], &[]),
    ("settings", &["Control+,"], &[]),
    ("reminders", &["Control+,", SECOND_TAB], &[FIRST_TAB]),
    ("commands", &["Control+k"], &["Escape"]),
    ("new key", &["Control+n"], &["Escape"]),
    ("list again", &["Control+1"], &[]),
];
/// No chord: a click on a tab.
const FIRST_TAB: &str = "tab 0";
const SECOND_TAB: &str = "tab 1";

fn press(window: &Window, chord: &str) -> Result<()> {
    match chord.strip_prefix("tab ") {
        Some(tab) => {
            let script = "document.querySelectorAll('[role=tab]')[arguments[0]].click()";
            window.run(script, &json!([tab.parse::<usize>()?])).map(drop)
        }
        None => window.press(chord),
    }
}

/// The framework's own steps are 20 %.
const STEPS_TO_TWICE: usize = 5;

fn width(window: &Window) -> Result<Option<f64>> {
    Ok(window.run("return document.documentElement.clientWidth", &json!([]))?.as_f64())
}

#[test]
fn every_screen_is_whole_at_twice_the_size_in_three_languages_and_two_looks() -> Result<()> {
    let (fixture, window) = signed_in()?;
    let mut faults = Faults::default();
    window.resize(900, 600)?;
    window.until("the small window", || Ok((width(&window)? <= Some(900.0)).then_some(())))?;
    for (n, (language, name)) in LANGUAGES.into_iter().enumerate() {
        // Dark for the last, so that each look is seen with a left and a right hand side to begin from.
        turn_to(&window, language, name, n == 2)?;
        for zoomed in [false, true] {
            if zoomed {
                for _ in 0..STEPS_TO_TWICE {
                    window.press("Control+=")?;
                }
                window
                    .until("text of twice the size", || Ok((width(&window)? <= Some(450.0)).then_some(())))?;
            }
            for (screen, enter, leave) in SCREENS {
                let place = format!("{screen} {language}{}", if zoomed { " at 200 %" } else { "" });
                window.press("Control+1")?;
                select_row(&window, &fixture.key_id(SANDBOX)?)?;
                for chord in enter {
                    press(&window, chord)?;
                }
                faults.cut(&window, &place)?;
                let fresh = ["details", "inbox", "checklist", "reminders"].contains(&screen);
                if zoomed || fresh {
                    faults.axe(&window, &place)?;
                }
                for chord in leave {
                    press(&window, chord)?;
                }
            }
        }
        window.press("Control+0")?;
        window.until("text of its own size", || Ok((width(&window)? > Some(450.0)).then_some(())))?;
    }
    assert_eq!(fixture.regenerates()?, 0);
    faults.none()
}
