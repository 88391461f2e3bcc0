/**
 * Dates as people say them: relative while fresh, absolute once older than an hour, the exact one for the tooltip.
 * Not here: the clock that makes them move (clock.svelte.ts).
 */
import { INTL, locale, t } from "../text/text.svelte";

const MINUTE = 60_000;
const DAY = 86_400_000;

export type WhenContext = { now: number; /** old data: no word that depends on today */ stale: boolean };

const formats = new Map<string, Intl.DateTimeFormat>();
/** Made once: making one takes longer than drawing a row, and each row needs several. */
function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language} ${JSON.stringify(options)}`;
  let found = formats.get(name);
  if (!found) formats.set(name, (found = new Intl.DateTimeFormat(language, options)));
  return found;
}
const intl = (options: Intl.DateTimeFormatOptions, at: Date) => formatOf(INTL[locale()], options).format(at);

// British English writes "Sept", which is neither three letters nor the month.
const month = (at: Date, style: "short" | "long") =>
  locale() === "en" ? formatOf("en-US", { month: style }).format(at) : intl({ month: style }, at);
const weekday = (at: Date, style: "short" | "long") => intl({ weekday: style }, at);

const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate());
// Noon to noon, so that a day of 23 or 25 hours still counts as one.
const daysBetween = (from: Date, to: Date) => Math.round((midnight(to).getTime() - midnight(from).getTime()) / DAY);

/** "14:02" */
export const clockTime = (at: string): string => intl({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, new Date(at));

/** "22 Aug", with the year when it is another one. */
export function dayMonth(at: string, now: number): string {
  const date = new Date(at);
  const day = `${date.getDate()} ${month(date, "short")}`;
  return date.getFullYear() === new Date(now).getFullYear() ? day : `${day} ${date.getFullYear()}`;
}

/** The short form of a list: "4 min ago", "11:20", "yesterday", "Wed 19:04", "22 Aug". */
export function whenShort(at: string, { now, stale }: WhenContext): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return t("when-unknown");
  const age = now - date.getTime();
  const days = daysBetween(date, new Date(now));
  if (age < -MINUTE || days > 6) return dayMonth(at, now);
  if (stale) return t("when-day-time", { day: weekday(date, "short"), time: clockTime(at) });
  if (age < MINUTE) return t("when-now");
  if (age < 60 * MINUTE) return t("when-minutes", { n: Math.floor(age / MINUTE) });
  if (days === 0) return clockTime(at);
  if (days === 1) return t("when-yesterday");
  return t("when-day-time", { day: weekday(date, "short"), time: clockTime(at) });
}

/** The full one, for tooltips and for speech: "Saturday 22 August 2026 at 09:14". */
export function whenExact(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? t("when-unknown") : intl({ dateStyle: "full", timeStyle: "short" }, date);
}

/** For speech in a row: "22 August". */
export function dayMonthLong(at: string, now: number): string {
  const date = new Date(at);
  const day = `${date.getDate()} ${month(date, "long")}`;
  return date.getFullYear() === new Date(now).getFullYear() ? day : `${day} ${date.getFullYear()}`;
}

/** When old data was true: "Tuesday 16:40" within the week, "22 Aug 16:40" before. */
export function sinceExact(at: string, now: number): string {
  return t("when-day-time", { day: sinceDay(at, now), time: clockTime(at) });
}

/** The day of old data: "Tuesday" within the week, "22 Aug" before. */
export function sinceDay(at: string, now: number): string {
  const date = new Date(at);
  return daysBetween(date, new Date(now)) > 6 ? dayMonth(at, now) : weekday(date, "long");
}

/** The day inside a sentence: "today", "yesterday", "on Wednesday", "on 22 Aug". Old data has no today. */
export function onDay(at: string, { now, stale }: WhenContext): string {
  const date = new Date(at);
  const days = daysBetween(date, new Date(now));
  if (!(days >= 0 && days <= 6)) return t("on-date", { date: dayMonth(at, now) });
  if (!stale && days === 0) return t("on-today");
  if (!stale && days === 1) return t("when-yesterday");
  return t("on-weekday", { day: weekday(date, "long") });
}

/** A moment to come: "14:32" today, "Fri 09:00" within the week, "29 Oct" after. */
export function ahead(at: string, now: number): string {
  const date = new Date(at);
  const days = daysBetween(new Date(now), date);
  if (days <= 0) return clockTime(at);
  return days > 6 ? dayMonth(at, now) : t("when-day-time", { day: weekday(date, "short"), time: clockTime(at) });
}

export const weekdayShort = (at: string): string => weekday(new Date(at), "short");

/** "Mon 23 Nov" */
export const whenDay = (at: string, now: number): string => t("when-day-time", { day: weekdayShort(at), time: dayMonth(at, now) });

/** "09:00", from minutes after midnight. */
export const timeOfDay = (minutes: number): string => intl({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, new Date(2026, 0, 1, 0, minutes));

/** "Oct 2026" */
export function monthYear(at: string): string {
  const date = new Date(at);
  return `${month(date, "short")} ${date.getFullYear()}`;
}

/** Whole days from a date to now, for "12 days old". */
export const daysSince = (at: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(at)) / DAY));

/** A span in its largest fitting unit: "40 minutes", "5 hours", "3 days". */
export function span(minutes: number): string {
  const [value, unit] = minutes < 60 || (minutes < 120 && minutes % 60 > 0) ? [minutes, "minute"] : minutes < 48 * 60 ? [minutes / 60, "hour"] : [minutes / 1440, "day"];
  return new Intl.NumberFormat(INTL[locale()], { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 }).format(value);
}
