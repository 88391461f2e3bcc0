//! The log: to standard error, at most `info`, ids and codes only. And what a panic may say.

use std::panic::PanicHookInfo;

use tracing::level_filters::LevelFilter;

/// Starts the log and takes panics over: file and line only, since a panic's text could hold anything.
pub(crate) fn start() {
    let log = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::INFO)
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .try_init();
    drop(log);
    std::panic::set_hook(Box::new(|panic| tracing::error!(place = place(panic), "panic")));
}

/// All that is said of a panic.
fn place(panic: &PanicHookInfo<'_>) -> String {
    panic.location().map_or_else(String::new, |at| format!("{}:{}", at.file(), at.line()))
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::place;

    /// F48. The only test of this process that looks at the hook: nextest runs each in its own.
    #[test]
    fn f48_a_panic_tells_its_place_and_not_its_text() {
        let said = Arc::new(Mutex::new(String::new()));
        let told = Arc::clone(&said);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| *told.lock().unwrap() = place(panic)));
        let panicked = std::panic::catch_unwind(|| panic!("sk_live_marker"));
        std::panic::set_hook(before);
        assert!(panicked.is_err());
        let said = said.lock().unwrap();
        assert!(said.contains("logging.rs:") && !said.contains("marker"), "{said}");
    }
}
