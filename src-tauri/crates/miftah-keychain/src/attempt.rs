//! One attempt to unlock: a thread of its own waits for the person, any number of callers wait for it.

use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use miftah_core::ports::KeychainError;
use tokio::sync::{oneshot, watch};
use tokio::time::timeout;

type Outcome = Result<(), KeychainError>;

/// Ends the attempt when the last caller drops it.
struct Attempt {
    outcome: watch::Sender<Option<Outcome>>,
    cancel: Mutex<Option<oneshot::Sender<()>>>,
}

impl Attempt {
    fn cancel(&self) {
        self.outcome.send_if_modified(|outcome| {
            let waiting = outcome.is_none();
            if waiting {
                *outcome = Some(Err(KeychainError::Denied));
            }
            waiting
        });
        drop(self.cancel.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

/// At most one attempt at a time.
#[derive(Default)]
pub(crate) struct Attempts(Mutex<Weak<Attempt>>);

impl Attempts {
    /// Joins the attempt that is under way, or begins one. `ask` blocks until the person has answered, or
    /// until what it is given is cancelled.
    pub(crate) async fn join(
        &self,
        bound: Duration,
        ask: impl FnOnce(oneshot::Receiver<()>) -> Outcome + Send + 'static,
    ) -> Outcome {
        let attempt = self.current_or(ask);
        let mut outcome = attempt.outcome.subscribe();
        let waited = timeout(bound, outcome.wait_for(Option::is_some)).await;
        match waited {
            Ok(Ok(outcome)) => outcome.unwrap_or(Err(KeychainError::Unavailable)),
            Ok(Err(_)) => Err(KeychainError::Unavailable),
            Err(_) => {
                attempt.cancel();
                Err(KeychainError::TimedOut)
            }
        }
    }

    /// Ends the attempt that is under way, if any, with "denied".
    pub(crate) fn cancel(&self) {
        let current = self.0.lock().unwrap_or_else(PoisonError::into_inner).upgrade();
        if let Some(attempt) = current {
            attempt.cancel();
        }
    }

    fn current_or(
        &self,
        ask: impl FnOnce(oneshot::Receiver<()>) -> Outcome + Send + 'static,
    ) -> Arc<Attempt> {
        let mut current = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(attempt) = current.upgrade()
            && attempt.outcome.borrow().is_none()
        {
            return attempt;
        }
        let (cancel, cancelled) = oneshot::channel();
        let outcome = watch::Sender::new(None);
        let answer = outcome.clone();
        let attempt = Arc::new(Attempt { outcome, cancel: Mutex::new(Some(cancel)) });
        *current = Arc::downgrade(&attempt);
        let body = move || {
            let result = ask(cancelled);
            answer.send_if_modified(|outcome| {
                let waiting = outcome.is_none();
                if waiting {
                    *outcome = Some(result);
                }
                waiting
            });
        };
        if thread::Builder::new().name("keychain-unlock".into()).spawn(body).is_err() {
            attempt.outcome.send_replace(Some(Err(KeychainError::Unavailable)));
        }
        attempt
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use miftah_core::ports::KeychainError;
    use tokio::sync::oneshot;

    use super::{Attempts, Outcome};

    const BOUND: Duration = Duration::from_mins(2);

    fn until_cancelled(told: mpsc::Sender<()>) -> impl FnOnce(oneshot::Receiver<()>) -> Outcome + Send {
        move |cancelled| {
            assert!(cancelled.blocking_recv().is_err());
            told.send(()).unwrap();
            Ok(())
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_person_who_never_answers_is_asked_for_two_minutes() {
        let (told, dismissed) = mpsc::channel();
        let attempts = Attempts::default();
        assert_eq!(attempts.join(BOUND, until_cancelled(told)).await, Err(KeychainError::TimedOut));
        dismissed.recv().unwrap();
    }

    #[tokio::test]
    async fn cancelling_ends_every_waiting_call_with_denied() {
        let (told, dismissed) = mpsc::channel();
        let attempts = Attempts::default();
        let second = attempts.join(BOUND, |_| panic!("a second prompt"));
        let (first, second, ()) =
            tokio::join!(attempts.join(BOUND, until_cancelled(told)), second, async { attempts.cancel() });
        assert_eq!((first, second), (Err(KeychainError::Denied), Err(KeychainError::Denied)));
        dismissed.recv().unwrap();
        assert_eq!(attempts.join(BOUND, |_| Ok(())).await, Ok(()));
    }

    #[tokio::test]
    async fn dropping_the_call_dismisses_the_prompt() {
        let (told, dismissed) = mpsc::channel();
        let attempts = Attempts::default();
        drop(tokio::time::timeout(Duration::ZERO, attempts.join(BOUND, until_cancelled(told))).await);
        dismissed.recv().unwrap();
    }
}
