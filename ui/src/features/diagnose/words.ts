/** What a diagnosis says: what it is, what it means, what was checked, and the one next step. Pure. */
import type { DiagnosisView, KeyView } from "../../ipc/client";
import { tell } from "../../shared/errors/presentation";
import { id, isolate, t, type MessageId } from "../../shared/text/text.svelte";
import { envWord } from "../../shared/text/words";
import { clockTime, dayMonth } from "../../shared/time/when";

/** What the person can do about it, as a button. */
export type Step = "mend" | "copy" | "turn_on" | "regenerate" | "portal" | "again" | "another" | null;
export type Tone = "ok" | "bad" | "attn";
export type Verdict = { tone: Tone; title: string; text: string; step: Step };
export type Check = { what: string; found: string; tone: Tone | "none" };

const EXTRAS: Record<DiagnosisView["extras"][number], MessageId> = {
  spaces: id("extra-spaces"), line_breaks: id("extra-line-breaks"), invisible: id("extra-invisible"),
  quotes: id("extra-quotes"), variable_name: id("extra-variable"), header_name: id("extra-header"),
};
const PROVIDERS = { stripe: "Stripe", git_hub: "GitHub", aws: "AWS", google: "Google", slack: "Slack" } as const;

const extrasOf = ({ extras }: DiagnosisView): string => extras.map((extra) => t(EXTRAS[extra])).join(t("list-comma"));

/** `key` is the one that the value is or was of, if it is in the list. */
export function verdict(found: DiagnosisView, key: KeyView | undefined, now: number): Verdict {
  const name = isolate(found.keyName ?? "");
  const { cause } = found;
  const bad = (title: string, text: string, step: Step): Verdict => ({ tone: "bad", title, text, step });
  const when = (at: string) => (dayMonth(at, now) === dayMonth(new Date(now).toISOString(), now) ? t("today-at", { time: clockTime(at) }) : dayMonth(at, now));
  switch (cause.kind) {
    case "works":
      if (found.extras.length > 0) return { tone: "attn", title: t("diag-extras"), text: t("diag-extras-text", { extras: extrasOf(found) }), step: found.fromClipboard ? "mend" : null };
      return { tone: "ok", title: found.keyName ? t("diag-works", { name }) : t("diag-works-unnamed"), text: found.environment === "sandbox" ? t("diag-works-sandbox") : t("diag-works-live"), step: null };
    case "not_a_key": return bad(t("diag-no-key"), t("diag-no-key-text"), "another");
    case "foreign": return bad(t("diag-foreign", { provider: PROVIDERS[cause.provider] }), cause.provider === "stripe" ? t("diag-stripe-text") : t("diag-foreign-text"), "portal");
    case "length": return bad(cause.characters < 64 ? t("diag-short") : t("diag-long"), t("diag-length-text", { n: cause.characters }), "another");
    case "not_hex": return bad(cause.looksAlike ? t("diag-alike") : t("diag-not-hex"), cause.looksAlike ? t("diag-alike-text") : t("diag-not-hex-text"), "another");
    case "switched_off": return bad(t("diag-off", { name }), t("diag-off-text"), "turn_on");
    case "expired": return bad(t("diag-expired", { name, when: when(cause.at) }), t("diag-expired-text"), "portal");
    case "regenerated": return bad(t("diag-old", { name }), cause.at ? t("diag-old-text", { when: when(cause.at) }) : t("diag-old-text-unknown"), key?.held ? "copy" : "regenerate");
    case "not_listed": return bad(t("diag-not-listed"), t("diag-not-listed-text"), "portal");
    case "not_yet": return { tone: "attn", title: t("diag-not-yet"), text: t("diag-not-yet-text"), step: "again" };
    case "refused": return bad(found.keyName ? t("diag-refused-named", { name }) : t("diag-refused"), t("diag-refused-text"), "portal");
    case "not_associated": return bad(t("diag-not-associated"), t("diag-not-associated-text"), "portal");
    case "no_answer": {
      const told = tell(cause.error);
      return { tone: "attn", title: t("diag-no-answer"), text: `${told.happened} ${told.todo}`, step: "again" };
    }
  }
}

const FLAWED = new Set(["not_a_key", "foreign", "length", "not_hex"]);

/** What was looked at, in the order it was looked at. */
export function checks(found: DiagnosisView): Check[] {
  const { cause, environment } = found;
  const whole = !FLAWED.has(cause.kind);
  const shape: Check = whole
    ? { what: t("check-shape"), found: found.extras.length > 0 ? t("check-shape-extras", { extras: extrasOf(found) }) : t("check-shape-whole"), tone: found.extras.length > 0 ? "attn" : "ok" }
    : { what: t("check-shape"), found: t("check-shape-flawed"), tone: "bad" };
  const env: Check = environment ? { what: t("check-env"), found: t("check-env-sent", { env: envWord(environment) }), tone: "ok" } : { what: t("check-env"), found: t("check-not-reached"), tone: "none" };
  const answer: Check = !whole ? { what: t("check-answer"), found: t("check-not-asked"), tone: "none" }
    : cause.kind === "works" ? { what: t("check-answer"), found: t("check-accepted"), tone: "ok" }
    : cause.kind === "no_answer" ? { what: t("check-answer"), found: t("check-no-answer"), tone: "attn" }
    : { what: t("check-answer"), found: cause.kind === "not_associated" ? t("check-refused-account") : t("check-refused"), tone: "bad" };
  const known: Check = found.keyName ? { what: t("check-known"), found: cause.kind === "regenerated" ? t("check-known-old", { name: isolate(found.keyName) }) : t("check-known-is", { name: isolate(found.keyName) }), tone: cause.kind === "regenerated" ? "bad" : "ok" }
    : { what: t("check-known"), found: whole ? t("check-known-not") : t("check-not-reached"), tone: "none" };
  return [shape, env, answer, known];
}
