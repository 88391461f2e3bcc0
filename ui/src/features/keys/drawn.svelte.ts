/**
 * Which rows of the list are in the page. The first ones at once; the rest a few each frame, since a thousand rows take
 * longer to make, and to take away, than anybody waits for a keystroke. In the end all are there, for whoever walks
 * the list or searches the page.
 */
import { untrack } from "svelte";
import type { KeyView } from "../../ipc/client";
import { GROUPS, textOf, type GroupId, type Section } from "./arrange";

/** Drawn with the keystroke itself. What else the window shows follows with the next frame. */
const FIRST = 1;
/** As many as a tall window shows: a list that is not longer is drawn in one go, and they are whole from the start (near.ts). */
const SEEN = 24;
/** Milliseconds. A window that is not seen draws no frames; its list becomes whole all the same. */
const UNSEEN = 250;
/** What a frame has time for: whole rows, and rows of a name alone. */
const MADE_EACH = 12;
const FAR_EACH = 60;
/** What a keystroke has time for. */
const REMOVED_AT_ONCE = 6;
const REMOVED_EACH = 40;

/**
 * Runs once at the beginning of the frame after `frames` others, so that what it changes is laid out in that frame and by
 * no keystroke; the result calls it off.
 */
function afterFrames(frames: number, run: () => void): () => void {
  let frame = requestAnimationFrame(begins);
  const timer = setTimeout(ends, UNSEEN);
  function begins() {
    if (frames-- > 0) frame = requestAnimationFrame(begins);
    else ends();
  }
  function ends() {
    off();
    run();
  }
  function off() {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  }
  return off;
}

/** `rest` are the rows after the first that are drawn so far. */
export type DrawnSection = { group: GroupId; count: number; first: KeyView[]; rest: KeyView[] };
type Rest = { group: GroupId; key: KeyView }[];

export class Drawn {
  #drawn = $state.raw<Rest>([]);
  /** Rows that no longer belong here are being taken away; until then the rest is hidden. */
  leaving = $state(false);
  #expected: (() => void) | undefined;

  /** `keys`: how many there are, listed or not. `opened`: a row is open and must not be missing, not even for a frame. */
  constructor(readonly listed: () => Section[], readonly keys: () => number, readonly opened: () => boolean) {
    $effect.pre(() => {
      void this.#wanted;
      void this.#whole;
      untrack(() => this.#follow());
    });
    $effect(() => () => this.#expected?.());
  }

  #short = $derived.by(() => this.keys() <= SEEN);
  #whole = $derived.by(() => this.opened() || this.#short);
  #first = $derived.by(() => {
    let left = this.#short ? SEEN : FIRST;
    return this.listed().map(({ group, keys }) => {
      const first = keys.slice(0, left);
      left -= first.length;
      return { group, first };
    });
  });
  #wanted: Rest = $derived.by(() =>
    this.listed().flatMap(({ group, keys }, at) => keys.slice(this.#first[at]?.first.length ?? 0).map((key) => ({ group, key }))),
  );

  /** The same array as long as it holds the same: comparing a thousand rows with themselves takes longer than a keystroke may. */
  #rest = $derived.by(() => new Map(GROUPS.map((group) => [group, this.#drawn.filter((row) => row.group === group).map((row) => row.key)])));

  sections: DrawnSection[] = $derived.by(() =>
    GROUPS.map((group) => ({
      group,
      count: this.listed().find((section) => section.group === group)?.keys.length ?? 0,
      first: this.#first.find((section) => section.group === group)?.first ?? [],
      rest: this.#rest.get(group) ?? [],
    })).filter((section) => section.count > 0 || section.rest.length > 0),
  );
  /** Every row is in the page. */
  complete = $derived(!this.leaving && this.#drawn.length === this.#wanted.length);

  #near = $derived.by(() => new Set(this.listed().flatMap(({ keys }) => keys.slice(0, SEEN)).slice(0, SEEN).map((key) => key.id)));
  /** This row is among those that are seen without scrolling. */
  isNear(id: string): boolean {
    return this.#near.has(id);
  }

  /** Draws all that is missing at once. */
  completeNow(): void {
    this.#expected?.();
    this.#expected = undefined;
    this.leaving = false;
    this.#drawn = this.#wanted;
  }

  #follow(): void {
    if (this.#whole) return this.completeNow();
    const wanted = new Map(this.#wanted.map((row) => [row.key.id, row]));
    // A row among the first, or in another group, is another row.
    const first = new Set(this.#first.flatMap((section) => section.first.map((key) => key.id)));
    const drawn = this.#drawn.filter((row) => !first.has(row.key.id));
    const stays = (row: Rest[number]) => wanted.get(row.key.id)?.group === row.group;
    this.leaving = drawn.filter((row) => !stays(row)).length > REMOVED_AT_ONCE;
    // Else they stay as they are until the next frame; what is among the first already is hidden there.
    if (!this.leaving) {
      const kept = new Set(drawn.filter(stays).map((row) => row.key.id));
      this.#drawn = this.#wanted.filter((row) => kept.has(row.key.id));
    }
    // The first rows are painted before the next are made.
    this.#expect(1);
  }

  #expect(frames: number): void {
    if (!this.#expected && !this.complete) this.#expected = afterFrames(frames, () => this.#step());
  }

  #step(): void {
    this.#expected = undefined;
    const wanted = new Set(this.#wanted.map((row) => row.key.id));
    if (this.leaving) {
      let left = REMOVED_EACH;
      this.#drawn = this.#drawn.filter((row) => wanted.has(row.key.id) || left-- <= 0);
      this.leaving = this.#drawn.some((row) => !wanted.has(row.key.id));
      if (!this.leaving) this.#follow();
    } else {
      const there = new Set(this.#drawn.map((row) => row.key.id));
      let left = this.#drawn.length < SEEN ? MADE_EACH : FAR_EACH;
      this.#drawn = this.#wanted.filter((row) => there.has(row.key.id) || left-- > 0);
      // So that the first keystroke does not have to do it for all.
      for (const row of this.#drawn) textOf(row.key);
    }
    this.#expect(0);
  }
}
