/**
 * Seconds that run down by themselves between two messages of the shell.
 * Not here: what happens at zero; the shell says so.
 */
export class Countdown {
  seconds = $state(0);
  #deadline = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #onSecond: ((seconds: number) => void) | undefined;

  constructor(onSecond?: (seconds: number) => void) {
    this.#onSecond = onSecond;
  }

  start(seconds: number): void {
    this.stop();
    this.#deadline = Date.now() + seconds * 1000;
    this.seconds = Math.ceil(seconds);
    this.#timer = setInterval(() => this.#tick(), 250);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.seconds = 0;
  }

  #tick(): void {
    const left = Math.max(0, Math.ceil((this.#deadline - Date.now()) / 1000));
    if (left === this.seconds) return;
    this.seconds = left;
    if (left === 0) clearInterval(this.#timer);
    this.#onSecond?.(left);
  }
}
