/** The year of a key's use as bars: which part of each is seen in use, and which nobody looked into. Pure. */
import type { UsageView, UsageWeekView } from "../../ipc/client";
import { t } from "../../shared/text/text.svelte";
import { monthYear } from "../../shared/time/when";

const WEEK = 7;
export type Bar = { from: string; /** 0 to 1 */ used: number; unchecked: number; /** Miftah had not looked at all yet */ before: boolean };

/** A part of a week at either end is as high as a whole one. */
const part = (days: number, { used, quiet, unchecked }: UsageWeekView): number => days / Math.max(1, Math.min(WEEK, used + quiet + unchecked));

const isBefore = (week: UsageWeekView, since: string | null): boolean => since === null || Date.parse(`${week.to}T23:59:59Z`) < Date.parse(since);

export const bars = ({ weeks, since }: UsageView): Bar[] => weeks.map((week) => ({ from: week.from, used: part(week.used, week), unchecked: part(week.unchecked, week), before: isBefore(week, since) }));

/** The weeks that there is something to say of, the newest first. */
export const looked = ({ weeks, since }: UsageView): UsageWeekView[] => weeks.filter((week) => !isBefore(week, since)).reverse();

/** The months below the bars, from the oldest to the newest. */
export const axis = ({ weeks }: UsageView): string[] => [0, 0.25, 0.5, 0.75].flatMap((share) => weeks[Math.floor((weeks.length - 1) * share)]?.from ?? []).map(monthYear);

/** The same in one sentence. */
export function summary(view: UsageView): string {
  const weeks = looked(view);
  if (weeks.length === 0) return t("usage-none");
  const sum = (days: (week: UsageWeekView) => number) => weeks.reduce((total, week) => total + days(week), 0);
  const [used, unchecked] = [sum((week) => week.used), sum((week) => week.unchecked)];
  return unchecked > 0 ? t("usage-summary-gaps", { n: used, of: used + sum((week) => week.quiet), gaps: unchecked }) : t("usage-summary", { n: used, of: used + sum((week) => week.quiet) });
}
