//! The contracts of journal and spool, on the fakes and on the disk.

use std::sync::Arc;

use anyhow::Result;
use miftah_store::{DiskFiles, JournalFile, SealedSpool};
use miftah_tests::contracts::durable::{journal_contract, spool_contract};
use miftah_tests::fakes::journal::FakeJournal;
use miftah_tests::fakes::spool::FakeSpool;

#[test]
fn the_fakes_keep_the_contracts() -> Result<()> {
    journal_contract(&FakeJournal::new())?;
    spool_contract(&FakeSpool::new())
}

#[test]
fn the_files_keep_the_contracts() -> Result<()> {
    let folder = tempfile::tempdir()?;
    journal_contract(&JournalFile::new(Arc::new(DiskFiles::open(&folder.path().join("operations"))?)))?;
    spool_contract(&SealedSpool::new(Arc::new(DiskFiles::open(&folder.path().join("spool"))?)))
}
