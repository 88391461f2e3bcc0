//! The commands and events, and the TypeScript that the window calls them by.

use tauri_specta::{Builder, ErrorHandlingMode, collect_commands, collect_events};

use super::events::{
    AppChanged, InboxChanged, KeysChanged, RegenerateChanged, RotationsChanged, UpdateChanged,
};
use crate::commands::{
    app, changes, checklist, clipboard, creating, diagnosis, guided, inbox, keychain, keys, places,
    regenerate, remarks, reminding, rotations, session, timed_off, troubles, updates,
};

/// Every command and event of the app.
pub(crate) fn builder() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .error_handling(ErrorHandlingMode::Result)
        .disable_serde_phases()
        .commands(collect_commands![
            app::app_state,
            app::set_locale,
            app::set_theme,
            app::arrived,
            app::quit,
            session::sign_in_options,
            session::sign_in,
            session::peek_token,
            session::sign_in_with_token,
            session::start_guided,
            session::sign_out,
            keys::list_keys,
            keys::copy_key,
            regenerate::regenerate,
            regenerate::regenerate_heartbeat,
            regenerate::regenerate_cancel,
            regenerate::regenerate_dismiss,
            clipboard::clipboard_extend,
            clipboard::clipboard_clear,
            keychain::unlock_keychain,
            keychain::cancel_unlock,
            guided::open_portal,
            guided::take_key,
            guided::answer_taken,
            guided::rename_known_key,
            guided::check_known_key,
            guided::note_switched,
            guided::forget_key,
            creating::create_key,
            changes::rename_key,
            changes::limit_key,
            changes::switch_key,
            changes::delete_key,
            diagnosis::diagnose,
            diagnosis::diagnose_copy_mended,
            troubles::trouble_try,
            troubles::trouble_close,
            troubles::trouble_copy,
            remarks::note_key,
            remarks::advise_key,
            remarks::favour_key,
            keys::key_usage,
            timed_off::switch_off_for,
            timed_off::keep_off,
            inbox::list_inbox,
            inbox::snooze_reminder,
            inbox::dismiss_reminder,
            inbox::restore_reminder,
            reminding::reminder_settings,
            reminding::set_reminders,
            reminding::preview_reminders,
            reminding::test_notification,
            checklist::security_checklist,
            places::add_place,
            places::change_place,
            places::remove_place,
            places::tick_place,
            rotations::list_rotations,
            rotations::rotation_start,
            rotations::rotation_copy,
            rotations::rotation_installed,
            rotations::rotation_switch_off,
            rotations::rotation_switch_on,
            rotations::rotation_delete,
            rotations::rotation_stop,
            rotations::rotation_try,
            rotations::rotation_rare_use,
            updates::update_state,
            updates::look_for_update,
            updates::set_update_looks,
            updates::install_update,
            updates::open_releases,
        ])
        .events(collect_events![
            AppChanged,
            RegenerateChanged,
            KeysChanged,
            RotationsChanged,
            InboxChanged,
            UpdateChanged
        ])
}

#[cfg(test)]
mod tests;
