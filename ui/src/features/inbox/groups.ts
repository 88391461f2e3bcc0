/** In which group and order items stand. Pure; the words are in words.ts. */
import type { InboxItemView } from "../../ipc/client";
import { daysSince } from "../../shared/time/when";

/** `then`: by data that is too old to alarm anybody. */
export type GroupId = "now" | "week" | "earlier" | "then";
export const GROUPS: GroupId[] = ["now", "week", "earlier", "then"];
export type Placed = { id: string; group: GroupId; item: InboxItemView };

/** A key is once at most in the inbox for one reason. */
export const idOf = ({ keyId, kind }: Pick<InboxItemView, "keyId" | "kind">): string => `${kind}-${keyId}`;

/** What matters comes first, however long it has been due. */
function groupOf(item: InboxItemView, now: number): GroupId {
  if (item.old) return "then";
  if (item.severity !== "notice") return "now";
  return daysSince(item.due, now) < 7 ? "week" : "earlier";
}

const inOrder = (items: Placed[]): Placed[] => GROUPS.flatMap((group) => items.filter((one) => one.group === group));

export const place = (open: InboxItemView[], now: number): Placed[] => inOrder(open.map((item) => ({ id: idOf(item), group: groupOf(item, now), item })));

/** The same places for what is still there or stays as a line; what is new joins the end of its group. */
export function keepPlaces(before: Placed[], open: InboxItemView[], stays: (id: string) => boolean, now: number): Placed[] {
  const present = new Map(open.map((item) => [idOf(item), item]));
  const known = new Set(before.map(({ id }) => id));
  const kept = before.filter(({ id }) => present.has(id) || stays(id)).map((one) => ({ ...one, item: present.get(one.id) ?? one.item }));
  return inOrder([...kept, ...place(open, now).filter(({ id }) => !known.has(id))]);
}
