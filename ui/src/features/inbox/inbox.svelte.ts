/**
 * What waits for the person, and what they say about it. What is put off leaves a line in its place until the page is
 * left, so that nothing jumps and it can be taken back.
 */
import { toIpcError, type Client, type DismissReason, type InboxItemView, type InboxView, type IpcError, type PutOffView, type SnoozeUntil } from "../../ipc/client";
import type { Announcer } from "../../shared/announcer.svelte";
import { t } from "../../shared/text/text.svelte";
import { Skeleton } from "../../shared/time/skeleton.svelte";
import { idOf, keepPlaces, place, type Placed } from "./groups";
import { putOffWords } from "./words";

/** Why a line is all that is left of an item. */
export type Gone = { kind: "put_off"; put: PutOffView } | { kind: "settled" };
export type Entry = Placed & { gone: Gone | null };

export class Inbox {
  view = $state.raw<InboxView | null>(null);
  failure = $state.raw<IpcError | null>(null);
  /** The item that is being put off or brought back. */
  busy = $state<string | null>(null);
  /** What went wrong with one item, told in its place. */
  told = $state.raw<{ id: string; error: IpcError } | null>(null);
  readonly skeleton = new Skeleton();
  #placed = $state.raw<Placed[]>([]);
  #gone = $state.raw<ReadonlyMap<string, Gone>>(new Map());
  #asked = 0;
  #applied = 0;

  constructor(
    readonly client: Client,
    readonly announcer: Announcer,
  ) {}

  entries: Entry[] = $derived.by(() => this.#placed.map((placed) => ({ ...placed, gone: this.#gone.get(placed.id) ?? null })));

  async load(): Promise<void> {
    const turn = ++this.#asked;
    if (!this.view) this.skeleton.expect();
    try {
      const view = await this.client.listInbox();
      await this.skeleton.end();
      this.#apply(view, turn);
    } catch (thrown) {
      await this.skeleton.end();
      this.failure = toIpcError(thrown);
    }
  }

  /** Everything in its own place: nobody is looking. */
  settle(): void {
    this.#gone = new Map();
    this.told = null;
    this.#placed = place(this.view?.open ?? [], Date.now());
  }

  snooze(item: InboxItemView, until: SnoozeUntil): Promise<boolean> {
    return this.#putOff(item, () => this.client.snoozeReminder(item.keyId, item.kind, until));
  }
  dismiss(item: InboxItemView, reason: DismissReason): Promise<boolean> {
    return this.#putOff(item, () => this.client.dismissReminder(item.keyId, item.kind, reason));
  }
  /** Undo, or "Bring back" of something put off before. */
  async restore(item: InboxItemView): Promise<boolean> {
    const done = await this.#ask(item, () => this.client.restoreReminder(item.keyId, item.kind), (gone) => gone.delete(idOf(item)));
    if (done) this.announcer.say(t("inbox-back-spoken"));
    return done;
  }

  async #putOff(item: InboxItemView, ask: () => Promise<InboxView>): Promise<boolean> {
    let put: PutOffView | null = null;
    const done = await this.#ask(item, ask, (gone, view) => {
      put = view.putOff.find((one) => idOf(one) === idOf(item))?.putOff ?? null;
      gone.set(idOf(item), put ? { kind: "put_off", put } : { kind: "settled" });
    });
    if (done) this.announcer.say(put ? putOffWords(put, Date.now()) : t("inbox-settled"));
    return done;
  }

  /** One at a time. What has cleared itself meanwhile says so in its place. */
  async #ask(item: InboxItemView, ask: () => Promise<InboxView>, mark: (gone: Map<string, Gone>, view: InboxView) => void): Promise<boolean> {
    if (this.busy !== null) return false;
    const id = idOf(item);
    this.busy = id;
    this.told = null;
    const turn = ++this.#asked;
    try {
      const view = await ask();
      this.#mark((gone) => mark(gone, view));
      this.#apply(view, turn);
      return true;
    } catch (thrown) {
      const error = toIpcError(thrown);
      if (error.code !== "not_now") this.told = { id, error };
      else {
        this.#mark((gone) => gone.set(id, { kind: "settled" }));
        this.announcer.say(t("inbox-settled"));
        void this.load();
      }
      return false;
    } finally {
      this.busy = null;
    }
  }

  #mark(change: (gone: Map<string, Gone>) => void): void {
    const gone = new Map(this.#gone);
    change(gone);
    this.#gone = gone;
  }

  #apply(view: InboxView, turn: number): void {
    if (turn < this.#applied) return;
    this.#applied = turn;
    const first = this.view === null;
    this.failure = null;
    this.view = view;
    if (first) return this.settle();
    const stays = (id: string) => this.#gone.has(id) || id === this.busy;
    this.#placed = keepPlaces(this.#placed, view.open, stays, Date.now());
  }
}
