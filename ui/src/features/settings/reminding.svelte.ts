/** The settings of reminders and of the background. Each change is shown at once and kept as it is made. */
import { toIpcError, type Client, type IpcError, type PreviewView, type RemindersView, type ReminderSettings } from "../../ipc/client";

export class Reminding {
  view = $state.raw<RemindersView | null>(null);
  failure = $state.raw<IpcError | null>(null);
  /** The last change was not kept. */
  error = $state.raw<IpcError | null>(null);
  preview = $state.raw<PreviewView | null>(null);
  testing = $state(false);
  testError = $state.raw<IpcError | null>(null);
  /** What is to be kept next: while one change is on its way, only the last of the others. */
  #wanted: ReminderSettings | null = null;
  #keeping = false;
  #looked = 0;

  constructor(readonly client: Client) {}

  async load(): Promise<void> {
    try {
      const view = await this.client.reminderSettings();
      this.failure = null;
      this.#show(view);
    } catch (thrown) {
      this.failure = toIpcError(thrown);
    }
  }

  async change(part: Partial<ReminderSettings>): Promise<void> {
    if (!this.view) return;
    const settings = { ...this.view.settings, ...part };
    this.view = { ...this.view, settings };
    this.#wanted = settings;
    if (this.#keeping) return;
    this.#keeping = true;
    this.error = null;
    while (this.#wanted) {
      const next: ReminderSettings = this.#wanted;
      this.#wanted = null;
      try {
        const view = await this.client.setReminders(next);
        if (!this.#wanted) this.view = view;
      } catch (thrown) {
        this.error = toIpcError(thrown);
      }
    }
    this.#keeping = false;
    // What is kept is what counts.
    if (this.error) await this.load();
  }

  /** What the settings would make of the keys now. */
  async look(settings: ReminderSettings): Promise<void> {
    const turn = ++this.#looked;
    try {
      const preview = await this.client.previewReminders(settings);
      if (turn === this.#looked) this.preview = preview;
    } catch {
      if (turn === this.#looked) this.preview = null;
    }
  }

  async test(): Promise<void> {
    if (this.testing) return;
    this.testing = true;
    this.testError = null;
    try {
      this.#show(await this.client.testNotification());
    } catch (thrown) {
      this.testError = toIpcError(thrown);
    } finally {
      this.testing = false;
    }
  }

  /** A change on its way is newer than what the shell says. */
  #show(view: RemindersView): void {
    this.view = this.#keeping && this.view ? { ...view, settings: this.view.settings } : view;
  }
}
