/** What the shell knows of newer versions. */
import { toIpcError, type Client, type IpcError, type UpdateView } from "../../ipc/client";

export class Updates {
  view = $state.raw<UpdateView | null>(null);
  failure = $state.raw<IpcError | null>(null);

  constructor(readonly client: Client) {}

  /** a newer version waits for the person */
  get waiting(): boolean {
    const stage = this.view?.found?.stage;
    return stage === "ready" || stage === "told" || stage === "in_place";
  }

  show(view: UpdateView): void {
    this.view = view;
  }

  load = () => this.#ask(() => this.client.updateState());
  look = () => this.#ask(() => this.client.lookForUpdate());
  lookByItself = (on: boolean) => this.#ask(() => this.client.setUpdateLooks(on));
  install = () => this.#ask(() => this.client.installUpdate());
  openPage = () => this.#ask(async () => {
    await this.client.openReleases();
    return null;
  });

  async #ask(ask: () => Promise<UpdateView | null>): Promise<void> {
    this.failure = null;
    try {
      this.view = (await ask()) ?? this.view;
    } catch (thrown) {
      this.failure = toIpcError(thrown);
    }
  }
}
