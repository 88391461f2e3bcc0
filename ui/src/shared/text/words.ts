/** Words that several features need for the same thing. */
import type { Environment, KeychainView } from "../../ipc/client";
import { isolate, locale, t } from "./text.svelte";

export const envWord = (environment: Environment): string => (environment === "live" ? t("env-live") : t("env-sandbox"));

/** What the person knows the keyring as: "GNOME Keyring". */
export const placeName = (name: KeychainView["name"]): string => (name ? isolate(name) : t("keychain-generic"));

export const startOfSentence = (text: string): string => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
export const insideSentence = (text: string): string => text.charAt(0).toLocaleLowerCase(locale()) + text.slice(1);
