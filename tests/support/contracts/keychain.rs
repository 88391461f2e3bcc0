//! What every keychain does once it is unlocked and empty.

#![expect(clippy::expect_used, reason = "a broken contract ends in a panic that names what is broken")]

use futures_util::future::join_all;
use miftah_core::keys::{AccountId, KeyId};
use miftah_core::ports::{Keychain, KeychainState, Slot};
use miftah_core::secret::Secret;

/// Runs the suite on an unlocked keychain that holds nothing of ours; leaves it as it was. Panics with what
/// is broken.
pub async fn keychain_contract(keychain: &dyn Keychain) {
    assert!(matches!(keychain.state().await, KeychainState::Ready { .. }), "begins ready");
    an_empty_slot_reads_as_none_and_can_be_deleted(keychain).await;
    a_secret_comes_back_as_it_was(keychain).await;
    a_write_replaces(keychain).await;
    slots_do_not_collide(keychain).await;
    a_probe_leaves_nothing(keychain).await;
    unlocking_what_is_unlocked_does_nothing(keychain).await;
    interleaved_operations_stay_apart(keychain).await;
    for slot in slots() {
        assert!(text(keychain, &slot).await.is_none(), "the suite left something in {}", slot.name());
    }
}

async fn an_empty_slot_reads_as_none_and_can_be_deleted(keychain: &dyn Keychain) {
    for slot in slots() {
        assert!(text(keychain, &slot).await.is_none());
        keychain.delete(&slot).await.expect("deleting an empty slot");
    }
}

async fn a_secret_comes_back_as_it_was(keychain: &dyn Keychain) {
    let slot = &slots()[0];
    let mut texts: Vec<String> = [48, 64, 255, 256, 1_280, 1_281, 2_048, 2_559, 2_560]
        .into_iter()
        .map(|length| sample(length, length))
        .collect();
    // A credential of Windows ends at 2,560 bytes.
    if cfg!(not(target_os = "windows")) {
        texts.extend([sample(2_561, 1), sample(4_096, 2)]);
    }
    texts.extend(
        ["مفتاح متجر الزيتون", "clé à l'étranger", "🗝️ \"quoted\" \\ \t\n", " edges "].map(String::from),
    );
    for expected in texts {
        put(keychain, slot, &expected).await;
        let held = text(keychain, slot).await;
        assert!(held.as_ref() == Some(&expected), "{} characters did not come back", expected.len());
        keychain.delete(slot).await.expect("deleting");
        assert!(text(keychain, slot).await.is_none(), "deleted, yet there");
    }
}

async fn a_write_replaces(keychain: &dyn Keychain) {
    let slot = &slots()[0];
    for length in [4, 2_000, 48] {
        put(keychain, slot, &sample(length, length)).await;
        assert_eq!(text(keychain, slot).await, Some(sample(length, length)));
    }
    keychain.delete(slot).await.expect("deleting");
    assert!(text(keychain, slot).await.is_none(), "an older value came back");
}

async fn slots_do_not_collide(keychain: &dyn Keychain) {
    let slots = slots();
    for (index, slot) in slots.iter().enumerate() {
        put(keychain, slot, &sample(48, index)).await;
    }
    for (index, slot) in slots.iter().enumerate() {
        assert_eq!(text(keychain, slot).await, Some(sample(48, index)), "{}", slot.name());
    }
    for (index, slot) in slots.iter().enumerate() {
        keychain.delete(slot).await.expect("deleting");
        for (later, slot) in slots.iter().enumerate().skip(index + 1) {
            assert_eq!(text(keychain, slot).await, Some(sample(48, later)), "{}", slot.name());
        }
    }
}

async fn a_probe_leaves_nothing(keychain: &dyn Keychain) {
    let slots = slots();
    put(keychain, &slots[0], &sample(48, 7)).await;
    for _ in 0..3 {
        keychain.probe().await.expect("probing");
    }
    assert_eq!(text(keychain, &slots[0]).await, Some(sample(48, 7)));
    keychain.delete(&slots[0]).await.expect("deleting");
    for slot in &slots {
        assert!(text(keychain, slot).await.is_none(), "the probe left something in {}", slot.name());
    }
}

async fn unlocking_what_is_unlocked_does_nothing(keychain: &dyn Keychain) {
    keychain.cancel_unlock();
    assert_eq!(keychain.unlock().await, Ok(()));
    keychain.cancel_unlock();
    assert!(matches!(keychain.state().await, KeychainState::Ready { .. }));
}

/// 200 operations, one stream a slot, all streams at once.
async fn interleaved_operations_stay_apart(keychain: &dyn Keychain) {
    let slots = slots();
    let rounds = 200 / slots.len();
    join_all(slots.iter().enumerate().map(|(stream, slot)| async move {
        let mut expected: Option<String> = None;
        for round in 0..=rounds {
            match (stream * 7 + round * 5) % 4 {
                0 | 1 => {
                    let value = sample(48 + round, stream * 1_000 + round);
                    put(keychain, slot, &value).await;
                    expected = Some(value);
                }
                2 => assert_eq!(text(keychain, slot).await, expected, "{} in round {round}", slot.name()),
                _ => {
                    keychain.delete(slot).await.expect("deleting");
                    expected = None;
                }
            }
        }
        keychain.delete(slot).await.expect("deleting");
    }))
    .await;
}

/// Neighbours on purpose: names that share their beginnings and ends.
fn slots() -> Vec<Slot> {
    let account = |text| AccountId::parse(text).expect("an account");
    let key = |text| KeyId::parse(text).expect("a key");
    vec![
        Slot::Current(account("dev-1"), key("k1")),
        Slot::Pending(account("dev-1"), key("k1")),
        Slot::Current(account("dev-1"), key("k11")),
        Slot::Current(account("dev-11"), key("k1")),
        Slot::Session(account("dev-1")),
        Slot::Session(account("dev-11")),
        Slot::Current(account("unconfirmed"), key("session")),
    ]
}

/// A text of `length` visible ASCII characters, another one for each `seed`.
fn sample(length: usize, seed: usize) -> String {
    const ALPHABET: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789_-.~ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
    (0..length)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(ALPHABET[(state >> 33) % ALPHABET.len()])
        })
        .collect()
}

async fn put(keychain: &dyn Keychain, slot: &Slot, text: &str) {
    keychain.write(slot, &Secret::new(text.to_owned())).await.expect("writing");
}

async fn text(keychain: &dyn Keychain, slot: &Slot) -> Option<String> {
    keychain.read(slot).await.expect("reading").map(|secret| secret.expose().to_owned())
}
