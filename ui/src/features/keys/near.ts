/**
 * Which rows are whole. All rows are in the page, for whoever walks the list or searches the page; but a row far from
 * what is seen has its name alone: a thousand whole ones are forty thousand things to look after, at every keystroke.
 */

/** How far from what is seen a row becomes whole. */
const AHEAD = "400px 0px";

export class Near {
  #observer: IntersectionObserver | undefined;
  #reached = new WeakMap<Element, () => void>();

  /** Calls `reached` when the row comes near. The result ends it. */
  watch(row: HTMLElement, reached: () => void): () => void {
    this.#reached.set(row, reached);
    this.#observer ??= new IntersectionObserver((entries) => this.#look(entries), { root: row.closest(".scroll"), rootMargin: AHEAD });
    this.#observer.observe(row);
    return () => this.#observer?.unobserve(row);
  }

  #look(entries: IntersectionObserverEntry[]): void {
    for (const entry of entries) if (entry.isIntersecting) this.#reached.get(entry.target)?.();
  }
}
