/** After how long a key's value should be changed: what can be chosen, in words. */
import { t } from "./text/text.svelte";

/** 0 is never. 90 days is what DHMAD's guide advises. */
export const USUAL = 90;
const CHOICES = [30, 60, USUAL, 180, 365, 0];

const words = (days: number) => (days === 0 ? t("advice-never") : days === USUAL ? t("advice-usual", { n: days }) : t("advice-after", { n: days }));

/** With the present one, should it be none of them. */
export function adviceOptions(present: number): { value: number; label: string }[] {
  const all = CHOICES.includes(present) ? CHOICES : [...CHOICES, present];
  return all.map((value) => ({ value, label: words(value) }));
}
