/**
 * Guided mode: keys come in from the clipboard, and regenerating happens on the portal in three steps.
 * Not here: the clipboard itself. The shell reads it once when asked and keeps what it read.
 */
import { toIpcError, type Client, type IpcError, type KeyView, type TakenView } from "../../ipc/client";
import type { Announcer } from "../../shared/announcer.svelte";
import { t } from "../../shared/text/text.svelte";

export type Walk = { keyId: string; portalOpened: boolean };

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

  startWalk(keyId: string): void {
    if (this.walk?.keyId === keyId) return;
    this.close();
    this.walk = { keyId, portalOpened: false };
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
    if (!this.walk?.portalOpened || this.taken) return;
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
    if (this.taking) return;
    this.taking = true;
    this.error = null;
    try {
      this.taken = await ask();
      if (this.taken?.kind === "stored") this.announcer.say(t("taken-spoken"));
      this.onChanged();
    } catch (thrown) {
      onError(toIpcError(thrown));
    } finally {
      this.taking = false;
    }
  }
}
