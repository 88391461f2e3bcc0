/** What a row can ask for. The window decides who does it. */
import type { KeyView } from "../../ipc/client";

export type RowActs = {
  /** regenerate & copy, or in guided mode the steps on the portal */
  regenerate: (key: KeyView) => void;
  copy: (key: KeyView) => void;
  rename: (key: KeyView) => void;
  check: (key: KeyView) => void;
  portal: () => void;
};
