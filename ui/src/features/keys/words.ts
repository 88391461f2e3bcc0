/** What a row says about its key. */
import type { KeyView, TroubleView } from "../../ipc/client";
import { baseDate } from "../../shared/base-date";
import { attentionWords, signOf, type Sign } from "../../shared/attention";
import { envWord, insideSentence } from "../../shared/text/words";
import { t } from "../../shared/text/text.svelte";
import { ahead, clockTime, dayMonth, dayMonthLong, daysSince, whenShort, type WhenContext } from "../../shared/time/when";

export type Reason = { text: string; sign: Sign | "dead" | "none"; /** a person can act on it now */ hot: boolean; /** something stopped */ bad?: boolean };

/** An operation that is not over comes before everything else that could be said. */
function troubleReason({ since, state }: TroubleView): Reason {
  const time = clockTime(since);
  switch (state.kind) {
    case "resolving":
    case "waiting": return { text: t("why-resolving"), sign: "elsewhere", hot: true };
    case "unchanged": return { text: t("why-unchanged"), sign: "none", hot: false };
    case "lost": return { text: state.someoneUses ? t("why-lost-used") : t("why-lost", { time }), sign: "dead", hot: false, bad: true };
    case "replaced": return { text: t("why-replaced-since"), sign: "elsewhere", hot: true };
    case "orphan": return { text: t("why-orphan"), sign: "elsewhere", hot: true };
    case "in_memory": return { text: t("why-in-memory"), sign: "elsewhere", hot: true };
    case "sealed": return { text: t("why-sealed"), sign: "elsewhere", hot: true };
  }
}

/** One reason, the one that matters most. */
export function reasonOf(key: KeyView, when: WhenContext, known: boolean): Reason {
  if (key.trouble) return troubleReason(key.trouble);
  if (key.rotation && key.attention?.kind !== "rotation_waits") return { text: t("why-rotating"), sign: "rotating", hot: false };
  if (key.successorIn) return { text: t("why-successor"), sign: "rotating", hot: false };
  if (key.backOnAt !== null && key.status === "inactive" && key.attention?.kind !== "used_though_off") return { text: t("why-back-on", { when: ahead(key.backOnAt, when.now) }), sign: "clock", hot: false };
  const waiting = key.places.filter((place) => place.needsNew).length;
  if (waiting > 0) return { text: t("why-places", { n: waiting }), sign: "elsewhere", hot: true };
  if (key.attention) {
    const why = attentionWords(key.attention, when);
    const text = key.status === "inactive" && key.attention.kind !== "used_though_off" ? t("why-off", { reason: insideSentence(why) }) : why;
    return { text, sign: signOf(key.attention.kind), hot: !when.stale };
  }
  if (key.status === "inactive") return { text: t("switched-off"), sign: "none", hot: false };
  if (known && key.held && !key.tested) return { text: t("not-tested"), sign: "none", hot: false };
  const since = baseDate(key);
  if (since !== null) return { text: t("age-days", { n: daysSince(since, when.now) }), sign: "none", hot: false };
  return { text: known ? "" : t("age-unknown"), sign: "none", hot: false };
}

export function lastUseShort(key: KeyView, when: WhenContext): string {
  switch (key.lastUse.kind) {
    case "at": return whenShort(key.lastUse.at, when);
    case "never": return t("when-never");
    case "unknown": return t("when-unknown");
  }
}

export function lastUseSpoken(key: KeyView, when: WhenContext): string {
  switch (key.lastUse.kind) {
    case "never": return t("last-used-never");
    case "unknown": return t("last-used-unknown");
    case "at": {
      const short = whenShort(key.lastUse.at, when);
      const isDay = short === dayMonth(key.lastUse.at, when.now);
      return t("last-used-at", { when: isDay ? dayMonthLong(key.lastUse.at, when.now) : short });
    }
  }
}

/** "Comptabilité, live, no request for 61 days, last used 22 August" */
export function rowName(key: KeyView, when: WhenContext, known: boolean): string {
  return t("row-name", {
    name: key.name,
    env: insideSentence(envWord(key.environment)),
    reason: insideSentence(reasonOf(key, when, known).text || t("age-unknown")),
    used: lastUseSpoken(key, when),
  });
}
