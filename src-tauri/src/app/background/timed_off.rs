//! Keys that were switched off for a while: bringing them back, and telling of it.

use std::sync::Arc;
use std::time::Duration;

use miftah_core::keys::KnownKey;
use miftah_core::timed_off::{Tended, TimedOff, tend};

use crate::app::{App, lock, telling};
use crate::native::awake;
use crate::native::notify::Note;
use crate::native::texts;

/// How long between two tries to bring a key back.
const TRY_AGAIN: Duration = Duration::from_mins(1);

impl App {
    /// Sees to every key whose time has come.
    pub(super) async fn tend_timed_offs(self: &Arc<Self>) {
        let timed = match self.ports.store.timed_offs() {
            Ok(timed) => timed,
            Err(error) => return tracing::warn!(%error, "keys that are to come back could not be read"),
        };
        self.stay_awake(!timed.is_empty()).await;
        let now = self.ports.clock.now();
        if timed.is_empty() || timed.iter().all(|timed| timed.off_at <= now && now < timed.on_at) {
            return;
        }
        self.take_up().await;
        let Ok(session) = self.session() else { return };
        let Ok(_at_work) = self.at_work() else { return };
        match tend(&self.ports, &self.locks, &session, now).await {
            Ok(tended) => {
                for tended in tended {
                    self.tell_of_return(&tended).await;
                }
            }
            Err(error) => tracing::warn!(%error, "keys could not be brought back"),
        }
        self.stay_awake(self.ports.store.timed_offs().is_ok_and(|timed| !timed.is_empty())).await;
        *lock(&self.background.read) = None;
        self.tell_operations();
    }

    /// How long until the next key comes back.
    pub(super) fn until_back_on(&self) -> Option<Duration> {
        let now = self.ports.clock.now();
        let next = self.ports.store.timed_offs().ok()?.into_iter().map(|timed| timed.on_at).min()?;
        let left = Duration::try_from(next.duration_since(now)).unwrap_or(Duration::ZERO);
        Some(if left.is_zero() { TRY_AGAIN } else { left })
    }

    async fn stay_awake(&self, needed: bool) {
        if !needed {
            *lock(&self.background.awake) = None;
        } else if lock(&self.background.awake).is_none() {
            let held = awake::hold(&texts::of(self.locale()).text("awake-reason", &[])).await;
            *lock(&self.background.awake) = held;
        }
    }

    async fn tell_of_return(&self, tended: &Tended) {
        let (id, about, at) = match tended {
            Tended::On(known) => ("on-again", Some((**known).clone()), self.ports.clock.now()),
            // Whoever switched it on knows.
            Tended::OnAlready(_) => return,
            Tended::Gone(timed) => ("not-back", self.known(timed), timed.on_at),
            Tended::Again(timed, error) => {
                tracing::info!(%error, "a key is still off and tried again");
                let key = timed.key.as_str().to_owned();
                let mut told = lock(&self.background.told_still_off);
                if told.contains(&key) {
                    return;
                }
                told.push(key);
                drop(told);
                ("still-off", self.known(timed), timed.on_at)
            }
        };
        let Some(known) = about else { return };
        if id != "still-off" {
            lock(&self.background.told_still_off).retain(|key| key != known.key.id.as_str());
        }
        let texts = texts::of(self.locale());
        let manners = self.ports.store.settings().map(|settings| settings.reminding.manners);
        let Ok(manners) = manners else { return };
        let name = telling::name_of(texts, &known, &manners);
        let arguments = [("name", name.into()), ("time", texts::clock_time(at).into())];
        let note = Note {
            tag: format!("back:{}", known.key.id.as_str()),
            title: texts.text(&format!("notify-{id}-title"), &[]),
            body: texts.text(&format!("notify-{id}-text"), &arguments),
            actions: Vec::new(),
            urgent: id != "on-again",
        };
        // Of the kind alone that it is about this key: there is no button that would put it off.
        let about = vec![(known.key.id.as_str().to_owned(), "used_though_off".to_owned())];
        self.show_note(note, about).await;
    }

    fn known(&self, timed: &TimedOff) -> Option<KnownKey> {
        let keys = self.ports.store.keys(&timed.account).ok()?;
        keys.into_iter().find(|known| known.key.id == timed.key)
    }
}
