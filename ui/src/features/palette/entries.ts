/** What the palette offers, and which of it a query finds. Pure: running it is the window's. */
import type { KeyView } from "../../ipc/client";
import { searchable } from "../../shared/text/search";
import { isolate, t } from "../../shared/text/text.svelte";
import { cantTimeOff } from "../../shared/timed-off";

export type KeyAct = "details" | "copy" | "copy_env" | "copy_header" | "check" | "delete" | "leaked" | "regenerate" | "rotate" | "why" | "rename" | "places" | "turn_off" | "turn_on" | "off_for" | "keep_off";
export type WindowAct = "new_key" | "diagnose" | "keys" | "inbox" | "rotations" | "checklist" | "settings" | "reminders" | "portal" | "clear" | "check";
export type Entry = { id: string; label: string; act: { kind: "window"; act: WindowAct } | { kind: "key"; act: KeyAct; keyId: string } };

/** More would not be read. */
const MOST = 9;

function ofWindow(guided: boolean): Entry[] {
  const entry = (act: WindowAct, label: string): Entry => ({ id: act, label, act: { kind: "window", act } });
  return [
    entry("new_key", t("new-key")),
    entry("check", t("palette-check")), entry("diagnose", t("diag-look")), entry("clear", t("palette-clear")), entry("keys", t("nav-keys")),
    entry("inbox", t("nav-inbox")),
    ...(guided ? [] : [entry("rotations", t("nav-rotations"))]),
    entry("checklist", t("checklist-title")), entry("reminders", t("settings-reminders")),
    entry("settings", t("nav-settings")), entry("portal", t("open-portal")),
  ];
}

/** What can be done with a key now; what can't is not offered here, the row's menu says why. */
function ofKey(key: KeyView, guided: boolean): Entry[] {
  const name = isolate(key.name);
  const entry = (act: KeyAct, label: string): Entry => ({ id: `${act}:${key.id}`, label, act: { kind: "key", act, keyId: key.id } });
  const free = !key.trouble && !key.rotation && !key.successorIn;
  return [
    ...(key.held ? [entry("copy", t("palette-copy", { name })), entry("copy_env", t("palette-copy-env", { name })), entry("copy_header", t("palette-copy-header", { name }))] : []),
    entry("regenerate", t("palette-regenerate", { name })),
    entry("details", t("palette-details", { name })),
    ...(!guided && free && key.status !== "inactive" ? [entry("rotate", t("palette-rotate", { name }))] : []),
    ...(key.held ? [entry("why", t("palette-why", { name }))] : []),
    ...(guided || free ? [entry("rename", t("palette-rename", { name }))] : []),
    entry("places", t("palette-places", { name })),
    ...(free ? [key.status === "inactive" ? entry("turn_on", t("palette-turn-on", { name })) : entry("turn_off", t("palette-turn-off", { name }))] : []),
    ...(!guided && free && cantTimeOff(key, Date.now()) === "" ? [entry("off_for", t("palette-off-for", { name }))] : []),
    ...(key.backOnAt !== null && key.status === "inactive" ? [entry("keep_off", t("palette-keep-off", { name }))] : []),
    ...(guided && key.held && !key.tested ? [entry("check", t("palette-check-key", { name }))] : []),
    ...(free && key.removal.kind === "now" ? [entry("delete", t("palette-delete", { name }))] : []),
    entry("leaked", t("palette-leaked", { name })),
  ];
}

/** Every word of the query begins a word of the label: "regenerate prod" finds "Regenerate Production shop". */
export function find(query: string, keys: KeyView[], guided: boolean): Entry[] {
  const words = searchable(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return ofWindow(guided);
  const fits = ({ label }: Entry) => {
    const parts = searchable(label).replace(/[\u2066-\u2069]/gu, "").split(/[\s“”«»()]+/u);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  const found: Entry[] = ofWindow(guided).filter(fits);
  for (const key of keys) {
    if (found.length >= MOST) break;
    found.push(...ofKey(key, guided).filter(fits));
  }
  return found.slice(0, MOST);
}
