/** Which keys are listed, in which group and order. Pure; the words are in words.ts. */
import type { Attention, KeyView } from "../../ipc/client";
import { baseDate } from "../../shared/base-date";
import { searchable } from "../../shared/text/search";

export type Filter = "all" | "attention" | "live" | "sandbox" | "unused" | "off";
export const FILTERS: Filter[] = ["all", "attention", "live", "sandbox", "unused", "off"];
export type GroupId = "urgent" | "attention" | "rest" | "all";
/** By what needs attention, in groups; or all keys in one, in another order. */
export type Order = "attention" | "last_use" | "age" | "name";
export const ORDERS: Order[] = ["attention", "last_use", "age", "name"];
/** Where each key stands. Kept while a person works in the list, so that nothing jumps. */
export type Placement = { id: string; group: GroupId }[];
/** From the top of the list to its end. */
export const GROUPS: GroupId[] = ["urgent", "attention", "rest", "all"];
export type Section = { group: GroupId; keys: KeyView[] };

const URGENCY: Attention["kind"][] = ["replaced_elsewhere", "expired", "used_though_off", "expires", "rotation_waits", "used_again", "stale", "unused", "never_used"];

/** Real money before tests, what is switched off after what is not, then by what it needs. The lowest comes first. */
function rank(key: KeyView): number {
  const kind = key.attention ? URGENCY.indexOf(key.attention.kind) : 0;
  return (key.environment === "live" ? 0 : 200) + (key.status === "inactive" ? 100 : 0) + kind;
}

const time = (at: string | null): number => (at === null ? Number.NaN : Date.parse(at));
/** What is not known comes last, whichever way the rest runs. */
function byTime(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}
const lastUse = (key: KeyView): number => (key.lastUse.kind === "at" ? Date.parse(key.lastUse.at) : key.lastUse.kind === "never" ? 0 : Number.NaN);

const COMPARE: Record<Exclude<Order, "attention">, (a: KeyView, b: KeyView) => number> = {
  // Longest unused and oldest first: those are looked for.
  last_use: (a, b) => byTime(lastUse(a), lastUse(b)),
  age: (a, b) => byTime(time(baseDate(a)), time(baseDate(b))),
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: "base" }),
};

/** Needs-attention first, real money before tests; otherwise in DHMAD's order. Or in the order that was asked for. */
export function place(keys: KeyView[], by: Order = "attention"): Placement {
  if (by !== "attention") return [...keys].sort(COMPARE[by]).map((key) => ({ id: key.id, group: "all" }));
  const ranked = keys.map((key) => ({ placed: { id: key.id, group: groupOf(key) }, rank: rank(key) }));
  ranked.sort((a, b) => GROUPS.indexOf(a.placed.group) - GROUPS.indexOf(b.placed.group) || a.rank - b.rank);
  return ranked.map(({ placed }) => placed);
}

function groupOf(key: KeyView): GroupId {
  if (key.trouble) return key.trouble.state.kind === "unchanged" ? "attention" : "urgent";
  return key.attention || key.places.some((place) => place.needsNew) ? "attention" : "rest";
}

/** The same places for the keys that are still there; new ones join the end of their group. */
export function keepPlaces(before: Placement, keys: KeyView[], by: Order = "attention"): Placement {
  const present = new Set(keys.map((key) => key.id));
  const known = new Set(before.map((entry) => entry.id));
  const stay = before.filter((entry) => present.has(entry.id));
  const fresh = place(keys.filter((key) => !known.has(key.id)), by);
  return GROUPS.flatMap((group) => [...stay, ...fresh].filter((entry) => entry.group === group));
}

export function passes(key: KeyView, filter: Filter): boolean {
  switch (filter) {
    case "all": return true;
    case "attention": return groupOf(key) !== "rest";
    case "live":
    case "sandbox": return key.environment === filter;
    case "unused": return key.attention?.kind === "unused" || key.attention?.kind === "never_used";
    case "off": return key.status === "inactive";
  }
}

const texts = new WeakMap<KeyView, string>();
/** What is searched of a key. Made once for each: to do it at every keystroke took longer than all else. */
export function textOf(key: KeyView): string {
  let text = texts.get(key);
  if (text === undefined) {
    const places = key.places.map((place) => `${place.name} ${place.keeper ?? ""}`).join(" ");
    texts.set(key, (text = searchable(`${key.name} ${key.prefix ?? ""} ${key.tags.join(" ")} ${key.note} ${places}`)));
  }
  return text;
}

const wordsOf = (query: string): string[] => searchable(query).split(/\s+/).filter((word) => word !== "");

/** Every word of the query is in the name, the prefix, a tag, the note, a place or a keeper, accents and case aside. */
export const matches = (key: KeyView, query: string): boolean => has(key, wordsOf(query));
const has = (key: KeyView, words: string[]): boolean => words.every((word) => textOf(key).includes(word));

/** What is listed. A pinned key stays whatever the filter says: its row is open, and regenerating may change what it passes. */
export function sections(placement: Placement, keys: KeyView[], filter: Filter, query: string, pinned: string | null = null): Section[] {
  const byId = new Map(keys.map((key) => [key.id, key]));
  const words = wordsOf(query);
  const found: Section[] = [];
  for (const { id, group } of placement) {
    const key = byId.get(id);
    if (!key || (id !== pinned && !(passes(key, filter) && has(key, words)))) continue;
    const last = found.at(-1);
    if (last?.group === group) last.keys.push(key);
    else found.push({ group, keys: [key] });
  }
  return found;
}
