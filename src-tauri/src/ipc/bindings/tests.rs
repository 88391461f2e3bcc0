//! The committed bindings are the present ones, and each window may call its own commands only.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use specta_typescript::Typescript;

use crate::commands::names;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn exported() -> String {
    let folder = root().join("target/bindings");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{}.ts", std::process::id()));
    super::builder().export(Typescript::default(), &file).unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    text
}

/// What the framework's own keys for larger text need.
const ZOOM: &str = "core:webview:allow-set-webview-zoom";

#[test]
fn bindings_are_current() {
    let committed = root().join("ui/src/ipc/bindings.ts");
    let now = exported();
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        #[expect(clippy::disallowed_methods, reason = "a generated source file, checked in by hand")]
        std::fs::write(&committed, &now).unwrap();
    }
    let before = std::fs::read_to_string(&committed).unwrap_or_default();
    assert!(before == now, "ui/src/ipc/bindings.ts is old: run `cargo xtask bindings`");
}

#[test]
fn every_command_has_its_windows() {
    let text = exported();
    let bound: BTreeSet<&str> = text
        .split("__TAURI_INVOKE")
        .filter_map(|rest| rest.strip_prefix("<void>").unwrap_or(rest).strip_prefix("(\""))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let named: BTreeSet<&str> =
        names::BOTH.iter().chain(names::SIGN_IN).chain(names::MAIN).copied().collect();
    assert_eq!(bound, named);
}

#[test]
fn capabilities_allow_each_window_its_own_commands_only() {
    for (file, own) in [("main", names::MAIN), ("sign-in", names::SIGN_IN)] {
        let path = root().join(format!("src-tauri/capabilities/{file}.json"));
        let capability: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(capability["windows"], serde_json::json!([file]));
        let allowed: BTreeSet<String> = capability["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|permission| permission.as_str().unwrap().to_owned())
            .collect();
        let expected: BTreeSet<String> = names::BOTH
            .iter()
            .chain(own)
            .map(|name| format!("allow-{}", name.replace('_', "-")))
            .chain(["core:event:allow-listen", "core:event:allow-unlisten", ZOOM].map(Into::into))
            .collect();
        assert_eq!(allowed, expected, "{file}");
    }
}
