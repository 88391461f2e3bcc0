/**
 * Something that is so of one row only, such as being the one in the tab order. When it passes to another row, those two
 * alone look again: had each row to compare itself with that one, a keystroke in the search would ask all thousand.
 */
export type Mark = { readonly on: boolean };

class Box implements Mark {
  on = $state(false);
  constructor(on: boolean) {
    this.on = on;
  }
}

export class Only {
  #marks = new Map<string, Box>();
  #at: string | null = null;

  /** What follows whether it is so of this row. For a component that is just being made. */
  of(id: string): Mark {
    let mark = this.#marks.get(id);
    if (!mark) this.#marks.set(id, (mark = new Box(id === this.#at)));
    return mark;
  }

  set(id: string | null): void {
    if (id === this.#at) return;
    const [left, reached] = [this.#at, id].map((at) => (at === null ? undefined : this.#marks.get(at)));
    this.#at = id;
    if (left) left.on = false;
    if (reached) reached.on = true;
  }
}
