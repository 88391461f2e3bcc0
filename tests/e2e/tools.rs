//! What the other tests stand on, tried on a page that is not ours, in the browser that comes with `WebKitGTK`.
//!
//! A search of memory that finds nothing proves something only if it would have found it: here it does.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use miftah_tests::desktop::DesktopSession;
use miftah_tests::webdriver::{App, Form, Launch, Needle, Screen, Window, containing, wait};

/// What the page puts together from two parts, so that it is whole in the page's process only.
const PLANTED: &str = "planted-in-the-page-4f1c9a";

struct Stage {
    app: App,
    window: Window,
    screen: Screen,
    session: DesktopSession,
}

fn stage() -> Result<Stage> {
    let session = DesktopSession::builder().window_manager().start()?;
    let launch = Launch::new(browser()?).arg("--automation").in_session(&session);
    let app = App::start(&launch)?;
    let first = app.windows()?.into_iter().next().context("the browser has no window")?;
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("e2e/tools.html");
    first.open(&format!("file://{}", page.display()))?;
    let window = app.window("tools.html")?;
    Ok(Stage { app, window, screen: Screen::of(&session), session })
}

/// `MiniBrowser`, which Debian installs with the library.
fn browser() -> Result<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib")?.filter_map(|entry| Some(entry.ok()?.path()));
    let found = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|file| file.is_file());
    found.context("WebKitGTK's MiniBrowser is not installed")
}

#[test]
fn elements_are_found_by_role_and_name_as_soon_as_they_are_there() -> Result<()> {
    let Stage { window, .. } = &stage()?;
    window.by_role("button", "Load")?.click()?;
    let row = window.by_role("row", containing("Comptabilité"))?;
    assert_eq!(row.name()?, "Comptabilité, live");
    assert_eq!(window.all_by_role("button", "Copy")?.len(), 2);
    row.by_role("button", "Copy")?.click()?;
    window.shows("copied 3")?;
    window.gone("button", "Load")?;
    assert!(!window.has("button", "Hidden")?);
    assert!(!window.has("row", "Comptabilité")?, "a part of a name is not the name");
    Ok(())
}

#[test]
fn keys_go_to_the_page_and_the_focus_can_be_asked_for() -> Result<()> {
    let Stage { window, .. } = &stage()?;
    let field = window.by_role("textbox", "E-mail")?;
    field.type_text("shop@example.tn")?;
    assert_eq!(field.property("value")?, "shop@example.tn");
    window.press("Control+a")?;
    window.press("x")?;
    assert_eq!(field.property("value")?, "x");
    window.press("Tab")?;
    assert_eq!(window.focused()?.name()?, "After");
    window.press("Shift+Tab")?;
    assert_eq!(
        (window.focused()?.role()?, window.focused()?.description()?),
        ("textbox".into(), "Yours".into())
    );
    window.press("Escape")?;
    window.shows("escaped")
}

#[test]
fn a_secret_in_a_page_is_found_in_the_memory_of_its_process() -> Result<()> {
    let Stage { app, window, .. } = &stage()?;
    let processes = app.processes()?;
    assert_eq!((processes.app.len(), processes.web.len()), (1, 2), "{processes:?}");
    let needle = Needle::new(PLANTED)?;
    assert_eq!(needle.search(&processes.web)?, []);
    window.by_role("button", "Plant")?.click()?;
    window.shows("planted")?;
    let found = needle.search(&processes.web)?;
    assert!(found.iter().any(|found| found.form == Form::Utf8 || found.form == Form::Utf16), "{found:?}");
    assert_eq!(needle.search(&processes.app)?, []);
    Ok(())
}

#[test]
fn pictures_show_the_page_and_the_display_around_it() -> Result<()> {
    let Stage { window, screen, session, .. } = &stage()?;
    let (page, display) = (session.temp().join("page.png"), session.temp().join("display.png"));
    window.screenshot(&page)?;
    screen.screenshot(&display)?;
    for file in [page, display] {
        assert!(std::fs::read(file)?.starts_with(b"\x89PNG"));
    }
    assert!(screen.dialog("Tools$")?.title()?.ends_with("Tools"));
    assert!(!screen.has_dialog("^No such window$")?);
    Ok(())
}

#[test]
fn axe_finds_what_breaks_a_rule() -> Result<()> {
    let Stage { window, .. } = &stage()?;
    let found = window.axe()?;
    assert!(found.iter().any(|violation| violation.id == "image-alt"), "{found:?}");
    Ok(())
}

#[test]
fn an_app_that_dies_takes_its_drivers_along() -> Result<()> {
    let stage = stage()?;
    let processes = stage.app.processes()?;
    stage.app.kill()?;
    wait::until("every process to end", wait::PATIENCE, || {
        let ended = |id: &u32| {
            let state = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            state.is_empty() || state.contains(") Z ")
        };
        Ok(processes.app.iter().chain(&processes.web).all(ended).then_some(()))
    })
}
