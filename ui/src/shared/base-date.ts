import type { KeyView } from "../ipc/client";

/** The moment a key's age counts from: its creation or the last change that Miftah knows of. */
export function baseDate(key: KeyView): string | null {
  const [created, changed] = [key.createdAt, key.changedAt];
  if (created === null || changed === null) return created ?? changed;
  return Date.parse(changed) > Date.parse(created) ? changed : created;
}
