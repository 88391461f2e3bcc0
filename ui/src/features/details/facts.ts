/** What is known of a key, fact by fact, in words. */
import type { KeyView } from "../../ipc/client";
import { baseDate } from "../../shared/base-date";
import { t } from "../../shared/text/text.svelte";
import { placeName } from "../../shared/text/words";
import { dayMonth, daysSince, whenExact, whenShort, type WhenContext } from "../../shared/time/when";

export type Fact = { id: string; label: string; value: string; more: string; /** a person should act on it */ hot: boolean };

function age(key: KeyView, { now, stale }: WhenContext): Fact {
  const since = baseDate(key);
  const changed = since !== null && since === key.changedAt;
  const date = since === null ? "" : dayMonth(since, now);
  const more = since === null ? t("fact-first-seen", { date: dayMonth(key.firstSeen, now) })
    : !changed ? t("fact-made", { date })
    : key.changedBy === "miftah" ? t("fact-changed-here", { date }) : t("fact-changed-elsewhere", { date });
  return { id: "age", label: t("fact-age"), value: since === null ? t("when-unknown") : t("fact-days", { n: daysSince(since, now) }), more, hot: !stale && key.attention?.kind === "stale" };
}

function lastUse(key: KeyView, when: WhenContext): Fact {
  const fact = { id: "use", label: t("fact-last-use"), hot: false };
  if (key.lastUse.kind === "never") return { ...fact, value: t("when-never"), more: t("fact-use-note"), hot: !when.stale && key.attention?.kind === "never_used" };
  if (key.lastUse.kind === "unknown") return { ...fact, value: t("when-unknown"), more: t("fact-use-hidden") };
  return { ...fact, value: whenShort(key.lastUse.at, when), more: whenExact(key.lastUse.at), hot: !when.stale && key.attention?.kind === "unused" };
}

function state(key: KeyView, { now }: WhenContext): Fact {
  const fact = { id: "state", label: t("fact-state"), hot: false };
  if (key.status === "inactive") return { ...fact, value: t("switched-off"), more: key.offSince === null ? "" : t("fact-off-since", { date: dayMonth(key.offSince, now) }) };
  return { ...fact, value: key.status === "active" ? t("fact-on") : t("when-unknown"), more: "" };
}

function expiry(key: KeyView, { now, stale }: WhenContext): Fact[] {
  if (key.expiresAt === null) return [];
  const past = Date.parse(key.expiresAt) <= now;
  return [{ id: "expiry", label: past ? t("fact-expired") : t("fact-expires"), value: dayMonth(key.expiresAt, now), more: whenExact(key.expiresAt), hot: !stale && (key.attention?.kind === "expires" || key.attention?.kind === "expired") }];
}

export function factsOf(key: KeyView, when: WhenContext, keychainName: string | null): Fact[] {
  const kept: Fact = { id: "kept", label: t("fact-kept"), value: key.held ? t("fact-yes") : t("fact-no"), more: key.held ? placeName(keychainName) : "", hot: false };
  return [age(key, when), change(key, when), lastUse(key, when), state(key, when), ...expiry(key, when), kept];
}

/** When the value is to be changed, and for how long it should have been. */
function change(key: KeyView, { now, stale }: WhenContext): Fact {
  const fact = { id: "change", label: t("fact-change"), hot: false };
  if (key.changeAfterDays === 0) return { ...fact, value: t("fact-change-never"), more: "" };
  const value = t("fact-change-every", { n: key.changeAfterDays });
  const since = baseDate(key);
  if (since === null || key.status === "inactive" || stale) return { ...fact, value, more: "" };
  const left = key.changeAfterDays - daysSince(since, now);
  return left > 0 ? { ...fact, value, more: t("advice-in", { n: left }) } : { ...fact, value, more: t("advice-over", { n: -left }), hot: true };
}
