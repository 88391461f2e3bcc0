//! The log: to standard error, at most `info`, ids and codes only. And what a panic may say.

use tracing::level_filters::LevelFilter;

/// Starts the log and takes panics over: file and line only, since a panic's text could hold anything.
pub(crate) fn start() {
    let log = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::INFO)
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .try_init();
    drop(log);
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, |at| format!("{}:{}", at.file(), at.line()));
        tracing::error!(place, "panic");
    }));
}
