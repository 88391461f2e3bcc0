//! `memory APP`: drives the real window of a release build over TLS, and searches the memory of the app and of every
//! web process after each thing a person does with a secret: nothing may be left. While a key is on the clipboard the
//! same search must find it, or it proves nothing.
//!
//! What is searched for: every run of 16 bytes and more of a secret as UTF-8, Base64 and (32 bytes and more) UTF-16
//! and hexadecimal. A key's tag and the six characters after it are its public prefix and do not count.
#![cfg_attr(
    target_os = "linux",
    expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for a person who waits for it")
)]

#[cfg(target_os = "linux")]
mod route;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;
    let app = std::env::args_os().nth(1).map(std::path::PathBuf::from);
    let searched = app.ok_or_else(|| anyhow::anyhow!("usage: memory APP")).and_then(|app| route::walk(&app));
    match searched {
        Ok(figures) => {
            println!("{figures}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("memory: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {}
