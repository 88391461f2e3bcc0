/** What an item says it means for the shop, and which acts help. */
import type { DismissReason, InboxItemView, PutOffView } from "../../ipc/client";
import { id, t, type MessageId } from "../../shared/text/text.svelte";
import { ahead } from "../../shared/time/when";

export type ActId = "rotate" | "rotation" | "open" | "where" | "turn_off" | "turn_on" | "needed";

/** The acts that help, the best first. In guided mode the key's page shows the ways through the portal. */
export function actsOf({ kind }: InboxItemView, guided: boolean): ActId[] {
  switch (kind) {
    case "stale":
    case "expires": return [guided ? "open" : "rotate"];
    case "unused":
    case "never_used": return [guided ? "open" : "turn_off", "needed"];
    case "used_though_off": return guided ? ["where"] : ["where", "turn_on"];
    case "rotation_waits": return [guided ? "open" : "rotation"];
    case "used_again":
    case "expired":
    case "replaced_elsewhere": return ["open"];
  }
}

/** One plain sentence. */
export function meaning({ kind, environment, attention }: InboxItemView): string {
  switch (kind) {
    case "stale": return t("means-stale");
    case "unused": return environment === "live" ? t("means-unused-live") : t("means-unused-sandbox");
    case "never_used": return environment === "live" ? t("means-never-used-live") : t("means-never-used-sandbox");
    case "used_though_off": return t("means-used-off");
    case "used_again": return t("means-used-again");
    case "expires": return environment === "live" ? t("means-expires-live") : t("means-expires-sandbox");
    case "expired": return t("means-expired");
    case "replaced_elsewhere": return t("means-replaced");
    case "rotation_waits": return attention.kind === "rotation_waits" && attention.step === "install" ? t("means-rotation-install") : t("means-rotation");
  }
}

export const REASONS: DismissReason[] = ["needed", "not_ours", "known_use", "other"];
const WORDS: Record<DismissReason, MessageId> = { needed: id("dismiss-needed"), not_ours: id("dismiss-not-ours"), known_use: id("dismiss-known-use"), other: id("dismiss-other") };
export const reasonWords = (reason: DismissReason): string => t(WORDS[reason]);

/** "Snoozed until Fri 09:00." */
export const putOffWords = (put: PutOffView, now: number): string => (put.kind === "until" ? t("inbox-snoozed", { when: ahead(put.at, now) }) : t("inbox-dismissed"));
