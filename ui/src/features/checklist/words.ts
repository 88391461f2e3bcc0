/** What each line of the checklist says, and the act that helps. Pure. */
import type { ChecklistLineView, ChecklistTopic } from "../../ipc/client";
import { id, t, type MessageId } from "../../shared/text/text.svelte";

export type ActId = "rotate" | "open" | "place" | "rename" | "new" | "inbox" | "reminders";

type Words = { habit: MessageId; met: MessageId; todo: MessageId; unknown: MessageId; act: ActId | null };
const OLD = id("list-unknown-old");

const WORDS: Record<ChecklistTopic, Words> = {
  rotated: { habit: id("list-rotated"), met: id("list-rotated-met"), todo: id("list-rotated-todo"), unknown: OLD, act: "rotate" },
  no_unused: { habit: id("list-unused"), met: id("list-unused-met"), todo: id("list-unused-todo"), unknown: OLD, act: "open" },
  no_leftovers: { habit: id("list-leftovers"), met: id("list-leftovers-met"), todo: id("list-leftovers-todo"), unknown: OLD, act: "open" },
  watched: { habit: id("list-watched"), met: id("list-watched-met"), todo: id("list-watched-todo"), unknown: OLD, act: "inbox" },
  placed: { habit: id("list-placed"), met: id("list-placed-met"), todo: id("list-placed-todo"), unknown: OLD, act: "place" },
  kept: { habit: id("list-kept"), met: id("list-kept-met"), todo: id("list-kept-todo"), unknown: OLD, act: "open" },
  one_each: { habit: id("list-one-each"), met: id("list-one-each-met"), todo: id("list-one-each-todo"), unknown: OLD, act: "new" },
  named: { habit: id("list-named"), met: id("list-named-met"), todo: id("list-named-todo"), unknown: OLD, act: "rename" },
  spare: { habit: id("list-spare"), met: id("list-spare-met"), todo: id("list-spare-todo"), unknown: id("list-unknown-all"), act: "new" },
  apart: { habit: id("list-apart"), met: id("list-apart-met"), todo: id("list-apart-todo"), unknown: id("list-unknown-all"), act: "new" },
  in_keychain: { habit: id("list-keychain"), met: id("list-keychain-met"), todo: id("list-keychain-unknown"), unknown: id("list-keychain-unknown"), act: null },
  reminded: { habit: id("list-reminded"), met: id("list-reminded-met"), todo: id("list-reminded-todo"), unknown: id("list-reminded-todo"), act: "reminders" },
  not_in_code: { habit: id("list-code"), met: id("list-code-unknown"), todo: id("list-code-unknown"), unknown: id("list-code-unknown"), act: null },
  server_side: { habit: id("list-server"), met: id("list-server-unknown"), todo: id("list-server-unknown"), unknown: id("list-server-unknown"), act: null },
};

export const habit = ({ topic }: ChecklistLineView): string => t(WORDS[topic].habit);

/** `names`: the keys it is about, as one text. */
export function found({ topic, state }: ChecklistLineView, names: string, place: string): string {
  const words = WORDS[topic];
  if (state === "to_do") return t(words.todo, { names });
  return state === "met" ? t(words.met, { place }) : t(words.unknown);
}

/** Only where something is to do. Guided mode rotates on the portal, from the key's page. */
export function actOf({ topic, state }: ChecklistLineView, guided: boolean): ActId | null {
  const act = state === "to_do" ? WORDS[topic].act : null;
  return guided && act === "rotate" ? "open" : act;
}

const LABELS: Record<ActId, MessageId> = {
  rotate: id("inbox-rotate"), open: id("open-key"), place: id("place-add"), rename: id("rename"), new: id("new-key"), inbox: id("list-open-inbox"), reminders: id("list-open-reminders"),
};
export const labelOf = (act: ActId): string => t(LABELS[act]);
