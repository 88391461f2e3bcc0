//! What every [`Clipboard`] must do.

use std::time::Duration;

use anyhow::Result;
use miftah_core::keys::{Environment, KeyId};
use miftah_core::ports::{Clipboard, ClipboardError, CopiedKey};
use miftah_core::secret::Secret;

/// A clipboard with another program beside it.
pub trait ClipboardBench: Sync {
    /// The clipboard under test.
    fn clipboard(&self) -> &dyn Clipboard;
    /// What another program gets when it pastes.
    fn paste(&self) -> Result<Option<String>>;
    /// Another program copies a text.
    fn copy_elsewhere(&self, text: &str) -> Result<()>;
    /// Another program takes off whatever is there.
    fn clear_elsewhere(&self) -> Result<()>;
    /// Lets the uptime go on, and returns once the clipboard has done what is due by then.
    fn pass(&self, time: Duration) -> Result<()>;
}

const LASTING: Duration = Duration::from_secs(30);
const HALF: Duration = Duration::from_secs(15);
const KEY: &str = "sk_live_5f0e1d2c3b4a59687766554433221100ffeeddccbbaa99887766554433221100";

/// Runs the suite.
pub async fn clipboard_contract(bench: &dyn ClipboardBench) -> Result<()> {
    an_empty_clipboard_is_empty(bench).await?;
    an_offered_key_is_there_to_the_byte_and_gone_in_time(bench).await?;
    a_text_of_somebody_else_is_never_touched(bench).await?;
    a_new_offer_has_its_own_time(bench).await?;
    a_text_is_taken_as_it_is(bench).await?;
    only_the_same_text_is_cleared(bench).await?;
    an_offered_key_can_be_cleared_like_any_text(bench).await
}

/// A key as it is called on the clipboard.
pub fn copied_key(id: &str) -> Result<CopiedKey> {
    Ok(CopiedKey { id: KeyId::parse(id)?, name: "Olive shop".into(), environment: Environment::Live })
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

async fn an_empty_clipboard_is_empty(bench: &dyn ClipboardBench) -> Result<()> {
    bench.clear_elsewhere()?;
    assert_eq!(bench.clipboard().take().await.err(), Some(ClipboardError::Empty));
    assert_eq!(bench.clipboard().clear_if(&secret(KEY)).await, Ok(false));
    Ok(())
}

async fn an_offered_key_is_there_to_the_byte_and_gone_in_time(bench: &dyn ClipboardBench) -> Result<()> {
    bench.clipboard().offer(copied_key("k1")?, &secret(KEY), LASTING).await?;
    assert_eq!(bench.paste()?.as_deref(), Some(KEY));
    assert_eq!(bench.paste()?.as_deref(), Some(KEY), "as often as wanted");
    assert!(bench.clipboard().take().await?.same_as(&secret(KEY)));
    bench.pass(HALF)?;
    assert_eq!(bench.paste()?.as_deref(), Some(KEY));
    bench.pass(HALF)?;
    assert_eq!(bench.paste()?, None);
    assert_eq!(bench.clipboard().take().await.err(), Some(ClipboardError::Empty));
    Ok(())
}

async fn a_text_of_somebody_else_is_never_touched(bench: &dyn ClipboardBench) -> Result<()> {
    for round in 0..10 {
        let theirs = format!("a shopping list, {round}");
        bench.clipboard().offer(copied_key("k1")?, &secret(KEY), LASTING).await?;
        bench.copy_elsewhere(&theirs)?;
        bench.pass(LASTING)?;
        assert_eq!(bench.paste()?, Some(theirs));
    }
    Ok(())
}

async fn a_new_offer_has_its_own_time(bench: &dyn ClipboardBench) -> Result<()> {
    let newer = KEY.replace("live", "sandbox");
    bench.clipboard().offer(copied_key("k1")?, &secret(KEY), LASTING).await?;
    bench.pass(HALF)?;
    bench.clipboard().offer(copied_key("k2")?, &secret(&newer), LASTING).await?;
    assert_eq!(bench.paste()?, Some(newer.clone()));
    bench.pass(HALF)?;
    assert_eq!(bench.paste()?, Some(newer), "the deadline of the first one does not count");
    bench.pass(HALF)?;
    assert_eq!(bench.paste()?, None);
    Ok(())
}

async fn a_text_is_taken_as_it_is(bench: &dyn ClipboardBench) -> Result<()> {
    for text in ["مفتاح", " with spaces \n", "x"] {
        bench.copy_elsewhere(text)?;
        assert!(bench.clipboard().take().await?.same_as(&secret(text)), "{text:?}");
        assert_eq!(bench.paste()?.as_deref(), Some(text), "it stays there");
    }
    Ok(())
}

async fn only_the_same_text_is_cleared(bench: &dyn ClipboardBench) -> Result<()> {
    bench.copy_elsewhere("a token")?;
    assert_eq!(bench.clipboard().clear_if(&secret("a token ")).await, Ok(false));
    assert_eq!(bench.paste()?.as_deref(), Some("a token"));
    assert_eq!(bench.clipboard().clear_if(&secret("a token")).await, Ok(true));
    assert_eq!(bench.paste()?, None);
    Ok(())
}

async fn an_offered_key_can_be_cleared_like_any_text(bench: &dyn ClipboardBench) -> Result<()> {
    bench.clipboard().offer(copied_key("k1")?, &secret(KEY), LASTING).await?;
    assert_eq!(bench.clipboard().clear_if(&secret("something else")).await, Ok(false));
    assert_eq!(bench.paste()?.as_deref(), Some(KEY));
    assert_eq!(bench.clipboard().clear_if(&secret(KEY)).await, Ok(true));
    assert_eq!(bench.paste()?, None);
    bench.copy_elsewhere("later")?;
    bench.pass(LASTING)?;
    assert_eq!(bench.paste()?.as_deref(), Some("later"));
    Ok(())
}
