/**
 * Turns whatever a command rejected with into an `IpcFailure`, once.
 * The framework itself (unknown command, bad argument, permission) rejects with a plain string, which becomes `internal`.
 */
import type { ErrorCode, IpcError } from "./bindings";

/** A command that did not do what was asked. */
export class IpcFailure extends Error {
  constructor(readonly error: IpcError) {
    super(error.code);
    this.name = "IpcFailure";
  }
}

const CODES: Record<ErrorCode, true> = {
  invalid_input: true, not_found: true,
  vault_unavailable: true, vault_locked: true, vault_denied: true, vault_entry_missing: true, vault_other: true, key_changed_meanwhile: true, change_outcome_unknown: true, no_room_for_key: true, creation_outcome_unknown: true, still_accepted: true, vault_corrupt: true, vault_timeout: true,
  wrong_credentials: true, session_expired: true, unauthorized: true, forbidden: true, remote_not_found: true, rate_limited: true,
  remote_failed: true, remote_unexpected: true, not_offered: true, not_dhmad: true,
  offline: true, timeout: true, tls_untrusted: true,
  clipboard_unavailable: true, clipboard_empty: true, clipboard_no_key: true, clipboard_no_token: true, replaced_elsewhere: true, key_refused: true,
  rotation_busy: true, rotation_outcome_unknown: true, new_key_unreadable: true,
  storage_full: true, storage_denied: true, data_from_newer_version: true,
  no_room_for_second_key: true, operation_unfinished: true, not_now: true, spool_unavailable: true,
  key_used_lately: true, key_not_on: true, needs_background: true, update_not_now: true,
  internal: true,
};

function isIpcError(value: unknown): value is IpcError {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string" && value.code in CODES;
}

/** A stranger is told as `internal`; its text stays out, since nobody vouches for what is in it. */
export function toIpcError(thrown: unknown): IpcError {
  if (thrown instanceof IpcFailure) return thrown.error;
  if (isIpcError(thrown)) return thrown;
  return { code: "internal", retry: "no", detail: null, refId: "" };
}

export function toFailure(thrown: unknown): IpcFailure {
  return thrown instanceof IpcFailure ? thrown : new IpcFailure(toIpcError(thrown));
}
