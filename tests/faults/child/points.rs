//! The named points at which a child is killed, and the trace of what it passed and what the person was told.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::sync::{Mutex, PoisonError};

use crate::plan::{Kill, Plan};

/// Counts how often each point is reached.
pub(crate) struct Points {
    kill: Option<Kill>,
    seen: Mutex<HashMap<String, usize>>,
    trace: Mutex<Option<File>>,
}

impl Points {
    pub(crate) fn new(plan: &Plan) -> Self {
        let trace = OpenOptions::new().create(true).append(true).open(plan.folder.join("trace")).ok();
        Self { kill: plan.kill.clone(), seen: Mutex::default(), trace: Mutex::new(trace) }
    }

    /// Passes a point, or dies there.
    pub(crate) fn pass(&self, point: &str) {
        if self.is_due(point) {
            self.die();
        }
    }

    /// The system gives this process no more memory.
    fn starve(&self) {
        use rustix::process::{Resource, Rlimit, setrlimit};
        self.note("starved");
        // If it failed the child would only go on, as in a run without a fault.
        let _ = setrlimit(Resource::As, Rlimit { current: Some(0), maximum: Some(0) });
    }

    /// Whether this is where the child dies; the caller may leave half a write first.
    pub(crate) fn is_due(&self, point: &str) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let count = seen.entry(point.to_owned()).or_default();
        *count += 1;
        let due = self.kill.as_ref().filter(|kill| kill.point == point && kill.nth == *count);
        if due.is_some_and(|kill| kill.starved) {
            self.starve();
            return false;
        }
        due.is_some()
    }

    /// How much of the write under way is on the disk, in per cent.
    pub(crate) fn torn(&self) -> Option<usize> {
        self.kill.as_ref().and_then(|kill| kill.torn)
    }

    /// SIGKILL: nothing is dropped, flushed or said.
    pub(crate) fn die(&self) -> ! {
        self.note("killed");
        if let Some(own) = rustix::process::Pid::from_raw(i32::try_from(std::process::id()).unwrap_or(0)) {
            // If it failed the child would go on; the abort below ends it either way.
            let _ = rustix::process::kill_process(own, rustix::process::Signal::KILL);
        }
        std::process::abort()
    }

    /// A line of the trace. A killed process keeps what it wrote: only a power cut would not, and the trace is
    /// the harness's own.
    pub(crate) fn note(&self, line: &str) {
        let mut trace = self.trace.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = trace.as_mut() {
            // Without a trace the checker finds nothing was told, and says so.
            let _ = file.write_all(format!("{line}\n").as_bytes());
        }
    }
}
