/** When something about one key is worth a word: what can be chosen, in words. */
import { t } from "./text/text.svelte";

/** As for every key of its environment, among numbers of days. 0 is never. */
export const NO_ADVICE = -1;
const CHOICES = [7, 14, 30, 45, 60, 90, 180, 365];

/** `usual`: the environment's rule, null for never, undefined where it is not known. `present` is in it, whatever it is. */
export function ruleOptions(usual: number | null | undefined, present: number | null): { value: number; label: string }[] {
  const asUsual = usual === undefined ? t("rule-usual") : usual === null ? t("rule-usual-never") : t("rule-usual-days", { n: usual });
  const days = [...new Set([...CHOICES, ...(present ? [present] : [])])].sort((a, b) => a - b);
  return [{ value: NO_ADVICE, label: asUsual }, ...days.map((n) => ({ value: n, label: t("rule-days", { n }) })), { value: 0, label: t("days-never") }];
}
