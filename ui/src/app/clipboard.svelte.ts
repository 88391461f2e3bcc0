/** The key of ours that is on the clipboard: whose it is, how long, and what is said about it. */
import type { AppView, ClipboardView } from "../ipc/client";
import type { Announcer } from "../shared/announcer.svelte";
import { t } from "../shared/text/text.svelte";
import { Countdown } from "../shared/time/countdown.svelte";

const LAST_SECONDS = 5;

export class ClipboardWatch {
  view = $state.raw<ClipboardView | null>(null);
  #announcer: Announcer;
  #countdown: Countdown;

  constructor(announcer: Announcer) {
    this.#announcer = announcer;
    this.#countdown = new Countdown((seconds) => {
      if (seconds === LAST_SECONDS) announcer.say(t("clipboard-five"));
    });
  }

  get seconds(): number {
    return this.#countdown.seconds;
  }

  follow(app: AppView): void {
    const before = this.view;
    const next = app.clipboard;
    if (next === null) {
      this.#countdown.stop();
      if (before && !app.clipboardNotCleared) this.#announcer.say(t("clipboard-cleared"));
    } else {
      this.#countdown.start(next.remainingSeconds);
    }
    this.view = next;
  }

  /** For the row of one key. */
  of(keyId: string): { seconds: number; total: number } | null {
    return this.view?.keyId === keyId ? { seconds: this.seconds, total: this.view.totalSeconds } : null;
  }

  stop(): void {
    this.#countdown.stop();
  }
}
