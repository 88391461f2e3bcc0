//! The figures, and what each of them means.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::check::Verdict;
use crate::jobs::Job;
use crate::plan::Role;

/// What all runs came to.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    pub(crate) runs: usize,
    pub(crate) covered: BTreeSet<u32>,
    pub(crate) silent_loss: usize,
    pub(crate) false_stored: usize,
    pub(crate) false_lost: usize,
    pub(crate) resends: u32,
    pub(crate) unresolved: usize,
    pub(crate) sends_most: u32,
    pub(crate) lost_r: BTreeMap<String, usize>,
    pub(crate) lost_z: BTreeMap<String, usize>,
    pub(crate) failing: Vec<String>,
}

/// Whether protocol R says of this place that a key can be lost there.
fn declared(place: &str) -> bool {
    let sound = ["killed before the seal", "killed during the seal", "then the process died", "on the wire"];
    sound.iter().any(|one| place.contains(one))
}

impl Figures {
    /// Takes a run in.
    pub(crate) fn add(&mut self, job: &Job, verdict: &Verdict) {
        self.runs += 1;
        self.covered.extend(job.trouble.covers());
        if job.kill.as_ref().is_some_and(|kill| kill.starved) {
            self.covered.insert(49);
        } else if job.kill.is_some() {
            self.covered.insert(45);
            if job.power_cut {
                self.covered.insert(41);
            }
            if job.kill.as_ref().is_some_and(|kill| kill.point == "spool:sync") {
                self.covered.insert(39);
            }
            if job.kill.as_ref().is_some_and(|kill| kill.point == "operations:sync") {
                self.covered.insert(40);
            }
        }
        self.silent_loss += usize::from(verdict.silent);
        self.false_stored += usize::from(verdict.false_stored);
        self.false_lost += usize::from(verdict.false_lost);
        self.unresolved += usize::from(verdict.unresolved);
        self.resends += verdict.sends.saturating_sub(verdict.confirmations);
        self.sends_most = self.sends_most.max(verdict.sends);
        if let Some(place) = &verdict.lost_at {
            let lost = if job.role == Role::Regenerate { &mut self.lost_r } else { &mut self.lost_z };
            // Of the places that should not be there each point is one of its own.
            let at = job.kill.as_ref().map_or("no kill", |kill| kill.point.as_str());
            let place = if declared(place) { place.clone() } else { format!("{place} ({at})") };
            *lost.entry(place).or_default() += 1;
        }
        let undeclared = verdict.lost_at.as_ref().is_some_and(|place| !declared(place));
        let bad =
            undeclared || verdict.silent || verdict.false_stored || verdict.false_lost || verdict.unresolved;
        if bad || verdict.sends > verdict.confirmations {
            let kill =
                job.kill.as_ref().map_or_else(|| "-".into(), |kill| format!("{} #{}", kill.point, kill.nth));
            self.failing.push(format!(
                "--only {}: {:?}, {}, killed at {kill}, then {:?}: {verdict:?}",
                job.id,
                job.role,
                job.trouble.name(),
                job.kill_recovery.as_ref().map(|kill| kill.point.clone()),
            ));
        }
    }

    /// The report as it is written to disk.
    pub(crate) fn report(&self, seeds: u64, seconds: f64, mutation: Option<&str>) -> Value {
        json!({
            "seeds": seeds,
            "seconds": seconds,
            "mutation": mutation,
            "runs": self.runs,
            "faults_covered": self.covered,
            "silent_loss": self.silent_loss,
            "false_stored": self.false_stored,
            "false_lost": self.false_lost,
            "automatic_resends": self.resends,
            "unresolved_after_recovery": self.unresolved,
            "sends_per_confirmation_max": self.sends_most,
            "declared_loss_points_r": self.lost_r.len(),
            "declared_loss_points_z": self.lost_z.len(),
            "loss_points_r": self.lost_r,
            "loss_points_z": self.lost_z,
            "failing": self.failing,
            "definitions": {
                "runs": "child processes that were started for an operation, each with its starts afterwards, on a data folder of its own",
                "faults_covered": "F numbers of the plan's table that occurred in these runs; 39 to 41 are also tried at every byte and every call in miftah-store's own tests",
                "silent_loss": "runs after which DHMAD's present secret is in no keychain slot and in no sealed file that opens, and the person was not told so (stage lost)",
                "false_stored": "runs in which the person was told that the key is kept while the keychain's current slot does not hold DHMAD's present secret",
                "false_lost": "runs in which the person was told that the key is lost although it is held, or nothing was carried out",
                "automatic_resends": "requests that issue a key beyond the person's confirmations",
                "unresolved_after_recovery": "runs after whose last, undisturbed start an operation is in a stage that Miftah itself should settle, or DHMAD did something that no operation tells of",
                "sends_per_confirmation_max": "the most requests that issue a key in one run; each run has one confirmation at most",
                "declared_loss_points_r": "different places at which a regenerate lost its key, each told to the person",
                "declared_loss_points_z": "different places at which a rotation was left without a usable key"
            }
        })
    }

    /// The table that is printed.
    pub(crate) fn table(&self) -> String {
        let mut lines = vec![
            format!("  runs                         {}", self.runs),
            format!(
                "  faults covered               {}",
                self.covered.iter().map(|n| format!("F{n}")).collect::<Vec<_>>().join(" ")
            ),
            format!("  silent loss                  {}", self.silent_loss),
            format!("  false \"stored\"               {}", self.false_stored),
            format!("  false \"lost\"                 {}", self.false_lost),
            format!("  automatic resends            {}", self.resends),
            format!("  unresolved after recovery    {}", self.unresolved),
            format!("  most sends a confirmation    {}", self.sends_most),
            format!("  declared loss points of R    {}", self.lost_r.len()),
        ];
        lines.extend(self.lost_r.iter().map(|(place, times)| format!("    {times:4} x {place}")));
        lines.push(format!("  declared loss points of Z    {}", self.lost_z.len()));
        lines.extend(self.lost_z.iter().map(|(place, times)| format!("    {times:4} x {place}")));
        lines.join("\n")
    }

    /// Whether every bar is held.
    pub(crate) fn holds(&self) -> bool {
        self.silent_loss == 0
            && self.false_stored == 0
            && self.false_lost == 0
            && self.resends == 0
            && self.unresolved == 0
            && self.sends_most <= 1
            && self.lost_r.len() <= 5
            && self.lost_z.is_empty()
    }
}
