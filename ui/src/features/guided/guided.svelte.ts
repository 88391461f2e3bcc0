/**
 * Guided mode: keys come in from the clipboard, and regenerating happens on the portal in three steps.
 * Not here: the clipboard itself. The shell reads it once when asked and keeps what it read.
 */
import { toIpcError, type Client, type IpcError, type KeyView, type StandingView, type TakenView } from "../../ipc/client";
import type { Announcer } from "../../shared/announcer.svelte";
import { t } from "../../shared/text/text.svelte";

/** What is done on the portal. */
export type WalkKind = "regenerate" | "make" | "off" | "on" | "delete";
/** `keyId`: null while there is no key yet. `standing`: what DHMAD said after "off" or "on". */
export type Walk = { kind: WalkKind; keyId: string | null; portalOpened: boolean; standing: StandingView | null };

export class Guided {
  walk = $state.raw<Walk | null>(null);
  taken = $state.raw<TakenView | null>(null);
  error = $state.raw<IpcError | null>(null);
  taking = $state(false);

  constructor(
    readonly client: Client,
    readonly announcer: Announcer,
    readonly onChanged: () => void,
  ) {}

  /** A question that was left open, perhaps by an earlier start. */
  adopt(waiting: TakenView | null): void {
    if (waiting && this.taken === null && !this.taking) this.taken = waiting;
  }

  startWalk(keyId: string | null, kind: WalkKind): void {
    if (this.walk?.keyId === keyId && this.walk.kind === kind) return;
    this.close();
    this.walk = { kind, keyId, portalOpened: false, standing: null };
  }

  /** Switched there: how does it stand? */
  async noteSwitched(): Promise<void> {
    const walk = this.walk;
    const keyId = walk?.keyId;
    if (!walk || !keyId) return;
    await this.#busy(async () => {
      const standing = await this.client.noteSwitched(keyId, walk.kind === "on");
      if (this.walk?.keyId === keyId && this.walk.kind === walk.kind) this.walk = { ...this.walk, standing };
    });
  }

  /** Deleted there: whether it is forgotten here. */
  async forget(): Promise<boolean> {
    const keyId = this.walk?.keyId;
    if (!keyId) return false;
    return (await this.#busy(() => this.client.forgetKey(keyId))) ?? false;
  }

  async openPortal(): Promise<void> {
    this.error = null;
    try {
      await this.client.openPortal();
      if (this.walk) this.walk = { ...this.walk, portalOpened: true };
    } catch (thrown) {
      this.error = toIpcError(thrown);
    }
  }

  async take(): Promise<void> {
    await this.#take((error) => (this.error = error));
  }

  /** Back in this window after the portal: one quiet look, which says nothing when no key is there yet. */
  async returned(): Promise<void> {
    const takes = this.walk?.kind === "regenerate" || this.walk?.kind === "make";
    if (!takes || !this.walk?.portalOpened || this.taken) return;
    await this.#take((error) => {
      if (!error.code.startsWith("clipboard_")) this.error = error;
    });
  }

  async check(keyId: string): Promise<void> {
    await this.#run(() => this.client.checkKnownKey(keyId), (error) => (this.error = error));
  }

  async answer(accept: boolean): Promise<void> {
    await this.#run(() => this.client.answerTaken({ accept }), (error) => (this.error = error));
  }

  async rename(keyId: string, name: string): Promise<KeyView | null> {
    this.error = null;
    try {
      const key = await this.client.renameKnownKey(keyId, name);
      if (this.taken?.kind === "stored" && this.taken.key.id === keyId) this.taken = { ...this.taken, key };
      this.onChanged();
      return key;
    } catch (thrown) {
      this.error = toIpcError(thrown);
      return null;
    }
  }

  close(): void {
    // A key that waits for an answer is let go: nothing is overwritten by closing.
    if (this.taken?.kind === "question") void this.client.answerTaken({ accept: false }).catch(() => undefined);
    this.walk = null;
    this.taken = null;
    this.error = null;
  }

  #take(onError: (error: IpcError) => void): Promise<void> {
    return this.#run(() => this.client.takeKey(this.walk?.keyId ?? null), onError);
  }

  async #run(ask: () => Promise<TakenView | null>, onError: (error: IpcError) => void): Promise<void> {
    await this.#busy(async () => {
      this.taken = await ask();
      if (this.taken?.kind === "stored") this.announcer.say(t("taken-spoken"));
    }, onError);
  }

  /** One thing at a time. */
  async #busy<T>(run: () => Promise<T>, onError = (error: IpcError): void => void (this.error = error)): Promise<T | null> {
    if (this.taking) return null;
    this.taking = true;
    this.error = null;
    try {
      const result = await run();
      this.onChanged();
      return result;
    } catch (thrown) {
      onError(toIpcError(thrown));
      return null;
    } finally {
      this.taking = false;
    }
  }
}
