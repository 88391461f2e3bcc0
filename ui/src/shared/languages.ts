/** The languages in their own names, which no language translates. */
import type { Locale } from "../ipc/client";

export const LANGUAGES: { value: Locale; label: string; lang: Locale }[] = [
  { value: "en", label: "English", lang: "en" },
  { value: "fr", label: "Français", lang: "fr" },
  { value: "ar", label: "العربية", lang: "ar" },
];
