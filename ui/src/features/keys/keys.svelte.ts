/**
 * The keys of this window: what was last known at once, then what DHMAD says.
 * Not here: regenerating (features/regenerate), taking keys in (features/guided).
 */
import { toIpcError, type Client, type CopyForm, type IpcError, type KeyListView, type KeyView } from "../../ipc/client";
import { Skeleton } from "../../shared/time/skeleton.svelte";
import { keepPlaces, passes, place, sections, FILTERS, type Filter, type Order, type Placement } from "./arrange";

export class KeysStore {
  list = $state.raw<KeyListView | null>(null);
  placement = $state.raw<Placement>([]);
  /** DHMAD is being asked. */
  asking = $state(false);
  readonly skeleton = new Skeleton();
  /** The list itself could not be had, not even the last known one. */
  failure = $state.raw<IpcError | null>(null);
  filter = $state<Filter>("all");
  query = $state("");
  order = $state<Order>("attention");
  /** What went wrong with one key, told in its row. */
  told = $state.raw<{ keyId: string; error: IpcError } | null>(null);
  /** The key whose row is open. */
  pinned = $state<string | null>(null);

  #asked = 0;
  #applied = 0;
  #held = false;
  #unsettled = false;

  constructor(readonly client: Client) {}

  keys = $derived(this.list?.keys ?? []);
  known = $derived(this.list?.scope === "known");
  problem = $derived(this.failure ?? this.list?.problem ?? null);
  sections = $derived(sections(this.placement, this.keys, this.filter, this.query, this.pinned));
  found = $derived(this.sections.reduce((sum, section) => sum + section.keys.length, 0));
  counts = $derived(Object.fromEntries(FILTERS.map((filter) => [filter, this.keys.filter((key) => passes(key, filter)).length])) as Record<Filter, number>);

  find(id: string): KeyView | undefined {
    return this.keys.find((key) => key.id === id);
  }

  /** Draws what is known, then asks DHMAD. */
  async load(): Promise<void> {
    this.skeleton.expect();
    await this.#get(false);
    await this.reload();
  }

  async reload(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    if (!this.list) this.skeleton.expect();
    try {
      await this.#get(true);
    } finally {
      this.asking = false;
    }
  }

  /** Something changed behind the list: same places, new facts. */
  follow(): Promise<void> {
    return this.#get(false);
  }

  /** While a row is open or has the focus, nothing may jump. */
  hold(held: boolean): void {
    this.#held = held;
    if (!held && this.#unsettled) this.settle();
  }

  settle(): void {
    this.#unsettled = false;
    this.placement = place(this.keys, this.order);
  }

  sortBy(order: Order): void {
    this.order = order;
    this.settle();
  }

  async copy(keyId: string, form: CopyForm): Promise<boolean> {
    this.told = null;
    try {
      await this.client.copyKey(keyId, form);
      return true;
    } catch (thrown) {
      this.told = { keyId, error: toIpcError(thrown) };
      return false;
    }
  }

  async #get(refresh: boolean): Promise<void> {
    const turn = ++this.#asked;
    try {
      const list = await this.client.listKeys({ refresh });
      // A first start knows nothing yet: keep waiting for DHMAD instead of claiming that there are no keys.
      if (!refresh && list.checkedAt === null && list.keys.length === 0 && list.scope === "all" && this.list === null) return;
      await this.skeleton.end();
      if (turn < this.#applied) return;
      this.#applied = turn;
      this.failure = null;
      this.#apply(list, refresh);
    } catch (thrown) {
      await this.skeleton.end();
      if (refresh || this.list === null) this.failure = toIpcError(thrown);
    }
  }

  #apply(list: KeyListView, refresh: boolean): void {
    const first = this.list === null;
    this.list = list;
    if (first || (refresh && !this.#held)) return this.settle();
    this.placement = keepPlaces(this.placement, list.keys, this.order);
    this.#unsettled = true;
  }
}
