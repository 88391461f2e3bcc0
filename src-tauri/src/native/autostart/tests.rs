//! In a home of its own; the entry is read by `GLib`, as a desktop does.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use miftah_tests::desktop::DesktopSession;
use miftah_tests::webdriver::wait::{PATIENCE, until};

use super::{is_on, reassert, set};

fn session() -> Result<DesktopSession> {
    let session = DesktopSession::builder().start()?;
    session.enter()?;
    Ok(session)
}

fn entry(session: &DesktopSession) -> PathBuf {
    session.home().join(".config/autostart/app.miftah.desktop.desktop")
}

/// Replaces the entry's text, as another program would.
fn write(session: &DesktopSession, text: &str) -> Result<()> {
    let mut file = std::fs::OpenOptions::new().write(true).truncate(true).open(entry(session))?;
    Ok(std::io::Write::write_all(&mut file, text.as_bytes())?)
}

/// The program of this test, as if it were an `AppImage` at this place.
#[expect(unsafe_code, reason = "the program's place is in the environment")]
fn moved_to(place: &str) {
    // SAFETY: nextest gives the test a process of its own, and nothing that runs in it reads the environment now.
    unsafe { std::env::set_var("APPIMAGE", place) }
}

#[test]
fn it_is_off_until_asked_for_and_off_again() -> Result<()> {
    let session = session()?;
    assert!(!is_on()?);
    assert!(!reassert()?, "nobody asked");
    assert!(!entry(&session).exists());
    set(true)?;
    assert!(is_on()?);
    set(false)?;
    assert!(!is_on()?);
    assert!(!entry(&session).exists());
    set(false)?;
    Ok(())
}

#[test]
fn it_starts_this_program_hidden() -> Result<()> {
    let session = session()?;
    set(true)?;
    let text = std::fs::read_to_string(entry(&session))?;
    let this = std::env::current_exe()?;
    assert!(text.contains(&format!("\nExec=\"{}\" --hidden\n", this.display())), "{text}");
    Ok(())
}

#[test]
fn a_desktop_starts_it_from_any_place() -> Result<()> {
    let session = session()?;
    for name in ["plain", "with a space", "a$HOME `b` \\c \"d\" é"] {
        let program = session.temp().join(name);
        let told = session.temp().join("told");
        let script = format!("#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\" >'{}'\n", told.display());
        let mut options = std::fs::OpenOptions::new();
        std::os::unix::fs::OpenOptionsExt::mode(options.write(true).create_new(true), 0o700);
        std::io::Write::write_all(&mut options.open(&program)?, script.as_bytes())?;
        moved_to(program.to_str().context("its path")?);
        set(true)?;
        let started = session.command("gio").arg("launch").arg(entry(&session)).status()?;
        ensure!(started.success(), "{name}: not started");
        let told = until(name, PATIENCE, || {
            let text = std::fs::read_to_string(&told)?;
            Ok(text.ends_with("--hidden\n").then_some(text))
        })?;
        assert_eq!(told, format!("{}\n--hidden\n", program.display()));
        std::fs::remove_file(session.temp().join("told"))?;
    }
    Ok(())
}

/// `GLib` is more lenient than the specification, but for a program's percent sign, which it takes for a code.
#[test]
fn the_entry_is_quoted_as_the_specification_says() -> Result<()> {
    let session = session()?;
    for (place, written) in [("/opt/100% %u", "/opt/100%% %%u"), (r#"/a$b`c"d\e"#, r#"/a\\$b\\`c\\"d\\\\e"#)]
    {
        moved_to(place);
        set(true)?;
        let text = std::fs::read_to_string(entry(&session))?;
        assert!(text.contains(&format!("\nExec=\"{written}\" --hidden\n")), "{text}");
    }
    Ok(())
}

#[test]
fn after_a_move_it_starts_the_new_place() -> Result<()> {
    let session = session()?;
    moved_to("/opt/old/Miftah.AppImage");
    set(true)?;
    assert!(!reassert()?, "nothing moved");
    moved_to("/opt/new/Miftah.AppImage");
    assert!(reassert()?);
    assert!(
        std::fs::read_to_string(entry(&session))?.contains("\nExec=\"/opt/new/Miftah.AppImage\" --hidden\n")
    );
    assert!(!reassert()?);

    write(&session, "[Desktop Entr")?;
    assert!(reassert()?, "torn by a crash");
    assert!(!reassert()?);
    Ok(())
}

#[test]
fn what_the_person_switched_off_in_the_desktops_settings_stays_off() -> Result<()> {
    let session = session()?;
    for off in ["Hidden=true", "X-GNOME-Autostart-enabled=false"] {
        moved_to("/opt/old/Miftah.AppImage");
        set(true)?;
        let text = std::fs::read_to_string(entry(&session))?;
        write(&session, &format!("{text}{off}\n"))?;
        assert!(!is_on()?, "{off}");
        moved_to("/opt/new/Miftah.AppImage");
        assert!(!reassert()?, "{off}");
        set(true)?;
        assert!(is_on()?, "{off}: asked for again");
    }
    Ok(())
}

#[test]
fn a_folder_that_cannot_be_written_is_told() -> Result<()> {
    let session = session()?;
    std::fs::DirBuilder::new().recursive(true).create(session.home().join(".config"))?;
    std::fs::File::create(session.home().join(".config/autostart"))?;
    assert!(set(true).is_err());
    Ok(())
}
