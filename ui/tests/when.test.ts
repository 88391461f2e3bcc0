import { beforeEach, describe, expect, it } from "vitest";
import type { Locale } from "../src/ipc/client";
import { setLocale } from "../src/shared/text/text.svelte";
import { clockTime, daysSince, sinceDay, sinceExact, whenExact, whenShort } from "../src/shared/time/when";

// Thursday 22 October 2026, 14:02 in Tunis.
const now = Date.parse("2026-10-22T13:02:00Z");
const short = (at: string, stale = false) => whenShort(at, { now, stale });

const TABLE: [string, Record<Locale, string>, Record<Locale, string>][] = [
  // at, fresh, stale
  ["2026-10-22T13:01:40Z", { en: "just now", fr: "à l’instant", ar: "الآن" }, { en: "Thu 14:01", fr: "jeu. 14:01", ar: "الخميس 14:01" }],
  ["2026-10-22T13:01:00Z", { en: "1 min ago", fr: "il y a 1 min", ar: "قبل دقيقة" }, { en: "Thu 14:01", fr: "jeu. 14:01", ar: "الخميس 14:01" }],
  ["2026-10-22T12:58:00Z", { en: "4 min ago", fr: "il y a 4 min", ar: "قبل 4 دقائق" }, { en: "Thu 13:58", fr: "jeu. 13:58", ar: "الخميس 13:58" }],
  ["2026-10-22T12:03:00Z", { en: "59 min ago", fr: "il y a 59 min", ar: "قبل 59 دقيقة" }, { en: "Thu 13:03", fr: "jeu. 13:03", ar: "الخميس 13:03" }],
  ["2026-10-22T10:20:00Z", { en: "11:20", fr: "11:20", ar: "11:20" }, { en: "Thu 11:20", fr: "jeu. 11:20", ar: "الخميس 11:20" }],
  ["2026-10-21T22:30:00Z", { en: "yesterday", fr: "hier", ar: "أمس" }, { en: "Wed 23:30", fr: "mer. 23:30", ar: "الأربعاء 23:30" }],
  ["2026-10-20T18:04:00Z", { en: "Tue 19:04", fr: "mar. 19:04", ar: "الثلاثاء 19:04" }, { en: "Tue 19:04", fr: "mar. 19:04", ar: "الثلاثاء 19:04" }],
  ["2026-10-15T08:00:00Z", { en: "15 Oct", fr: "15 oct.", ar: "15 أكتوبر" }, { en: "15 Oct", fr: "15 oct.", ar: "15 أكتوبر" }],
  ["2026-08-22T08:00:00Z", { en: "22 Aug", fr: "22 août", ar: "22 أوت" }, { en: "22 Aug", fr: "22 août", ar: "22 أوت" }],
  ["2026-09-09T08:00:00Z", { en: "9 Sep", fr: "9 sept.", ar: "9 سبتمبر" }, { en: "9 Sep", fr: "9 sept.", ar: "9 سبتمبر" }],
  ["2025-08-22T08:00:00Z", { en: "22 Aug 2025", fr: "22 août 2025", ar: "22 أوت 2025" }, { en: "22 Aug 2025", fr: "22 août 2025", ar: "22 أوت 2025" }],
  ["2026-11-03T08:00:00Z", { en: "3 Nov", fr: "3 nov.", ar: "3 نوفمبر" }, { en: "3 Nov", fr: "3 nov.", ar: "3 نوفمبر" }],
];

describe.each(["en", "fr", "ar"] as const)("dates in %s", (locale) => {
  beforeEach(() => setLocale(locale));

  it.each(TABLE)("%s", (at, fresh, stale) => {
    expect(short(at)).toBe(fresh[locale]);
    expect(short(at, true)).toBe(stale[locale]);
  });
});

it("the exact date has the day, the year and the time, with digits 0-9", () => {
  const at = "2026-08-22T08:14:00Z";
  expect(whenExact(at)).toMatch(/^Saturday,? 22 August 2026 at 09:14$/);
  setLocale("fr");
  expect(whenExact(at)).toMatch(/samedi 22 août 2026.*09:14/);
  setLocale("ar");
  expect(whenExact(at)).toMatch(/22 أوت 2026/);
  expect(whenExact(at)).not.toMatch(/[٠-٩]/);
});

it("old data is dated by its day, never by today", () => {
  expect(sinceExact("2026-10-20T15:40:00Z", now)).toBe("Tuesday 16:40");
  expect(sinceDay("2026-10-20T15:40:00Z", now)).toBe("Tuesday");
  expect(sinceDay("2026-10-01T15:40:00Z", now)).toBe("1 Oct");
});

it("a date that is none is not known", () => {
  expect(short("tomorrow")).toBe("not known");
});

it("midnight is 00:00 and days are whole", () => {
  expect(clockTime("2026-10-21T23:00:00Z")).toBe("00:00");
  expect(daysSince("2026-10-21T13:03:00Z", now)).toBe(0);
  expect(daysSince("2026-08-22T08:00:00Z", now)).toBe(61);
});
