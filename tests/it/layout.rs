//! The layout of the workspace, held by tests: who may depend on whom, and what must not be in it at all.
//!
//! Two sources: what the members declare, for every system; and the lock file, which names every crate of every
//! system. Only reachability is asked of the resolved graph, for the system the tests run on.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};
use cargo_metadata::{CargoOpt, DependencyKind, Metadata, MetadataCommand, Package, PackageId};

static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
    let mut command = MetadataCommand::new();
    command.manifest_path(root().join("Cargo.toml")).features(CargoOpt::AllFeatures);
    if cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        // Without it, cargo fetches the crates of every other system first.
        command.other_options(["--filter-platform".into(), "x86_64-unknown-linux-gnu".into()]);
    }
    command.exec().unwrap_or_else(|error| panic!("cargo metadata: {error}"))
});

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn member(name: &str) -> &'static Package {
    let found = METADATA.workspace_packages().into_iter().find(|package| package.name == name);
    found.unwrap_or_else(|| panic!("{name} is not a member of the workspace"))
}

/// Members that a member declares, in these kinds of dependency.
fn ours(name: &str, kinds: &[DependencyKind]) -> BTreeSet<&'static str> {
    let members: BTreeSet<_> =
        METADATA.workspace_packages().into_iter().map(|package| package.name.as_str()).collect();
    let declared = member(name).dependencies.iter().filter(|dependency| kinds.contains(&dependency.kind));
    declared.map(|dependency| dependency.name.as_str()).filter(|name| members.contains(name)).collect()
}

/// Names of all crates a member reaches: by its own dependencies of these kinds, then by normal and build ones.
fn reached(name: &str, kinds: &[DependencyKind]) -> BTreeSet<&'static str> {
    let resolve = METADATA.resolve.as_ref().unwrap_or_else(|| panic!("the graph is not resolved"));
    let nodes: BTreeMap<&PackageId, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let mut seen: BTreeSet<&PackageId> = BTreeSet::new();
    let mut next = vec![(&member(name).id, kinds)];
    while let Some((id, kinds)) = next.pop() {
        for dependency in &nodes[id].deps {
            let wanted = dependency.dep_kinds.iter().any(|info| kinds.contains(&info.kind));
            if wanted && seen.insert(&dependency.pkg) {
                next.push((&dependency.pkg, &[DependencyKind::Normal, DependencyKind::Build]));
            }
        }
    }
    let name_of = |package: &'static Package| seen.contains(&package.id).then_some(package.name.as_str());
    METADATA.packages.iter().filter_map(name_of).collect()
}

/// Every crate of the lock file, with its version.
fn locked() -> Result<Vec<(String, String)>> {
    let text = std::fs::read_to_string(root().join("Cargo.lock"))?;
    let value = |line: Option<&str>, key: &str| {
        line.and_then(|line| {
            line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"').map(str::to_owned)
        })
    };
    let mut packages = Vec::new();
    for block in text.split("[[package]]\n").skip(1) {
        let mut lines = block.lines();
        let name = value(lines.next(), "name").context("a package without a name")?;
        packages.push((name, value(lines.next(), "version").context("a package without a version")?));
    }
    Ok(packages)
}

#[track_caller]
fn assert_none(found: &BTreeSet<&str>, forbidden: &[&str]) {
    let both: Vec<_> = found.iter().filter(|name| forbidden.contains(name)).collect();
    assert!(both.is_empty(), "must not be reached: {both:?}");
}

#[test]
fn dependencies_point_one_way() {
    const SHIPPED: [DependencyKind; 2] = [DependencyKind::Normal, DependencyKind::Build];
    let expect = |name: &str, expected: &[&str]| {
        assert_eq!(ours(name, &SHIPPED), expected.iter().copied().collect(), "of {name}");
    };
    expect("miftah-core", &[]);
    expect("miftah-dhmad", &["miftah-core"]);
    expect("miftah-keychain", &["miftah-core"]);
    expect("miftah-store", &["miftah-core"]);
    expect("miftah-updates", &[]);
    expect("miftah", &["miftah-core", "miftah-dhmad", "miftah-keychain", "miftah-store", "miftah-updates"]);
    expect("dhmad-sandbox", &[]);
    // The fault harness drives the adapters of disk and DHMAD; the window never comes in.
    expect(
        "miftah-tests",
        &["dhmad-sandbox", "miftah-core", "miftah-dhmad", "miftah-store", "miftah-updates"],
    );
    expect("xtask", &[]);
}

#[test]
fn nothing_depends_on_the_shell_and_adapters_do_not_know_each_other_even_in_tests() {
    const ANY: [DependencyKind; 3] =
        [DependencyKind::Normal, DependencyKind::Build, DependencyKind::Development];
    const ADAPTERS: [&str; 4] = ["miftah-dhmad", "miftah-keychain", "miftah-store", "miftah-updates"];
    for package in METADATA.workspace_packages() {
        assert_none(&ours(&package.name, &ANY), &["miftah"]);
    }
    for adapter in ADAPTERS {
        assert_none(&ours(adapter, &ANY), &ADAPTERS);
    }
    assert_none(&ours("miftah-core", &ANY), &ADAPTERS);
}

#[test]
fn the_domain_knows_no_window_network_keychain_or_database() {
    let found = reached("miftah-core", &[DependencyKind::Normal, DependencyKind::Build]);
    let outside =
        ["tauri", "reqwest", "hyper", "rustls", "keyring-core", "rusqlite", "zbus", "arboard", "gtk"];
    assert_none(&found, &outside);
    assert!(found.contains("zeroize"), "the graph was not read: {found:?}");
}

#[test]
fn the_tests_never_link_a_window() {
    let found = reached(
        "miftah-tests",
        &[DependencyKind::Normal, DependencyKind::Development, DependencyKind::Build],
    );
    assert_none(&found, &["miftah", "tauri", "tauri-runtime-wry", "wry", "tao", "gtk", "webkit2gtk"]);
    assert!(found.contains("miftah-store"), "the graph was not read: {found:?}");
}

#[test]
fn what_would_open_a_door_is_nowhere_in_the_lock_file() -> Result<()> {
    // A second TLS stack. (`schannel` stays: on Windows, rustls reads the system's certificates through it.)
    const TLS: [&str; 3] = ["native-tls", "openssl", "openssl-sys"];
    // Plugins that would give a web view the clipboard, a shell, the network, files or secrets.
    const PLUGINS: [&str; 6] = ["clipboard-manager", "shell", "http", "fs", "store", "stronghold"];
    let locked: BTreeSet<_> = locked()?.into_iter().map(|(name, _)| name).collect();
    let found: Vec<_> = TLS
        .map(str::to_owned)
        .into_iter()
        .chain(PLUGINS.map(|plugin| format!("tauri-plugin-{plugin}")))
        .filter(|name| locked.contains(name))
        .collect();
    assert!(found.is_empty(), "must be nowhere: {found:?}");
    assert!(locked.contains("tauri") && locked.contains("rustls"), "the lock file was not read");
    Ok(())
}

#[test]
fn release_candidates_are_pinned() -> Result<()> {
    // They change what they generate from one candidate to the next, and only together.
    for name in ["specta", "tauri-specta"] {
        let declared = member("miftah").dependencies.iter().find(|dependency| dependency.name == name);
        let declared = declared.with_context(|| format!("{name} is not a dependency"))?;
        assert_eq!(declared.req.to_string(), "=2.0.0-rc.26", "of {name}");
    }
    let tauri: Vec<_> = locked()?.into_iter().filter(|(name, _)| name == "tauri").collect();
    assert!(
        matches!(&tauri[..], [(_, version)] if version.starts_with("2.")),
        "one tauri, of version 2: {tauri:?}"
    );
    Ok(())
}

#[test]
fn there_is_one_front_end() -> Result<()> {
    // Tauri takes the first package.json it meets for the front end.
    let mut found = Vec::new();
    package_files(&root(), &mut found)?;
    assert_eq!(found, [root().join("ui/package.json")]);
    Ok(())
}

fn package_files(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    const NOT_OURS: [&str; 4] = ["node_modules", "target", "gen", ".git"];
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_dir() {
            if NOT_OURS.iter().all(|skipped| name != *skipped) {
                package_files(&entry.path(), found)?;
            }
        } else if name == "package.json" {
            found.push(entry.path());
        }
    }
    Ok(())
}
