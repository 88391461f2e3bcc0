/** What a screen reader is told. One for each window; shown by ui/LiveRegions.svelte. */
import { getContext, setContext } from "svelte";

export type Manners = "polite" | "assertive";

export class Announcer {
  polite = $state("");
  assertive = $state("");

  say(text: string, manners: Manners = "polite"): void {
    // The same words twice must still be a change, or nobody hears the second time.
    this[manners] = this[manners] === text ? `${text}\u200B` : text;
  }
}

const KEY = Symbol("announcer");
export const provideAnnouncer = (announcer: Announcer): Announcer => setContext(KEY, announcer);
export const useAnnouncer = (): Announcer => getContext<Announcer>(KEY);
