/** Why a key needs attention, in words and as a sign. The same wherever it is said. */
import type { Attention } from "../ipc/client";
import { t } from "./text/text.svelte";
import { dayMonth, onDay, type WhenContext } from "./time/when";
import type { Glyph } from "./ui/glyphs";

export type Sign = Extract<Glyph, "again" | "clock" | "moon" | "hourglass" | "elsewhere" | "rotating">;

const SIGNS: Record<Attention["kind"], Sign> = {
  never_used: "moon", unused: "moon", stale: "clock", expires: "hourglass", expired: "hourglass",
  used_though_off: "elsewhere", replaced_elsewhere: "elsewhere", used_again: "again", rotation_waits: "rotating",
};
export const signOf = (kind: Attention["kind"]): Sign => SIGNS[kind];

function stale({ days: n, since }: Extract<Attention, { kind: "stale" }>, then: boolean): string {
  if (since === "changed") return then ? t("why-stale-changed-then", { n }) : t("why-stale-changed", { n });
  return then ? t("why-stale-created-then", { n }) : t("why-stale-created", { n });
}

function waiting(step: Extract<Attention, { kind: "rotation_waits" }>["step"]): string {
  switch (step) {
    case "install": return t("why-waits-install");
    case "rare_use": return t("why-waits-rare-use");
    case "switch_off": return t("why-waits-switch-off");
    case "delete": return t("why-waits-delete");
    case "orphan": return t("why-waits-orphan");
  }
}

export function attentionWords(attention: Attention, when: WhenContext): string {
  const then = when.stale;
  switch (attention.kind) {
    case "never_used": return then ? t("why-never-used-then", { n: attention.days }) : t("why-never-used", { n: attention.days });
    case "unused": return then ? t("why-unused-then", { n: attention.days }) : t("why-unused", { n: attention.days });
    case "stale": return stale(attention, then);
    case "expires": return then ? t("why-expires-then", { date: dayMonth(attention.at, when.now) }) : t("why-expires", { n: attention.days });
    case "expired": return t("why-expired", { date: dayMonth(attention.at, when.now) });
    case "used_though_off": return t("why-used-off", { when: onDay(attention.at, when) });
    case "used_again": return t("why-used-again", { when: onDay(attention.at, when), n: attention.silent });
    case "replaced_elsewhere": return t("why-replaced", { date: dayMonth(attention.at, when.now) });
    case "rotation_waits": return waiting(attention.step);
  }
}
