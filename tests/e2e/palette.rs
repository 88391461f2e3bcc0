//! Every action by its name, and the list in another order, in the real window.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::{COUNTED, SANDBOX, cancelled, counting, signed_in};

#[test]
fn an_action_is_found_by_its_name_and_run_by_the_keyboard_alone() -> Result<()> {
    let (fixture, window) = signed_in()?;
    window.press("Control+k")?;
    window.by_role("combobox", "Commands")?.type_text("regenerate sandbox tests")?;
    window.by_role("option", "Regenerate Sandbox tests…")?;
    window.press("Enter")?;
    counting(&window)?;
    window.press("Escape")?;
    cancelled(&window, "")?;
    ensure!(fixture.regenerates()? == 0, "a cancelled countdown sent something");
    window.press("Control+k")?;
    window.by_role("combobox", "Commands")?.type_text("settings")?;
    window.by_role("option", "Settings")?;
    window.press("Enter")?;
    window.by_role("heading", "Settings")?;
    window.press("Control+1")?;

    let first = "return document.querySelector('[data-row] .name').textContent";
    ensure!(window.run(first, &json!([]))? != COUNTED, "sorted by what needs attention");
    let choose = "const list = document.querySelector('header select'); list.value = 'name';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    window.run(choose, &json!([]))?;
    window.until("the list by name", || {
        Ok((window.run(first, &json!([]))?.as_str() == Some("Accounting export")).then_some(()))
    })?;
    ensure!(
        window.has("heading", "All keys 16")? || window.text()?.contains("All keys"),
        "one group: {SANDBOX}"
    );
    Ok(())
}
