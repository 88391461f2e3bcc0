/**
 * The one table from a failure of the shell to what a person reads.
 * A code without a line does not compile.
 */
import type { ErrorCode, IpcError } from "../../ipc/client";
import { id, t, type MessageId } from "../text/text.svelte";

export type Severity = "info" | "warning" | "danger";
/** Where it is told: beside what was clicked, above the list, or in the opened row. */
export type Treatment = "inline" | "banner" | "card";
export type Presentation = { severity: Severity; happened: MessageId; todo: MessageId; treatment: Treatment };

const say = (severity: Severity, treatment: Treatment, happened: MessageId, todo: MessageId): Presentation => ({ severity, treatment, happened, todo });

export const PRESENTATIONS: Record<ErrorCode, Presentation> = {
  invalid_input: say("warning", "inline", id("error-invalid-input"), id("error-invalid-input-do")),
  not_found: say("warning", "inline", id("error-not-found"), id("error-not-found-do")),
  vault_unavailable: say("danger", "banner", id("error-vault-unavailable"), id("error-vault-unavailable-do")),
  vault_locked: say("warning", "banner", id("error-vault-locked"), id("error-vault-locked-do")),
  vault_denied: say("warning", "inline", id("error-vault-denied"), id("error-vault-denied-do")),
  vault_entry_missing: say("warning", "inline", id("error-vault-entry-missing"), id("error-vault-entry-missing-do")),
  key_changed_meanwhile: say("warning", "inline", id("error-key-changed"), id("error-key-changed-do")),
  change_outcome_unknown: say("warning", "inline", id("error-change-unknown"), id("error-change-unknown-do")),
  no_room_for_key: say("warning", "inline", id("error-no-room-key"), id("error-no-room-key-do")),
  creation_outcome_unknown: say("warning", "inline", id("error-creation-unknown"), id("error-creation-unknown-do")),
  still_accepted: say("warning", "inline", id("error-still-accepted"), id("error-still-accepted-do")),
  vault_other: say("warning", "inline", id("error-vault-other"), id("error-vault-other-do")),
  vault_corrupt: say("danger", "inline", id("error-vault-corrupt"), id("error-vault-corrupt-do")),
  vault_timeout: say("warning", "inline", id("error-vault-timeout"), id("error-vault-timeout-do")),
  wrong_credentials: say("warning", "inline", id("error-wrong-credentials"), id("error-wrong-credentials-do")),
  session_expired: say("warning", "banner", id("error-session-expired"), id("error-session-expired-do")),
  unauthorized: say("warning", "banner", id("error-unauthorized"), id("error-unauthorized-do")),
  forbidden: say("warning", "inline", id("error-forbidden"), id("error-forbidden-do")),
  remote_not_found: say("warning", "inline", id("error-remote-not-found"), id("error-remote-not-found-do")),
  rate_limited: say("info", "banner", id("error-rate-limited"), id("error-rate-limited-do")),
  remote_failed: say("warning", "banner", id("error-remote-failed"), id("error-remote-failed-do")),
  remote_unexpected: say("warning", "banner", id("error-remote-unexpected"), id("error-remote-unexpected-do")),
  not_offered: say("info", "inline", id("error-not-offered"), id("error-not-offered-do")),
  not_dhmad: say("warning", "banner", id("error-not-dhmad"), id("error-not-dhmad-do")),
  offline: say("warning", "banner", id("error-offline"), id("error-offline-do")),
  timeout: say("warning", "banner", id("error-timeout"), id("error-timeout-do")),
  tls_untrusted: say("danger", "banner", id("error-tls-untrusted"), id("error-tls-untrusted-do")),
  clipboard_unavailable: say("warning", "inline", id("error-clipboard-unavailable"), id("error-clipboard-unavailable-do")),
  clipboard_empty: say("info", "inline", id("error-clipboard-empty"), id("error-clipboard-empty-do")),
  clipboard_no_key: say("info", "inline", id("error-clipboard-no-key"), id("error-clipboard-no-key-do")),
  clipboard_no_token: say("info", "inline", id("error-clipboard-no-token"), id("error-clipboard-no-token-do")),
  replaced_elsewhere: say("warning", "inline", id("error-replaced-elsewhere"), id("error-replaced-elsewhere-do")),
  key_refused: say("warning", "inline", id("error-key-refused"), id("error-key-refused-do")),
  rotation_busy: say("info", "inline", id("error-rotation-busy"), id("error-rotation-busy-do")),
  rotation_outcome_unknown: say("danger", "card", id("error-rotation-outcome-unknown"), id("error-rotation-outcome-unknown-do")),
  new_key_unreadable: say("danger", "card", id("error-new-key-unreadable"), id("error-new-key-unreadable-do")),
  storage_full: say("danger", "banner", id("error-storage-full"), id("error-storage-full-do")),
  storage_denied: say("danger", "banner", id("error-storage-denied"), id("error-storage-denied-do")),
  data_from_newer_version: say("danger", "banner", id("error-data-from-newer-version"), id("error-data-from-newer-version-do")),
  no_room_for_second_key: say("warning", "inline", id("error-no-room"), id("error-no-room-do")),
  operation_unfinished: say("warning", "inline", id("error-unfinished"), id("error-unfinished-do")),
  update_not_now: say("info", "inline", id("error-update-not-now"), id("error-update-not-now-do")),
  not_now: say("info", "inline", id("error-not-now"), id("error-not-now-do")),
  spool_unavailable: say("danger", "inline", id("error-spool"), id("error-spool-do")),
  key_used_lately: say("info", "inline", id("error-used-lately"), id("error-used-lately-do")),
  key_not_on: say("info", "inline", id("error-not-on"), id("error-not-on-do")),
  needs_background: say("warning", "inline", id("error-needs-background"), id("error-needs-background-do")),
  internal: say("danger", "inline", id("error-internal"), id("error-internal-do")),
};

export type Told = { severity: Severity; happened: string; todo: string };

/** The words for a failure, with the wait that DHMAD asked for where it asked for one. */
export function tell(error: IpcError): Told {
  const { severity, happened, todo } = PRESENTATIONS[error.code];
  const wait = error.detail?.retryAfterSeconds;
  return {
    severity,
    happened: t(happened),
    todo: error.code === "rate_limited" && wait ? t("banner-wait", { n: wait }) : t(todo),
  };
}
