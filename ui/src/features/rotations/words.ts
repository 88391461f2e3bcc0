/** What a rotation's card says. */
import type { RotationView } from "../../ipc/client";
import { tell } from "../../shared/errors/presentation";
import { t } from "../../shared/text/text.svelte";
import { clockTime, whenShort } from "../../shared/time/when";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** "19 h", "3 days": whole, rounded down. */
export function duration(seconds: number): string {
  if (seconds >= 2 * DAY) return t("span-days", { n: Math.floor(seconds / DAY) });
  if (seconds >= HOUR) return t("span-hours", { n: Math.floor(seconds / HOUR) });
  return t("span-minutes", { n: Math.floor(seconds / 60) });
}

/** A moment to come: the time today, else day and time. */
export function moment(at: string, now: number): string {
  const date = new Date(at);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  return sameDay ? t("today-at", { time: clockTime(at) }) : whenShort(at, { now, stale: false });
}

export type Headline = { title: string; text: string };

/** The one sentence that a shop owner can repeat on the phone, and what comes of it. */
export function headline(rotation: RotationView, now: number): Headline | null {
  const { stage, watch } = rotation;
  switch (stage) {
    case "creating": return { title: t("rotation-creating"), text: t("rotation-creating-text") };
    case "resolving": return { title: t("rotation-resolving"), text: t("rotation-resolving-text") };
    case "waiting": {
      const told = rotation.problem && tell(rotation.problem);
      return { title: t("rotation-waiting"), text: told ? `${told.happened} ${told.todo}` : t("rotation-resolving-text") };
    }
    case "unchanged": return { title: t("rotation-unchanged"), text: t("rotation-unchanged-text") };
    case "orphan": return { title: t("rotation-orphan", { when: moment(rotation.startedAt, now) }), text: t("rotation-orphan-text") };
    case "stored": return { title: t("rotation-stored"), text: t("rotation-stored-text") };
    case "installed": return watch ? watching(watch, now) : null;
    case "switching_off":
    case "switching_on":
    case "deleting": return { title: t("rotation-switching"), text: t("rotation-resolving-text") };
    case "off": return { title: t("rotation-off", { when: rotation.offAt ? moment(rotation.offAt, now) : "" }), text: t("rotation-off-text") };
  }
}

function watching(watch: NonNullable<RotationView["watch"]>, now: number): Headline {
  const quiet = duration(watch.quietSeconds);
  const seen = watch.newSeenAt ? t("watch-seen", { when: moment(watch.newSeenAt, now), quiet }) : t("watch-not-seen", { quiet });
  if (watch.ready) return { title: seen, text: t("watch-ready") };
  if (watch.asksRareUse) return { title: seen, text: t("watch-asks", { n: watch.watchedDays }) };
  if (watch.usedAgainAt) return { title: t("watch-used-again", { when: moment(watch.usedAgainAt, now) }), text: t("watch-used-again-text", { wait: duration(watch.waitSeconds) }) };
  if (watch.newMoves < 2) return { title: seen, text: t("watch-needs-use") };
  return { title: seen, text: watch.readyAt ? t("watch-ready-at", { wait: duration(watch.waitSeconds), when: moment(watch.readyAt, now) }) : "" };
}
