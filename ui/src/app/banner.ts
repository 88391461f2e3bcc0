/** Which one banner stands above the list: the most severe one. Pure; drawn by Banners.svelte. */
import type { AppView, IpcError, KeyListView } from "../ipc/client";
import { PRESENTATIONS } from "../shared/errors/presentation";
import { t } from "../shared/text/text.svelte";

export type Notice =
  | { kind: "clipboard" }
  | { kind: "unavailable" }
  | { kind: "locked" }
  | { kind: "unlocking" }
  | { kind: "problem"; error: IpcError }
  | { kind: "stale" }
  | { kind: "clock"; ahead: number }
  | { kind: "unreadable"; n: number }
  | { kind: "guided"; because: "chosen" | "not_offered" };

const NEEDS_SIGN_IN = new Set(["session_expired", "unauthorized"]);
const NO_ANSWER = new Set(["offline", "timeout", "not_dhmad", "tls_untrusted"]);

export const needsSignIn = (error: IpcError): boolean => NEEDS_SIGN_IN.has(error.code);
export const gaveNoAnswer = (error: IpcError): boolean => NO_ANSWER.has(error.code);

export function chooseNotice(app: AppView, list: KeyListView | null, problem: IpcError | null, unlocking: boolean): Notice | null {
  const danger = problem && PRESENTATIONS[problem.code].severity === "danger";
  if (app.clipboardNotCleared) return { kind: "clipboard" };
  if (app.keychain.state === "unavailable") return { kind: "unavailable" };
  if (problem && danger) return { kind: "problem", error: problem };
  if (problem && needsSignIn(problem)) return { kind: "problem", error: problem };
  if (unlocking) return { kind: "unlocking" };
  if (app.keychain.state === "locked") return { kind: "locked" };
  if (problem) return { kind: "problem", error: problem };
  if (list?.stale && list.scope === "all") return { kind: "stale" };
  if (list && list.clockMinutesAhead !== null) return { kind: "clock", ahead: list.clockMinutesAhead };
  if (list && list.unreadable > 0) return { kind: "unreadable", n: list.unreadable };
  if (app.access === "guided") return { kind: "guided", because: app.guidedBecause ?? "chosen" };
  return null;
}

export type Block = "session" | "no_answer" | "no_keychain" | "keychain" | null;

/** Why nothing can be changed right now. The shell decides again; this only saves a useless try. */
export function blockOf(app: AppView, list: KeyListView | null, problem: IpcError | null): Block {
  if (app.access === "guided") return null;
  if (problem && needsSignIn(problem)) return "session";
  if ((problem && gaveNoAnswer(problem)) || list?.stale) return "no_answer";
  if (app.keychain.state === "unavailable") return "no_keychain";
  if (app.keychain.state === "locked") return "keychain";
  return null;
}

/** The same in words; empty where nothing is in the way. */
export function blockedWords(app: AppView, list: KeyListView | null, problem: IpcError | null): string {
  switch (blockOf(app, list, problem)) {
    case "session": return t("blocked-session");
    case "no_answer": return t("blocked-no-answer");
    case "no_keychain": return t("blocked-no-keychain");
    case "keychain": return t("blocked-keychain");
    case null: return "";
  }
}
