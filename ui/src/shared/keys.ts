/** Shortcuts: what a key press means, and how it is written on this system. */
const isMac = /Mac/.test(navigator.platform ?? "");

/** Ctrl, or ⌘ on a Mac. */
export const withCommand = (event: KeyboardEvent): boolean => (isMac ? event.metaKey : event.ctrlKey) && !event.altKey;
export const plain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey;
export const commandName = (ctrl: string): string => (isMac ? "⌘" : ctrl);

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, [contenteditable], [role=menu], [role=dialog], [role=alertdialog]") !== null;
}
