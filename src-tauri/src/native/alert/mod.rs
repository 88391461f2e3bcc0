//! Says why the app cannot start. There is no window yet that could.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod system;

use miftah_core::ports::StoreError;
use miftah_core::settings::Locale;

use crate::native::texts;

/// Shows the reason in the system's language and waits until the person has read it. Main thread only.
pub(crate) fn data_folder(error: StoreError) {
    let texts = texts::of(Locale::from_system(&sys_locale::get_locale().unwrap_or_default()));
    let reason = match error {
        StoreError::Full => "start-failed-full",
        StoreError::Newer => "start-failed-newer",
        StoreError::InUse => "start-failed-in-use",
        StoreError::Denied | StoreError::Corrupt => "start-failed-denied",
    };
    system::show(
        &texts.text("window-title", &[]),
        &texts.text("start-failed-title", &[]),
        &texts.text(reason, &[]),
        &texts.text("start-failed-close", &[]),
    );
}
