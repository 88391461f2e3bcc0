/** What a trouble says: first what happened, then what it means, then what to do. */
import type { TroubleView } from "../../ipc/client";
import { tell } from "../../shared/errors/presentation";
import { t } from "../../shared/text/text.svelte";
import { clockTime } from "../../shared/time/when";

export type TroubleWords = { title: string; text: string; bad: boolean };

export function troubleWords({ since, sentAt, state }: TroubleView): TroubleWords {
  const time = clockTime(sentAt ?? since);
  switch (state.kind) {
    case "resolving": return { title: t("trouble-resolving-title"), text: t("trouble-resolving-text"), bad: false };
    case "waiting": {
      const told = tell(state.error);
      return { title: t("trouble-waiting-title"), text: `${told.happened} ${told.todo} ${t("trouble-waiting-text")}`, bad: false };
    }
    case "unchanged": return { title: t("trouble-unchanged-title"), text: t("trouble-unchanged-text"), bad: false };
    case "lost": return state.someoneUses
      ? { title: t("lost-used-title"), text: t("lost-used-text"), bad: true }
      : { title: t("lost-title"), text: t("lost-text", { time }), bad: true };
    case "replaced": return { title: t("replaced-title"), text: t("replaced-text"), bad: true };
    case "orphan": return { title: t("orphan-title"), text: t("orphan-text", { time }), bad: false };
    case "in_memory": {
      const why = state.error ? `${tell(state.error).happened} ` : "";
      return { title: t("in-memory-title"), text: `${why}${t("in-memory-text")}`, bad: false };
    }
    case "sealed": {
      const why = state.error ? `${tell(state.error).happened} ` : "";
      return { title: t("sealed-title"), text: `${why}${t("sealed-text")}`, bad: false };
    }
  }
}

/** The same for a key that is only being made: no row stands for it yet. */
export function makingWords(trouble: TroubleView): TroubleWords {
  const { since, sentAt, state } = trouble;
  const time = clockTime(sentAt ?? since);
  switch (state.kind) {
    case "resolving": return { title: t("making-resolving"), text: t("making-resolving-text", { time }), bad: false };
    case "waiting": {
      const told = tell(state.error);
      return { title: t("making-waiting"), text: `${told.happened} ${told.todo} ${t("trouble-waiting-text")}`, bad: false };
    }
    case "unchanged": return { title: t("making-unchanged"), text: t("making-unchanged-text"), bad: false };
    default: return troubleWords(trouble);
  }
}
