//! Every command by name, and the windows that may call it. Shared with `build.rs`; a test compares it with
//! the bindings and the capabilities.

/// Commands of both windows.
pub(crate) const BOTH: &[&str] = &["app_state", "set_locale", "set_theme"];
/// Commands of the sign-in window, which is destroyed after use.
pub(crate) const SIGN_IN: &[&str] =
    &["sign_in_options", "sign_in", "peek_token", "sign_in_with_token", "start_guided", "open_portal"];
/// Commands of the main window.
pub(crate) const MAIN: &[&str] = &[
    "sign_out",
    "list_keys",
    "regenerate",
    "regenerate_heartbeat",
    "regenerate_cancel",
    "regenerate_dismiss",
    "copy_key",
    "clipboard_extend",
    "clipboard_clear",
    "unlock_keychain",
    "cancel_unlock",
    "open_portal",
    "take_key",
    "answer_taken",
    "rename_known_key",
    "check_known_key",
    "note_switched",
    "forget_key",
    "create_key",
    "rename_key",
    "limit_key",
    "switch_key",
    "delete_key",
    "diagnose",
    "diagnose_copy_mended",
    "trouble_try",
    "trouble_close",
    "trouble_copy",
    "note_key",
    "advise_key",
    "add_place",
    "change_place",
    "remove_place",
    "tick_place",
    "list_rotations",
    "rotation_start",
    "rotation_copy",
    "rotation_installed",
    "rotation_switch_off",
    "rotation_switch_on",
    "rotation_delete",
    "rotation_stop",
    "rotation_try",
    "rotation_rare_use",
];
