/** The states of a fake build, by name: `?fake=copied&lang=ar&theme=dark`. Each is a world and what is then pressed. */
import type { CauseView, DiagnosisView, KeyView, RegenerateState, RotationView, TakenView, TroubleState } from "../client";
import type { World } from "./fake";
import { ago, appView, checklistView, DAY, diagnosis, failure, guidedApp, inboxView, item, key, listView, oleaMarket, place, reminders, rotation, settings, trouble } from "./fixtures";

export type Press = { row?: string; item?: string; button?: string; shortcut?: string; wait?: number };
export type Scenario = { world: Partial<World>; press?: Press[] };

const now = () => new Date().toISOString();
const operation = (state: RegenerateState, keyId = "k2") => ({ operation: "op-0", keyId, leaked: false, state });
const failed = (): RegenerateState => ({ step: "failed", error: failure("offline"), oldPrefix: "sk_live_7f40de" });
const places = [place("p1", "Accounting software", { keeper: "Salma", installedAt: now() }), place("p2", "Monthly report", { keeper: "Karim", needsNew: true })];
const withTrouble = (state: TroubleState): Partial<World> => ({ list: listView({ keys: oleaMarket().map((one) => (one.id === "k2" ? { ...one, places, trouble: trouble(state) } : one)) }) });
const rotating = (over: Partial<RotationView> = {}): Scenario => ({
  world: { app: appView({ rotations: 1 }), rotations: [rotation(over)], list: listView({ keys: oleaMarket().map((one) => (one.id === "k4" ? { ...one, rotation: "op-5" } : one)) }) },
  press: [{ button: "nav-rotations" }],
});
const done = (over: Partial<Extract<RegenerateState, { step: "done" }>> = {}): RegenerateState => ({
  step: "done", at: now(), newPrefix: "sk_live_0d94b7", oldPrefix: "sk_live_7f40de", made: false, onClipboard: true, kept: "keychain", keychainName: "GNOME Keyring", check: { kind: "works", at: now() }, ...over,
});
const inClipboard = { keyId: "k2", name: "Comptabilité", environment: "live", remainingSeconds: 25, totalSeconds: 30 } as const;
const opened = (state: RegenerateState, over = {}): Partial<World> => ({ app: appView({ operation: operation(state), ...over }) });
const problem = (code: Parameters<typeof failure>[0], over = {}): Partial<World> => ({ list: listView({ problem: failure(code, code === "rate_limited" ? 40 : null), checkedAt: ago(40 * 60_000), ...over }) });

const known = (): KeyView[] => [
  key("g1", "Production shop", { prefix: "sk_live_a1b2c3", createdAt: null, lastUse: { kind: "at", at: ago(4 * 60_000) }, attention: { kind: "stale", days: 214, since: "changed" } }),
  key("g2", "Caisse de Sfax", { prefix: "sk_live_7f40de", createdAt: null, lastUse: { kind: "unknown" }, tested: false }),
  key("g3", "Sandbox tests", { environment: "sandbox", prefix: "sk_sandbox_9d3f07", createdAt: ago(61 * DAY) }),
];
const guided = (over: Partial<World> = {}): Partial<World> => ({ app: guidedApp(), list: listView({ keys: known(), scope: "known" }), ...over });
const stored = (why: "works" | "offline"): TakenView => ({ kind: "stored", key: key("g4", "Livraisons", { prefix: "sk_live_d81c04", tested: why === "works" }), why, company: why === "works" ? "Olea Market" : null, email: why === "works" ? "amira@olea-market.tn" : null });
const question = (asked: "other_account" | "other_key"): TakenView => ({ kind: "question", question: asked, name: "Boutique du Lac", prefix: "sk_live_e09a55", environment: "live", company: "Lac Distribution", email: "it@lac.tn" });

const openTrouble: Press[] = [{ row: "k2", shortcut: "r" }];
const take: Press[] = [{ button: "take-key" }];
const walk: Press[] = [{ row: "g1", shortcut: "r" }];

function asking(): Partial<RotationView> {
  const { watch } = rotation();
  return { watch: watch && { ...watch, asksRareUse: true, rareUse: null, watchedDays: 6 } };
}

const diagnosed = (cause: CauseView, over: Partial<DiagnosisView> = {}): Scenario => ({ world: { diagnosis: diagnosis(cause, over) }, press: [{ button: "nav-diagnose" }, { button: "diag-look", wait: 300 }] });

const inInbox: Press[] = [{ button: "nav-inbox" }];
const inReminders: Press[] = [{ button: "nav-settings" }, { button: "settings-reminders", wait: 200 }];
const everyReason = () => [
  item("k3", { kind: "used_though_off", at: ago(DAY) }, ago(DAY), "urgent"), item("k1", { kind: "expires", days: 1, at: ago(-DAY) }, ago(0), "urgent"), item("k8", { kind: "expired", at: ago(2 * DAY) }, ago(2 * DAY), "urgent"),
  item("k5", { kind: "used_again", at: ago(3 * DAY), silent: 61 }, ago(3 * DAY), "warning"), item("k6", { kind: "replaced_elsewhere", at: ago(9 * DAY) }, ago(9 * DAY), "warning"),
  item("k4", { kind: "rotation_waits", step: "switch_off" }, ago(DAY)), item("k2", { kind: "unused", days: 61 }, ago(4 * DAY)), item("k7", { kind: "never_used", days: 20 }, ago(6 * DAY)), item("k1", { kind: "stale", days: 214, since: "created" }, ago(124 * DAY)),
];

export const SCENARIOS: Record<string, () => Scenario> = {
  keys: () => ({ world: {} }),
  selected: () => ({ world: {}, press: [{ row: "k2" }] }),
  menu: () => ({ world: {}, press: [{ row: "k3", shortcut: "menu" }] }),
  demo: () => ({ world: { app: appView({ demo: true }) } }),
  empty: () => ({ world: { list: listView({ keys: [] }) } }),
  none: () => ({ world: {}, press: [{ shortcut: "search:xyz" }] }),
  loading: () => ({ world: { never: ["listKeys"] } }),
  offline: () => ({ world: problem("offline") }),
  stale: () => ({ world: problem("offline", { stale: true, checkedAt: ago(2.3 * DAY) }) }),
  "rate-limited": () => ({ world: problem("rate_limited") }),
  expired: () => ({ world: problem("session_expired") }),
  "not-dhmad": () => ({ world: problem("not_dhmad") }),
  "remote-failed": () => ({ world: problem("remote_failed") }),
  unreadable: () => ({ world: { list: listView({ unreadable: 2 }) } }),
  clock: () => ({ world: { list: listView({ clockMinutesAhead: -185 }) } }),
  locked: () => ({ world: { app: appView({ keychain: { state: "locked", name: "GNOME Keyring" } }), never: ["unlockKeychain"] } }),
  unlocking: () => ({ world: { app: appView({ keychain: { state: "locked", name: "GNOME Keyring" } }), never: ["unlockKeychain"] }, press: [{ button: "unlock" }] }),
  unavailable: () => ({ world: { app: appView({ keychain: { state: "unavailable", name: null } }) } }),
  "clipboard-stuck": () => ({ world: { app: appView({ clipboardNotCleared: true }) } }),
  live: () => ({ world: {}, press: [{ row: "k2" }] }),
  preparing: () => ({ world: opened({ step: "preparing" }) }),
  countdown: () => ({ world: opened({ step: "countdown", secondsLeft: 2 }) }),
  asking: () => ({ world: opened({ step: "asking" }) }),
  sending: () => ({ world: opened({ step: "sending" }) }),
  copied: () => ({ world: opened(done(), { clipboard: inClipboard }) }),
  "copied-checking": () => ({ world: opened(done({ check: { kind: "checking" } }), { clipboard: { ...inClipboard, remainingSeconds: 5 } }) }),
  "copied-untested": () => ({ world: opened(done({ check: { kind: "not_tested", why: "no_answer" }, kept: "nowhere" }), { clipboard: inClipboard }) }),
  "copied-nowhere": () => ({ world: opened(done({ onClipboard: false, check: { kind: "refused" } })) }),
  cancelled: () => ({ world: opened({ step: "cancelled", why: "suspended" }) }),
  failed: () => ({ world: opened(failed()) }),
  "copied-sealed": () => ({ world: opened(done({ kept: "sealed", check: { kind: "not_tested", why: "offline" } }), { clipboard: inClipboard }) }),
  "copied-places": () => ({ world: { ...opened(done(), { clipboard: inClipboard }), list: listView({ keys: oleaMarket().map((one) => (one.id === "k2" ? { ...one, places } : one)) }) } }),
  unknown: () => ({ world: { ...withTrouble({ kind: "resolving" }), app: appView({ operation: operation({ step: "unknown", oldPrefix: "sk_live_7f40de" }) }) } }),
  unchanged: () => ({ world: withTrouble({ kind: "unchanged" }), press: openTrouble }),
  lost: () => ({ world: withTrouble({ kind: "lost", newPrefix: "sk_live_0d94b7", someoneUses: false, answer: true }), press: openTrouble }),
  "lost-used": () => ({ world: withTrouble({ kind: "lost", newPrefix: "sk_live_0d94b7", someoneUses: true, answer: false }), press: openTrouble }),
  replaced: () => ({ world: withTrouble({ kind: "replaced", newPrefix: "sk_live_0d94b7", answer: true }), press: openTrouble }),
  sealed: () => ({ world: withTrouble({ kind: "sealed", copyable: true, error: failure("vault_unavailable") }), press: openTrouble }),
  "in-memory": () => ({ world: withTrouble({ kind: "in_memory", error: failure("vault_unavailable") }), press: openTrouble }),
  waiting: () => ({ world: withTrouble({ kind: "waiting", error: failure("session_expired") }), press: openTrouble }),
  places: () => ({ world: { list: listView({ keys: oleaMarket().map((one) => (one.id === "k2" ? { ...one, places } : one)) }) }, press: [{ row: "k2", shortcut: "menu" }, { button: "places", wait: 300 }] }),
  create: () => ({ world: {}, press: [{ button: "new-key" }] }),
  made: () => ({ world: opened(done({ made: true, oldPrefix: null }), { clipboard: inClipboard }) }),
  orphan: () => ({ world: withTrouble({ kind: "orphan" }), press: openTrouble }),
  making: () => ({ world: { list: listView({ making: [trouble({ kind: "resolving" })] }) } }),
  "making-sealed": () => ({ world: { list: listView({ making: [trouble({ kind: "sealed", copyable: true, error: failure("vault_unavailable") })] }) } }),
  rotations: () => rotating(),
  details: () => ({ world: { list: listView({ keys: oleaMarket().map((one) => (one.id === "k2" ? { ...one, places, changedAt: ago(93 * DAY), changedBy: "miftah", expiresAt: ago(-40 * DAY), note: "Ask Salma before changing it.", tags: ["accounting", "Sfax"] } : one)) }) }, press: [{ row: "k2", shortcut: "menu" }, { button: "details", wait: 300 }] }),
  inbox: () => ({ world: {}, press: inInbox }),
  "inbox-many": () => ({ world: { inbox: inboxView({ open: everyReason() }) }, press: inInbox }),
  "inbox-snooze": () => ({ world: {}, press: [...inInbox, { button: "snooze", wait: 400 }] }),
  "inbox-date": () => ({ world: {}, press: [...inInbox, { button: "snooze", wait: 400 }, { button: "snooze-date", wait: 300 }] }),
  "inbox-never": () => ({ world: {}, press: [...inInbox, { button: "snooze", wait: 400 }, { button: "snooze-never", wait: 300 }] }),
  "inbox-snoozed": () => ({ world: { inbox: inboxView({ putOff: [item("k6", { kind: "never_used", days: 20 }, ago(DAY), "notice", { putOff: { kind: "dismissed", reason: "needed" } })] }) }, press: [...inInbox, { item: "unused-k2", shortcut: "e", wait: 300 }, { button: "put-off-title", wait: 300 }] }),
  "inbox-empty": () => ({ world: { app: appView({ inbox: 0 }), inbox: inboxView({ open: [] }) }, press: inInbox }),
  "inbox-loading": () => ({ world: { never: ["listInbox"] }, press: inInbox }),
  "inbox-failed": () => ({ world: { fails: { listInbox: failure("storage_denied") } }, press: inInbox }),
  "inbox-stale": () => ({ world: { ...problem("offline", { stale: true, checkedAt: ago(2.3 * DAY) }), app: appView({ inbox: 0 }), inbox: inboxView({ open: inboxView().open.map((one) => ({ ...one, old: true })), checkedAt: ago(2.3 * DAY), stale: true }) }, press: inInbox }),
  "inbox-guided": () => ({ world: guided({ app: guidedApp({ inbox: 1 }), inbox: inboxView({ open: [item("g1", { kind: "stale", days: 214, since: "changed" }, ago(124 * DAY), "notice", { name: "Production shop", prefix: "sk_live_a1b2c3" })] }) }), press: inInbox }),
  reminders: () => ({ world: { reminders: reminders({ settings: settings({ quiet: { from: 1320, to: 420 } }), test: { at: ago(60_000), result: "taken" } }) }, press: inReminders }),
  "reminders-no-tray": () => ({ world: { reminders: reminders({ tray: false, settings: settings({ live: { neverUsed: null, unused: 45, stale: 365 } }), test: { at: ago(60_000), result: "no_server" } }) }, press: inReminders }),
  checklist: () => ({ world: {}, press: [{ button: "nav-checklist" }] }),
  "checklist-old": () => ({ world: { checklist: checklistView({ checkedAt: ago(3 * DAY), lines: checklistView().lines.map((one, n) => (n < 4 ? { ...one, state: "unknown" as const, keyIds: [] } : one)) }) }, press: [{ button: "nav-checklist" }] }),
  "off-for": () => ({ world: {}, press: [{ row: "k2", shortcut: "menu" }, { button: "off-for", wait: 300 }] }),
  "back-on": () => ({ world: { list: listView({ keys: oleaMarket().map((one) => (one.id === "k2" ? { ...one, status: "inactive" as const, attention: null, backOnAt: ago(-40 * 60_000) } : one)) }) }, press: [{ row: "k2", shortcut: "menu" }, { button: "details", wait: 300 }] }),
  "details-off": () => ({ world: {}, press: [{ row: "k3", shortcut: "menu" }, { button: "details", wait: 300 }] }),
  "rotations-empty": () => ({ world: {}, press: [{ button: "nav-rotations" }] }),
  "rotation-stored": () => rotating({ stage: "stored", installedAt: null, places: rotation().places.map((one, n) => ({ ...one, has: n === 0 })) }),
  "rotation-off": () => rotating({ stage: "off", offAt: ago(2 * DAY), deleteFrom: ago(-5 * DAY), watch: null, lanes: null }),
  "rotation-orphan": () => rotating({ stage: "orphan", newPrefix: null, check: null, watch: null, lanes: null, places: [] }),
  "rotation-resolving": () => rotating({ stage: "resolving", newKeyId: null, newPrefix: null, storedAt: null, installedAt: null, check: null, watch: null, lanes: null, places: [] }),
  "rotation-asks": () => rotating(asking()),
  "rotation-propose": () => ({ world: {}, press: [{ row: "k1", shortcut: "menu" }, { button: "rotate-safely", wait: 300 }] }),
  diagnose: () => ({ world: {}, press: [{ button: "nav-diagnose" }] }),
  "diagnose-old": () => diagnosed({ kind: "regenerated", at: ago(40 * 60_000) }),
  "diagnose-works": () => diagnosed({ kind: "works" }),
  "diagnose-extras": () => diagnosed({ kind: "works" }, { extras: ["spaces", "quotes", "variable_name"] }),
  "diagnose-stripe": () => diagnosed({ kind: "foreign", provider: "stripe" }, { prefix: null, environment: null, keyId: null, keyName: null }),
  "diagnose-off": () => diagnosed({ kind: "switched_off" }),
  guided: () => ({ world: guided() }),
  "guided-empty": () => ({ world: guided({ list: listView({ keys: [], scope: "known" }) }) }),
  "taken-works": () => ({ world: guided({ taken: [stored("works")] }), press: take }),
  "taken-untested": () => ({ world: guided({ taken: [stored("offline")] }), press: take }),
  "taken-nothing": () => ({ world: guided(), press: take }),
  "question-account": () => ({ world: guided({ taken: [question("other_account")] }), press: take }),
  walk: () => ({ world: guided(), press: walk }),
  "walk-portal": () => ({ world: guided(), press: [...walk, { button: "open-portal", wait: 1000 }] }),
  "walk-question": () => ({ world: guided({ taken: [question("other_key")] }), press: [...walk, { button: "walk-take", wait: 1000 }] }),
  "walk-off": () => ({ world: guided(), press: [{ row: "g1", shortcut: "menu" }, { button: "turn-off", wait: 300 }] }),
  "walk-off-still": () => ({ world: guided({ standing: "accepted" }), press: [{ row: "g1", shortcut: "menu" }, { button: "turn-off", wait: 300 }, { button: "walk-check", wait: 1000 }] }),
  "walk-make": () => ({ world: guided(), press: [{ button: "new-key" }] }),
  rename: () => ({ world: guided(), press: [{ row: "g1", shortcut: "menu" }, { button: "rename", wait: 300 }] }),
  settings: () => ({ world: {}, press: [{ button: "nav-settings" }] }),
  "sign-out": () => ({ world: {}, press: [{ button: "nav-settings" }, { button: "sign-out", wait: 100 }] }),
  "sign-in": () => ({ world: {} }),
  "sign-in-guided": () => ({ world: { options: { password: "not_offered", problem: null } } }),
  "sign-in-unknown": () => ({ world: { options: { password: "unknown", problem: failure("not_dhmad") } } }),
  "sign-in-asking": () => ({ world: { never: ["signInOptions"] } }),
  "sign-in-wrong": () => ({ world: { fails: { signIn: failure("wrong_credentials") } }, press: [{ shortcut: "type:amira@olea-market.tn" }, { button: "sign-in" }] }),
  token: () => ({ world: {}, press: [{ button: "use-token" }] }),
  "token-none": () => ({ world: { fails: { peekToken: failure("clipboard_no_token") } }, press: [{ button: "use-token" }] }),
  many: () => ({ world: { list: listView({ keys: Array.from({ length: 12 }, (_, n) => oleaMarket().map((one) => ({ ...one, id: `${one.id}-${n}` }))).flat() }) } }),
};
