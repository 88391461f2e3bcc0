//! On a bus with stand-ins for logind and `NetworkManager`.

use anyhow::{Context as _, Result};
use futures_util::{Stream, StreamExt as _};
use miftah_tests::desktop::DesktopSession;
use miftah_tests::desktop::system_bus::{Part, network_state, prepare_for_sleep};
use miftah_tests::desktop::voice::Voice;
use miftah_tests::webdriver::wait::PATIENCE;
use tauri::async_runtime::block_on;

use super::{Woke, system};

async fn next(signals: &mut (impl Stream<Item = Woke> + Unpin)) -> Result<Woke> {
    tokio::time::timeout(PATIENCE, signals.next()).await?.context("the bus ended")
}

#[test]
fn waking_and_the_network_are_told_and_nothing_else() -> Result<()> {
    let session = DesktopSession::builder().start()?;
    session.enter()?;
    let (logind, network) = (Part::logind(&session, true)?, Part::network(&session)?);
    let impostor = Voice::impostor(&session)?;
    block_on(async {
        let mut signals = system::signals().await?;
        prepare_for_sleep(&impostor, false)?;
        network_state(&impostor, 70)?;

        prepare_for_sleep(logind.voice(), true)?;
        network_state(network.voice(), 20)?;
        network_state(network.voice(), 60)?;
        network_state(network.voice(), 70)?;
        assert_eq!(next(&mut signals).await?, Woke::NetworkBack);
        prepare_for_sleep(logind.voice(), false)?;
        assert_eq!(next(&mut signals).await?, Woke::Resumed);
        network_state(network.voice(), 70)?;
        assert_eq!(next(&mut signals).await?, Woke::NetworkBack);
        Ok(())
    })
}

#[test]
fn parts_that_come_later_are_heard() -> Result<()> {
    let session = DesktopSession::builder().start()?;
    session.enter()?;
    block_on(async {
        let mut signals = system::signals().await?;
        let logind = Part::logind(&session, true)?;
        prepare_for_sleep(logind.voice(), false)?;
        assert_eq!(next(&mut signals).await?, Woke::Resumed);
        Ok(())
    })
}

#[test]
fn without_a_bus_nothing_is_told() -> Result<()> {
    let session = DesktopSession::builder().start()?;
    session.enter()?;
    drop(session);
    assert!(block_on(system::signals()).is_err());
    Ok(())
}
