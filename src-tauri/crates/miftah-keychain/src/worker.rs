//! The one thread that owns the store.
//!
//! A call waits a bounded time. Once one has waited in vain, the thread counts as hung: further calls fail
//! at once instead of queueing behind it, until it comes back by itself. A call whose caller has left is
//! not begun any more. After each call the stack is wiped: on its way over the bus a secret is encrypted, and the cipher
//! copies it there.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use miftah_core::ports::KeychainError;
use miftah_core::secret::with_wiped_stack;
use tokio::sync::{oneshot, watch};
use tokio::time::timeout;

use crate::backend::Backend;

type Job<B> = Box<dyn FnOnce(&mut B) + Send>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Idle,
    Running,
    Hung,
}

pub(crate) struct Worker<B> {
    jobs: mpsc::Sender<Job<B>>,
    standing: watch::Sender<Standing>,
    bound: Duration,
}

impl<B: Backend> Worker<B> {
    /// Starts the thread; where the system refuses one, every call answers "unavailable".
    pub(crate) fn start(bound: Duration, make: impl FnOnce() -> B + Send + 'static) -> Self {
        let (jobs, queue) = mpsc::channel::<Job<B>>();
        let standing = watch::Sender::new(Standing::Idle);
        let mark = standing.clone();
        let body = move || {
            let mut backend = make();
            for job in queue {
                mark.send_replace(Standing::Running);
                with_wiped_stack(|| job(&mut backend));
                mark.send_replace(Standing::Idle);
            }
        };
        // Not joined: it may hang in a call that ends only with the keychain's own process.
        drop(thread::Builder::new().name("keychain".into()).spawn(body));
        Self { jobs, standing, bound }
    }

    /// Runs `work` on the thread.
    pub(crate) async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut B) -> Result<T, KeychainError> + Send + 'static,
    ) -> Result<T, KeychainError> {
        if *self.standing.borrow() == Standing::Hung {
            return Err(KeychainError::TimedOut);
        }
        let (reply, answer) = oneshot::channel();
        let job: Job<B> = Box::new(move |backend| {
            if !reply.is_closed() {
                drop(reply.send(work(backend)));
            }
        });
        self.jobs.send(job).map_err(|_| KeychainError::Unavailable)?;
        if let Ok(answer) = timeout(self.bound, answer).await {
            return answer.unwrap_or(Err(KeychainError::Unavailable));
        }
        self.standing.send_if_modified(|standing| {
            let hangs = *standing == Standing::Running;
            if hangs {
                *standing = Standing::Hung;
            }
            hangs
        });
        Err(KeychainError::TimedOut)
    }

    /// Ends once no call hangs.
    pub(crate) async fn answers_again(&self) {
        // It fails only when the sender is gone, and that one is ours.
        drop(self.standing.subscribe().wait_for(|standing| *standing != Standing::Hung).await);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex, mpsc};
    use std::time::Duration;

    use keyring_core::Entry;
    use miftah_core::ports::{KeychainError, KeychainState};
    use tokio::sync::oneshot;
    use tokio::time::Instant;

    use super::Worker;
    use crate::backend::{Backend, Refusal};

    struct Nothing;

    impl Backend for Nothing {
        fn state(&mut self) -> KeychainState {
            KeychainState::Unavailable
        }
        fn entry(&mut self, _: &str) -> Result<Entry, KeychainError> {
            Err(KeychainError::Unavailable)
        }
        fn explain(&mut self, _: Refusal) -> KeychainError {
            KeychainError::Unavailable
        }
    }

    const BOUND: Duration = Duration::from_secs(10);

    /// A job that has begun and goes on until it is released.
    struct Hanging {
        begun: oneshot::Receiver<()>,
        release: mpsc::Sender<()>,
    }

    fn hanging() -> (Hanging, impl FnOnce(&mut Nothing) -> Result<(), KeychainError> + Send) {
        let (tell, begun) = oneshot::channel();
        let (release, held) = mpsc::channel();
        let work = move |_: &mut Nothing| {
            tell.send(()).unwrap();
            held.recv().map_err(|_| KeychainError::Denied)
        };
        (Hanging { begun, release }, work)
    }

    #[tokio::test]
    async fn a_call_that_hangs_ends_after_ten_seconds() {
        let worker = Worker::start(BOUND, || Nothing);
        let (hang, work) = hanging();
        let started = Instant::now();
        let (answer, ()) = tokio::join!(worker.call(work), async {
            hang.begun.await.unwrap();
            // From here on the clock leaps to the next timer.
            tokio::time::pause();
        });
        assert_eq!(answer, Err(KeychainError::TimedOut));
        assert!((BOUND..BOUND * 2).contains(&started.elapsed()));
        drop(hang.release);
    }

    #[tokio::test]
    async fn calls_behind_a_hung_one_fail_at_once_and_are_never_run() {
        let worker = Worker::start(BOUND, || Nothing);
        let ran = Arc::new(Mutex::new(Vec::new()));
        let note = |what: &'static str| {
            let ran = Arc::clone(&ran);
            move |_: &mut Nothing| {
                ran.lock().unwrap().push(what);
                Ok(())
            }
        };
        let (hang, work) = hanging();
        let (hung, queued, ()) = tokio::join!(worker.call(work), worker.call(note("queued")), async {
            hang.begun.await.unwrap();
            tokio::time::pause();
        });
        assert_eq!((hung, queued), (Err(KeychainError::TimedOut), Err(KeychainError::TimedOut)));

        let since = Instant::now();
        for _ in 0..100 {
            assert_eq!(worker.call(note("while hung")).await, Err(KeychainError::TimedOut));
        }
        assert_eq!(since.elapsed(), Duration::ZERO);

        tokio::time::resume();
        hang.release.send(()).unwrap();
        worker.answers_again().await;
        assert_eq!(worker.call(note("afterwards")).await, Ok(()));
        assert_eq!(*ran.lock().unwrap(), ["afterwards"]);
    }
}
