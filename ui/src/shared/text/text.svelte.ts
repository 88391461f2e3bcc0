/**
 * The words of the windows: one Fluent bundle for each language, and `t`, which reads the current one and follows it.
 * Not here: dates (shared/time), which failure has which words (shared/errors).
 */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Locale } from "../../ipc/client";
import ar from "../../../locales/ar/ui.ftl?raw";
import en from "../../../locales/en/ui.ftl?raw";
import fr from "../../../locales/fr/ui.ftl?raw";

/** A message of ui.ftl. Always written as a literal, inside `t("…")` or `id("…")`, so that a test can find it. */
export type MessageId = string & { readonly message?: never };
export type Args = Record<string, FluentVariable>;

const SOURCES: Record<Locale, string> = { en, fr, ar };
// Tunisian Arabic: its months are أوت and سبتمبر, and its digits 0-9.
export const INTL: Record<Locale, string> = { en: "en-GB", fr: "fr-FR", ar: "ar-TN-u-nu-latn" };
export const LOCALES: Locale[] = ["en", "fr", "ar"];

const bundles = new Map<Locale, FluentBundle>();
let current = $state<Locale>("en");

function bundle(of: Locale): FluentBundle {
  let found = bundles.get(of);
  if (!found) {
    // Isolation is put around names and key text only: numbers and dates are in the page's own language.
    found = new FluentBundle(INTL[of], { useIsolating: false });
    found.addResource(new FluentResource(SOURCES[of]));
    bundles.set(of, found);
  }
  return found;
}

export const locale = (): Locale => current;
export const direction = (): "ltr" | "rtl" => (current === "ar" ? "rtl" : "ltr");

/** Changes the language of the window at once. */
export function setLocale(next: Locale): void {
  current = next;
  document.documentElement.lang = next;
  document.documentElement.dir = direction();
}

export const id = (message: MessageId): MessageId => message;

export function t(message: MessageId, args?: Args): string {
  const found = bundle(current);
  const pattern = found.getMessage(message)?.value;
  if (!pattern) return message;
  return found.formatPattern(pattern, args ?? null, []);
}

// First strong isolate, and its end; as code points, since invisible characters have no place in a source.
const [ISOLATE, END] = [String.fromCodePoint(0x2068), String.fromCodePoint(0x2069)];
/** A name inside a sentence: its own direction does not disturb the words around it. */
export const isolate = (name: string): string => ISOLATE + name + END;
