/**
 * The regenerate under way, as the shell tells it. This side only asks, shows, sends heartbeats and speaks.
 * Not here: the countdown itself and every decision about sending; both are the shell's.
 */
import { toIpcError, type Client, type KeyView, type RegenerateEvent, type RegenerateState } from "../../ipc/client";
import type { Announcer } from "../../shared/announcer.svelte";
import { isolate, t } from "../../shared/text/text.svelte";
import { clockTime } from "../../shared/time/when";
import { envWord } from "../../shared/text/words";
import { tell } from "../../shared/errors/presentation";

const HEARTBEAT = 300;
const CLIPBOARD_SECONDS = 30;
/** A start that was refused before the shell gave it a number. */
const REFUSED = "";

const isOver = (state: RegenerateState) => state.step === "done" || state.step === "cancelled" || state.step === "failed" || state.step === "unknown";

export class Regenerate {
  event = $state.raw<RegenerateEvent | null>(null);
  #starting = false;
  /** Cancel was pressed before the shell had given the operation a number. */
  #cancelWished = false;
  /** Operations that were closed here: their late proofs open no row again. */
  #closed = new Set<string>();
  #beat: ReturnType<typeof setInterval> | undefined;

  constructor(
    readonly client: Client,
    readonly announcer: Announcer,
    readonly nameOf: (keyId: string) => KeyView | undefined,
  ) {}

  keyId = $derived(this.event?.keyId ?? null);
  running = $derived(this.event !== null && !isOver(this.event.state));

  async start(keyId: string, leaked = false): Promise<void> {
    if (this.#starting || this.running) return;
    this.#starting = true;
    this.#cancelWished = false;
    const before = this.event;
    if (before) this.#closed.add(before.operation);
    this.event = { operation: REFUSED, keyId, leaked, state: { step: "preparing" } };
    try {
      if (before && before.operation !== REFUSED) await this.client.regenerateDismiss(before.operation).catch(() => undefined);
      const started = await this.client.regenerate(keyId, leaked);
      // Its first events can be here before the answer is.
      if (this.event?.operation !== started.operation) this.follow(started);
      if (this.#cancelWished) await this.client.regenerateCancel(started.operation).catch(() => undefined);
    } catch (thrown) {
      const failed: RegenerateState = { step: "failed", error: toIpcError(thrown), oldPrefix: null };
      this.#show({ operation: REFUSED, keyId, leaked, state: failed });
    } finally {
      this.#starting = false;
    }
  }

  /** What the shell says, at any time. */
  follow(event: RegenerateEvent): void {
    const now = this.event;
    if (event.operation !== REFUSED && this.#closed.has(event.operation)) return;
    // A late event of an operation that is no longer shown.
    if (now && now.operation !== REFUSED && now.operation !== event.operation && !isOver(now.state)) return;
    this.#show(event);
  }

  /** For a page that was reloaded. */
  adopt(event: RegenerateEvent | null): void {
    if (event && this.event === null && !this.#starting) this.follow(event);
  }

  async cancel(): Promise<void> {
    const event = this.event;
    if (event?.state.step !== "countdown" && event?.state.step !== "preparing") return;
    if (event.operation === REFUSED) {
      this.#cancelWished = true;
    } else {
      await this.client.regenerateCancel(event.operation).catch(() => undefined);
    }
  }

  /** "Done": returns the key whose row it was. */
  async dismiss(): Promise<string | null> {
    const event = this.event;
    if (!event || !isOver(event.state)) return null;
    this.stop();
    this.#closed.add(event.operation);
    this.event = null;
    if (event.operation !== REFUSED) await this.client.regenerateDismiss(event.operation).catch(() => undefined);
    return event.keyId;
  }

  stop(): void {
    clearInterval(this.#beat);
    this.#beat = undefined;
  }

  #show(event: RegenerateEvent): void {
    const before = this.event?.operation === event.operation ? this.event.state.step : undefined;
    this.event = event;
    this.#heartbeats(event);
    if (before !== event.state.step) this.#speak(event);
  }

  #heartbeats(event: RegenerateEvent): void {
    if (event.state.step !== "countdown") return this.stop();
    if (this.#beat !== undefined) return;
    const beat = () => {
      if (document.visibilityState === "visible") void this.client.regenerateHeartbeat(event.operation).catch(() => undefined);
    };
    beat();
    this.#beat = setInterval(beat, HEARTBEAT);
  }

  #speak({ keyId, state }: RegenerateEvent): void {
    const key = this.nameOf(keyId);
    if (!key) return;
    const name = isolate(key.name);
    const env = envWord(key.environment);
    switch (state.step) {
      case "countdown": return this.announcer.say(t("countdown-spoken", { name, n: state.secondsLeft }), "assertive");
      case "asking": return this.announcer.say(t("asking-spoken", { name }));
      case "cancelled": return state.why === "rotating" ? undefined : this.announcer.say(t("cancelled-title"));
      case "done": {
        const time = clockTime(state.at);
        return this.announcer.say(state.onClipboard ? t("copied-done-spoken", { name, env, n: CLIPBOARD_SECONDS, time }) : t("not-copied-done-spoken", { name, env, time }));
      }
      case "unknown": return this.announcer.say(t("trouble-resolving-title"), "assertive");
      case "failed": {
        const told = tell(state.error);
        return this.announcer.say(`${t("failed-no-title")}. ${told.happened} ${told.todo}`, "assertive");
      }
    }
  }
}
