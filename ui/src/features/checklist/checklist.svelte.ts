/** The security checklist, as the shell works it out. */
import { toIpcError, type ChecklistView, type Client, type IpcError } from "../../ipc/client";
import { Skeleton } from "../../shared/time/skeleton.svelte";

export class Checklist {
  view = $state.raw<ChecklistView | null>(null);
  failure = $state.raw<IpcError | null>(null);
  readonly skeleton = new Skeleton();
  #asked = 0;

  constructor(readonly client: Client) {}

  async load(): Promise<void> {
    const turn = ++this.#asked;
    if (!this.view) this.skeleton.expect();
    try {
      const view = await this.client.securityChecklist();
      await this.skeleton.end();
      if (turn === this.#asked) [this.view, this.failure] = [view, null];
    } catch (thrown) {
      await this.skeleton.end();
      if (turn === this.#asked) this.failure = toIpcError(thrown);
    }
  }
}
