//! The system's own question before a live key in use is regenerated.

use anyhow::Result;
use miftah_tests::fixture::CONFIRM;
use miftah_tests::webdriver::CLOSE;

use crate::{ASKED, cancelled, done, regenerate, signed_in};

#[test]
fn only_the_button_that_says_so_regenerates() -> Result<()> {
    let (fixture, window) = signed_in()?;
    for keys in ["Escape", CLOSE, "Return", "space"] {
        regenerate(&fixture, &window, ASKED)?;
        let dialog = fixture.confirm_dialog()?;
        window.by_role("heading", "Answer in the other window")?;
        dialog.answer(keys)?;
        fixture.screen().dialog_gone(CONFIRM)?;
        if matches!(keys, "Return" | "space") {
            // The default leads to the page of the way that stops nothing, and makes nothing.
            window.by_role("heading", "Rotate Production shop safely")?;
            window.press("Control+1")?;
        } else {
            cancelled(&window, "You kept the key as it is. It works as before.")?;
        }
        let sent = fixture.portal()?.requests("/api-keys").into_iter().filter(|sent| sent.method != "GET");
        assert_eq!(sent.count(), 0, "{keys:?} sent something");
    }
    regenerate(&fixture, &window, ASKED)?;
    fixture.confirm_dialog()?.press(&["Tab", "Return"])?;
    window.by_role("heading", "Copied. Paste it now.")?;
    window.shows("The new key works: DHMAD answered at")?;
    assert_eq!(fixture.regenerates()?, 1);
    fixture.everywhere_the_same(ASKED)?;
    done(&window)
}
