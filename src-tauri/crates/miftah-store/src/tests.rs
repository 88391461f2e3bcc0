use std::fs;
use std::path::Path;

use jiff::Timestamp;
use miftah_core::keys::{
    AccountId, Change, ChangedBy, Environment, Key, KeyId, KeyPrefix, KnownKey, LastUse, Status,
};
use miftah_core::ports::{Store, StoreError};
use miftah_core::remarks::{Advice, KeyAdvice};
use miftah_core::reminders::{Kind, Mark, Put};
use miftah_core::session::Account;
use miftah_core::settings::{Access, GuidedBecause, Locale, Reminding, Settings, Theme};
use miftah_core::timed_off::{Stage, TimedOff};
use miftah_core::usage::UsageSample;
use proptest::prelude::*;
use rusqlite::Connection;

use super::SqliteStore;

fn key(id: &str) -> KnownKey {
    let now = Timestamp::UNIX_EPOCH;
    let key = Key {
        id: KeyId::parse(id).unwrap(),
        name: "Olive shop".into(),
        environment: Environment::Live,
        prefix: KeyPrefix::parse("sk_live_abc123"),
        status: Status::Active,
        last_use: LastUse::Never,
        created_at: None,
        expires_at: None,
        rate_limit: None,
    };
    KnownKey::first_seen(AccountId::unconfirmed(), key, now)
}

fn raw(folder: &Path) -> Connection {
    Connection::open(folder.join("miftah.db")).unwrap()
}

fn refusal(folder: &Path) -> Option<StoreError> {
    SqliteStore::open(folder).err()
}

#[test]
fn the_schema_of_version_5() {
    let folder = tempfile::tempdir().unwrap();
    drop(SqliteStore::open(folder.path()).unwrap());
    let raw = raw(folder.path());
    let version: i64 = raw.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 5);
    let mut select =
        raw.prepare("SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY name").unwrap();
    let tables: Vec<String> = select
        .query_map([], |row| row.get::<_, String>(1))
        .unwrap()
        .map(|sql| sql.unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        tables,
        [
            "CREATE TABLE accounts ( seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, \
             developer_id TEXT, email TEXT, company TEXT, listed_at TEXT ) STRICT",
            "CREATE TABLE keys ( seq INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, id TEXT NOT NULL, \
             name TEXT NOT NULL, environment TEXT NOT NULL, prefix TEXT, status TEXT NOT NULL, last_use TEXT NOT NULL, \
             last_used_at TEXT, created_at TEXT, expires_at TEXT, rate_limit INTEGER, label TEXT, \
             first_seen TEXT NOT NULL, seen_at TEXT NOT NULL, changed_at TEXT, changed_by TEXT, held TEXT, \
             tested INTEGER NOT NULL, off_since TEXT, UNIQUE (account, id) ) STRICT",
            "CREATE TABLE marks ( account TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, \
             instance TEXT NOT NULL, told_at TEXT, put TEXT, put_until TEXT, reason TEXT, \
             PRIMARY KEY (account, key, kind) ) STRICT, WITHOUT ROWID",
            "CREATE TABLE memos ( name TEXT PRIMARY KEY, value TEXT NOT NULL ) STRICT, WITHOUT ROWID",
            "CREATE TABLE own_calls ( seq INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, \
             key TEXT NOT NULL, to_ms INTEGER NOT NULL, from_at TEXT NOT NULL, to_at TEXT NOT NULL ) STRICT",
            "CREATE INDEX own_calls_of_key ON own_calls (account, key, to_ms)",
            "CREATE TABLE places ( seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, \
             account TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, keeper TEXT, installed_prefix TEXT, \
             installed_at TEXT ) STRICT",
            "CREATE TABLE rare_use ( operation TEXT PRIMARY KEY, rare INTEGER NOT NULL ) STRICT, WITHOUT ROWID",
            "CREATE TABLE remarks ( account TEXT NOT NULL, key TEXT NOT NULL, note TEXT NOT NULL, tags TEXT NOT NULL, \
             change_after INTEGER, never_used_after INTEGER, unused_after INTEGER, \
             favourite INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (account, key) ) STRICT, WITHOUT ROWID",
            "CREATE TABLE reminding ( one INTEGER PRIMARY KEY CHECK (one = 1), live_never_used INTEGER, \
             live_unused INTEGER, live_stale INTEGER, live_expiry INTEGER NOT NULL, sandbox_never_used INTEGER, \
             sandbox_unused INTEGER, sandbox_stale INTEGER, sandbox_expiry INTEGER NOT NULL, digest_at TEXT NOT NULL, \
             quiet_from TEXT, quiet_to TEXT, hide_names INTEGER NOT NULL, background INTEGER NOT NULL, \
             autostart INTEGER NOT NULL ) STRICT",
            "CREATE TABLE settings ( one INTEGER PRIMARY KEY CHECK (one = 1), locale TEXT, theme TEXT NOT NULL, \
             access TEXT NOT NULL, access_account TEXT, guided_because TEXT ) STRICT",
            "CREATE TABLE sqlite_sequence(name,seq)",
            "CREATE TABLE timed_offs ( seq INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, key TEXT NOT NULL, \
             prefix TEXT, off_at TEXT NOT NULL, on_at TEXT NOT NULL, stage TEXT NOT NULL, \
             UNIQUE (account, key) ) STRICT",
            "CREATE TABLE usage_samples ( account TEXT NOT NULL, key TEXT NOT NULL, at_ms INTEGER NOT NULL, \
             at TEXT NOT NULL, last_use TEXT NOT NULL, last_used_at TEXT, status TEXT NOT NULL, \
             PRIMARY KEY (account, key, at_ms) ) STRICT, WITHOUT ROWID",
        ]
    );
}

#[test]
fn data_of_version_1_is_taken_over_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut old = raw(folder.path());
    let transaction = old.transaction().unwrap();
    crate::migrations::up_to_version_1(&transaction).unwrap();
    transaction.pragma_update(None, "user_version", 1).unwrap();
    transaction.commit().unwrap();
    old.execute_batch(
        "INSERT INTO keys (account, id, name, environment, status, last_use, first_seen, seen_at, tested)
        VALUES ('unconfirmed', 'k1', 'Till', 'live', 'active', 'never', '2026-01-01T00:00:00Z',
            '2026-01-02T00:00:00Z', 1);
        INSERT INTO settings (one, theme, access) VALUES (1, 'dark', 'guided');",
    )
    .unwrap();
    drop(old);
    let store = SqliteStore::open(folder.path()).unwrap();
    assert_eq!(store.all_keys().unwrap()[0].key.name, "Till");
    assert_eq!(store.settings().unwrap().theme, Theme::Dark);
    assert_eq!(store.all_places(), Ok(vec![]));
}

#[test]
fn data_of_a_newer_version_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    raw(folder.path()).execute_batch("CREATE TABLE later (a); PRAGMA user_version = 6;").unwrap();
    let before = fs::read(folder.path().join("miftah.db")).unwrap();
    assert_eq!(refusal(folder.path()), Some(StoreError::Newer));
    assert_eq!(fs::read(folder.path().join("miftah.db")).unwrap(), before);
}

#[test]
fn a_file_that_is_no_database_is_corrupt() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy("/proc/self/exe", folder.path().join("miftah.db")).unwrap();
    assert_eq!(refusal(folder.path()), Some(StoreError::Corrupt));
}

#[test]
fn a_database_with_a_damaged_page_is_corrupt() {
    use std::io::{Seek, SeekFrom, Write};
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    store.save_keys(&(0..200).map(|n| key(&format!("k{n}"))).collect::<Vec<_>>()).unwrap();
    drop(store);
    let mut file = fs::OpenOptions::new().write(true).open(folder.path().join("miftah.db")).unwrap();
    let end = file.seek(SeekFrom::End(0)).unwrap();
    file.seek(SeekFrom::Start(4096)).unwrap();
    file.write_all(&vec![0xA5; usize::try_from(end - 4096).unwrap()]).unwrap();
    assert_eq!(refusal(folder.path()), Some(StoreError::Corrupt));
}

#[test]
fn a_file_without_its_tables_is_corrupt() {
    let folder = tempfile::tempdir().unwrap();
    raw(folder.path()).pragma_update(None, "user_version", 3).unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    assert_eq!(store.all_keys(), Err(StoreError::Corrupt));
}

#[test]
fn a_folder_that_cannot_be_made_is_denied() {
    let file = tempfile::NamedTempFile::new().unwrap();
    for folder in [file.path().to_owned(), file.path().join("miftah"), "/proc/self/miftah".into()] {
        assert_eq!(refusal(&folder), Some(StoreError::Denied), "{}", folder.display());
    }
}

#[test]
fn a_full_disk_is_full_and_a_read_only_file_denied() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    let many: Vec<_> = (0..1000).map(|n| key(&format!("k{n}"))).collect();

    store.lock().execute_batch("PRAGMA max_page_count = 10").unwrap();
    assert_eq!(store.save_keys(&many), Err(StoreError::Full));
    assert_eq!(store.all_keys(), Ok(vec![]), "nothing of the transaction stays");

    store.lock().execute_batch("PRAGMA max_page_count = 100000; PRAGMA query_only = ON").unwrap();
    assert_eq!(store.save_keys(&many), Err(StoreError::Denied));
}

#[cfg(unix)]
#[test]
fn folder_and_file_are_private_even_if_they_were_not() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("data/miftah");
    let file = folder.join("miftah.db");
    drop(SqliteStore::open(&folder).unwrap());
    assert_eq!((mode(&folder), mode(&file)), (0o700, 0o600));

    fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o666)).unwrap();
    drop(SqliteStore::open(&folder).unwrap());
    assert_eq!((mode(&folder), mode(&file)), (0o700, 0o600));
}

#[cfg(unix)]
#[test]
fn a_symlink_in_place_of_folder_or_file_is_refused() {
    use std::os::unix::fs::symlink;
    let parent = tempfile::tempdir().unwrap();
    let elsewhere = parent.path().join("elsewhere");
    drop(SqliteStore::open(&elsewhere).unwrap());
    let link = parent.path().join("link");
    symlink(&elsewhere, &link).unwrap();
    assert_eq!(refusal(&link), Some(StoreError::Denied));

    let folder = parent.path().join("folder");
    fs::create_dir(&folder).unwrap();
    symlink(elsewhere.join("miftah.db"), folder.join("miftah.db")).unwrap();
    assert_eq!(refusal(&folder), Some(StoreError::Denied));

    // But a parent may be one: `/home` often is.
    let below = link.join("below");
    assert_eq!(refusal(&below), None);
}

#[test]
fn nothing_but_the_one_file_stays_in_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    store.save_keys(&[key("k1")]).unwrap();
    let names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["miftah.db"]);
}

#[test]
fn each_commit_is_synced() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    let lock = store.lock();
    let pragma = |name: &str| -> String {
        lock.query_row(&format!("PRAGMA {name}"), [], |row| {
            row.get_ref(0)?
                .as_i64()
                .map(|n| n.to_string())
                .or_else(|_| Ok(row.get_ref(0)?.as_str()?.to_owned()))
        })
        .unwrap()
    };
    assert_eq!((pragma("journal_mode").as_str(), pragma("synchronous").as_str()), ("delete", "3"));
}

#[test]
fn one_unreadable_row_does_not_hide_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    store.save_keys(&[key("good"), key("bad"), key("worse"), key("last")]).unwrap();
    raw(folder.path())
        .execute_batch(
            "UPDATE keys SET environment = 'staging' WHERE id = 'bad';
             UPDATE keys SET first_seen = 'yesterday' WHERE id = 'worse';
             INSERT INTO accounts (id) VALUES ('a/b'), ('fine');",
        )
        .unwrap();
    let ids: Vec<_> = store.all_keys().unwrap().iter().map(|key| key.key.id.as_str().to_owned()).collect();
    assert_eq!(ids, ["good", "last"]);
    assert_eq!(store.accounts().unwrap().len(), 1);
}

#[test]
fn unknown_words_read_as_not_known() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    let mut known = key("k1");
    known.change = Some(Change { at: Timestamp::UNIX_EPOCH, by: ChangedBy::Miftah });
    store.save_keys(&[known]).unwrap();
    raw(folder.path())
        .execute_batch(
            "UPDATE keys SET status = 'frozen', last_use = 'at', last_used_at = 'soon', prefix = 'pk_1', held = '',
                created_at = 'x', rate_limit = -1, changed_by = 'gremlins';
             INSERT INTO settings VALUES (1, 'tlh', 'neon', 'full', '../x', NULL);",
        )
        .unwrap();
    let read = store.all_keys().unwrap().remove(0);
    assert_eq!(read.key.status, Status::Unknown);
    assert_eq!(read.key.last_use, LastUse::Unknown);
    assert_eq!((read.key.prefix, read.held, read.key.created_at), (None, None, None));
    assert_eq!((read.key.rate_limit, read.change), (None, None));
    assert_eq!(store.settings().unwrap(), Settings::first_start());
}

#[test]
fn what_was_saved_is_there_after_a_new_start() {
    let folder = tempfile::tempdir().unwrap();
    let account = Account {
        id: AccountId::parse("dev-1").unwrap(),
        developer_id: Some("dev/1".into()),
        email: Some("amel@example.tn".into()),
        company: None,
        listed_at: Some("2026-11-20T08:00:00.123456789Z".parse().unwrap()),
    };
    let settings = Settings {
        locale: Some(Locale::Ar),
        theme: Theme::Dark,
        access: Access::Guided { because: GuidedBecause::NotOffered },
        reminding: Reminding { autostart: true, ..Reminding::usual() },
    };
    let store = SqliteStore::open(folder.path()).unwrap();
    store.save_account(&account).unwrap();
    store.save_settings(&settings).unwrap();
    store.save_keys(&[key("k1")]).unwrap();
    drop(store);

    let store = SqliteStore::open(folder.path()).unwrap();
    assert_eq!(store.accounts().unwrap(), [account]);
    assert_eq!(store.settings().unwrap(), settings);
    assert_eq!(store.all_keys().unwrap(), [key("k1")]);
}

fn times() -> impl Strategy<Value = Timestamp> {
    (Timestamp::MIN.as_nanosecond()..=Timestamp::MAX.as_nanosecond())
        .prop_map(|nanosecond| Timestamp::from_nanosecond(nanosecond).unwrap())
}

fn prefixes() -> impl Strategy<Value = Option<KeyPrefix>> {
    proptest::option::of((any::<bool>(), any::<u32>()).prop_map(|(live, hex)| {
        let tag = if live { "sk_live_" } else { "sk_sandbox_" };
        KeyPrefix::parse(&format!("{tag}{:06x}", hex & 0x00ff_ffff)).unwrap()
    }))
}

fn descriptions() -> impl Strategy<Value = Key> {
    let last_use = prop_oneof![Just(LastUse::Never), Just(LastUse::Unknown), times().prop_map(LastUse::At)];
    let status = prop_oneof![Just(Status::Active), Just(Status::Inactive), Just(Status::Unknown)];
    (
        (any::<u64>(), any::<String>(), any::<bool>(), prefixes(), status, last_use),
        (proptest::option::of(times()), proptest::option::of(times()), any::<Option<u32>>()),
    )
        .prop_map(
            |((id, name, live, prefix, status, last_use), (created_at, expires_at, rate_limit))| Key {
                id: KeyId::parse(&format!("{id:x}")).unwrap(),
                name,
                environment: if live { Environment::Live } else { Environment::Sandbox },
                prefix,
                status,
                last_use,
                created_at,
                expires_at,
                rate_limit,
            },
        )
}

fn known_keys() -> impl Strategy<Value = KnownKey> {
    let change = (times(), any::<bool>()).prop_map(|(at, ours)| Change {
        at,
        by: if ours { ChangedBy::Miftah } else { ChangedBy::Elsewhere },
    });
    (
        descriptions(),
        any::<Option<String>>(),
        times(),
        times(),
        proptest::option::of(change),
        prefixes(),
        (any::<bool>(), proptest::option::of(times())),
    )
        .prop_map(|(key, label, first_seen, seen_at, change, held, (tested, off_since))| KnownKey {
            account: AccountId::unconfirmed(),
            key,
            label,
            first_seen,
            seen_at,
            change,
            held,
            off_since,
            tested,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_key_comes_back_exactly(keys in proptest::collection::vec(known_keys(), 1..8)) {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).unwrap();
        store.save_keys(&keys).unwrap();
        let mut expected: Vec<KnownKey> = Vec::new();
        for key in keys {
            match expected.iter_mut().find(|before| before.key.id == key.key.id) {
                Some(before) => *before = key,
                None => expected.push(key),
            }
        }
        prop_assert_eq!(store.all_keys().unwrap(), expected);
    }
}

#[test]
fn a_wrong_date_erases_nothing_and_the_oldest_samples_go() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    let (account, key) = (AccountId::unconfirmed(), KeyId::parse("k").unwrap());
    let at = |second: i64| Timestamp::from_second(second).unwrap();
    let sample = |second: i64| UsageSample {
        account: account.clone(),
        key: key.clone(),
        at: at(second),
        last_use: LastUse::At(at(second)),
        status: Status::Active,
    };
    store.add_samples(&[sample(1), sample(200_000_000_000)]).unwrap();
    assert_eq!(store.samples(&account, &key, at(0)).unwrap().len(), 2);
    let many: Vec<_> = (2..2_500).map(sample).collect();
    store.add_samples(&many).unwrap();
    let kept = store.samples(&account, &key, at(0)).unwrap();
    assert_eq!((kept.len(), kept[0].at), (2_000, at(501)));
}

#[test]
fn a_remark_of_version_4_keeps_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    drop(SqliteStore::open(folder.path()).unwrap());
    raw(folder.path())
        .execute_batch(
            "DROP TABLE marks; DROP TABLE memos; DROP TABLE reminding; DROP TABLE timed_offs;
             ALTER TABLE remarks DROP COLUMN never_used_after;
             ALTER TABLE remarks DROP COLUMN unused_after;
             ALTER TABLE remarks DROP COLUMN favourite;
             INSERT INTO remarks (account, key, note, tags, change_after) VALUES ('a', 'k', 'x', 'y', 0);
             PRAGMA user_version = 4;",
        )
        .unwrap();
    let read = SqliteStore::open(folder.path()).unwrap().all_remarks().unwrap().remove(0);
    assert_eq!((read.note.as_str(), read.advice), ("x", KeyAdvice::stale(Advice::Never)));
    assert!(!read.favourite);
}

/// One damaged setting is as usual, and the others are as the person chose.
#[test]
fn a_damaged_setting_of_reminders_is_never_off() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    let usual = Reminding::usual();
    let mut chosen = usual;
    (chosen.policy.live.unused, chosen.policy.sandbox.stale) = (Some(10), None);
    chosen.manners.hide_names = true;
    store.save_settings(&Settings { reminding: chosen, ..Settings::first_start() }).unwrap();
    raw(folder.path())
        .execute_batch(
            "UPDATE reminding SET live_never_used = 0, live_stale = -7, sandbox_unused = 99999, live_expiry = 7,
                background = -1, digest_at = '25:00', quiet_from = '22:00', quiet_to = 'x';",
        )
        .unwrap();
    assert_eq!(store.settings().unwrap().reminding, chosen);
    store.save_settings(&Settings::first_start()).unwrap();
    let rows: i64 =
        raw(folder.path()).query_row("SELECT count(*) FROM reminding", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 0, "what is as usual follows what is usual");
}

#[test]
fn a_damaged_mark_puts_nothing_off_and_a_damaged_moment_keeps_no_key_off() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    let (account, now) = (AccountId::unconfirmed(), Timestamp::UNIX_EPOCH);
    let mark = |key: &str| Mark {
        account: account.clone(),
        key: KeyId::parse(key).unwrap(),
        kind: Kind::Stale,
        instance: now,
        told: Some(now),
        put: Some(Put::Until(now)),
    };
    for key in ["k1", "k2", "k3"] {
        store.save_mark(&mark(key)).unwrap();
    }
    let prefix = KeyPrefix::parse("sk_live_abc123");
    let key = KeyId::parse("k1").unwrap();
    store
        .save_timed_off(&TimedOff {
            account: account.clone(),
            key,
            prefix,
            off_at: now,
            on_at: now,
            stage: Stage::Arming,
        })
        .unwrap();
    raw(folder.path())
        .execute_batch(
            "UPDATE marks SET put = 'for ever', told_at = 'once' WHERE key = 'k1';
             UPDATE marks SET put_until = 'later' WHERE key = 'k2';
             UPDATE marks SET kind = 'ugly' WHERE key = 'k3';
             UPDATE timed_offs SET on_at = 'later', stage = '';",
        )
        .unwrap();
    assert_eq!(
        store.marks().unwrap(),
        [Mark { told: None, put: None, ..mark("k1") }, Mark { put: None, ..mark("k2") }]
    );
    let timed = store.timed_offs().unwrap().remove(0);
    assert!(timed.on_at <= timed.off_at, "it is due");
    assert_eq!(timed.stage, Stage::Off);
}
