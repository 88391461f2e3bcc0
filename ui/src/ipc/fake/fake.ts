/**
 * The shell, in memory: the same promises and events, with a clock that tests can turn.
 * Like the real one it keeps secrets to itself; `crossed` holds everything that reached the page, so that tests can look for one.
 * Not here: what a given test or picture starts from (fixtures.ts, scenarios.ts).
 */
import {
  IpcFailure, type AdviceView, type AppView, type AskedView, type CheckView, type ChecklistView, type Client, type CopyForm, type CreateKeyRequest, type DiagnosisView, type DismissReason, type InboxView, type IpcError, type KeyListView, type KeyView, type Locale,
  type PlaceView, type PreviewView, type PutOffView, type RegenerateEvent, type RegenerateState, type ReminderKind, type ReminderSettings, type RemindersView, type RotationView, type SignInOptionsView, type SnoozeUntil, type StandingView, type TestResult, type TroubleState, type TakenView, type Theme, type TokenView, type Unlisten, type UpdateView, type UsageView,
} from "../client";
import { appView, checklistView, diagnosis, failure, inboxView, key, listView, place, reminders, trouble, updateView, usage } from "./fixtures";

export type World = {
  app: AppView;
  list: KeyListView;
  /** what the first, unrefreshed read gives; null: the list itself */
  stored: KeyListView | null;
  options: SignInOptionsView;
  token: TokenView;
  taken: TakenView[];
  fails: Partial<Record<keyof Client, IpcError>>;
  never: (keyof Client)[];
  outcome: "done" | "lost" | "unknown" | "no" | "no_clipboard" | "not_kept" | "sealed";
  rotations: RotationView[];
  diagnosis: DiagnosisView;
  inbox: InboxView;
  reminders: RemindersView;
  /** how the next test notification goes */
  test: TestResult;
  preview: (settings: ReminderSettings) => PreviewView;
  checklist: ChecklistView;
  update: UpdateView;
  usage: UsageView;
  check: CheckView;
  standing: StandingView;
  dialog: "confirm" | "decline" | "another" | "wait";
  /** a step at which time stands still */
  freeze: RegenerateState["step"] | null;
  latency: number;
};

const CLIPBOARD = 30;
const DAY = 86_400_000;
/** As the shell puts it: on that day, at the time of the summary. */
function snoozedUntil(until: SnoozeUntil, minutes: number): string {
  const day = new Date(until.kind === "date" ? `${until.date}T00:00` : Date.now() + (until.kind === "tomorrow" ? DAY : 7 * DAY));
  day.setHours(0, minutes, 0, 0);
  return day.toISOString();
}
const HEARTBEAT_LIMIT = 1000;
const hex = (length: number) => Array.from({ length }, () => Math.floor(Math.random() * 16).toString(16)).join("");

export class FakeHost implements Client {
  readonly calls: string[] = [];
  readonly crossed: unknown[] = [];
  /** In the real shell these are in wiped memory and in the keyring. */
  readonly #secrets = new Map<string, string>();
  readonly world: World;
  #app = new Set<(view: AppView) => void>();
  #regenerate = new Set<(event: RegenerateEvent) => void>();
  #keys = new Set<() => void>();
  #rotations = new Set<() => void>();
  #inbox = new Set<() => void>();
  #update = new Set<(view: UpdateView) => void>();
  #operation: RegenerateEvent | null = null;
  #next = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #clipboardTimer: ReturnType<typeof setTimeout> | undefined;
  #lastBeat = 0;

  constructor(world: Partial<World> = {}) {
    this.world = {
      app: appView(), list: listView(), stored: null, options: { password: "offered", problem: null }, token: { length: 48, host: "dhmad.tn" }, taken: [], rotations: [], diagnosis: diagnosis({ kind: "works" }),
      inbox: inboxView(), reminders: reminders(), test: "taken", checklist: checklistView(), update: updateView(), usage: usage(),
      preview: (settings) => ({ keys: this.world.inbox.open.length, title: "2 keys need you", body: `${settings.hideNames ? "A live key" : "Comptabilité"}: no request for 61 days.` }),
      standing: "refused", fails: {}, never: [], outcome: "done", check: { kind: "works", at: "" }, dialog: "wait", freeze: null, latency: 0, ...world,
    };
    this.#operation = this.world.app.operation;
    for (const key of this.world.list.keys) this.#secrets.set(key.id, `sk_${key.environment}_${hex(64)}`);
  }

  async #do<T>(name: keyof Client, give: () => T): Promise<T> {
    this.calls.push(name);
    if (this.world.never.includes(name)) await new Promise(() => undefined);
    if (this.world.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.world.latency));
    const error = this.world.fails[name];
    if (error) throw new IpcFailure(error);
    return this.#cross(give());
  }
  #cross<T>(value: T): T {
    this.crossed.push(structuredClone(value));
    return value;
  }

  appState = () => this.#do("appState", () => this.world.app);
  setLocale = (locale: Locale) => this.#do("setLocale", () => this.setApp({ locale }));
  setTheme = (theme: Theme) => this.#do("setTheme", () => this.setApp({ theme }));
  arrived = () => this.#do("arrived", () => void this.setApp({ goTo: null }));
  quit = () => this.#do("quit", () => undefined);
  signInOptions = () => this.#do("signInOptions", () => this.world.options);
  signIn = (email: string, _password: string) => this.#do("signIn", () => void email);
  peekToken = () => this.#do("peekToken", () => this.world.token);
  signInWithToken = () => this.#do("signInWithToken", () => undefined);
  startGuided = () => this.#do("startGuided", () => undefined);
  signOut = (request: { removeKeys: boolean }) => this.#do("signOut", () => void this.calls.push(`signOut:${request.removeKeys}`));
  listKeys = ({ refresh }: { refresh: boolean }) => this.#do("listKeys", () => (refresh ? this.world.list : (this.world.stored ?? this.world.list)));
  copyKey = (keyId: string, form: CopyForm) => this.#do("copyKey", () => {
    this.calls.push(`copyKey:${form}`);
    this.#toClipboard(keyId);
  });
  clipboardExtend = () => this.#do("clipboardExtend", () => this.#extend());
  clipboardClear = () => this.#do("clipboardClear", () => this.#clear());
  unlockKeychain = () => this.#do("unlockKeychain", () => this.setApp({ keychain: { ...this.world.app.keychain, state: "ready" } }).keychain);
  cancelUnlock = () => this.#do("cancelUnlock", () => undefined);
  openPortal = () => this.#do("openPortal", () => undefined);

  regenerate = (keyId: string, leaked: boolean) => this.#do("regenerate", () => this.#start(keyId, leaked));
  regenerateHeartbeat = (_operation: string) => this.#do("regenerateHeartbeat", () => void (this.#lastBeat = Date.now()));
  regenerateCancel = (_operation: string) => this.#do("regenerateCancel", () => this.#step({ step: "cancelled", why: "person" }));
  regenerateDismiss = (_operation: string) => this.#do("regenerateDismiss", () => void (this.#operation = null));

  troubleTry = (operation: string) => this.#note("troubleTry", operation);
  troubleClose = (operation: string) => this.#do("troubleClose", () => this.#trouble(operation, null));
  troubleCopy = (operation: string) => this.#note("troubleCopy", operation);

  addPlace = (keyId: string, name: string, keeper: string | null) => this.#do("addPlace", () => this.#addPlace(keyId, name, keeper));
  changePlace = (placeId: string, name: string, keeper: string | null) => this.#do("changePlace", () => this.#place(placeId, (place) => ({ ...place, name, keeper })));
  removePlace = (placeId: string) => this.#do("removePlace", () => this.#place(placeId, () => null));
  tickPlace = (placeId: string, ticked: boolean, operation: string | null) => this.#do("tickPlace", () => this.#tick(placeId, ticked, operation));

  listRotations = () => this.#do("listRotations", () => this.world.rotations);
  rotationStart = (keyId: string) => this.#note("rotationStart", keyId);
  rotationCopy = (operation: string) => this.#note("rotationCopy", operation);
  rotationInstalled = (operation: string, installed: boolean) => this.#do("rotationInstalled", () => this.setRotation(operation, { stage: installed ? "installed" : "stored" }));
  rotationSwitchOff = (operation: string) => this.#do("rotationSwitchOff", () => this.#confirmed(operation, "off"));
  rotationSwitchOn = (operation: string) => this.#do("rotationSwitchOn", () => this.setRotation(operation, { stage: "installed", offAt: null }));
  rotationDelete = (operation: string) => this.#do("rotationDelete", () => this.#confirmed(operation, "gone"));
  rotationStop = (operation: string) => this.#do("rotationStop", () => this.#end(operation));
  rotationTry = (operation: string) => this.#note("rotationTry", operation);
  rotationRareUse = (operation: string, rare: boolean) => this.#note("rotationRareUse", `${operation}:${rare}`);
  #note = (name: keyof Client, what: string) => this.#do(name, () => void this.calls.push(`${name}:${what}`));

  takeKey = (_expected: string | null) => this.#do("takeKey", () => this.#take());
  answerTaken = ({ accept }: { accept: boolean }) => this.#do("answerTaken", () => (accept ? this.#take() : null));
  renameKnownKey = (keyId: string, name: string) => this.#do("renameKnownKey", () => this.#change(keyId, { name }));
  createKey = (request: CreateKeyRequest) => this.#do("createKey", () => this.#make(request));
  renameKey = (keyId: string, name: string) => this.#do("renameKey", () => this.#change(keyId, { name }));
  limitKey = (keyId: string, rateLimit: number) => this.#do("limitKey", () => this.#change(keyId, { rateLimit }));
  adviseKey = (keyId: string, advice: AdviceView) => this.#do("adviseKey", () => {
    const environment = this.world.list.keys.find((one) => one.id === keyId)?.environment ?? "live";
    return this.#change(keyId, { advice, changeAfterDays: advice.stale ?? this.world.reminders.settings[environment].stale ?? 0 });
  });
  favourKey = (keyId: string, favourite: boolean) => this.#do("favourKey", () => this.#change(keyId, { favourite }));
  keyUsage = (_keyId: string) => this.#do("keyUsage", () => this.world.usage);
  noteKey = (keyId: string, note: string, tags: string[]) => this.#do("noteKey", () => this.#change(keyId, { note: note.trim(), tags }));
  switchKey = (keyId: string, active: boolean) => this.#do("switchKey", (): AskedView => {
    if (!active && this.world.dialog !== "confirm") return this.world.dialog === "another" ? "make_another" : "declined";
    this.#change(keyId, { status: active ? "active" : "inactive", backOnAt: null, removal: active ? { kind: "still_on" } : { kind: "from", at: new Date(Date.now() + 7 * 86_400_000).toISOString() } });
    return "done";
  });
  deleteKey = (keyId: string) => this.#do("deleteKey", (): AskedView => {
    if (this.world.dialog !== "confirm") return this.world.dialog === "another" ? "make_another" : "declined";
    this.setList({ keys: this.world.list.keys.filter((key) => key.id !== keyId) });
    return "done";
  });
  switchOffFor = (keyId: string, minutes: number) => this.#do("switchOffFor", (): AskedView => {
    this.calls.push(`switchOffFor:${keyId}:${minutes}`);
    if (this.world.dialog !== "confirm") return this.world.dialog === "another" ? "make_another" : "declined";
    this.#change(keyId, { status: "inactive", backOnAt: new Date(Date.now() + minutes * 60_000).toISOString() });
    return "done";
  });
  keepOff = (keyId: string) => this.#do("keepOff", () => void this.#change(keyId, { backOnAt: null }));

  listInbox = () => this.#do("listInbox", () => this.world.inbox);
  snoozeReminder = (keyId: string, kind: ReminderKind, until: SnoozeUntil) => this.#do("snoozeReminder", () => {
    this.calls.push(`snooze:${keyId}:${kind}:${until.kind}${until.kind === "date" ? `:${until.date}` : ""}`);
    return this.#putOff(keyId, kind, { kind: "until", at: snoozedUntil(until, this.world.reminders.settings.digestAt) });
  });
  dismissReminder = (keyId: string, kind: ReminderKind, reason: DismissReason) => this.#do("dismissReminder", () => {
    this.calls.push(`dismiss:${keyId}:${kind}:${reason}`);
    return this.#putOff(keyId, kind, { kind: "dismissed", reason });
  });
  restoreReminder = (keyId: string, kind: ReminderKind) => this.#do("restoreReminder", () => this.#putOff(keyId, kind, null));
  reminderSettings = () => this.#do("reminderSettings", () => this.world.reminders);
  setReminders = (settings: ReminderSettings) => this.#do("setReminders", () => {
    this.calls.push(`setReminders:${JSON.stringify(settings)}`);
    return (this.world.reminders = { ...this.world.reminders, settings });
  });
  previewReminders = (settings: ReminderSettings) => this.#do("previewReminders", () => this.world.preview(settings));
  testNotification = () => this.#do("testNotification", () => (this.world.reminders = { ...this.world.reminders, test: { at: new Date().toISOString(), result: this.world.test } }));
  securityChecklist = () => this.#do("securityChecklist", () => this.world.checklist);
  updateState = () => this.#do("updateState", () => this.world.update);
  lookForUpdate = () => this.#do("lookForUpdate", () => this.world.update);
  setUpdateLooks = (byItself: boolean) => this.#do("setUpdateLooks", () => (this.world.update = { ...this.world.update, byItself }));
  installUpdate = () => this.#do("installUpdate", () => this.world.update);
  openReleases = () => this.#do("openReleases", () => undefined);

  diagnose = (keyId: string | null) => this.#do("diagnose", () => {
    this.calls.push(`diagnose:${keyId ?? "clipboard"}`);
    return this.world.diagnosis;
  });
  diagnoseCopyMended = () => this.#do("diagnoseCopyMended", () => undefined);
  checkKnownKey = (keyId: string) => this.#do("checkKnownKey", (): TakenView => ({ kind: "stored", key: this.#change(keyId, { tested: true }), why: "works", company: "Olea Market", email: "amira@olea-market.tn" }));
  noteSwitched = (keyId: string, active: boolean) => this.#do("noteSwitched", () => {
    const on = this.world.standing === "not_held" ? active : this.world.standing === "accepted";
    this.#change(keyId, { status: on ? "active" : "inactive", removal: on ? { kind: "still_on" } : { kind: "now" } });
    return this.world.standing;
  });
  forgetKey = (keyId: string) => this.#do("forgetKey", () => {
    if (this.world.dialog !== "confirm") return false;
    this.setList({ keys: this.world.list.keys.filter((key) => key.id !== keyId) });
    return true;
  });

  onAppChanged = (listener: (view: AppView) => void) => this.#on(this.#app, listener);
  onRegenerateChanged = (listener: (event: RegenerateEvent) => void) => this.#on(this.#regenerate, listener);
  onKeysChanged = (listener: () => void) => this.#on(this.#keys, listener);
  onRotationsChanged = (listener: () => void) => this.#on(this.#rotations, listener);
  onInboxChanged = (listener: () => void) => this.#on(this.#inbox, listener);
  onUpdateChanged = (listener: (view: UpdateView) => void) => this.#on(this.#update, listener);
  #on<L>(set: Set<L>, listener: L): Promise<Unlisten> {
    set.add(listener);
    return Promise.resolve(() => void set.delete(listener));
  }

  // What a test or a picture does to this shell from outside.
  setApp(over: Partial<AppView>): AppView {
    this.world.app = { ...this.world.app, ...over };
    for (const listener of this.#app) listener(this.#cross(this.world.app));
    return this.world.app;
  }
  setList(over: Partial<KeyListView>): void {
    this.world.list = { ...this.world.list, ...over };
    for (const listener of this.#keys) listener();
  }
  setUpdate(view: UpdateView): void {
    this.world.update = view;
    for (const listener of this.#update) listener(view);
  }
  setInbox(over: Partial<InboxView>): void {
    this.world.inbox = { ...this.world.inbox, ...over };
    for (const listener of this.#inbox) listener();
  }
  answerDialog(answer: "confirm" | "decline" | "rotate"): void {
    if (answer === "confirm") this.#send();
    else this.#step({ step: "cancelled", why: answer === "rotate" ? "rotating" : "declined" });
  }

  setRotation(operation: string, over: Partial<RotationView>): void {
    this.world.rotations = this.world.rotations.map((one) => (one.operation === operation ? { ...one, ...over } : one));
    for (const listener of this.#rotations) listener();
  }
  #end(operation: string): void {
    this.world.rotations = this.world.rotations.filter((one) => one.operation !== operation);
    for (const listener of this.#rotations) listener();
  }
  #confirmed(operation: string, to: "off" | "gone"): boolean {
    if (this.world.dialog !== "confirm") return false;
    if (to === "gone") this.#end(operation);
    else this.setRotation(operation, { stage: "off", offAt: new Date().toISOString() });
    return true;
  }
  #putOff(keyId: string, kind: ReminderKind, putOff: PutOffView | null): InboxView {
    const is = (one: { keyId: string; kind: ReminderKind }) => one.keyId === keyId && one.kind === kind;
    const { open, putOff: away } = this.world.inbox;
    const found = [...open, ...away].find(is);
    if (!found) throw new IpcFailure(failure("not_now"));
    const rest = [open, away].map((items) => items.filter((one) => !is(one)));
    const item = { ...found, putOff };
    this.setInbox({ open: putOff ? rest[0] ?? [] : [...(rest[0] ?? []), item], putOff: putOff ? [...(rest[1] ?? []), item] : rest[1] ?? [] });
    return this.world.inbox;
  }
  #trouble(operation: string, state: TroubleState | null): void {
    const key = this.world.list.keys.find((one) => one.trouble?.operation === operation);
    if (key) this.#change(key.id, { trouble: state && key.trouble ? { ...key.trouble, state } : null });
  }
  #addPlace(keyId: string, name: string, keeper: string | null): PlaceView {
    if (name.trim() === "") throw new IpcFailure({ ...failure("invalid_input"), detail: { field: "name", rule: "empty", retryAfterSeconds: null } });
    const place: PlaceView = { id: `place-${this.#next++}`, name: name.trim(), keeper, installedAt: null, needsNew: false };
    const key = this.world.list.keys.find((one) => one.id === keyId);
    this.#change(keyId, { places: [...(key?.places ?? []), place] });
    return place;
  }
  #place(placeId: string, change: (place: PlaceView) => PlaceView | null): void {
    const key = this.world.list.keys.find((one) => one.places.some((place) => place.id === placeId));
    if (!key) return;
    this.#change(key.id, { places: key.places.flatMap((place) => (place.id === placeId ? (change(place) ?? []) : place)) });
  }
  #tick(placeId: string, ticked: boolean, operation: string | null): void {
    const installedAt = ticked ? new Date().toISOString() : null;
    if (operation === null) return this.#place(placeId, (place) => ({ ...place, installedAt, needsNew: !ticked }));
    const rotation = this.world.rotations.find((one) => one.operation === operation);
    if (rotation) this.setRotation(operation, { places: rotation.places.map((place) => (place.id === placeId ? { ...place, has: ticked, installedAt } : place)) });
  }

  #make({ name, environment, rateLimit, place: where }: CreateKeyRequest): void {
    const secret = `sk_${environment}_${hex(64)}`;
    const id = `made-${this.#next++}`;
    const newPrefix = secret.slice(0, `sk_${environment}_`.length + 6);
    const places = where ? [place(`place-${this.#next++}`, where.name, { keeper: where.keeper })] : [];
    this.#secrets.set(id, secret);
    this.setList({ keys: [...this.world.list.keys, key(id, name, { environment, rateLimit, prefix: newPrefix, createdAt: new Date().toISOString(), places })] });
    this.#operation = { operation: `op-${this.#next++}`, keyId: id, leaked: false, state: { step: "preparing" } };
    const done = { step: "done", at: new Date().toISOString(), newPrefix, oldPrefix: null, made: true, onClipboard: true, kept: "keychain", keychainName: this.world.app.keychain.name } as const;
    this.#step({ ...done, check: { kind: "checking" } });
    this.#toClipboard(id);
    this.#later(600, () => this.#step({ ...done, check: { kind: "works", at: done.at } }));
  }

  #start(keyId: string, leaked: boolean): RegenerateEvent {
    if (this.#operation && ["preparing", "countdown", "asking", "sending"].includes(this.#operation.state.step)) throw new IpcFailure(failure("rotation_busy"));
    this.#operation = { operation: `op-${this.#next++}`, keyId, leaked, state: { step: "preparing" } };
    this.#later(60, () => {
      if (this.world.list.keys.find((key) => key.id === keyId)?.asksFirst || leaked) this.#ask();
      else this.#count(3);
    });
    return this.#operation;
  }
  #ask(): void {
    this.#step({ step: "asking" });
    const answer = this.world.dialog;
    if (answer !== "wait" && answer !== "another") this.#later(500, () => this.answerDialog(answer));
  }
  #count(secondsLeft: number): void {
    if (secondsLeft === 3) this.#lastBeat = Date.now();
    this.#step({ step: "countdown", secondsLeft });
    this.#later(1000, () => {
      if (Date.now() - this.#lastBeat > HEARTBEAT_LIMIT) this.#step({ step: "cancelled", why: "page_gone" });
      else if (secondsLeft > 1) this.#count(secondsLeft - 1);
      else this.#send();
    });
  }
  #send(): void {
    this.#step({ step: "sending" });
    this.#later(400, () => this.#finish());
  }
  #finish(): void {
    const keyId = this.#operation?.keyId ?? "";
    const key = this.world.list.keys.find((found) => found.id === keyId);
    const oldPrefix = key?.prefix ?? null;
    const { outcome } = this.world;
    if (outcome === "no") return this.#step({ step: "failed", error: failure("offline"), oldPrefix });
    if (outcome === "lost" || outcome === "unknown") {
      this.#change(keyId, { trouble: trouble(outcome === "lost" ? { kind: "lost", newPrefix: "sk_live_0d94b7", someoneUses: false, answer: false } : { kind: "resolving" }) });
      return this.#step({ step: "unknown", oldPrefix });
    }
    const environment = key?.environment ?? "live";
    const secret = `sk_${environment}_${hex(64)}`;
    this.#secrets.set(keyId, secret);
    const newPrefix = secret.slice(0, `sk_${environment}_`.length + 6);
    const onClipboard = outcome !== "no_clipboard";
    const kept = outcome === "not_kept" ? "nowhere" : outcome === "sealed" ? "sealed" : "keychain";
    this.#change(keyId, { prefix: newPrefix, held: kept === "keychain", trouble: null, attention: null, changedAt: new Date().toISOString(), lastUse: { kind: "never" } });
    const done = { step: "done", at: new Date().toISOString(), newPrefix, oldPrefix, made: false, onClipboard, kept, keychainName: this.world.app.keychain.name } as const;
    this.#step({ ...done, check: { kind: "checking" } });
    if (onClipboard) this.#toClipboard(keyId);
    this.#later(600, () => this.#step({ ...done, check: this.world.check.kind === "works" ? { kind: "works", at: done.at } : this.world.check }));
  }
  #step(state: RegenerateState): void {
    if (!this.#operation) return;
    clearTimeout(this.#timer);
    this.#operation = { ...this.#operation, state };
    for (const listener of this.#regenerate) listener(this.#cross(this.#operation));
  }
  #later(ms: number, run: () => void): void {
    clearTimeout(this.#timer);
    if (this.world.freeze !== null && this.#operation?.state.step === this.world.freeze) return;
    this.#timer = setTimeout(run, ms);
  }

  #toClipboard(keyId: string): void {
    const key = this.world.list.keys.find((found) => found.id === keyId);
    if (!key || !this.#secrets.has(keyId)) throw new IpcFailure(failure("vault_entry_missing"));
    this.setApp({ clipboard: { keyId, name: key.name, environment: key.environment, remainingSeconds: CLIPBOARD, totalSeconds: CLIPBOARD } });
    this.#clearIn(CLIPBOARD);
  }
  #clearIn(seconds: number): void {
    clearTimeout(this.#clipboardTimer);
    this.#clipboardTimer = setTimeout(() => this.#clear(), seconds * 1000);
  }
  #clear(): void {
    clearTimeout(this.#clipboardTimer);
    this.setApp({ clipboard: null, clipboardNotCleared: false });
  }
  #extend(): void {
    const { clipboard } = this.world.app;
    if (!clipboard) return;
    const remainingSeconds = clipboard.remainingSeconds + CLIPBOARD;
    this.setApp({ clipboard: { ...clipboard, remainingSeconds, totalSeconds: remainingSeconds } });
    this.#clearIn(remainingSeconds);
  }

  #take(): TakenView {
    const taken = this.world.taken.shift();
    if (!taken) throw new IpcFailure(failure("clipboard_no_key"));
    if (taken.kind === "stored") {
      const keys = this.world.list.keys.filter((key) => key.id !== taken.key.id);
      this.#secrets.set(taken.key.id, `sk_${taken.key.environment}_${hex(64)}`);
      this.setList({ keys: [...keys, taken.key] });
    }
    return taken;
  }
  #change(keyId: string, over: Partial<KeyView>): KeyView {
    const keys = this.world.list.keys.map((key) => (key.id === keyId ? { ...key, ...over } : key));
    this.setList({ keys });
    const changed = keys.find((key) => key.id === keyId);
    if (!changed) throw new IpcFailure(failure("not_found"));
    return changed;
  }
}
