//! On a real display of its own, with the usual command-line tools as the other program.

mod bench;
mod memory;

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use miftah_core::ports::{Clipboard, ClipboardError};
use miftah_core::secret::Secret;
use miftah_tests::contracts::clipboard::{ClipboardBench, clipboard_contract, copied_key};

use self::bench::{Bench, Desktop, run};
use super::board::Handle;
use super::lease::Lease;
use super::{ClipboardEvent, Gone, OnClipboard, linux};

const LASTING: Duration = Duration::from_secs(30);
const KEY: &str = "sk_live_5f0e1d2c3b4a59687766554433221100ffeeddccbbaa99887766554433221100";

/// Each case on both desktops.
macro_rules! on_both {
    ($($case:ident),* $(,)?) => {
        mod x11 {
            $(#[test] fn $case() -> anyhow::Result<()> { super::$case(&super::Bench::new(super::Desktop::x11()?)) })*
        }
        mod wayland {
            $(#[test] fn $case() -> anyhow::Result<()> { super::$case(&super::Bench::new(super::Desktop::wayland()?)) })*
        }
    };
}

on_both! {
    the_contract_is_kept,
    a_key_is_marked_for_histories,
    what_is_there_is_known,
    it_can_stay_longer_up_to_the_longest_time,
    it_can_be_taken_off_at_once,
    a_copy_of_somebody_else_ends_it,
    the_same_text_copied_by_somebody_else_is_theirs,
    a_copy_whose_notice_is_still_on_its_way_is_not_touched,
    a_new_offer_takes_over_without_an_end_of_the_old_one,
    the_same_key_can_be_offered_again,
    the_text_of_the_offer_before_is_not_taken_for_the_new_one,
    after_a_long_sleep_it_goes_by_itself,
    a_quit_takes_it_off_and_nothing_follows,
    a_quit_leaves_the_text_of_somebody_else,
    nothing_stays_in_memory,
}

fn offer(bench: &Bench, id: &str, text: &str) -> Result<Result<(), ClipboardError>> {
    let secret = Secret::new(text.to_owned());
    let what = copied_key(id)?;
    Ok(run(bench.clipboard.offer(what, &secret, LASTING)))
}

fn on(id: &str, remaining: Duration, total: Duration) -> Result<OnClipboard> {
    Ok(OnClipboard { what: copied_key(id)?, remaining, total })
}

fn the_contract_is_kept(bench: &Bench) -> Result<()> {
    run(clipboard_contract(bench))
}

fn a_key_is_marked_for_histories(bench: &Bench) -> Result<()> {
    offer(bench, "k1", KEY)??;
    let types = bench.desktop.types()?;
    assert!(types.lines().any(|name| name == "x-kde-passwordManagerHint"), "{types}");
    assert_eq!(bench.desktop.paste_as("x-kde-passwordManagerHint")?.as_deref(), Some("secret"));
    Ok(())
}

fn what_is_there_is_known(bench: &Bench) -> Result<()> {
    assert_eq!(bench.clipboard.current(), None);
    offer(bench, "k1", KEY)??;
    bench.clock.advance(Duration::from_secs(1));
    assert_eq!(bench.clipboard.current(), Some(on("k1", Duration::from_secs(29), LASTING)?));
    bench.pass(LASTING)?;
    assert_eq!(bench.clipboard.current(), None);
    let expected =
        [ClipboardEvent::Offered(on("k1", LASTING, LASTING)?), ClipboardEvent::Gone { why: Gone::Cleared }];
    assert_eq!(bench.events.all(), expected);
    Ok(())
}

fn it_can_stay_longer_up_to_the_longest_time(bench: &Bench) -> Result<()> {
    assert_eq!(bench.clipboard.extend(LASTING), None, "nothing is there");
    offer(bench, "k1", KEY)??;
    bench.clock.advance(Duration::from_secs(29));
    assert_eq!(bench.clipboard.extend(LASTING), Some(on("k1", Duration::from_secs(31), LASTING * 2)?));
    bench.pass(LASTING)?;
    assert_eq!(bench.paste()?.as_deref(), Some(KEY));
    // 59 s of 300 are over.
    let rest = Duration::from_secs(241);
    assert_eq!(bench.clipboard.extend(bench::LONGEST), Some(on("k1", rest, bench::LONGEST)?));
    bench.events.wait("the second extension", |events| {
        events.iter().filter(|event| matches!(event, ClipboardEvent::Extended(_))).count() == 2
    });
    bench.pass(rest)?;
    assert_eq!(bench.clipboard.extend(LASTING), None, "it is over");
    assert_eq!(bench.paste()?, None);
    Ok(())
}

fn it_can_be_taken_off_at_once(bench: &Bench) -> Result<()> {
    bench.clipboard.clear_now();
    offer(bench, "k1", KEY)??;
    bench.clipboard.clear_now();
    bench.events.wait_for(&ClipboardEvent::Gone { why: Gone::Cleared });
    assert_eq!(bench.paste()?, None);
    Ok(())
}

fn a_copy_of_somebody_else_ends_it(bench: &Bench) -> Result<()> {
    offer(bench, "k1", KEY)??;
    bench.copy_elsewhere("theirs")?;
    bench.events.wait_for(&ClipboardEvent::Gone { why: Gone::Replaced });
    assert_eq!(bench.clipboard.current(), None);
    bench.clipboard.clear_now();
    bench.pass(LASTING)?;
    assert_eq!(bench.paste()?.as_deref(), Some("theirs"));
    Ok(())
}

fn the_same_text_copied_by_somebody_else_is_theirs(bench: &Bench) -> Result<()> {
    offer(bench, "k1", KEY)??;
    bench.copy_elsewhere(KEY)?;
    bench.events.wait_for(&ClipboardEvent::Gone { why: Gone::Replaced });
    bench.pass(LASTING)?;
    assert_eq!(bench.paste()?.as_deref(), Some(KEY));
    Ok(())
}

fn a_copy_whose_notice_is_still_on_its_way_is_not_touched(bench: &Bench) -> Result<()> {
    let lease = || -> Result<_> { Ok(Lease::new(copied_key("k1")?, Secret::new(KEY.to_owned()), LASTING)) };
    let secret = Arc::new(Secret::new(KEY.to_owned()));
    let mut placed = linux::put(&secret, &lease()?, None)?;
    bench.copy_elsewhere("theirs")?;
    // This lease is never told that the text left.
    placed.take_off(&secret, &*lease()?);
    assert_eq!(bench.paste()?.as_deref(), Some("theirs"));
    Ok(())
}

fn a_new_offer_takes_over_without_an_end_of_the_old_one(bench: &Bench) -> Result<()> {
    offer(bench, "k1", KEY)??;
    offer(bench, "k2", "sk_sandbox_other")??;
    bench.pass(LASTING)?;
    let expected = [
        ClipboardEvent::Offered(on("k1", LASTING, LASTING)?),
        ClipboardEvent::Offered(on("k2", LASTING, LASTING)?),
        ClipboardEvent::Gone { why: Gone::Cleared },
    ];
    assert_eq!(bench.events.all(), expected);
    Ok(())
}

fn the_same_key_can_be_offered_again(bench: &Bench) -> Result<()> {
    for _ in 0..10 {
        offer(bench, "k1", KEY)??;
        assert_eq!(bench.paste()?.as_deref(), Some(KEY));
    }
    bench.pass(LASTING)?;
    assert_eq!(bench.paste()?, None);
    let ends = bench.events.all().iter().filter(|event| matches!(event, ClipboardEvent::Gone { .. })).count();
    assert_eq!(ends, 1);
    Ok(())
}

fn the_text_of_the_offer_before_is_not_taken_for_the_new_one(bench: &Bench) -> Result<()> {
    let lease = || -> Result<_> { Ok(Lease::new(copied_key("k1")?, Secret::new(KEY.to_owned()), LASTING)) };
    let secret = Arc::new(Secret::new(KEY.to_owned()));
    let (before, late) = (lease()?, lease()?);
    let mut placed = linux::put(&secret, &before, None)?;
    // The thread of the new offer has not put its text there yet.
    assert!(!linux::arrived(&secret, &late, Some(&before)));
    bench.copy_elsewhere(KEY)?;
    assert!(linux::arrived(&secret, &late, Some(&before)), "the one before has lost it");
    placed.take_off(&secret, &before);
    Ok(())
}

fn after_a_long_sleep_it_goes_by_itself(bench: &Bench) -> Result<()> {
    offer(bench, "k1", KEY)??;
    // The computer slept: the clock jumps and nobody wakes the clipboard.
    bench.clock.advance(Duration::from_hours(8));
    bench.events.wait_for(&ClipboardEvent::Gone { why: Gone::Cleared });
    assert_eq!(bench.paste()?, None);
    Ok(())
}

fn a_quit_takes_it_off_and_nothing_follows(bench: &Bench) -> Result<()> {
    offer(bench, "k1", KEY)??;
    assert!(bench.clipboard.shutdown(), "within a second");
    assert_eq!(bench.paste()?, None);
    assert_eq!(bench.events.all().last(), Some(&ClipboardEvent::Gone { why: Gone::Cleared }));
    assert_eq!(offer(bench, "k1", KEY)?, Err(ClipboardError::Unavailable));
    assert!(bench.clipboard.shutdown());
    Ok(())
}

fn a_quit_leaves_the_text_of_somebody_else(bench: &Bench) -> Result<()> {
    offer(bench, "k1", KEY)??;
    bench.copy_elsewhere("theirs")?;
    assert!(bench.clipboard.shutdown(), "within a second");
    assert_eq!(bench.paste()?.as_deref(), Some("theirs"));
    Ok(())
}

fn nothing_stays_in_memory(bench: &Bench) -> Result<()> {
    let needle = memory::Needle::make()?;
    offer_needle(bench, &needle)?;
    assert!(needle.copies()? > 0, "the search finds it while it is there");
    bench.clipboard.clear_now();
    bench.events.wait_for(&ClipboardEvent::Gone { why: Gone::Cleared });
    assert_eq!(needle.copies()?, 0, "taken off");

    offer_needle(bench, &needle)?;
    bench.copy_elsewhere("theirs")?;
    bench.events.wait_for(&ClipboardEvent::Gone { why: Gone::Replaced });
    assert_eq!(needle.copies()?, 0, "replaced");

    offer_needle(bench, &needle)?;
    drop(run(bench.clipboard.take())?);
    assert!(bench.clipboard.shutdown());
    assert_eq!(needle.copies()?, 0, "read back, and quit");
    Ok(())
}

fn offer_needle(bench: &Bench, needle: &memory::Needle) -> Result<()> {
    let what = copied_key("k1")?;
    let secret = needle.secret();
    run(bench.clipboard.offer(what, &secret, LASTING))?;
    // On X11 this leaves a copy in the connection's write buffer.
    assert!(bench.paste()?.is_some());
    Ok(())
}

#[test]
fn the_connection_closes_with_the_last_of_many() -> Result<()> {
    let _desktop = Desktop::x11()?;
    let sockets = || -> Result<usize> {
        let open =
            std::fs::read_dir("/proc/self/fd")?.filter_map(|entry| entry.ok()?.path().read_link().ok());
        Ok(open.filter(|file| file.to_string_lossy().starts_with("socket:")).count())
    };
    let before = sockets()?;
    for _ in 0..200 {
        let all = std::sync::Barrier::new(8);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let handle = Handle::open();
                    all.wait();
                    assert!(handle.is_ok());
                });
            }
        });
        assert_eq!(sockets()?, before);
    }
    Ok(())
}

#[test]
fn without_a_display_the_clipboard_is_unavailable() -> Result<()> {
    let bench = Bench::new(Desktop::bare()?);
    for _ in 0..2 {
        assert_eq!(offer(&bench, "k1", KEY)?, Err(ClipboardError::Unavailable));
        assert_eq!(run(bench.clipboard.take()).err(), Some(ClipboardError::Unavailable));
        let secret = Secret::new(KEY.to_owned());
        assert_eq!(run(bench.clipboard.clear_if(&secret)), Err(ClipboardError::Unavailable));
    }
    assert_eq!(bench.events.all(), []);
    assert_eq!(bench.clipboard.current(), None);
    assert!(bench.clipboard.shutdown());
    Ok(())
}

#[test]
fn a_program_that_does_not_answer_holds_nobody_up() -> Result<()> {
    let bench = Bench::new(Desktop::x11()?);
    let stopped = bench.desktop.copy_and_stop("theirs")?;
    assert_eq!(run(bench.clipboard.take()).err(), Some(ClipboardError::Unavailable));
    offer(&bench, "k1", KEY)??;
    assert_eq!(bench.paste()?.as_deref(), Some(KEY));
    assert!(bench.clipboard.shutdown());
    drop(stopped);
    Ok(())
}
