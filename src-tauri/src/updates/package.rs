//! The updater plugin: which package of a manifest is ours, whether it is newer, and whether its signature holds for
//! these bytes and this version. It fetches nothing here: its own client has no bounds.

use serde_json::Value;
use tauri::AppHandle;
use tauri_plugin_updater::{Error, Update, UpdaterExt};

use super::UpdateError;
use super::origin::Origin;

/// The plugin is never told to look, but wants an address.
const NOWHERE: &str = "https://updates.invalid";

/// The update that a manifest announces, or nothing if it is no newer than this app. Its signature must name the version
/// it was made for, wherever the manifest came from.
pub(super) fn announced(
    handle: &AppHandle,
    origin: &Origin,
    manifest: Value,
) -> Result<Option<Update>, UpdateError> {
    let nowhere = NOWHERE.parse().map_err(|_| UpdateError::Unusable)?;
    let builder =
        handle.updater_builder().pubkey(origin.source.key()).endpoints(vec![nowhere]).map_err(translate)?;
    builder.build().map_err(translate)?.restore_update(manifest).map_err(translate)
}

/// Fails unless these bytes are that update.
pub(super) fn verify(update: &Update, package: &[u8]) -> Result<(), UpdateError> {
    update.verify(package).map_err(translate)
}

/// By kind, never by words: those come from outside.
pub(super) fn translate(error: Error) -> UpdateError {
    match error {
        Error::Minisign(_) | Error::Base64(_) | Error::SignatureUtf8(_) => UpdateError::Signature,
        Error::SignedVersionMismatch { .. } | Error::MissingSignedVersion => UpdateError::OtherVersion,
        Error::TargetNotFound(_) | Error::TargetsNotFound(_) => UpdateError::NoPackage,
        Error::Serialization(_) => UpdateError::Manifest(miftah_updates::NotAManifest),
        Error::Io(error) => UpdateError::Disk(error.kind().into()),
        _ => UpdateError::Unusable,
    }
}
