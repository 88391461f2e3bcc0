//! Makes a permission for each command, so that each window can be given its own and no other.

use std::path::Path;

#[path = "src/commands/names.rs"]
mod names;

fn main() {
    // `generate_context!` needs the folder, also for a check on a fresh clone.
    std::fs::create_dir_all("ui/dist").unwrap_or_else(|error| panic!("ui/dist cannot be made: {error}"));
    if !Path::new("ui/dist/index.html").exists() {
        println!("cargo:warning=ui/dist is empty: run `npm run build` in ui, or `cargo xtask`");
    }
    println!("cargo:rerun-if-changed=ui/dist");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let mut commands: Vec<&'static str> = [names::BOTH, names::SIGN_IN, names::MAIN].concat();
    commands.sort_unstable();
    commands.dedup();
    let commands: &'static [&'static str] = commands.leak();
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(commands));
    tauri_build::try_build(attributes).unwrap_or_else(|error| panic!("{error:#}"));
}
