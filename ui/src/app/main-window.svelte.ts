/**
 * The state of the main window: the shell's view of the app, and the stores of the features, tied together.
 * Features do not know each other; this is where a regenerate meets the list it happens in.
 */
import { toIpcError, type AppView, type AskedView, type Client, type CopyForm, type CreateKeyRequest, type GoTo, type IpcError, type KeyView, type RegenerateEvent, type Unlisten } from "../ipc/client";
import { Diagnose } from "../features/diagnose/diagnose.svelte";
import { Guided } from "../features/guided/guided.svelte";
import { Checklist } from "../features/checklist/checklist.svelte";
import { Updates } from "../features/updates/updates.svelte";
import { Inbox } from "../features/inbox/inbox.svelte";
import { KeysStore } from "../features/keys/keys.svelte";
import { Rotations } from "../features/rotations/rotations.svelte";
import { Regenerate } from "../features/regenerate/regenerate.svelte";
import { Reminding } from "../features/settings/reminding.svelte";
import type { Tab } from "../features/settings/SettingsPage.svelte";
import type { Announcer } from "../shared/announcer.svelte";
import { tell } from "../shared/errors/presentation";
import { isolate, setLocale, t } from "../shared/text/text.svelte";
import { envWord } from "../shared/text/words";
import { applyTheme } from "../shared/theme";
import { ClipboardWatch } from "./clipboard.svelte";
import type { Page } from "./pages";

export class MainWindow {
  app = $state.raw<AppView | null>(null);
  page = $state<Page>("keys");
  unlocking = $state(false);
  readonly keys: KeysStore;
  readonly regenerate: Regenerate;
  readonly guided: Guided;
  readonly rotations: Rotations;
  readonly diagnose: Diagnose;
  readonly inbox: Inbox;
  readonly checklist: Checklist;
  readonly updates: Updates;
  readonly reminding: Reminding;
  settingsTab = $state<Tab>("general");
  /** The key that the details page shows. */
  detailsId = $state<string | null>(null);
  /** The page that it was opened from. */
  detailsFrom = $state<Page>("keys");
  /** The key whose trouble is open. */
  troubleId = $state<string | null>(null);
  readonly clipboard: ClipboardWatch;
  /** Another key should be made before this one goes. */
  onMakeAnother: (key: KeyView) => void = () => undefined;
  #unlisten: Unlisten[] = [];
  #stopped = false;
  /** Where the window is being led: the same word again, until the shell heard that it arrived, is no second one. */
  #ledTo = "";

  constructor(
    readonly client: Client,
    readonly announcer: Announcer,
  ) {
    this.keys = new KeysStore(client);
    this.regenerate = new Regenerate(client, announcer, (id) => this.keys.find(id));
    this.guided = new Guided(client, announcer, () => void this.keys.follow());
    this.rotations = new Rotations(client, announcer);
    this.diagnose = new Diagnose(client);
    this.inbox = new Inbox(client, announcer);
    this.checklist = new Checklist(client);
    this.updates = new Updates(client);
    this.reminding = new Reminding(client);
    this.clipboard = new ClipboardWatch(announcer);
  }

  /** The row that is open, whichever feature opened it. */
  openedId = $derived.by(() => this.regenerate.keyId ?? this.guided.walk?.keyId ?? (this.troubleId !== null && this.keys.find(this.troubleId)?.trouble ? this.troubleId : null));

  /** A countdown that nobody sees is none: leaving the list calls it off. */
  go(page: Page): void {
    if (page !== "keys") void this.regenerate.cancel();
    this.page = page;
    if (page === "settings") void this.updates.load();
  }

  async start(): Promise<void> {
    const listening = await Promise.all([
      this.client.onAppChanged((view) => {
        this.show(view);
        // What an update waits for may be over.
        if (this.updates.waiting) void this.updates.load();
      }),
      this.client.onRegenerateChanged((event) => this.#follow(event)),
      this.client.onKeysChanged(() => this.#followKeys()),
      this.client.onRotationsChanged(() => void this.rotations.load()),
      this.client.onInboxChanged(() => this.#followInbox()),
      this.client.onUpdateChanged((view) => this.updates.show(view)),
    ]);
    this.#unlisten.push(...listening);
    if (this.#stopped) return this.stop();
    const known = this.client.appState().then((view) => this.show(view)).catch((thrown: unknown) => (this.keys.failure = toIpcError(thrown)));
    await Promise.all([known, this.keys.load(), this.rotations.load(), this.reminding.load(), this.updates.load()]);
  }

  #followKeys(): void {
    void this.keys.follow();
    if (this.page === "checklist") void this.checklist.load();
  }
  #followInbox(): void {
    if (this.page === "inbox") void this.inbox.load();
    if (this.page === "checklist") void this.checklist.load();
    void this.reminding.load();
  }

  /** A sign-in that ended shows in the list too: there is the way back in. */
  #follow(event: RegenerateEvent): void {
    this.regenerate.follow(event);
    // Its end is the key's trouble now, which the same row shows.
    if (event.state.step === "unknown") this.troubleId = event.keyId;
    if (event.state.step === "cancelled" && event.state.why === "rotating") void this.rotate(event.keyId);
    if (event.state.step === "failed" && event.state.error.code === "session_expired") void this.keys.load();
  }

  stop(): void {
    this.#stopped = true;
    for (const unlisten of this.#unlisten.splice(0)) unlisten();
    this.regenerate.stop();
    this.clipboard.stop();
  }

  show(view: AppView): void {
    this.app = view;
    setLocale(view.locale);
    applyTheme(view.theme);
    this.clipboard.follow(view);
    this.regenerate.adopt(view.operation);
    this.guided.adopt(view.takenWaiting);
    if (view.goTo) void this.#lead(view.goTo);
  }

  /** Where a notification or the tray leads. */
  async #lead(to: GoTo): Promise<void> {
    const where = JSON.stringify(to);
    if (where === this.#ledTo) return;
    this.#ledTo = where;
    if (to.page === "key") this.showDetails(to.keyId);
    else if (to.page === "rotate") await this.rotate(to.keyId);
    else this.go("inbox");
    await this.#say(this.client.arrived());
    this.#ledTo = "";
  }

  /** To the page of safe rotations, with a proposal where there is none for this key yet. */
  async rotate(keyId: string): Promise<void> {
    await this.regenerate.dismiss();
    await this.rotations.load();
    this.rotations.propose(keyId);
    this.go("rotations");
  }

  showDetails(keyId: string): void {
    this.keys.told = null;
    this.detailsId = keyId;
    if (this.page !== "details") this.detailsFrom = this.page === "inbox" || this.page === "checklist" ? this.page : "keys";
    this.go("details");
  }

  showReminders(): void {
    this.settingsTab = "reminders";
    this.go("settings");
  }

  /** Why does this key not work? */
  why(key: KeyView): void {
    this.go("diagnose");
    void this.diagnose.look(key.id);
  }

  openTrouble(keyId: string): void {
    this.troubleId = keyId;
  }
  async closeTrouble(): Promise<void> {
    this.troubleId = null;
    await this.regenerate.dismiss();
  }

  startRegenerate(key: KeyView, leaked = false): void {
    this.keys.told = null;
    if (this.app?.access === "guided") return this.guided.startWalk(key.id, "regenerate");
    if (this.regenerate.running && this.regenerate.keyId !== key.id) return this.announcer.say(t("error-rotation-busy"));
    this.troubleId = null;
    void this.regenerate.start(key.id, leaked);
  }

  async copy(key: KeyView, form: CopyForm = "bare"): Promise<boolean> {
    const copied = await this.keys.copy(key.id, form);
    const seconds = this.clipboard.view?.totalSeconds ?? 30;
    if (copied) this.announcer.say(t("copied-spoken", { name: isolate(key.name), env: envWord(key.environment), n: seconds }));
    return copied;
  }

  /** At DHMAD, or in guided mode on this computer. What went wrong, if anything did. */
  async rename(key: KeyView, name: string): Promise<IpcError | null> {
    try {
      if (this.app?.access === "guided") return (await this.guided.rename(key.id, name)) ? null : this.guided.error;
      await this.client.renameKey(key.id, name);
      return null;
    } catch (thrown) {
      return toIpcError(thrown);
    }
  }

  async create(request: CreateKeyRequest): Promise<IpcError | null> {
    try {
      await this.client.createKey(request);
      return null;
    } catch (thrown) {
      return toIpcError(thrown);
    }
  }

  async turn(key: KeyView, active: boolean): Promise<void> {
    if (this.app?.access === "guided") return this.guided.startWalk(key.id, active ? "on" : "off");
    return this.#change(key, this.client.switchKey(key.id, active), active ? t("turned-on", { name: isolate(key.name) }) : t("turned-off", { name: isolate(key.name) }));
  }

  async remove(key: KeyView): Promise<void> {
    if (this.app?.access === "guided") return this.guided.startWalk(key.id, "delete");
    return this.#change(key, this.client.deleteKey(key.id), t("deleted", { name: isolate(key.name) }));
  }

  /** Off, and on again by itself. What went wrong, if anything did. */
  async switchOffFor(key: KeyView, minutes: number): Promise<IpcError | null> {
    try {
      const ended = await this.client.switchOffFor(key.id, minutes);
      if (ended === "done") this.announcer.say(t("turned-off", { name: isolate(key.name) }));
      if (ended === "make_another") this.onMakeAnother(key);
      return null;
    } catch (thrown) {
      return toIpcError(thrown);
    }
  }

  async keepOff(key: KeyView): Promise<void> {
    this.keys.told = null;
    try {
      await this.client.keepOff(key.id);
      this.announcer.say(t("kept-off", { name: isolate(key.name) }));
    } catch (thrown) {
      this.keys.told = { keyId: key.id, error: toIpcError(thrown) };
    }
  }

  /** The row shows what came of it; a failure is told there too. */
  async #change(key: KeyView, call: Promise<AskedView>, said: string): Promise<void> {
    this.keys.told = null;
    try {
      const ended = await call;
      if (ended === "done") this.announcer.say(said);
      if (ended === "make_another") this.onMakeAnother(key);
    } catch (thrown) {
      this.keys.told = { keyId: key.id, error: toIpcError(thrown) };
    }
  }

  clearClipboard(): Promise<void> {
    return this.#say(this.client.clipboardClear());
  }
  moreSeconds(): Promise<void> {
    return this.#say(this.client.clipboardExtend());
  }
  openPortal(): Promise<void> {
    return this.#say(this.client.openPortal());
  }
  quit(): Promise<void> {
    return this.#say(this.client.quit());
  }
  signInAgain(): Promise<void> {
    return this.#say(this.client.signOut({ removeKeys: false }));
  }

  async unlock(): Promise<void> {
    if (this.unlocking) return;
    this.unlocking = true;
    try {
      const keychain = await this.client.unlockKeychain();
      if (this.app) this.app = { ...this.app, keychain };
    } catch (thrown) {
      this.#tell(thrown);
    } finally {
      this.unlocking = false;
    }
  }
  async cancelUnlock(): Promise<void> {
    await this.#say(this.client.cancelUnlock());
    this.unlocking = false;
  }

  // These have no place of their own on the page: the state they leave is on screen, the failure is spoken.
  async #say(call: Promise<void>): Promise<void> {
    try {
      await call;
    } catch (thrown) {
      this.#tell(thrown);
    }
  }
  #tell(thrown: unknown): void {
    const told = tell(toIpcError(thrown));
    this.announcer.say(`${told.happened} ${told.todo}`, "assertive");
  }
}
