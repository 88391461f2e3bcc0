use std::sync::Arc;

use jiff::Timestamp;
use miftah_core::keys::{AccountId, Environment, KeyId, KeyPrefix};
use miftah_core::operations::{Baseline, Event, Kind, OperationId, Record, Subject, Tag};
use miftah_core::ports::{Journal, StoreError};
use proptest::prelude::*;

use super::{JournalFile, NAME, line};
use crate::files::simulated::SimulatedFiles;
use crate::files::{DiskFiles, Files};

fn record(event: Event) -> Record {
    Record {
        operation: OperationId::parse("00112233445566aa").unwrap(),
        subject: Subject {
            kind: Kind::Rotation,
            account: AccountId::parse("a1").unwrap(),
            key: KeyId::parse("k1").unwrap(),
            environment: Environment::Live,
            baseline: Baseline {
                prefix: KeyPrefix::parse("sk_live_a1b2c3"),
                works: true,
                last_use: Some(Timestamp::UNIX_EPOCH),
            },
        },
        event,
        at: "2026-11-24T15:00:07.123456789Z".parse().unwrap(),
    }
}

fn story() -> Vec<Record> {
    let prefix = KeyPrefix::parse("sk_live_4c81f2").unwrap();
    let id = KeyId::parse("k2").unwrap();
    [
        Event::Intended { tag: Some(Tag::parse("2A3B4C").unwrap()) },
        Event::Sending,
        Event::Received { prefix, id: Some(id.clone()) },
        Event::Kept { id },
    ]
    .map(record)
    .into()
}

fn written(files: &Arc<SimulatedFiles>) -> JournalFile {
    let journal = JournalFile::new(Arc::clone(files) as Arc<dyn Files>);
    for record in story() {
        journal.record(&record).unwrap();
    }
    journal
}

fn content() -> Vec<u8> {
    let files = Arc::new(SimulatedFiles::default());
    written(&files);
    files.read(NAME).unwrap().unwrap()
}

/// What a journal of these bytes tells.
fn told_by(content: Vec<u8>) -> (Arc<SimulatedFiles>, JournalFile, Vec<Record>) {
    let files = Arc::new(SimulatedFiles::default());
    files.plant(NAME, content);
    let journal = JournalFile::new(Arc::clone(&files) as Arc<dyn Files>);
    let records = journal.records().unwrap();
    (files, journal, records)
}

#[test]
fn records_read_back_from_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let open = || JournalFile::new(Arc::new(DiskFiles::open(&folder.path().join("operations")).unwrap()));
    assert_eq!(open().records(), Ok(vec![]));
    for record in story() {
        open().record(&record).unwrap();
    }
    assert_eq!(open().records(), Ok(story()));
    open().clear().unwrap();
    assert_eq!(open().records(), Ok(vec![]));
}

#[test]
fn a_line_looks_like_this_for_ever() {
    assert_eq!(
        line::write(&story()[2]),
        "5fd54ebb {\"v\":1,\"at\":\"2026-11-24T15:00:07.123456789Z\",\"op\":\"00112233445566aa\",\
         \"kind\":\"rotation\",\"account\":\"a1\",\"key\":\"k1\",\"environment\":\"live\",\
         \"before\":\"sk_live_a1b2c3\",\"worked\":true,\"last_use\":\"1970-01-01T00:00:00Z\",\
         \"event\":\"received\",\"prefix\":\"sk_live_4c81f2\",\"id\":\"k2\"}\n"
    );
}

#[test]
fn cut_at_each_byte_only_the_torn_record_is_lost_and_the_next_is_not() {
    let content = content();
    for length in 0..=content.len() {
        let whole = content[..length].split(|byte| *byte == b'\n').count() - 1;
        let (_, journal, records) = told_by(content[..length].to_vec());
        // A record whose line feed alone is missing is a whole one.
        assert!(records.len() == whole || records.len() == whole + 1, "{length}");
        assert_eq!(records, story()[..records.len()], "{length}");
        let next = record(Event::Installed);
        journal.record(&next).unwrap();
        let after = journal.records().unwrap();
        assert_eq!(after.last(), Some(&next), "{length}");
        assert_eq!(after.len(), records.len() + 1, "{length}");
    }
}

#[test]
fn a_flipped_bit_costs_one_record() {
    let content = content();
    for index in 0..content.len() {
        for bit in 0..8 {
            let mut damaged = content.clone();
            damaged[index] ^= 1 << bit;
            let (_, _, records) = told_by(damaged);
            // A flipped line feed joins two lines.
            assert!(records.len() >= story().len() - 2, "{index} {bit}");
            assert!(records.iter().all(|record| story().contains(record)), "{index} {bit}");
        }
    }
}

#[test]
fn a_recorded_step_survives_every_power_cut() {
    for acknowledged in 0..=story().len() {
        let files = Arc::new(SimulatedFiles::default());
        let journal = JournalFile::new(Arc::clone(&files) as Arc<dyn Files>);
        for record in &story()[..acknowledged] {
            journal.record(record).unwrap();
        }
        assert_eq!(files.unsynced(), 0);
        let after = Arc::new(files.power_cut(|_| false, 0));
        let journal = JournalFile::new(Arc::clone(&after) as Arc<dyn Files>);
        assert_eq!(journal.records().unwrap(), story()[..acknowledged]);
    }
}

#[test]
fn wherever_the_disk_fails_nothing_acknowledged_is_lost() {
    for nth in 1..40 {
        let files = Arc::new(SimulatedFiles::default());
        let journal = JournalFile::new(Arc::clone(&files) as Arc<dyn Files>);
        files.fail_at(nth);
        let mut acknowledged = Vec::new();
        for record in story() {
            match journal.record(&record) {
                Ok(()) => acknowledged.push(record),
                Err(error) => assert_eq!(error, StoreError::Full),
            }
        }
        let after = Arc::new(files.power_cut(|_| false, 0));
        let kept = JournalFile::new(Arc::clone(&after) as Arc<dyn Files>).records().unwrap();
        assert!(acknowledged.iter().all(|record| kept.contains(record)), "{nth}");
    }
}

proptest! {
    #[test]
    fn no_content_makes_it_panic(content in prop::collection::vec(any::<u8>(), 0..400)) {
        told_by(content);
    }

    #[test]
    fn no_json_behind_a_right_sum_makes_it_panic(json in "\\PC{0,200}") {
        let line = format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes()));
        prop_assert!(told_by(line.into_bytes()).2.is_empty());
    }
}
