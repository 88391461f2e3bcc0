/** A key's places as lines to tick. */
import type { KeyView } from "../../ipc/client";
import type { Line } from "./Places.svelte";

export const linesOf = (key: KeyView): Line[] => key.places.map(({ id, name, keeper, installedAt, needsNew }) => ({ id, name, keeper, ticked: installedAt !== null && !needsNew }));
