/** What a row can ask for. The window decides who does it. */
import type { CopyForm, KeyView } from "../../ipc/client";

export type RowActs = {
  /** regenerate & copy, or in guided mode the steps on the portal */
  regenerate: (key: KeyView) => void;
  copy: (key: KeyView, form?: CopyForm) => void;
  /** its own page */
  details: (key: KeyView) => void;
  rename: (key: KeyView) => void;
  check: (key: KeyView) => void;
  portal: () => void;
  /** what became of an operation that is not over */
  trouble: (key: KeyView) => void;
  /** to the page of safe rotations: the one of this key, or the proposal of one */
  rotate: (key: KeyView) => void;
  places: (key: KeyView) => void;
  leaked: (key: KeyView) => void;
  /** why it does not work */
  why: (key: KeyView) => void;
  /** on, or off after the system's dialog */
  turn: (key: KeyView, active: boolean) => void;
  remove: (key: KeyView) => void;
  /** off, and on again by itself */
  offFor: (key: KeyView) => void;
  /** does not come back by itself any more */
  keepOff: (key: KeyView) => void;
};
