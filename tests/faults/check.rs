//! The checker: what DHMAD did, what this computer has, and what the person was told, side by side.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use dhmad_sandbox::Sandbox;
use miftah_core::keys::KeyId;
use miftah_core::operations::{Kind, Operation, Stage, replay};
use miftah_core::ports::{Journal, Spool};
use miftah_core::secret::{Secret, WrappingKey};
use miftah_store::{DiskFiles, JournalFile, SealedSpool};

use crate::child;
use crate::plan::Role;

/// What a run came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a figure of the report")]
pub(crate) struct Verdict {
    /// Where a key was lost, if one was.
    pub(crate) lost_at: Option<String>,
    pub(crate) silent: bool,
    pub(crate) false_stored: bool,
    /// Told as lost, although it is there.
    pub(crate) false_lost: bool,
    pub(crate) unresolved: bool,
    pub(crate) sends: u32,
    pub(crate) confirmations: u32,
}

/// What is known of a run before it is judged.
pub(crate) struct Scene<'a> {
    pub(crate) role: Role,
    pub(crate) folder: &'a Path,
    pub(crate) sandbox: &'a Sandbox,
    pub(crate) account: &'a str,
    pub(crate) key: &'a str,
    pub(crate) old: &'a str,
    /// How many keys DHMAD had before.
    pub(crate) keys_before: usize,
}

/// Judges a run after its last, undisturbed start.
pub(crate) fn judge(scene: &Scene<'_>) -> Result<Verdict> {
    let trace = std::fs::read_to_string(scene.folder.join("trace")).unwrap_or_default();
    let operations = operations(scene.folder)?;
    let last = operations.last();
    let told = |line: &str| trace.lines().any(|told| told == line);
    let mut verdict = Verdict {
        sends: sends(scene),
        confirmations: u32::try_from(trace.lines().filter(|line| *line == "confirmed").count()).unwrap_or(0),
        unresolved: operations.iter().any(|operation| operation.stage.is_unsettled()),
        ..Verdict::default()
    };
    match scene.role {
        Role::Regenerate => {
            let present = scene.sandbox.current_secret(scene.key).unwrap_or_default();
            let executed = present != scene.old;
            let held = holds(scene, &present, &operations)?;
            // In a sealed answer whose key nobody recognises it can still be copied, and is told as lost.
            let in_a_slot = keychain(scene).values().any(|text| *text == present);
            verdict.false_lost =
                last.is_some_and(|last| last.stage == Stage::Lost) && (!executed || in_a_slot);
            verdict.unresolved |= executed && last.is_none();
            verdict.false_stored = (told("told kept keychain")
                || last.is_some_and(|last| last.stage == Stage::Done))
                && slot(scene, scene.key, "current") != Some(present);
            if executed && !held {
                let foreign = !sealed(scene, &operations)?.is_empty();
                verdict.lost_at = Some(if foreign { WITHOUT.to_owned() } else { place(&trace) });
                verdict.silent = !last.is_some_and(|last| last.stage == Stage::Lost);
            }
        }
        Role::Rotate | Role::Create | Role::Finish => rotation(scene, last, &mut verdict),
        Role::Take => {
            let sealed = trace.lines().any(|line| line == "sealed");
            let held = keychain(scene).values().any(|text| text == scene.old);
            verdict.false_stored = told("told taken") && !held;
            if sealed && !held {
                verdict.lost_at = Some("a taken key after the seal".into());
                verdict.silent = true;
            }
        }
        Role::Recover => {}
    }
    Ok(verdict)
}

/// Z: the old key works, or the successor is held; and nothing stands at DHMAD that nobody knows of.
fn rotation(scene: &Scene<'_>, last: Option<&Operation>, verdict: &mut Verdict) {
    let stands = key_ids(scene);
    let made = stands.len() > scene.keys_before || !stands.contains(&scene.key.to_owned());
    let successor = last.and_then(|last| last.issued_id.clone());
    let held = match &successor {
        Some(id) => {
            let present = scene.sandbox.current_secret(id.as_str());
            present.is_some() && slot(scene, id.as_str(), "current") == present
        }
        None => false,
    };
    let old_works = scene.sandbox.current_secret(scene.key).as_deref() == Some(scene.old);
    if !old_works && !held {
        verdict.lost_at = Some("no usable key".into());
        verdict.silent = true;
    }
    // A key that was made and is neither held nor shown as an orphan.
    let named = last.is_some_and(|last| matches!(last.stage, Stage::Orphan | Stage::Closed));
    verdict.unresolved |= made && !held && !named;
    verdict.false_stored = last.is_some_and(|last| last.stage == Stage::Stored) && !held;
}

fn key_ids(scene: &Scene<'_>) -> Vec<String> {
    let issued = scene.sandbox.ledger().into_iter().filter_map(|event| match event {
        dhmad_sandbox::LedgerEvent::Issued { key_id, .. } => Some(key_id),
        _ => None,
    });
    let mut ids: Vec<String> = issued.filter(|id| scene.sandbox.current_secret(id).is_some()).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Requests that changed something in a way that a second one would repeat.
fn sends(scene: &Scene<'_>) -> u32 {
    let requests = scene.sandbox.requests("/developer/api-keys");
    let issuing = requests.iter().filter(|request| request.method == "POST");
    u32::try_from(issuing.count()).unwrap_or(u32::MAX)
}

fn operations(folder: &Path) -> Result<Vec<Operation>> {
    let journal = JournalFile::new(Arc::new(DiskFiles::open(&folder.join("operations"))?));
    let all = replay(&journal.records()?);
    Ok(all
        .into_iter()
        .filter(|operation| operation.subject.kind != Kind::Take || !operation.stage.is_over())
        .collect())
}

fn keychain(scene: &Scene<'_>) -> BTreeMap<String, String> {
    let bytes = std::fs::read(scene.folder.join(child::KEYCHAIN)).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

fn slot(scene: &Scene<'_>, key: &str, slot: &str) -> Option<String> {
    keychain(scene).remove(&format!("{}/{key}/{slot}", scene.account))
}

/// Whether a value is in a slot, or in a sealed file that opens.
fn holds(scene: &Scene<'_>, value: &str, operations: &[Operation]) -> Result<bool> {
    let in_a_slot = keychain(scene).values().any(|text| text == value);
    Ok(in_a_slot || sealed(scene, operations)?.iter().any(|answer| answer.contains(value)))
}

/// The sealed answers that open.
fn sealed(scene: &Scene<'_>, operations: &[Operation]) -> Result<Vec<String>> {
    let wrapping =
        keychain(scene).remove("spool/wrapping").map(|text| WrappingKey::parse(&Secret::new(text)));
    let Some(Ok(wrapping)) = wrapping else { return Ok(Vec::new()) };
    let spool = SealedSpool::new(Arc::new(DiskFiles::open(&scene.folder.join("spool"))?));
    let key = KeyId::parse(scene.key)?;
    let answers = operations.iter().filter_map(|one| spool.open(&one.id, &key, &wrapping).ok().flatten());
    Ok(answers.map(|answer| String::from_utf8_lossy(answer.expose()).into_owned()).collect())
}

/// An answer arrived, and the key in it, if there was one, is not the one that DHMAD made.
const WITHOUT: &str = "on the wire: the answer came without its key";

/// Where it got lost, by what the child passed last.
fn place(trace: &str) -> String {
    let passed = |line: &str| trace.lines().any(|seen| seen == line);
    let place = if passed("answered without a key") {
        WITHOUT
    } else if passed("sealed") {
        "after receipt: although it was sealed"
    } else if passed("seal refused") && passed("killed") {
        "after receipt: the disk refused the seal, then the process died"
    } else if passed("seal refused") {
        "after receipt: neither disk nor keychain took it"
    } else if passed("sealing") {
        "after receipt: killed during the seal"
    } else if passed("answered with a key") {
        "after receipt: killed before the seal"
    } else {
        "on the wire: no answer came"
    };
    place.to_owned()
}
