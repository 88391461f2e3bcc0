//! `tour DIR`: drives the real window through the main job and leaves pictures and `tour.json` in DIR.
//! `tour --bench N`: measures N regenerates in the real window.
//!
//! `cargo xtask demo` and `cargo xtask bench` build it and start it. It brings its own desktop session, so it needs no
//! display, and touches nothing of a person's. A tour fails unless every picture is there and every claim came out as
//! it must.
//!
//! Not here: assertions about each screen (`tests/e2e`).
#![cfg_attr(
    target_os = "linux",
    expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for a person who waits for it")
)]

#[cfg(target_os = "linux")]
mod bench;
#[cfg(target_os = "linux")]
mod report;
#[cfg(target_os = "linux")]
mod route;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;

    let mut arguments = std::env::args_os().skip(1);
    let done = match (arguments.next(), arguments.next()) {
        (Some(bench), Some(runs)) if bench == "--bench" => bench::run(&runs.to_string_lossy()),
        (Some(folder), None) => route::walk(folder.as_ref()),
        _ => Err(anyhow::anyhow!("usage: tour DIR | tour --bench RUNS")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tour: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {}
