//! What every [`Store`] must do.

mod reminders;

use std::slice;

use anyhow::{Context, Result};
use jiff::Timestamp;
use miftah_core::keys::{
    AccountId, Change, ChangedBy, Environment, Key, KeyId, KeyPrefix, KnownKey, LastUse, Status,
};
use miftah_core::places::{Place, PlaceId};
use miftah_core::ports::Store;
use miftah_core::remarks::{Advice, KeyAdvice, Remark};
use miftah_core::session::Account;
use miftah_core::settings::{Access, GuidedBecause, Locale, Reminding, Settings, Theme};
use miftah_core::usage::{OwnCall, UsageSample};

/// Runs the suite on an empty store.
pub fn store_contract(store: &dyn Store) -> Result<()> {
    an_empty_store_has_the_defaults(store)?;
    settings_come_back(store)?;
    accounts_come_back_and_are_replaced_by_id(store)?;
    keys_come_back_whole_and_in_order(store)?;
    keys_are_replaced_by_account_and_id(store)?;
    a_forgotten_key_is_gone_and_no_other(store)?;
    places_come_back_move_and_go(store)?;
    remarks_come_back_and_empty_ones_go(store)?;
    samples_come_back_in_order(store)?;
    two_samples_of_one_moment_are_the_later(store)?;
    what_three_samples_say_two_say(store)?;
    own_calls_and_answers_come_back(store)?;
    reminders::run(store)
}

fn places_come_back_move_and_go(store: &dyn Store) -> Result<()> {
    let (account, key) = (AccountId::parse("dev-1")?, KeyId::parse("k1")?);
    let place = |id: &str, name: &str, key: &KeyId| -> Result<Place> {
        let prefix = KeyPrefix::parse("sk_live_abc123").context("a prefix")?;
        let installed = Some((prefix, moment("2026-11-20T08:00:00.000000001Z")?));
        let (id, name) = (PlaceId::parse(id)?, name.to_owned());
        Ok(Place {
            id,
            account: account.clone(),
            key: key.clone(),
            name,
            keeper: Some("سلمى".into()),
            installed,
        })
    };
    let (mut first, second) = (
        place("00112233445566aa", "Till in Sfax", &key)?,
        place("ffee2233445566aa", "x", &KeyId::parse("k2")?)?,
    );
    store.save_place(&first)?;
    store.save_place(&second)?;
    first.installed = None;
    first.keeper = None;
    store.save_place(&first)?;
    assert_eq!(store.all_places()?, [first.clone(), second.clone()]);
    let successor = KeyId::parse("k3")?;
    store.move_places(&account, &key, &successor)?;
    store.move_places(&AccountId::unconfirmed(), &successor, &key)?;
    first.key = successor;
    assert_eq!(store.all_places()?, [first.clone(), second.clone()]);
    store.remove_place(&first.id)?;
    store.remove_place(&first.id)?;
    assert_eq!(store.all_places()?, [second]);
    Ok(())
}

fn remarks_come_back_and_empty_ones_go(store: &dyn Store) -> Result<()> {
    let (account, key) = (AccountId::parse("dev-1")?, KeyId::parse("k1")?);
    let mut remark = Remark {
        account: account.clone(),
        key: key.clone(),
        note: "Ask Salma first.\nمتجر".into(),
        tags: vec!["shop".into(), "تونس".into()],
        advice: KeyAdvice::stale(Advice::After(30)),
        favourite: false,
    };
    let advice =
        KeyAdvice { never_used: Advice::Never, unused: Advice::After(1), stale: Advice::After(3_650) };
    let other =
        Remark { key: KeyId::parse("k2")?, tags: Vec::new(), advice, favourite: true, ..remark.clone() };
    store.save_remark(&remark)?;
    store.save_remark(&other)?;
    remark.note = String::new();
    store.save_remark(&remark)?;
    assert_eq!(store.all_remarks()?, [remark.clone(), other.clone()]);
    for advice in [
        KeyAdvice { never_used: Advice::Never, ..KeyAdvice::default() },
        KeyAdvice { unused: Advice::After(7), ..KeyAdvice::default() },
        KeyAdvice::default(),
    ] {
        let kept = Remark { tags: Vec::new(), advice, favourite: true, ..remark.clone() };
        store.save_remark(&kept)?;
        assert_eq!(store.all_remarks()?.first(), Some(&kept), "a favourite alone is kept too");
    }
    (remark.tags, remark.advice) = (Vec::new(), KeyAdvice::default());
    store.save_remark(&remark)?;
    assert_eq!(store.all_remarks()?, slice::from_ref(&other));
    store.remove_remark(&account, &key)?;
    store.remove_remark(&AccountId::unconfirmed(), &other.key)?;
    assert_eq!(store.all_remarks()?, slice::from_ref(&other));
    store.remove_remark(&account, &other.key)?;
    assert_eq!(store.all_remarks()?, []);
    Ok(())
}

fn samples_come_back_in_order(store: &dyn Store) -> Result<()> {
    let (account, key) = (AccountId::parse("dev-1")?, KeyId::parse("k1")?);
    let sample = |at: &str, last_use| -> Result<UsageSample> {
        let (account, key) = (account.clone(), key.clone());
        Ok(UsageSample { account, key, at: moment(at)?, last_use, status: Status::Inactive })
    };
    let (never, unknown) = (LastUse::Never, LastUse::Unknown);
    let used = LastUse::At(moment("2026-11-19T00:00:00Z")?);
    // The texts of these two moments do not sort as the moments do.
    let late = sample("2026-11-20T08:00:00.5Z", used)?;
    let early = sample("2026-11-20T08:00:00Z", never)?;
    let other = UsageSample { key: KeyId::parse("k2")?, ..sample("2026-11-21T08:00:00Z", unknown)? };
    assert_eq!(store.last_sample(&account, &key)?, None);
    store.add_samples(&[late.clone(), other.clone()])?;
    store.add_samples(slice::from_ref(&early))?;
    assert_eq!(store.samples(&account, &key, Timestamp::UNIX_EPOCH)?, [early.clone(), late.clone()]);
    assert_eq!(store.samples(&account, &key, late.at)?, slice::from_ref(&late));
    assert_eq!(store.last_sample(&account, &key)?, Some(late.clone()));
    assert_eq!(store.sample_before(&account, &key, late.at)?, Some(early.clone()));
    assert_eq!(store.sample_before(&account, &key, early.at)?, None);
    assert_eq!(store.sample_before(&account, &other.key, Timestamp::MAX)?, Some(other));
    Ok(())
}

/// The store tells milliseconds apart; within one, what was heard later stands.
fn two_samples_of_one_moment_are_the_later(store: &dyn Store) -> Result<()> {
    let (account, key) = (AccountId::parse("dev-2")?, KeyId::parse("k1")?);
    let sample = |at: &str, status| -> Result<UsageSample> {
        let (account, key) = (account.clone(), key.clone());
        Ok(UsageSample { account, key, at: moment(at)?, last_use: LastUse::Never, status })
    };
    let (first, again) = (
        sample("2026-11-20T08:00:00.001Z", Status::Active)?,
        sample("2026-11-20T08:00:00.001999Z", Status::Inactive)?,
    );
    let next = sample("2026-11-20T08:00:00.002Z", Status::Active)?;
    store.add_samples(&[first, next.clone()])?;
    store.add_samples(slice::from_ref(&again))?;
    assert_eq!(store.samples(&account, &key, Timestamp::UNIX_EPOCH)?, [again, next]);
    Ok(())
}

fn what_three_samples_say_two_say(store: &dyn Store) -> Result<()> {
    let (account, key) = (AccountId::parse("dev-3")?, KeyId::parse("k1")?);
    let sample = |minute: u32, last_use, status| -> Result<UsageSample> {
        let at = moment(&format!("2026-11-20T08:{minute:02}:00Z"))?;
        Ok(UsageSample { account: account.clone(), key: key.clone(), at, last_use, status })
    };
    let (never, used) = (LastUse::Never, LastUse::At(moment("2026-11-20T08:03:30Z")?));
    let (on, off) = (Status::Active, Status::Inactive);
    let said = [
        (0, never, on),
        (1, never, on),
        (2, never, on),
        (3, never, on),
        (4, used, on),
        (5, used, on),
        (6, used, off),
        (7, used, off),
        (8, used, on),
    ];
    for (minute, last_use, status) in said {
        store.add_samples(&[sample(minute, last_use, status)?])?;
    }
    let mut kept = Vec::new();
    for (minute, last_use, status) in said.into_iter().filter(|(minute, ..)| ![1, 2].contains(minute)) {
        kept.push(sample(minute, last_use, status)?);
    }
    assert_eq!(store.samples(&account, &key, Timestamp::MIN)?, kept);
    Ok(())
}

fn own_calls_and_answers_come_back(store: &dyn Store) -> Result<()> {
    let (account, key) = (AccountId::parse("dev-1")?, KeyId::parse("k1")?);
    let call = OwnCall {
        account: account.clone(),
        key: key.clone(),
        from: moment("2026-11-20T08:00:00Z")?,
        to: moment("2026-11-20T08:00:01.25Z")?,
    };
    let before = OwnCall { to: moment("2026-11-20T08:00:00.9Z")?, ..call.clone() };
    let other = OwnCall { key: KeyId::parse("k9")?, to: moment("2026-11-20T08:00:01Z")?, ..call.clone() };
    for call in [&call, &other, &before] {
        store.add_own_call(call)?;
    }
    assert_eq!(store.own_calls(&account, &key)?, [before.clone(), call.clone()]);
    assert_eq!(store.all_own_calls()?, [before, other, call]);
    assert_eq!(store.own_calls(&account, &KeyId::parse("k2")?)?, []);
    assert_eq!(store.rare_use("00112233445566aa")?, None);
    for answer in [true, false] {
        store.save_rare_use("00112233445566aa", answer)?;
        assert_eq!(store.rare_use("00112233445566aa")?, Some(answer));
    }
    Ok(())
}

fn an_empty_store_has_the_defaults(store: &dyn Store) -> Result<()> {
    assert_eq!(store.settings()?, Settings::first_start());
    assert_eq!(store.accounts()?, []);
    assert_eq!(store.all_keys()?, []);
    assert_eq!(store.keys(&AccountId::unconfirmed())?, []);
    store.save_keys(&[])?;
    Ok(())
}

fn settings_come_back(store: &dyn Store) -> Result<()> {
    let accesses = [
        Access::SignedOut,
        Access::Full(AccountId::parse("dev-1")?),
        Access::Guided { because: GuidedBecause::Chosen },
        Access::Guided { because: GuidedBecause::NotOffered },
    ];
    for access in accesses {
        for locale in [None, Some(Locale::En), Some(Locale::Fr), Some(Locale::Ar)] {
            for theme in [Theme::System, Theme::Light, Theme::Dark] {
                let settings =
                    Settings { locale, theme, access: access.clone(), reminding: Reminding::usual() };
                store.save_settings(&settings)?;
                assert_eq!(store.settings()?, settings);
            }
        }
    }
    Ok(())
}

fn accounts_come_back_and_are_replaced_by_id(store: &dyn Store) -> Result<()> {
    let mut known = Account {
        id: AccountId::parse("dev-1")?,
        developer_id: Some("507f1f77bcf86cd799439011".into()),
        email: Some("amel@example.tn".into()),
        company: Some("متجر الزيتون".into()),
        listed_at: Some(moment("2026-11-20T08:00:00.123456789Z")?),
    };
    let unknown = Account {
        id: AccountId::parse("local-0001")?,
        developer_id: None,
        email: None,
        company: None,
        listed_at: None,
    };
    store.save_account(&known)?;
    store.save_account(&unknown)?;
    assert_eq!(store.accounts()?, [known.clone(), unknown.clone()]);
    known.email = None;
    store.save_account(&known)?;
    assert_eq!(store.accounts()?, [known, unknown]);
    Ok(())
}

fn keys_come_back_whole_and_in_order(store: &dyn Store) -> Result<()> {
    let first = AccountId::parse("dev-1")?;
    // Ids that sort the other way round: the order is that of saving.
    let shop = full_key(&first, "z9")?;
    let bare = bare_key(&first, "a1")?;
    let other = bare_key(&AccountId::unconfirmed(), "z9")?;
    store.save_keys(&[shop.clone(), bare.clone()])?;
    store.save_keys(slice::from_ref(&other))?;
    assert_eq!(store.keys(&first)?, [shop.clone(), bare.clone()]);
    assert_eq!(store.keys(&AccountId::unconfirmed())?, slice::from_ref(&other));
    assert_eq!(store.all_keys()?, [shop, bare, other]);
    Ok(())
}

fn keys_are_replaced_by_account_and_id(store: &dyn Store) -> Result<()> {
    let account = AccountId::parse("dev-1")?;
    let mut shop = store.keys(&account)?.into_iter().next().context("the key saved before")?;
    shop.key.name = "\u{202e}name with a nul \0 and a \n line".into();
    shop.label = Some("Checkout".into());
    shop.key.last_use = LastUse::At(moment("2026-11-21T10:00:00Z")?);
    store.save_keys(slice::from_ref(&shop))?;
    let keys = store.keys(&account)?;
    assert_eq!(keys.first(), Some(&shop), "it keeps its place");
    assert_eq!(keys.len(), 2);
    Ok(())
}

fn a_forgotten_key_is_gone_and_no_other(store: &dyn Store) -> Result<()> {
    let account = AccountId::parse("dev-1")?;
    let id = KeyId::parse("z9")?;
    store.forget_key(&account, &id)?;
    store.forget_key(&account, &id)?;
    assert_eq!(store.keys(&account)?.len(), 1);
    assert_eq!(store.keys(&AccountId::unconfirmed())?.len(), 1, "the same id of another account stays");
    Ok(())
}

fn full_key(account: &AccountId, id: &str) -> Result<KnownKey> {
    Ok(KnownKey {
        account: account.clone(),
        key: Key {
            id: KeyId::parse(id)?,
            name: "Olive shop".into(),
            environment: Environment::Live,
            prefix: KeyPrefix::parse("sk_live_abc123"),
            status: Status::Inactive,
            last_use: LastUse::Never,
            created_at: Some(moment("2026-04-01T00:00:00.5Z")?),
            expires_at: Some(moment("2027-04-01T00:00:00Z")?),
            rate_limit: Some(u32::MAX),
        },
        label: Some("Boutique".into()),
        first_seen: moment("2026-11-20T08:00:00.000000001Z")?,
        seen_at: moment("2026-11-20T09:00:00Z")?,
        change: Some(Change { at: moment("2026-10-01T12:00:00Z")?, by: ChangedBy::Elsewhere }),
        held: KeyPrefix::parse("sk_live_def456"),
        off_since: Some(moment("2026-11-19T08:00:00Z")?),
        tested: false,
    })
}

fn bare_key(account: &AccountId, id: &str) -> Result<KnownKey> {
    let key = Key {
        id: KeyId::parse(id)?,
        name: String::new(),
        environment: Environment::Sandbox,
        prefix: None,
        status: Status::Unknown,
        last_use: LastUse::Unknown,
        created_at: None,
        expires_at: None,
        rate_limit: None,
    };
    Ok(KnownKey::first_seen(account.clone(), key, moment("2026-11-20T08:00:00Z")?))
}

fn moment(text: &str) -> Result<Timestamp> {
    text.parse().context("a time of the test")
}
