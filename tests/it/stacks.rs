//! What a call that has returned leaves on the stack of its thread. Heap that was freed is wiped by the allocator; the
//! stack is not, and how long something stays there depends on who is called next. So these tests search at once.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "the helpers fail as the tests do")]

use std::hint::black_box;
use std::sync::{Arc, mpsc};
use std::thread;

use anyhow::Result;
use dhmad_sandbox::{Fault, FaultAction, LedgerEvent, SandboxConfig};
use miftah_core::keys::{KeyId, refresh};
use miftah_core::operations::OperationId;
use miftah_core::ports::Spool;
use miftah_core::rotation::RegenerateError;
use miftah_core::secret::{RawAnswer, WrappingKey, with_wiped_stack};
use miftah_core::session::{Entered, sign_in_with_token};
use miftah_store::Opened;
use miftah_tests::webdriver::{Found, Needle, stacks, wait};
use zeroize::Zeroizing;

use crate::world::{World, token};

const THREAD: &str = "searched";
/// What the frames of our own functions may differ by; those of the cipher take several times that.
const FRAMES: usize = 8 << 10;
/// What is left of the call that wipes.
const WIPER: usize = 512;
/// So many copies, one below the other.
const CALLS: usize = 400;
const KEY: &str = "Sandbox tests";

/// Calls from deep below, so that what the thread does afterwards does not write over what the work left.
#[expect(clippy::large_stack_arrays, reason = "the stack is what it is about")]
fn deep<T>(work: impl FnOnce() -> T) -> T {
    let above = [0_u8; 64 << 10];
    black_box(&above);
    let result = work();
    black_box(&above);
    result
}

/// Does the work on a thread of its own, and looks at its stack before and after, as long as it is there.
fn around<T: Send, L>(
    work: impl FnOnce() -> T + Send,
    mut look: impl FnMut(Option<&T>) -> Result<L>,
) -> [L; 2] {
    let (begin, begun) = mpsc::channel::<()>();
    let (done, result) = mpsc::channel();
    let (release, searched) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let body = move || {
            begun.recv().unwrap();
            done.send(deep(work)).unwrap();
            searched.recv().unwrap_err();
        };
        thread::Builder::new().name(THREAD.into()).spawn_scoped(scope, body).unwrap();
        // It fails as long as the thread runs.
        let mut look = |at: Option<&T>| {
            wait::until("the thread to wait", wait::PATIENCE, || look(at).map(Some)).unwrap()
        };
        let before = look(None);
        begin.send(()).unwrap();
        let result = result.recv().expect("the work ends");
        let looks = [before, look(Some(&result))];
        drop(release);
        looks
    })
}

/// Where the secret is on the stack afterwards.
fn left_by<T: Send>(work: impl FnOnce() -> T + Send, secret_of: impl Fn(&T) -> String) -> Vec<Found> {
    let look = |done: Option<&T>| match done {
        Some(result) => Needle::parts_of(&secret_of(result))?.search_stacks(THREAD),
        None => Ok(Vec::new()),
    };
    let [_, after] = around(work, look);
    after
}

/// The stack before and after the work.
fn readings(work: impl FnOnce() + Send) -> [Vec<u8>; 2] {
    around(work, |_| stacks::read(THREAD)).map(|mut stacks| stacks.remove(0))
}

/// Forty random characters, more or less: nothing that could be there by chance.
fn marker() -> String {
    WrappingKey::make().unwrap().to_secret().expose().to_owned()
}

/// Leaves copies of the text by value all the way down.
fn copies(text: &str, calls: usize) {
    let copy: [u8; 64] = text.as_bytes().try_into().unwrap();
    black_box(&copy);
    if calls > 0 {
        copies(text, calls - 1);
    }
    black_box(&copy);
}

#[test]
fn copies_by_value_are_found_unless_the_stack_is_wiped() {
    let text = marker();
    let left = left_by(|| copies(&text, CALLS), |()| text.clone());
    assert!(left.len() > CALLS, "one a call");
    let deepest = left.iter().map(|found| found.address).min().unwrap();
    let highest = left.iter().map(|found| found.address).max().unwrap();
    assert!(highest - deepest > 64 << 10, "deeper than any cipher");
    assert!(left_by(|| with_wiped_stack(|| copies(&text, CALLS)), |()| text.clone()).is_empty());
}

/// The cipher copies what it works on to the stack, block by block. Which of that is still there afterwards is luck, so
/// nothing at all of what it wrote may be.
#[test]
fn nothing_is_left_of_the_cipher() {
    let folder = tempfile::tempdir().unwrap();
    let Opened { spool, lock: _lock, .. } = miftah_store::open(folder.path()).unwrap();
    let (wrapping, text) = (WrappingKey::make().unwrap(), marker());
    let key = KeyId::parse("k1").unwrap();
    let [sealed, empty] = ["00112233445566aa", "00112233445566bb"].map(|id| OperationId::parse(id).unwrap());
    let answer = RawAnswer::new(200, true, Zeroizing::new(text.clone().into_bytes()));
    spool.reserve(&sealed).unwrap();
    let [before, after] = readings(|| {
        spool.reserve(&empty).unwrap();
        assert_eq!(spool.holds(&empty), Ok(false));
        spool.wipe(&empty).unwrap();
    });
    let files_alone = stacks::reached(&before, &after);
    let [before, after] = readings(|| {
        spool.seal(&sealed, &key, &wrapping, &answer).unwrap();
        drop(spool.open(&sealed, &key, &wrapping).unwrap().expect("it is sealed"));
    });
    let left = stacks::changed_below(files_alone + FRAMES, &before, &after);
    assert!(left < WIPER, "{left} bytes below the {files_alone} that the files take");
    let open = || drop(spool.open(&sealed, &key, &wrapping).unwrap().expect("it is sealed"));
    assert_eq!(left_by(open, |()| text.clone()), []);
}

/// The last key that the stand-in made.
fn issued(world: &World) -> String {
    let events = world.sandbox.ledger().into_iter().rev();
    let mut secrets = events.filter_map(|event| match event {
        LedgerEvent::Issued { secret, .. } => Some(secret),
        _ => None,
    });
    secrets.next().unwrap()
}

/// A regenerate of the sandbox key on real files, and what follows when its answer is not understood.
async fn regenerate(world: &World, answer: Option<FaultAction>) {
    let Entered::Full(session) = sign_in_with_token(&world.ports, token()).await.unwrap() else {
        panic!("the stand-in offers the list");
    };
    refresh(&world.ports, &session).await.unwrap();
    let unreadable = answer.is_some();
    if let Some(answer) = answer {
        world.sandbox.set_fault(Fault::after("POST", "*/regenerate", answer));
    }
    let done = world.regenerate(&session, KEY).await;
    if unreadable {
        assert!(matches!(done, Err(RegenerateError::Unreadable)));
        world.resolve(Some(&session)).await;
    } else {
        assert!(done.is_ok());
    }
}

#[test]
fn a_regenerate_leaves_nothing_whatever_the_answer() {
    let rewrite =
        |replace: &str| FaultAction::Rewrite { find: "sk_sandbox_".into(), replace: replace.into() };
    for answer in [
        None,
        Some(rewrite("sk-sandbox-")),
        Some(rewrite("sk_sandbox_0123456789abcdef\",\"key2\":\"sk_sandbox_")),
    ] {
        let server =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let Opened { store, journal, spool, lock: _lock } = miftah_store::open(folder.path()).unwrap();
        let mut world = server.block_on(World::with_store(SandboxConfig::demo(), Arc::new(store)));
        world.ports.journal = Arc::new(journal);
        world.ports.spool = Arc::new(spool);
        let app = || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(regenerate(&world, answer));
            world
        };
        assert_eq!(left_by(app, issued), []);
    }
}
