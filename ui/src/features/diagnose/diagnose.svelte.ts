/** Why a key does not work. The key itself stays in the shell: here is only what was found. */
import { toIpcError, type Client, type DiagnosisView, type IpcError } from "../../ipc/client";

export class Diagnose {
  found = $state.raw<DiagnosisView | null>(null);
  error = $state.raw<IpcError | null>(null);
  busy = $state(false);
  /** The key that was asked about; null for the clipboard. */
  #keyId: string | null = null;

  constructor(readonly client: Client) {}

  /** Looks at a key of the list, or at what is on the clipboard. */
  async look(keyId: string | null): Promise<void> {
    if (this.busy) return;
    this.#keyId = keyId;
    await this.#run(async () => (this.found = await this.client.diagnose(keyId)));
  }

  again(): Promise<void> {
    return this.look(this.#keyId);
  }

  /** Returns whether the clean key is on the clipboard. */
  async copyMended(): Promise<boolean> {
    return this.#run(() => this.client.diagnoseCopyMended());
  }

  async #run(act: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.error = toIpcError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
