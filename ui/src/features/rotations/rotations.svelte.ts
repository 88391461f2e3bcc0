/** The safe rotations of this window. Each step is a click, and the shell does it. */
import { toIpcError, type Client, type IpcError, type RotationView } from "../../ipc/client";
import type { Announcer } from "../../shared/announcer.svelte";
import { t } from "../../shared/text/text.svelte";

export class Rotations {
  list = $state.raw<RotationView[] | null>(null);
  failure = $state.raw<IpcError | null>(null);
  /** The key for which a rotation is proposed. */
  proposed = $state<string | null>(null);
  /** The rotation or the proposal that is waiting for the shell. */
  busy = $state<string | null>(null);
  /** What went wrong with one rotation, told on its card. */
  told = $state.raw<{ operation: string; error: IpcError } | null>(null);
  #asked = 0;

  constructor(
    readonly client: Client,
    readonly announcer: Announcer,
  ) {}

  async load(): Promise<void> {
    const turn = ++this.#asked;
    try {
      const list = await this.client.listRotations();
      if (turn === this.#asked) [this.list, this.failure] = [list, null];
    } catch (thrown) {
      if (turn === this.#asked) this.failure = toIpcError(thrown);
    }
  }

  propose(keyId: string): void {
    this.told = null;
    this.proposed = this.list?.some((one) => one.oldKeyId === keyId || one.newKeyId === keyId) ? null : keyId;
  }

  /** Makes the second key. */
  async start(keyId: string): Promise<void> {
    const started = await this.run(keyId, () => this.client.rotationStart(keyId));
    await this.load();
    if (!started) return;
    this.proposed = null;
    this.announcer.say(t("rotation-started-spoken"));
  }

  /** One act on one rotation; another one meanwhile does nothing. Returns whether it was done. */
  async run(operation: string, act: () => Promise<void | boolean>): Promise<boolean> {
    if (this.busy !== null) return false;
    this.busy = operation;
    this.told = null;
    try {
      return (await act()) !== false;
    } catch (thrown) {
      this.told = { operation, error: toIpcError(thrown) };
      return false;
    } finally {
      this.busy = null;
    }
  }
}
