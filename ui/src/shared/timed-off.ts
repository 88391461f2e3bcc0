/** Whether a key may be switched off for a while. The core decides again, by a fresh read. */
import type { KeyView } from "../ipc/client";
import { t } from "./text/text.svelte";

const DAY = 86_400_000;
/** Used within these days, a live key is in use. */
const LATELY = 7;

/** Why not, in words; empty where it may. */
export function cantTimeOff(key: KeyView, now: number): string {
  if (key.status !== "active") return t("off-for-only-on");
  if (key.environment === "sandbox" || key.lastUse.kind === "never") return "";
  if (key.lastUse.kind === "unknown") return t("off-for-unknown");
  return now - Date.parse(key.lastUse.at) < LATELY * DAY ? t("off-for-lately") : "";
}
