//! Runs named stages one after another, stops at the first that fails, and remembers how long each took.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// The stages that ran.
pub struct Stages {
    began: Instant,
    done: Vec<(String, Duration)>,
}

impl Stages {
    /// None yet.
    pub fn new() -> Self {
        Self { began: Instant::now(), done: Vec::new() }
    }

    /// Runs one stage; its failure carries its name.
    pub fn run<T>(&mut self, name: &str, stage: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n== {name}");
        let began = Instant::now();
        let result = stage();
        self.done.push((name.to_owned(), began.elapsed()));
        result.with_context(|| format!("the stage \"{name}\" failed"))
    }

    /// The seconds of each stage, in the order they ran, and all of them together.
    pub fn times(&self) -> String {
        let each: Vec<_> =
            self.done.iter().map(|(name, took)| format!("{name} {:.0} s", took.as_secs_f64())).collect();
        format!("{:.0} s: {}", self.began.elapsed().as_secs_f64(), each.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_its_stage() {
        let mut stages = Stages::new();
        stages.run("first", || Ok(())).unwrap();
        let error = stages.run("second", || anyhow::bail!("no") as Result<()>).unwrap_err();
        assert_eq!(format!("{error:#}"), "the stage \"second\" failed: no");
        assert!(stages.times().contains("first 0 s, second 0 s"));
    }
}
