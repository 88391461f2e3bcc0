/** The words of a walk through the portal. */
import type { StandingView } from "../../ipc/client";
import { isolate, t } from "../../shared/text/text.svelte";
import type { WalkKind } from "./guided.svelte";

export type Steps = { title: string; there: string; thereText: string; third: string; thirdText: string; /** what the third button says */ act: string };

/** `held`: Miftah has the value, so it can ask DHMAD whether it works. */
export function stepsOf(kind: WalkKind, keyName: string, held: boolean): Steps {
  const name = isolate(`“${keyName}”`);
  const take = { third: t("walk-take"), thirdText: t("walk-take-text"), act: t("walk-take") };
  const check = held ? { third: t("walk-check"), thirdText: t("walk-check-text"), act: t("walk-check") } : { third: t("walk-note"), thirdText: t("walk-note-text"), act: t("walk-note") };
  switch (kind) {
    case "regenerate": return { title: t("walk-title"), there: t("walk-regenerate", { name }), thereText: t("walk-regenerate-text"), ...take };
    case "make": return { title: t("walk-make-title"), there: t("walk-make"), thereText: t("walk-make-text"), ...take };
    case "off": return { title: t("walk-off-title"), there: t("walk-off", { name }), thereText: t("walk-off-text"), ...check };
    case "on": return { title: t("walk-on-title"), there: t("walk-on", { name }), thereText: t("walk-on-text"), ...check };
    case "delete": return { title: t("walk-delete-title"), there: t("walk-delete", { name }), thereText: t("walk-delete-text"), third: t("walk-forget"), thirdText: t("walk-forget-text"), act: t("walk-forget") };
  }
}

/** What came of "off" or "on". `done`: it is what the person wanted. */
export function standingWords(kind: "off" | "on", standing: StandingView): { done: boolean; title: string; text: string } {
  if (standing === "not_held") return { done: true, title: kind === "off" ? t("walk-noted-off") : t("walk-noted-on"), text: t("walk-noted-text") };
  if (kind === "off") return standing === "refused" ? { done: true, title: t("walk-is-off"), text: t("walk-is-off-text") } : { done: false, title: t("walk-still-on"), text: t("walk-still-on-text") };
  return standing === "accepted" ? { done: true, title: t("walk-is-on"), text: t("walk-is-on-text") } : { done: false, title: t("walk-still-off"), text: t("walk-still-off-text") };
}
