//! `tour DIR`: drives the real window through the main job and leaves pictures and `tour.json` in DIR.
//! `tour --bench N`: measures N regenerates in the real window. `tour --bench-rotation N APP`: the same in another
//! build of the app, and the seal. `tour --bench-scale N APP`: the list with many keys, N starts each.
//! `tour --bench-background MINUTES APP`: what the app costs while nobody looks.
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
mod background;
#[cfg(target_os = "linux")]
mod bench;
#[cfg(target_os = "linux")]
mod report;
#[cfg(target_os = "linux")]
mod rotation;
#[cfg(target_os = "linux")]
mod route;
#[cfg(target_os = "linux")]
mod scale;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;

    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let done = match arguments.as_slice() {
        [bench, runs] if bench == "--bench" => bench::run(&runs.to_string_lossy()),
        [bench, runs, app] if bench == "--bench-rotation" => {
            rotation::run(&runs.to_string_lossy(), app.as_ref())
        }
        [bench, runs, app] if bench == "--bench-scale" => scale::run(&runs.to_string_lossy(), app.as_ref()),
        [bench, minutes, app] if bench == "--bench-background" => {
            background::run(&minutes.to_string_lossy(), app.as_ref())
        }
        [folder] => route::walk(folder.as_ref()),
        _ => Err(anyhow::anyhow!(
            "usage: tour DIR | tour --bench RUNS | tour --bench-rotation RUNS APP | tour --bench-scale RUNS APP | \
             tour --bench-background MINUTES APP"
        )),
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
