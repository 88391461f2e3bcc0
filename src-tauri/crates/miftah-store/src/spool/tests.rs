use std::sync::Arc;

use miftah_core::keys::KeyId;
use miftah_core::operations::OperationId;
use miftah_core::ports::{Spool, SpoolError};
use miftah_core::secret::{RawAnswer, WrappingKey};
use proptest::prelude::*;
use zeroize::Zeroizing;

use super::{LENGTH, SealedSpool, name};
use crate::files::simulated::SimulatedFiles;
use crate::files::{DiskFiles, Files};

const BODY: &str = "{\"apiKey\":{\"key\":\"sk_live_marker0123456789\"}}";

fn answer(body: &str) -> RawAnswer {
    RawAnswer::new(201, false, Zeroizing::new(body.as_bytes().to_vec()))
}

fn operation() -> OperationId {
    OperationId::parse("00112233445566aa").unwrap()
}

fn key() -> KeyId {
    KeyId::parse("k1").unwrap()
}

fn spool(files: &Arc<SimulatedFiles>) -> SealedSpool {
    SealedSpool::new(Arc::clone(files) as Arc<dyn Files>)
}

fn sealed(wrapping: &WrappingKey) -> Arc<SimulatedFiles> {
    let files = Arc::new(SimulatedFiles::default());
    let spool = spool(&files);
    spool.reserve(&operation()).unwrap();
    spool.seal(&operation(), &key(), wrapping, &answer(BODY)).unwrap();
    files
}

fn body_of(opened: Result<Option<RawAnswer>, SpoolError>) -> Result<Option<Vec<u8>>, SpoolError> {
    opened.map(|answer| answer.map(|answer| answer.expose().to_vec()))
}

#[test]
fn an_answer_comes_back_as_it_was_and_goes_without_a_trace() {
    let folder = tempfile::tempdir().unwrap();
    let open = || SealedSpool::new(Arc::new(DiskFiles::open(folder.path()).unwrap()));
    let wrapping = WrappingKey::make().unwrap();
    open().reserve(&operation()).unwrap();
    let file = folder.path().join(name(&operation()));
    assert_eq!(std::fs::metadata(&file).unwrap().len(), LENGTH as u64);
    assert_eq!(open().holds(&operation()), Ok(false));
    assert_eq!(body_of(open().open(&operation(), &key(), &wrapping)), Ok(None));
    open().seal(&operation(), &key(), &wrapping, &answer(BODY)).unwrap();
    let on_disk = std::fs::read(&file).unwrap();
    assert_eq!(on_disk.len(), LENGTH, "never truncated");
    assert!(!on_disk.windows(6).any(|window| window == b"marker"));
    assert_eq!(open().operations(), Ok(vec![operation()]));
    let opened = open().open(&operation(), &key(), &wrapping).unwrap().unwrap();
    assert_eq!((opened.status, opened.complete), (201, false));
    assert_eq!(opened.expose(), BODY.as_bytes());
    open().wipe(&operation()).unwrap();
    assert!(!file.exists());
    assert_eq!(open().wipe(&operation()), Ok(()), "gone already is fine");
}

#[test]
fn the_largest_answer_fits() {
    let files = Arc::new(SimulatedFiles::default());
    let (spool, wrapping) = (spool(&files), WrappingKey::make().unwrap());
    spool.reserve(&operation()).unwrap();
    let body = "x".repeat(64 << 10);
    spool.seal(&operation(), &key(), &wrapping, &answer(&body)).unwrap();
    assert_eq!(body_of(spool.open(&operation(), &key(), &wrapping)), Ok(Some(body.into_bytes())));
}

#[test]
fn it_opens_for_its_operation_its_key_and_its_wrapping_key_alone() {
    let wrapping = WrappingKey::make().unwrap();
    let files = sealed(&wrapping);
    let spool = spool(&files);
    let (other, other_key) = (OperationId::make().unwrap(), KeyId::parse("k2").unwrap());
    let not_this = WrappingKey::make().unwrap();
    assert_eq!(body_of(spool.open(&operation(), &other_key, &wrapping)), Err(SpoolError::Sealed));
    assert_eq!(body_of(spool.open(&operation(), &key(), &not_this)), Err(SpoolError::Sealed));
    files.plant(&name(&other), files.read(&name(&operation())).unwrap().unwrap());
    assert_eq!(body_of(spool.open(&other, &key(), &wrapping)), Err(SpoolError::Sealed), "moved");
}

#[test]
fn what_is_sealed_is_never_written_over() {
    let wrapping = WrappingKey::make().unwrap();
    let files = sealed(&wrapping);
    let spool = spool(&files);
    assert_eq!(spool.seal(&operation(), &key(), &wrapping, &answer("other")), Err(SpoolError::Sealed));
    assert_eq!(spool.reserve(&operation()), Err(SpoolError::Sealed));
    let opened = body_of(spool.open(&operation(), &key(), &wrapping));
    assert_eq!(opened, Ok(Some(BODY.as_bytes().to_vec())));
    let unreserved = OperationId::make().unwrap();
    assert_eq!(spool.seal(&unreserved, &key(), &wrapping, &answer("x")), Err(SpoolError::Disk));
}

#[test]
fn torn_at_each_byte_it_does_not_open() {
    let wrapping = WrappingKey::make().unwrap();
    let content = sealed(&wrapping).read(&name(&operation())).unwrap().unwrap();
    let written = content.iter().rposition(|byte| *byte != 0).unwrap() + 1;
    for torn in 0..written {
        let mut half = content.clone();
        half[torn..].fill(0);
        let files = Arc::new(SimulatedFiles::default());
        files.plant(&name(&operation()), half);
        let opened = body_of(spool(&files).open(&operation(), &key(), &wrapping));
        let expected = if torn == 0 { Ok(None) } else { Err(SpoolError::Sealed) };
        assert_eq!(opened, expected, "torn after {torn} of {written} bytes");
    }
}

#[test]
fn a_flipped_bit_is_noticed() {
    let wrapping = WrappingKey::make().unwrap();
    let content = sealed(&wrapping).read(&name(&operation())).unwrap().unwrap();
    let written = content.iter().rposition(|byte| *byte != 0).unwrap() + 1;
    for index in 0..written {
        let mut damaged = content.clone();
        damaged[index] ^= 0x10;
        let files = Arc::new(SimulatedFiles::default());
        files.plant(&name(&operation()), damaged);
        let opened = body_of(spool(&files).open(&operation(), &key(), &wrapping));
        assert_eq!(opened, Err(SpoolError::Sealed), "{index}");
    }
}

#[test]
fn a_sealed_answer_survives_every_power_cut() {
    let wrapping = WrappingKey::make().unwrap();
    let files = sealed(&wrapping);
    assert_eq!(files.unsynced(), 0);
    let after = Arc::new(files.power_cut(|_| false, 0));
    let opened = body_of(spool(&after).open(&operation(), &key(), &wrapping));
    assert_eq!(opened, Ok(Some(BODY.as_bytes().to_vec())));
}

#[test]
fn wherever_the_disk_fails_and_the_power_goes_it_opens_or_says_so() {
    let wrapping = WrappingKey::make().unwrap();
    for nth in 1..16 {
        for torn in [0, 1, 40, 200] {
            let files = Arc::new(SimulatedFiles::default());
            let before = spool(&files);
            files.fail_at(nth);
            let reserved = before.reserve(&operation());
            let kept = reserved.and_then(|()| before.seal(&operation(), &key(), &wrapping, &answer(BODY)));
            for mask in 0..8_usize {
                let after = Arc::new(files.power_cut(|index| mask & (1 << index) != 0, torn));
                let opened = body_of(spool(&after).open(&operation(), &key(), &wrapping));
                match (&kept, opened) {
                    (Ok(()), opened) => {
                        assert_eq!(opened, Ok(Some(BODY.as_bytes().to_vec())), "{nth} {torn} {mask}");
                    }
                    (Err(_), Ok(Some(body))) => assert_eq!(body, BODY.as_bytes()),
                    (Err(_), Ok(None) | Err(SpoolError::Sealed)) => {}
                    (Err(_), Err(error)) => panic!("{error}: {nth} {torn} {mask}"),
                }
            }
        }
    }
}

#[test]
fn a_full_disk_is_told_before_anything_is_sent() {
    let files = Arc::new(SimulatedFiles::default());
    files.fail_at(2);
    assert_eq!(spool(&files).reserve(&operation()), Err(SpoolError::Full));
    assert_eq!(spool(&files).operations(), Ok(vec![]), "no half-reserved file stays");
}

#[cfg(unix)]
#[test]
fn a_symlink_in_the_folder_is_not_followed() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::NamedTempFile::new().unwrap());
    let files = Arc::new(DiskFiles::open(folder.path()).unwrap());
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(name(&operation()))).unwrap();
    let spool = SealedSpool::new(files);
    assert_eq!(spool.reserve(&operation()), Err(SpoolError::Disk));
    assert_eq!(std::fs::metadata(elsewhere.path()).unwrap().len(), 0);
    let linked = folder.path().join("linked");
    std::os::unix::fs::symlink(elsewhere.path(), &linked).unwrap();
    assert!(DiskFiles::open(&linked).is_err());
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_shut_to_others() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("spool");
    std::fs::create_dir(&inner).unwrap();
    std::fs::set_permissions(&inner, std::fs::Permissions::from_mode(0o777)).unwrap();
    let spool = SealedSpool::new(Arc::new(DiskFiles::open(&inner).unwrap()));
    spool.reserve(&operation()).unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&inner), mode(&inner.join(name(&operation())))), (0o700, 0o600));
}

proptest! {
    #[test]
    fn no_content_makes_it_panic(content in prop::collection::vec(any::<u8>(), 0..300)) {
        let files = Arc::new(SimulatedFiles::default());
        files.plant(&name(&operation()), content);
        let wrapping = WrappingKey::make().unwrap();
        prop_assert!(!matches!(spool(&files).open(&operation(), &key(), &wrapping), Ok(Some(_))));
    }
}
