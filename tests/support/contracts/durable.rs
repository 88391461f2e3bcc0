//! What every [`Journal`] and every [`Spool`] must do.

use anyhow::{Context, Result};
use jiff::Timestamp;
use miftah_core::keys::{AccountId, Environment, KeyId, KeyPrefix};
use miftah_core::operations::{Baseline, Event, Kind, OperationId, Record, Subject};
use miftah_core::ports::{Journal, Spool, SpoolError};
use miftah_core::secret::{RawAnswer, Secret, WrappingKey};
use zeroize::Zeroizing;

/// Runs the suite on an empty journal.
pub fn journal_contract(journal: &dyn Journal) -> Result<()> {
    assert_eq!(journal.records()?, []);
    let story = [
        Event::Intended { tag: None },
        Event::Sending,
        Event::Received { prefix: KeyPrefix::parse("sk_live_abc123").context("a prefix")?, id: None },
        Event::Kept { id: KeyId::parse("k1")? },
    ];
    let operation = OperationId::parse("00112233445566aa")?;
    let mut records = Vec::new();
    for event in story {
        let record =
            Record { operation: operation.clone(), subject: subject()?, event, at: Timestamp::UNIX_EPOCH };
        journal.record(&record)?;
        records.push(record);
        assert_eq!(journal.records()?, records);
    }
    journal.clear()?;
    journal.clear()?;
    assert_eq!(journal.records()?, []);
    Ok(())
}

fn subject() -> Result<Subject> {
    Ok(Subject {
        kind: Kind::Regenerate,
        account: AccountId::parse("dev-1")?,
        key: KeyId::parse("k1")?,
        environment: Environment::Live,
        baseline: Baseline { prefix: None, works: true, last_use: None },
    })
}

/// Runs the suite on an empty spool.
pub fn spool_contract(spool: &dyn Spool) -> Result<()> {
    let (operation, other) =
        (OperationId::parse("00112233445566aa")?, OperationId::parse("ffee2233445566aa")?);
    let (key, other_key) = (KeyId::parse("k1")?, KeyId::parse("k2")?);
    let wrapping = |digit: &str| WrappingKey::parse(&Secret::new(digit.repeat(64)));
    let (wrapping, other_wrapping) = (wrapping("a")?, wrapping("b")?);
    let answer = |body: &str| RawAnswer::new(201, false, Zeroizing::new(body.as_bytes().to_vec()));
    assert_eq!(spool.operations()?, []);
    assert_eq!(spool.seal(&operation, &key, &wrapping, &answer("x")), Err(SpoolError::Disk), "no room");
    spool.reserve(&operation)?;
    spool.reserve(&other)?;
    assert_eq!(spool.reserve(&operation), Err(SpoolError::Sealed));
    assert!(spool.open(&operation, &key, &wrapping)?.is_none());
    assert!(!spool.holds(&operation)?);
    spool.seal(&operation, &key, &wrapping, &answer("the answer"))?;
    assert!(spool.holds(&operation)?);
    assert!(!spool.holds(&other)?);
    assert_eq!(spool.seal(&operation, &key, &wrapping, &answer("y")), Err(SpoolError::Sealed));
    let opened = spool.open(&operation, &key, &wrapping)?.context("it is sealed")?;
    assert_eq!((opened.status, opened.complete, opened.expose()), (201, false, b"the answer".as_slice()));
    assert_eq!(spool.open(&operation, &other_key, &wrapping).err(), Some(SpoolError::Sealed));
    assert_eq!(spool.open(&operation, &key, &other_wrapping).err(), Some(SpoolError::Sealed));
    let mut both = vec![operation.clone(), other.clone()];
    both.sort();
    assert_eq!(spool.operations()?, both);
    spool.wipe(&operation)?;
    spool.wipe(&operation)?;
    assert!(spool.open(&operation, &key, &wrapping)?.is_none());
    assert_eq!(spool.operations()?, [other]);
    Ok(())
}
