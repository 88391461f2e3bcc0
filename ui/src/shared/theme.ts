/** Puts the chosen appearance on the root; "system" follows the system while the window is open. */
import type { Theme } from "../ipc/client";

const dark = () => window.matchMedia?.("(prefers-color-scheme: dark)");
let chosen: Theme = "system";

function paint(): void {
  const isDark = chosen === "dark" || (chosen === "system" && dark()?.matches === true);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}

export function applyTheme(theme: Theme): void {
  chosen = theme;
  paint();
}

/** Returns what stops it. */
export function followSystemTheme(): () => void {
  const media = dark();
  media?.addEventListener("change", paint);
  return () => media?.removeEventListener("change", paint);
}
