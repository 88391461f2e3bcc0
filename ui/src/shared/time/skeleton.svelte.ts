/** When a skeleton shows: only where the answer takes longer than a moment, and then for long enough to be seen. */
const AFTER = 200;
const FOR = 400;

export class Skeleton {
  shown = $state(false);
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Something is asked for that nothing can be shown of yet. */
  expect(): void {
    this.#timer ??= setTimeout(() => {
      this.shown = true;
      this.#since = Date.now();
    }, AFTER);
  }

  /** The answer is there: resolves once it may be shown. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.shown) return;
    const rest = FOR - (Date.now() - this.#since);
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    this.shown = false;
  }
}
