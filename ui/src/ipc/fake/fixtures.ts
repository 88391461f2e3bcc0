/** The keys of Olea Market, as the pictures show them. Only for tests and for the fake build. */
import type { AppView, Attention, CauseView, ChecklistLineView, ChecklistView, DiagnosisView, InboxItemView, InboxView, IpcError, ErrorCode, KeyListView, KeyView, PlaceView, RemindersView, ReminderSettings, RotationView, Severity, TroubleState, TroubleView, UpdateView, UsageView } from "../client";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

export function key(id: string, name: string, over: Partial<KeyView> = {}): KeyView {
  return {
    id, name, environment: "live", prefix: "sk_live_5be2a8", status: "active", lastUse: { kind: "never" },
    createdAt: ago(12 * DAY), changedAt: null, changedBy: null, firstSeen: ago(12 * DAY), offSince: null, expiresAt: null, rateLimit: 100, note: "", tags: [], advice: { neverUsed: null, unused: null, stale: null }, changeAfterDays: 90, favourite: false, backOnAt: null, held: true, tested: true, attention: null, asksFirst: false,
    places: [], trouble: null, rotation: null, successorIn: null, removal: { kind: "still_on" }, ...over,
  };
}

const at = (ms: number): KeyView["lastUse"] => ({ kind: "at", at: ago(ms) });
const stale: Attention = { kind: "stale", days: 214, since: "changed" };

export const oleaMarket = (): KeyView[] => [
  key("k1", "Production shop", { prefix: "sk_live_a1b2c3", lastUse: at(4 * MINUTE), createdAt: ago(400 * DAY), attention: stale, asksFirst: true }),
  key("k2", "Comptabilité", { prefix: "sk_live_7f40de", lastUse: at(61 * DAY), createdAt: ago(300 * DAY), attention: { kind: "unused", days: 61 } }),
  key("k3", "Handheld scanners of the Tunis, Sfax and Sousse depots (until the new app is everywhere)", { prefix: "sk_live_52ce90", status: "inactive", removal: { kind: "from", at: ago(-3 * DAY) }, held: false, lastUse: at(26 * HOUR), attention: { kind: "used_though_off", at: ago(26 * HOUR) } }),
  key("k4", "Mobile app (iOS)", { prefix: "sk_live_c09e51", lastUse: at(3 * DAY), createdAt: ago(80 * DAY), asksFirst: true, held: false }),
  key("k5", "متجر الزيتون", { prefix: "sk_live_5be2a8", lastUse: at(2 * HOUR), asksFirst: true }),
  key("k6", "Sandbox tests", { environment: "sandbox", prefix: "sk_sandbox_9d3f07", lastUse: at(26 * HOUR), createdAt: ago(61 * DAY) }),
  key("k7", "New colleague training", { environment: "sandbox", prefix: "sk_sandbox_e4a61b", createdAt: ago(3 * DAY) }),
  key("k8", "Webhook trials", { environment: "sandbox", prefix: "sk_sandbox_30bb72", status: "inactive", removal: { kind: "now" }, lastUse: at(75 * DAY), createdAt: ago(120 * DAY), held: false }),
];

export const appView = (over: Partial<AppView> = {}): AppView => ({
  locale: "en", theme: "light", access: "full", account: { company: "Olea Market", email: "amira@olea-market.tn" },
  keychain: { state: "ready", name: "GNOME Keyring" }, clipboard: null, clipboardNotCleared: false, operation: null, guidedBecause: null, rotations: 0, takenWaiting: null, inbox: 3, stays: true, goTo: null, demo: false, ...over,
});

export const guidedApp = (over: Partial<AppView> = {}): AppView => appView({ access: "guided", account: null, guidedBecause: "not_offered", ...over });

export const listView = (over: Partial<KeyListView> = {}): KeyListView => ({
  keys: oleaMarket(), scope: "all", checkedAt: ago(3 * MINUTE), stale: false, unreadable: 0, clockMinutesAhead: null, making: [], problem: null, ...over,
});

export const failure = (code: ErrorCode, retryAfterSeconds: number | null = null): IpcError => ({
  code, retry: "now", detail: retryAfterSeconds === null ? null : { field: null, rule: null, retryAfterSeconds }, refId: "MF-7K2Q",
});

export const place = (id: string, name: string, over: Partial<PlaceView> = {}): PlaceView => ({ id, name, keeper: null, installedAt: null, needsNew: false, ...over });

export const trouble = (state: TroubleState): TroubleView => ({ operation: "op-7", since: ago(MINUTE), sentAt: ago(2 * MINUTE), oldPrefix: "sk_live_7f40de", state });

/** As the picture of a rotation shows it: started three days ago, quiet for 19 hours. */
export const rotation = (over: Partial<RotationView> = {}): RotationView => ({
  operation: "op-5", name: "Mobile app (iOS)", environment: "live", oldKeyId: "k4", oldPrefix: "sk_live_c09e51", newKeyId: "k9", newPrefix: "sk_live_4c81f2", newName: "Mobile app (iOS) ~7F3KAB",
  startedAt: ago(3 * DAY), stage: "installed", problem: null, storedAt: ago(3 * DAY), check: { kind: "works", at: ago(3 * DAY) }, installedAt: ago(2 * DAY), offAt: null, deleteFrom: null, keychainName: "GNOME Keyring",
  places: [
    { id: "p1", name: "api.olea-market.tn", keeper: "Karim", has: true, installedAt: ago(2 * DAY) },
    { id: "p2", name: "the build server", keeper: null, has: true, installedAt: ago(2 * DAY) },
    { id: "p3", name: "app.env", keeper: "Salma", has: true, installedAt: ago(2 * DAY) },
  ],
  watch: {
    oldLastUse: { kind: "at", at: ago(19 * HOUR) }, newSeenAt: ago(40 * HOUR), newMoves: 9, quietSeconds: 19 * 3600, waitSeconds: 24 * 3600, readyAt: ago(-5 * HOUR), ready: false,
    usedAgainAt: null, asksRareUse: false, rareUse: false, watchedDays: 40,
  },
  lanes: {
    from: ago(4 * DAY), to: ago(0), quietFrom: ago(19 * HOUR), unchecked: [{ from: ago(3.6 * DAY), to: ago(3 * DAY) }],
    old: [3.9, 3.8, 3.7, 2.9, 2.6, 2.3, 2, 1.7, 1.4, 1.1, 0.8].map((days) => ago(days * DAY)), new: [1.6, 1.3, 1.1, 0.9, 0.6, 0.4, 0.2, 0.05].map((days) => ago(days * DAY)),
  },
  ...over,
});

export const diagnosis = (cause: CauseView, over: Partial<DiagnosisView> = {}): DiagnosisView => ({
  at: ago(0), fromClipboard: true, cause, extras: [], prefix: "sk_live_7f40de", environment: "live", keyId: "k2", keyName: "Comptabilité", clockMinutesAhead: null, ...over,
});

export const item = (keyId: string, attention: Attention, due: string, severity: Severity = "notice", over: Partial<InboxItemView> = {}): InboxItemView => {
  const found = oleaMarket().find((one) => one.id === keyId) ?? key(keyId, keyId);
  return { keyId, name: found.name, environment: found.environment, prefix: found.prefix, kind: attention.kind, attention, due, severity, old: false, putOff: null, ...over };
};

export const inboxView = (over: Partial<InboxView> = {}): InboxView => ({
  open: [
    item("k3", { kind: "used_though_off", at: ago(26 * HOUR) }, ago(26 * HOUR), "urgent"),
    item("k2", { kind: "unused", days: 61 }, ago(4 * DAY)),
    item("k1", stale, ago(124 * DAY)),
  ],
  putOff: [], checkedAt: ago(3 * MINUTE), stale: false, ...over,
});

export const settings = (over: Partial<ReminderSettings> = {}): ReminderSettings => ({
  live: { neverUsed: 14, unused: 45, stale: 90 }, sandbox: { neverUsed: 14, unused: 45, stale: 90 }, expiry: true, digestAt: 9 * 60, quiet: null, hideNames: false, background: true, autostart: false, ...over,
});
export const reminders = (over: Partial<RemindersView> = {}): RemindersView => ({ settings: settings(), tray: true, test: null, ...over });

export const updateView = (over: Partial<UpdateView> = {}): UpdateView => ({
  version: "0.1.0", by: "itself", byItself: true, checkedAt: ago(4 * MINUTE), stale: false, checking: false, problem: null, found: null, ...over,
});

const line = (topic: ChecklistLineView["topic"], state: ChecklistLineView["state"] = "met", keyIds: string[] = []): ChecklistLineView => ({ topic, state, keyIds });
export const checklistView = (over: Partial<ChecklistView> = {}): ChecklistView => ({
  lines: [
    line("rotated", "to_do", ["k1"]), line("no_unused", "to_do", ["k2"]), line("no_leftovers"), line("watched", "to_do", ["k3"]), line("placed", "to_do", ["k5", "k1", "k2", "k4"]), line("kept"),
    line("one_each"), line("named"), line("spare"), line("apart"), line("in_keychain"), line("reminded", "to_do"), line("not_in_code", "unknown"), line("server_side", "unknown"),
  ],
  checkedAt: ago(3 * MINUTE), ...over,
});

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
/** A year in which Miftah has looked for 31 weeks, and was closed for two of them. */
export const usage = (over: Partial<UsageView> = {}): UsageView => ({
  weeks: Array.from({ length: 53 }, (_, n) => {
    const from = Date.now() - (52 - n) * 7 * DAY;
    const unchecked = n < 22 ? 7 : n === 34 || n === 35 ? 7 : n === 40 ? 3 : 0;
    const used = unchecked > 0 ? Math.min(2, 7 - unchecked) : n % 9 === 0 ? 0 : 3 + (n % 5);
    return { from: isoDay(from), to: isoDay(Math.min(Date.now(), from + 6 * DAY)), used, unchecked, quiet: 7 - used - unchecked };
  }),
  since: ago(30 * 7 * DAY), ...over,
});
