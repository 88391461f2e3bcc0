/** The pages of the main window, and which of them the sidebar has: in its order, which is that of their digits. */
import type { Access } from "../ipc/client";

export type Page = "keys" | "details" | "inbox" | "rotations" | "checklist" | "diagnose" | "settings";

const LISTED: Page[] = ["keys", "inbox", "rotations", "checklist", "diagnose"];

/** Guided mode has no rotations. */
export const listedPages = (access: Access | undefined): Page[] => LISTED.filter((page) => page !== "rotations" || access !== "guided");
