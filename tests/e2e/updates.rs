//! Updates: a good one through the real app, hostile ones against it, and swaps that are killed.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use miftah_tests::desktop::tray::TrayPlace;
use miftah_tests::fixture::{Fixture, Plan, click, row};
use miftah_tests::updates::{ReleaseKey, ReleaseServer, Served, build_as, manifest};
use miftah_tests::webdriver::{Window, wait};
use serde_json::{Value, json};

use crate::{COUNTED, SANDBOX};

const NOW: &str = env!("CARGO_PKG_VERSION");
/// A whole debug build is fetched, checked and written.
const LOOK: Duration = Duration::from_mins(1);
/// What the app lets in.
const MOST: u64 = 200 << 20;
const HOSTILE: usize = 10;
/// So many steps has the swap below.
const KILLS: u32 = 20;

/// Calls a command as the page does, and gives its answer or its error.
fn ask(window: &Window, command: &str, arguments: &Value) -> Result<Value> {
    let script = "const done = arguments[2];
        window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then(done, (error) => done({ error }))";
    window.run_async(LOOK, script, &json!([command, arguments]))
}

fn look(window: &Window) -> Result<Value> {
    ask(window, "look_for_update", &json!({}))
}

/// A copy of the app in a folder of its own, with its server of releases and their key.
struct Installed {
    folder: tempfile::TempDir,
    program: PathBuf,
    bytes: Vec<u8>,
    server: ReleaseServer,
    key: ReleaseKey,
}

impl Installed {
    fn new() -> Result<Self> {
        let this = std::env::current_exe()?;
        let built = this.ancestors().skip(1).take(2).map(|folder| folder.join("miftah"));
        let built = built.into_iter().find(|file| file.is_file()).context("miftah is not built")?;
        let folder = tempfile::tempdir()?;
        let program = folder.path().join("miftah");
        fs::copy(built, &program)?;
        fs::set_permissions(&program, fs::Permissions::from_mode(0o751))?;
        let bytes = fs::read(&program)?;
        Ok(Self { folder, program, bytes, server: ReleaseServer::start()?, key: ReleaseKey::make()? })
    }

    fn start(&self) -> Result<Fixture> {
        self.plan()?.start()
    }

    fn plan(&self) -> Result<Plan> {
        Ok(Fixture::plan()
            .program(&self.program)
            .signed_in()
            .env("MIFTAH_UPDATES_URL", &self.server.manifest_url())
            .env("MIFTAH_UPDATES_KEY", &self.key.public()?)
            // What is silent is given up sooner than in the product.
            .env("MIFTAH_DEMO_UPDATE_SILENCE_MS", "5000"))
    }

    /// From now on the server has this package as this version, rightly signed.
    fn release(&self, version: &str, package: &[u8]) -> Result<()> {
        let signature = self.key.sign(package, version)?;
        self.serve(version, &signature, Served::Bytes(package.to_vec().into()))
    }

    /// The manifest is rightly signed, whatever it speaks of.
    fn serve(&self, version: &str, signature: &str, package: Served) -> Result<()> {
        self.serve_signed_by(&self.key, version, signature, package)
    }

    fn serve_signed_by(
        &self,
        key: &ReleaseKey,
        version: &str,
        signature: &str,
        package: Served,
    ) -> Result<()> {
        let manifest = manifest(&self.server.package_url(), version, signature).to_string();
        let beside = key.sign(manifest.as_bytes(), version)?;
        self.server.serve(Served::Bytes(manifest.into()), Served::Bytes(beside.into()), package);
        Ok(())
    }

    fn has(&self, build: &[u8]) -> Result<bool> {
        let mode = fs::metadata(&self.program)?.permissions().mode();
        Ok(fs::read(&self.program)? == build && mode & 0o7777 == 0o751)
    }

    /// The program is as it was, and alone in its folder.
    fn untouched(&self) -> Result<bool> {
        Ok(self.has(&self.bytes)? && fs::read_dir(self.folder.path())?.count() == 1)
    }
}

fn began_as(fixture: &Fixture, version: &str) -> Result<()> {
    wait::until("the app to start anew", wait::PATIENCE, || {
        Ok(fixture.log().text().contains(&format!("starts version={version}")).then_some(()))
    })
}

#[test]
fn f54_f55_f57_updates_are_applied_refused_or_survived() -> Result<()> {
    let (good, refused, survived) = (good()?, refused()?, survived()?);
    println!(
        "updates: {good} of 1 good applied, {refused} of {HOSTILE} hostile refused, {survived} of {KILLS} interrupted \
         survive"
    );
    assert_eq!((good, refused, survived), (1, HOSTILE, KILLS));
    Ok(())
}

/// F57 and the good one: it waits for the clipboard, and the app starts as the new version with its data.
fn good() -> Result<u32> {
    let installed = Installed::new()?;
    let (first, second) = (build_as(&installed.bytes, "0.8.0")?, build_as(&installed.bytes, "0.9.0")?);
    let mut fixture = installed.start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    // On a click, and not before the clipboard is free.
    installed.release("0.8.0", &first)?;
    let view = look(&window)?;
    assert_eq!(view["found"]["stage"], "ready", "{view}");
    assert_eq!((&view["version"], &view["found"]["version"]), (&json!(NOW), &json!("0.8.0")));
    assert_eq!(
        (&view["found"]["security"], &view["found"]["notes"]),
        (&json!(true), &json!("Mends a hole."))
    );
    crate::regenerated(&fixture, &window, SANDBOX)?;
    assert_eq!(ask(&window, "update_state", &json!({}))?["found"]["waits"], true);
    assert_eq!(ask(&window, "install_update", &json!({}))?["error"]["code"], "update_not_now");
    ensure!(installed.has(&installed.bytes)?, "it was installed with a key on the clipboard");
    ask(&window, "clipboard_clear", &json!({}))?;
    crate::done(&window)?;
    click(&window, "button", "Settings, an update is there")?;
    crate::looks::picture_of_display(&fixture, &window, "update that waits")?;
    crate::choose(&window, "Dark")?;
    wait::until("the clipboard to be free", wait::PATIENCE, || {
        Ok((ask(&window, "update_state", &json!({}))?["found"]["waits"] == false).then_some(()))
    })?;
    let secret = fixture.secret(SANDBOX)?;
    crate::looks::picture_of_display(&fixture, &window, "update dark")?;
    click(&window, "button", "Install and restart")?;
    began_as(&fixture, "0.8.0")?;
    ensure!(installed.has(&first)?, "the program is not the new one, or not with its mode");
    fixture.screen().dialog("^Miftah$")?;

    // Its data is there; and the next one is installed as the app ends.
    fixture.restart()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    let state = ask(&window, "app_state", &json!({}))?;
    assert_eq!((&state["theme"], &state["access"]), (&json!("dark"), &json!("full")));
    assert_eq!(ask(&window, "update_state", &json!({}))?["version"], "0.8.0");
    let kept = fixture.keychain_secret(&fixture.key_id(SANDBOX)?)?;
    assert_eq!(kept.as_deref(), Some(secret.as_str()));
    installed.release("0.9.0", &second)?;
    assert_eq!(look(&window)?["found"]["stage"], "ready");
    ensure!(installed.has(&first)?, "it was installed while the app runs");
    fixture.screen().dialog("^Miftah$")?.close()?;
    wait::until("the app to end", wait::PATIENCE, || Ok(fixture.processes()?.app.is_empty().then_some(())))?;
    ensure!(installed.has(&second)?, "it was not installed as the app ended");
    assert_eq!(fs::read_dir(installed.folder.path())?.count(), 1);
    fixture.restart()?;
    assert_eq!(ask(&fixture.main_window()?, "update_state", &json!({}))?["version"], "0.9.0");
    Ok(1)
}

#[test]
fn it_looks_by_itself_unless_it_is_told_not_to() -> Result<()> {
    let installed = Installed::new()?;
    let later = "3600000";
    let mut fixture = installed.plan()?.env("MIFTAH_DEMO_FIRST_CHECK_MS", later).start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    click(&window, "button", "Settings")?;
    click(&window, "switch", "Look for updates once a day")?;
    wait::until("the switch to be off", wait::PATIENCE, || {
        Ok((ask(&window, "update_state", &json!({}))?["byItself"] == false).then_some(()))
    })?;
    // What starts now looks at once.
    fixture.restart_with("MIFTAH_DEMO_FIRST_CHECK_MS", "1")?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    wait::until("the looks that are due", wait::PATIENCE, || {
        Ok(fixture.log().text().contains("no looks for updates are wanted").then_some(()))
    })?;
    assert_eq!(installed.server.asked(), 0, "it looked although it was told not to");
    click(&window, "button", "Settings")?;
    click(&window, "switch", "Look for updates once a day")?;
    wait::until("a look", wait::PATIENCE, || Ok((installed.server.asked() > 0).then_some(())))?;
    crate::choose(&window, "العربية")?;
    crate::looks::picture_of_display(&fixture, &window, "update arabic")
}

/// The new version comes in sight for the click, and only for that one.
#[test]
fn after_an_update_it_can_go_on_without_a_window() -> Result<()> {
    let installed = Installed::new()?;
    let next = build_as(&installed.bytes, "0.8.0")?;
    let fixture = installed.plan()?.background().env("MIFTAH_DEMO_WINDOW_CLOSED_MS", "500").start()?;
    let place = TrayPlace::start(fixture.session(), true)?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    installed.release("0.8.0", &next)?;
    assert_eq!(look(&window)?["found"]["stage"], "ready");
    click(&window, "button", "Settings, an update is there")?;
    click(&window, "button", "Install and restart")?;
    began_as(&fixture, "0.8.0")?;
    let window = fixture.screen().dialog("^Miftah$")?;
    place.item()?;
    window.close()?;

    wait::until("the new version to start without a window", wait::PATIENCE, || {
        Ok(fixture.log().text().contains("starts without a window").then_some(()))
    })?;
    ensure!(fixture.processes()?.web.is_empty(), "it came in sight again");
    Ok(())
}

/// Started with the session and never opened: what waits is installed all the same, and beside a rotation that waits for
/// the person for as long as they take.
#[test]
fn one_that_nobody_opens_is_updated_too() -> Result<()> {
    let installed = Installed::new()?;
    let next = build_as(&installed.bytes, "0.8.0")?;
    let fixture = installed.plan()?.background().start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    crate::rotations::rotate(&window, COUNTED)?;
    ask(&window, "clipboard_clear", &json!({}))?;
    installed.release("0.8.0", &next)?;
    assert_eq!(look(&window)?["found"]["stage"], "ready");
    // Its computer is switched off.
    let fixture = fixture.without_app()?;
    ensure!(installed.has(&installed.bytes)?, "it was installed by an app that was ended");

    let mut hidden = fixture.start_hidden()?;
    let installed = wait::until("the new version to run without a window", wait::PATIENCE, || {
        Ok((installed.has(&next)? && fixture.log().text().contains("starts version=0.8.0")).then_some(()))
    });
    let found = fixture.processes();
    hidden.kill()?;
    hidden.wait()?;
    installed?;
    ensure!(found?.web.is_empty(), "a window was opened");
    Ok(())
}

/// Puts something on the server.
type Serve = Box<dyn Fn(&Installed) -> Result<()>>;

/// One try to get something into the computer, and what the app is to say of it.
struct Hostile {
    name: &'static str,
    serve: Serve,
    problem: &'static str,
}

fn hostile(
    name: &'static str,
    problem: &'static str,
    serve: impl Fn(&Installed) -> Result<()> + 'static,
) -> Hostile {
    Hostile { name, serve: Box::new(serve), problem }
}

/// F54 and F55. The package is the beginning of a program: none of them is ever to start.
fn tries(package: &[u8]) -> Result<Vec<Hostile>> {
    let good = move || package.to_vec();
    let (stranger, cut) = (ReleaseKey::make()?, package.len() / 2);
    let package = good();
    let copy = || package.clone();
    let (one, two, three, four, five) = (copy(), copy(), copy(), copy(), copy());
    let (six, seven, eight, nine) = (copy(), copy(), copy(), copy());
    Ok(vec![
        hostile("wrong key", "refused", move |installed| {
            installed.serve("0.9.0", &stranger.sign(&one, "0.9.0")?, Served::Bytes(one.clone().into()))
        }),
        hostile("truncated", "refused", move |installed| {
            let signature = installed.key.sign(&two, "0.9.0")?;
            installed.serve("0.9.0", &signature, Served::Bytes(two[..cut].to_vec().into()))
        }),
        hostile("a flipped byte", "refused", move |installed| {
            let mut flipped = three.clone();
            flipped[cut] ^= 1;
            let signature = installed.key.sign(&three, "0.9.0")?;
            installed.serve("0.9.0", &signature, Served::Bytes(flipped.into()))
        }),
        hostile("old build under a new number", "refused", move |installed| {
            let signature = installed.key.sign(&four, NOW)?;
            installed.serve("0.9.0", &signature, Served::Bytes(four.clone().into()))
        }),
        hostile("another architecture", "refused", move |installed| {
            let mut other = five.clone();
            other[18..20].copy_from_slice(&243_u16.to_le_bytes());
            installed.release("0.9.0", &other)
        }),
        hostile("http redirect", "refused", move |installed| {
            let signature = installed.key.sign(&six, "0.9.0")?;
            installed.serve("0.9.0", &signature, Served::Redirect(installed.server.manifest_url()))
        }),
        hostile("10 GiB", "refused", |installed| {
            installed.serve("0.9.0", &installed.key.sign(b"", "0.9.0")?, Served::Endless(Some(10 << 30)))
        }),
        hostile("10 GiB, unannounced", "refused", |installed| {
            installed.serve("0.9.0", &installed.key.sign(b"", "0.9.0")?, Served::Endless(None))
        }),
        hostile("stalled", "unreachable", move |installed| {
            let signature = installed.key.sign(&seven, "0.9.0")?;
            installed.serve("0.9.0", &signature, Served::Stalled(seven.clone().into()))
        }),
        hostile("a manifest of another key", "refused", move |installed| {
            let signature = installed.key.sign(&eight, "0.9.0")?;
            let package = Served::Bytes(eight.clone().into());
            installed.serve_signed_by(&ReleaseKey::make()?, "0.9.0", &signature, package)
        }),
        hostile("a manifest without its signature", "unreachable", move |installed| {
            let signature = installed.key.sign(&nine, "0.9.0")?;
            let manifest = manifest(&installed.server.package_url(), "0.9.0", &signature).to_string();
            let (manifest, package) = (Served::Bytes(manifest.into()), Served::Bytes(nine.clone().into()));
            installed.server.serve(manifest, Served::Missing, package);
            Ok(())
        }),
        hostile("HTML", "refused", |installed| {
            installed.server.serve(Served::Html, Served::Html, Served::Html);
            Ok(())
        }),
    ])
}

fn refused() -> Result<usize> {
    let installed = Installed::new()?;
    let fixture = installed.start()?;
    let window = fixture.main_window()?;
    row(&window, COUNTED)?;
    let package = installed.bytes.get(..1 << 20).context("the app is tiny")?;
    let mut refused = Vec::new();
    for hostile in tries(package)? {
        (hostile.serve)(&installed)?;
        let view = look(&window)?;
        ensure!(view["problem"] == hostile.problem && view["found"].is_null(), "{}: {view}", hostile.name);
        ensure!(view["checkedAt"].is_null(), "{} counts as a look", hostile.name);
        ensure!(installed.untouched()?, "{} was written", hostile.name);
        refused.push(hostile.name);
    }
    let sent = installed.server.sent_without_end();
    ensure!(sent < MOST + (64 << 20), "{sent} bytes were taken");

    // A manifest of yesterday, with everything right about it but that there was a newer one.
    installed.release("0.9.0", package)?;
    assert_eq!(look(&window)?["found"]["stage"], "ready");
    installed.release("0.8.0", &build_as(&installed.bytes, "0.8.0")?)?;
    let view = look(&window)?;
    ensure!(view["problem"] == "refused" && view["found"]["version"] == "0.9.0", "replayed: {view}");
    refused.push("replayed manifest");
    ensure!(installed.has(&installed.bytes)?, "something was installed");
    // Beyond the ten: 10 GiB come in two ways, and a manifest can be unsigned or a stranger's.
    Ok(refused.len() - 3)
}

/// A program that starts, of about so many bytes, and differs by what is behind it.
fn starter(behind: u8, length: usize) -> Result<Vec<u8>> {
    let mut program = fs::read("/bin/true")?;
    program.resize(length, behind);
    Ok(program)
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    Ok(fs::File::create(file)?.write_all(bytes)?)
}

/// Kills a swap at each of its steps.
fn survived() -> Result<u32> {
    const MIB: usize = 1 << 20;
    let folder = tempfile::tempdir()?;
    let (old, new) = (starter(b'o', 3 * MIB)?, starter(b'n', 11 * MIB)?);
    let (program, package) = (folder.path().join("miftah"), folder.path().join("package"));
    write(&package, &new)?;
    let swap = |killed_at: u32| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_faults"));
        child.arg("swap").args([&program, &package]).arg(killed_at.to_string()).output()
    };
    let mut survived = 0;
    for killed_at in 1..=KILLS {
        write(&program, &old)?;
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755))?;
        let killed = swap(killed_at)?;
        ensure!(!killed.status.success(), "nothing was killed at step {killed_at}");
        let found = fs::read(&program)?;
        ensure!(found == old || found == new, "after step {killed_at} it is neither of the two");
        ensure!(Command::new(&program).status()?.success(), "after step {killed_at} it does not start");
        let again = swap(0)?;
        ensure!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
        ensure!(fs::read(&program)? == new, "after step {killed_at} it cannot be updated any more");
        assert_eq!(String::from_utf8_lossy(&again.stdout).trim(), KILLS.to_string(), "steps of a swap");
        survived += 1;
    }
    Ok(survived)
}
