//! State and ledger in files, and the addresses that are refused.

use dhmad_sandbox::{LedgerEvent, Sandbox, SandboxConfig, StartError};

use crate::support::{World, answer};

#[tokio::test]
async fn state_file_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let config = SandboxConfig::demo().with_state_file(folder.path().join("state.json"));
    let world = World::start(config.clone()).await;
    let id = world.id("Production shop");
    let fresh = world.sandbox.regenerate_elsewhere(&id).unwrap();
    let delete = world.portal("DELETE", &format!("api-keys/{}", world.id("Load tests")));
    assert_eq!(answer(delete).await.status, 200);
    world.sandbox.shutdown().await;

    let world = World::start(config).await;
    assert_eq!(world.sandbox.current_secret(&id), Some(fresh.clone()));
    assert_eq!(world.sandbox.key_id("Load tests"), None);
    assert_eq!(world.me("/api", &fresh).await.status, 200);
    let issued_again = world.sandbox.ledger().iter().any(|event| matches!(event, LedgerEvent::Issued { .. }));
    assert!(!issued_again, "a restart issues nothing");
    let names: Vec<_> = folder.path().read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["state.json"], "no temporary file is left");
}

#[tokio::test]
async fn damaged_state_file_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state.json");
    let mut file = std::fs::File::create(&path).unwrap();
    std::io::Write::write_all(&mut file, b"{not json").unwrap();
    let started = Sandbox::start(SandboxConfig::demo().with_state_file(&path)).await;
    assert!(matches!(started.err(), Some(StartError::StateFile(_))));
    assert_eq!(std::fs::read(&path).unwrap(), b"{not json");
}

#[tokio::test]
async fn ledger_file_holds_the_same_lines_and_is_only_appended_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.jsonl");
    let config = SandboxConfig::demo().with_ledger_file(&path);
    let world = World::start(config.clone()).await;
    world.sandbox.regenerate_elsewhere(&world.id("Production shop")).unwrap();
    world.me("/api", "wrong").await;
    let events = world.sandbox.ledger();
    let first = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<LedgerEvent> = first.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines, events);
    assert!(matches!(lines.last(), Some(LedgerEvent::Request { status: Some(401), .. })));
    world.sandbox.shutdown().await;

    let world = World::start(config).await;
    let both = std::fs::read_to_string(&path).unwrap();
    assert!(both.starts_with(&first));
    assert_eq!(both.lines().count(), events.len() + world.sandbox.ledger().len());
}

#[tokio::test]
async fn address_that_other_computers_reach_is_refused() {
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let mut config = SandboxConfig::demo();
        config.bind = address.parse().unwrap();
        assert!(matches!(Sandbox::start(config).await.err(), Some(StartError::NotLoopback(_))), "{address}");
    }
}

#[tokio::test]
async fn nothing_listens_after_shutdown() {
    let world = World::demo().await;
    let me = world.request("GET", "/api/v1/me");
    world.sandbox.shutdown().await;
    assert!(me.send().await.unwrap_err().is_connect());
}
