//! The clipboard's contract on the fake. The real one is tested where it lives, in the shell.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use miftah_core::ports::{Clipboard, ClipboardError, Clock};
use miftah_core::secret::Secret;
use miftah_tests::contracts::clipboard::{ClipboardBench, clipboard_contract, copied_key};
use miftah_tests::fakes::clipboard::{FakeClipboard, UptimeByHand};

struct Bench {
    clock: Arc<UptimeByHand>,
    clipboard: FakeClipboard,
}

impl Bench {
    fn new() -> Self {
        let clock = Arc::new(UptimeByHand::default());
        Self { clipboard: FakeClipboard::new(Arc::clone(&clock) as Arc<dyn Clock>), clock }
    }
}

impl ClipboardBench for Bench {
    fn clipboard(&self) -> &dyn Clipboard {
        &self.clipboard
    }

    fn paste(&self) -> Result<Option<String>> {
        Ok(self.clipboard.paste())
    }

    fn copy_elsewhere(&self, text: &str) -> Result<()> {
        self.clipboard.copy_elsewhere(text);
        Ok(())
    }

    fn clear_elsewhere(&self) -> Result<()> {
        self.clipboard.clear_elsewhere();
        Ok(())
    }

    fn pass(&self, time: Duration) -> Result<()> {
        self.clock.advance(time);
        Ok(())
    }
}

#[tokio::test]
async fn the_fake_clipboard_keeps_the_contract() -> Result<()> {
    clipboard_contract(&Bench::new()).await
}

#[tokio::test]
async fn an_unavailable_fake_says_so_and_works_afterwards() -> Result<()> {
    let clipboard = Bench::new().clipboard;
    let secret = Secret::new("sk_live_x".into());
    clipboard.set_unavailable(true);
    let offered = clipboard.offer(copied_key("k1")?, &secret, Duration::from_secs(30)).await;
    assert_eq!(offered, Err(ClipboardError::Unavailable));
    assert_eq!(clipboard.take().await.err(), Some(ClipboardError::Unavailable));
    clipboard.set_unavailable(false);
    clipboard.offer(copied_key("k1")?, &secret, Duration::from_secs(30)).await?;
    assert_eq!(clipboard.offered(), [copied_key("k1")?]);
    Ok(())
}
