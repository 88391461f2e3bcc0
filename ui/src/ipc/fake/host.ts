/**
 * The host of a fake build: a world chosen by the address, then the buttons that lead to its picture.
 * Not in a normal build: only `--mode fake` resolves `$host` to this file.
 */
import type { Locale, Theme } from "../client";
import { setLocale, t } from "../../shared/text/text.svelte";
import { FakeHost } from "./fake";
import { SCENARIOS, type Press } from "./scenarios";

const query = new URLSearchParams(location.search);
const scenario = (SCENARIOS[query.get("fake") ?? ""] ?? SCENARIOS.live)?.() ?? { world: {} };

export const host = new FakeHost({ latency: 20, ...scenario.world });
host.world.app = { ...host.world.app, locale: (query.get("lang") ?? "en") as Locale, theme: (query.get("theme") ?? "light") as Theme };
setLocale(host.world.app.locale);

function press({ row, item, button, shortcut }: Press): void {
  const focused = row || item ? document.querySelector<HTMLElement>(row ? `[data-row="${row}"]` : `[data-item="${item}"]`) : (document.activeElement as HTMLElement | null);
  if (row || item) focused?.focus();
  if (shortcut === "menu") focused?.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
  else if (shortcut?.startsWith("search:") || shortcut?.startsWith("type:")) {
    const field = document.querySelector<HTMLInputElement>("input");
    if (field) field.value = shortcut.slice(shortcut.indexOf(":") + 1);
    field?.dispatchEvent(new Event("input", { bubbles: true }));
    const second = document.querySelector<HTMLInputElement>("input[type=password]");
    if (second) second.value = "wrong";
  } else if (shortcut) focused?.dispatchEvent(new KeyboardEvent("keydown", { key: shortcut, bubbles: true, cancelable: true }));
  if (button) {
    const label = t(button);
    const found = [...document.querySelectorAll<HTMLElement>(".open button"), ...document.querySelectorAll<HTMLElement>("button, [role=tab], [role=menuitem]")].find((one) => one.textContent?.includes(label) || one.getAttribute("aria-label") === label);
    // A menu's button opens by the pointer.
    if (found?.getAttribute("aria-haspopup") === "menu" && found.closest("article")) found.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType: "mouse", button: 0 }));
    else found?.click();
    if (found?.getAttribute("role") === "menuitem") {
      for (const type of ["pointerdown", "pointerup"]) found.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: "mouse", button: 0 }));
    }
  }
}

let at = 600;
for (const one of scenario.press ?? []) {
  at += one.wait ?? 60;
  setTimeout(() => press(one), at);
}
