/** What the line of updates says. Pure. */
import type { UpdateView } from "../../ipc/client";
import { id, t, type MessageId } from "../../shared/text/text.svelte";
import { sinceExact, whenShort } from "../../shared/time/when";

const PROBLEMS: Record<NonNullable<UpdateView["problem"]>, MessageId> = {
  unreachable: id("update-unreachable"),
  refused: id("update-refused"),
  not_kept: id("update-not-kept"),
};

/** How far a newer version is, or that there is none. */
export function standing(view: UpdateView): string {
  if (view.by === "nobody") return t("update-nobody");
  const found = view.found;
  if (!found) return view.problem ? t(PROBLEMS[view.problem]) : "";
  if (found.stage === "told") return t("update-told", { version: found.version });
  if (found.stage === "downloading") return t("update-downloading", { version: found.version });
  if (found.stage === "in_place") return t("update-in-place", { version: found.version });
  if (found.waits) return t("update-waits", { version: found.version });
  return t("update-ready", { version: found.version });
}

/** When the server of the releases was last heard. */
export function heard(view: UpdateView, now: number): string {
  if (view.by === "nobody") return "";
  if (!view.checkedAt) return t("checked-never");
  if (view.stale) return t("not-checked-since", { when: sinceExact(view.checkedAt, now) });
  return t("checked", { when: whenShort(view.checkedAt, { now, stale: false }) });
}
