//! Keys by their names, as the protocol wants them: `Enter`, `F6`, `Control+Shift+x`.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// Names and the code points that the specification gives them.
const NAMED: [(&str, char); 31] = [
    ("Backspace", '\u{e003}'),
    ("Tab", '\u{e004}'),
    ("Enter", '\u{e007}'),
    ("Shift", '\u{e008}'),
    ("Control", '\u{e009}'),
    ("Alt", '\u{e00a}'),
    ("Escape", '\u{e00c}'),
    ("Space", ' '),
    ("PageUp", '\u{e00e}'),
    ("PageDown", '\u{e00f}'),
    ("End", '\u{e010}'),
    ("Home", '\u{e011}'),
    ("ArrowLeft", '\u{e012}'),
    ("ArrowUp", '\u{e013}'),
    ("ArrowRight", '\u{e014}'),
    ("ArrowDown", '\u{e015}'),
    ("Insert", '\u{e016}'),
    ("Delete", '\u{e017}'),
    ("F1", '\u{e031}'),
    ("F2", '\u{e032}'),
    ("F3", '\u{e033}'),
    ("F4", '\u{e034}'),
    ("F5", '\u{e035}'),
    ("F6", '\u{e036}'),
    ("F7", '\u{e037}'),
    ("F8", '\u{e038}'),
    ("F9", '\u{e039}'),
    ("F10", '\u{e03a}'),
    ("F11", '\u{e03b}'),
    ("F12", '\u{e03c}'),
    ("Meta", '\u{e03d}'),
];

/// The code points of a chord, modifiers first.
fn chord(chord: &str) -> Result<Vec<char>> {
    if chord == "+" {
        return Ok(vec!['+']);
    }
    chord.split('+').map(key).collect()
}

fn key(name: &str) -> Result<char> {
    if let Some((_, code)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Ok(*code);
    }
    let mut letters = name.chars();
    let letter = letters.next().context("a key without a name")?;
    if letters.next().is_some() {
        bail!("there is no key {name:?}");
    }
    Ok(letter)
}

/// A chord as text for an element; modifiers are let go at its end.
pub(super) fn text(keys: &str) -> Result<String> {
    Ok(chord(keys)?.into_iter().collect())
}

/// A chord as actions: every key down in order, up in the opposite order.
pub(super) fn actions(keys: &str) -> Result<Value> {
    let keys = chord(keys)?;
    let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
    let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
    let actions: Vec<_> = down.chain(up).collect();
    Ok(json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_pressed_in_order_and_let_go_in_reverse() {
        let actions = actions("Control+k").unwrap();
        let steps: Vec<_> = actions["actions"][0]["actions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|step| {
                (step["type"].as_str().unwrap().to_owned(), step["value"].as_str().unwrap().to_owned())
            })
            .collect();
        let step = |kind: &str, value: &str| (kind.to_owned(), value.to_owned());
        assert_eq!(
            steps,
            [
                step("keyDown", "\u{e009}"),
                step("keyDown", "k"),
                step("keyUp", "k"),
                step("keyUp", "\u{e009}")
            ]
        );
        assert_eq!(text("+").unwrap(), "+");
        assert!(text("Return").is_err());
    }
}
