//! `package check DEB RPM`: installs each package for real, starts the app from it, removes it, and finds nothing left
//! but the person's data. `package startup RUNS DEB`: what the installed app costs, beside `KeePassXC`.
//!
//! `cargo xtask` starts it in mount namespaces of its own (`unshare --mount`). There it lays writable layers over the
//! system's folders: the packages' own tools do what they always do, every change of theirs can be seen in the layers,
//! and the machine stays as it is.
#![cfg_attr(
    target_os = "linux",
    expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for a person who waits for it")
)]

#[cfg(target_os = "linux")]
mod check;
#[cfg(target_os = "linux")]
mod layers;
#[cfg(target_os = "linux")]
mod libraries;
#[cfg(target_os = "linux")]
mod manager;
#[cfg(target_os = "linux")]
mod startup;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let done = match arguments.as_slice() {
        [check, deb, rpm] if check == "check" => check::run(deb.as_ref(), rpm.as_ref()),
        [startup, runs, deb] if startup == "startup" => startup::run(&runs.to_string_lossy(), deb.as_ref()),
        _ => Err(anyhow::anyhow!("usage: package check DEB RPM | package startup RUNS DEB")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("package: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {}
