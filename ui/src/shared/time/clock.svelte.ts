/** The time of the window, moving twice a minute, so that "4 min ago" stays true. */
const STEP = 30_000;

export class Clock {
  now = $state(Date.now());
  #timer = setInterval(() => (this.now = Date.now()), STEP);

  stop(): void {
    clearInterval(this.#timer);
  }
}
