/** The page of one key: facts, rate limit, places, notes. */
import { expect, it } from "vitest";
import { ago, DAY, failure, listView, oleaMarket, place, reminders } from "../src/ipc/fake/fixtures";
import type { KeyView } from "../src/ipc/client";
import type { World } from "../src/ipc/fake/fake";
import { button, choose, click, expectAccessible, fireEvent, openMain, pass, polite, press, row, screen, text, within } from "./support";

const HOUR = 3_600_000;
const with2 = (over: Partial<KeyView>, more: Partial<World> = {}): Partial<World> => ({ list: listView({ keys: oleaMarket().map((key) => (key.id === "k2" ? { ...key, ...over } : key)) }), ...more });
async function open(world: () => Partial<World> = () => ({})) {
  const host = await openMain(world);
  row(/^Comptabilité/).focus();
  await press("Enter");
  await pass(50);
  return host;
}
const fact = (label: string) => [...document.querySelectorAll("dl > div")].find((one) => one.querySelector("dt")?.textContent === label)?.querySelector("dd")?.textContent;
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

it("opens by Enter, says what is known, and Escape leads back to the row", async () => {
  await open(() => with2({ changedAt: ago(93 * DAY), changedBy: "elsewhere", tags: ["accounting"], places: [place("p1", "Till in Sfax")] }));
  expect(document.activeElement?.textContent).toBe("Comptabilité");
  expect(fact("Age of the value")).toBe("93 daysChanged elsewhere, seen on 21 Jul");
  expect(fact("Last use")).toContain("22 Aug");
  expect(fact("State")).toBe("Switched on");
  expect(fact("Kept on this computer")).toContain("GNOME Keyring");
  expect(fact("Expires")).toBeUndefined();
  expect(text()).toContain("Till in Sfax");
  expect(text()).toContain("accounting");
  await press("Escape");
  await pass(50);
  expect(document.activeElement).toBe(row(/^Comptabilité/));
});

it("is accessible", async () => {
  await open(() => with2({ tags: ["accounting"], places: [place("p1", "Till in Sfax")] }));
  await click(button("Change…"));
  await expectAccessible();
});

it("says what it does not know", async () => {
  await open(() => with2({ createdAt: null, lastUse: { kind: "unknown" }, status: "unknown", held: false, rateLimit: null }));
  expect(fact("Age of the value")).toBe("not knownSeen first on 10 Oct");
  expect(fact("Last use")).toBe("not knownDHMAD doesn’t let Miftah see it");
  expect(fact("State")).toBe("not known");
  expect(fact("Kept on this computer")).toBe("No");
  expect(screen.queryByRole("button", { name: "Copy again" })).toBeNull();
});

it("changes the rate limit, and refuses what is none", async () => {
  const host = await open();
  await click(button("Change…"));
  const field = screen.getByRole("textbox", { name: "Rate limit" });
  for (const none of ["", "0", "1.5", "x", "1000001"]) {
    await type(field, none);
    await click(button("Save", document.querySelector("dl") as HTMLElement));
    expect(text()).toContain("A whole number from 1 to 1,000,000.");
  }
  expect(host.calls).not.toContain("limitKey");
  await type(field, "250");
  await click(button("Save", document.querySelector("dl") as HTMLElement));
  await pass(50);
  expect(fact("Rate limit")).toContain("250 a minute");
  expect(polite()).toContain("The rate limit is changed.");
});

it("keeps the old limit when DHMAD does not take the new one", async () => {
  await open(() => ({ fails: { limitKey: failure("forbidden") } }));
  await click(button("Change…"));
  await type(screen.getByRole("textbox", { name: "Rate limit" }), "250");
  await click(button("Save", document.querySelector("dl") as HTMLElement));
  await pass(50);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Rate limit" }).value).toBe("250");
  expect(fact("Rate limit")).toContain("This account may not do that.");
});

it("keeps a note and tags, which the search finds", async () => {
  const host = await open();
  await type(screen.getByRole("textbox", { name: "Notes" }), "Ask Salma first.");
  await type(screen.getByRole("textbox", { name: "Tags, with commas between" }), "till، Sfax , ,");
  await click(button("Save"));
  await pass(50);
  const saved = host.world.list.keys.find((key) => key.id === "k2");
  expect([saved?.note, saved?.tags]).toEqual(["Ask Salma first.", ["till", "Sfax"]]);
  expect(polite()).toContain("The notes are saved.");
  await press("Escape");
  await pass(50);
  await type(screen.getByRole("searchbox"), "salma sfax");
  await pass(50);
  expect(document.querySelectorAll("[data-row]")).toHaveLength(1);
});

it("loses no unsaved text to Escape, and tells a refused one", async () => {
  const error = { ...failure("invalid_input"), detail: { field: "note", rule: "holds_a_key", retryAfterSeconds: null } };
  await open(() => ({ fails: { noteKey: error } }));
  const note = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Notes" });
  await type(note, "draft");
  await press("Escape", {}, note);
  expect(screen.getByRole("textbox", { name: "Notes" })).toBe(note);
  await click(button("Save"));
  await pass(50);
  expect(text()).toContain("This text holds a key");
  expect(note.value).toBe("draft");
});

it("is in the menu and the palette, and goes when its key does", async () => {
  const host = await openMain();
  await fireEvent.contextMenu(row(/^Comptabilité/));
  await pass(100);
  await choose("Details");
  await pass(50);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Comptabilité");
  host.setList({ keys: oleaMarket().filter((key) => key.id !== "k2") });
  await pass(50);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Keys");
});

const rule = (name: string) => screen.getByRole<HTMLSelectElement>("combobox", { name });
const advised = (host: { world: World }) => host.world.list.keys.find((key) => key.id === "k2")?.advice;

it("has rules of its own where the person wants them, and says when it should be changed", async () => {
  const host = await open(() => with2({ createdAt: ago(100 * DAY) }));
  expect(fact("Advised change")).toBe("Every 90 daysDue since 10 days");
  expect(rule("Not changed").selectedOptions[0]?.textContent).toBe("as usual (90 days)");
  await fireEvent.change(rule("Not changed"), { target: { value: "180" } });
  await pass(50);
  expect(advised(host)).toEqual({ neverUsed: null, unused: null, stale: 180 });
  expect(fact("Advised change")).toBe("Every 180 daysDue in 80 days");
  await fireEvent.change(rule("No request"), { target: { value: "0" } });
  await fireEvent.change(rule("Not changed"), { target: { value: "0" } });
  await pass(50);
  expect(fact("Advised change")).toBe("Never for its age");
  await fireEvent.change(rule("Not changed"), { target: { value: "-1" } });
  await pass(50);
  expect(advised(host)).toEqual({ neverUsed: null, unused: 0, stale: null });
});

it("tells a rule that was not kept", async () => {
  await open(() => ({ fails: { adviseKey: failure("storage_full") } }));
  await fireEvent.change(rule("Never used"), { target: { value: "30" } });
  await pass(50);
  expect(text()).toContain("The disk of this computer is full.");
  expect(rule("Never used").value).toBe("-1");
});

it("is offered in the tray only where Miftah has it and a tray is shown", async () => {
  const host = await open();
  await click(screen.getByRole("switch", { name: "Offer it in the tray" }));
  await pass(50);
  expect(screen.getByRole("switch", { name: "Offer it in the tray" }).getAttribute("aria-checked")).toBe("true");
  expect(host.world.list.keys.find((key) => key.id === "k2")?.favourite).toBe(true);
  host.setList({ keys: host.world.list.keys.map((key) => ({ ...key, held: false })) });
  await pass(50);
  expect(screen.queryByRole("switch", { name: "Offer it in the tray" })).toBeNull();
});

it("offers nothing for a tray that is not there", async () => {
  await open(() => ({ reminders: reminders({ tray: false }) }));
  expect(screen.queryByRole("switch", { name: "Offer it in the tray" })).toBeNull();
});

it("draws its use week by week, and says the same in words and as a table", async () => {
  await open();
  const picture = screen.getByRole("img", { name: /^Seen in use on \d+ days of \d+ that were looked at; 17 were not\.$/ });
  expect(picture.children).toHaveLength(53);
  await click(button("Show as a table"));
  const rows = within(screen.getByRole("table", { name: "Days in use, week by week" })).getAllByRole("row");
  expect(rows).toHaveLength(32);
  expect(rows[1]?.textContent).toMatch(/^22 Oct to 22 Oct.*days/);
  expect(screen.queryByRole("img")).toBeNull();
  await expectAccessible();
});

it("says where nothing was looked at yet, and where the use could not be read", async () => {
  await open(() => ({ usage: { weeks: [], since: null } }));
  expect(text()).toContain("Miftah has not looked at this key yet.");
  expect(screen.queryByRole("button", { name: "Show as a table" })).toBeNull();
  document.body.innerHTML = "";
  await open(() => ({ fails: { keyUsage: failure("internal") } }));
  expect(text()).toContain("Something went wrong inside Miftah.");
});

it("says until when it is off for a while, and takes both ways out", async () => {
  const host = await open(() => with2({ status: "inactive", backOnAt: ago(-HOUR), attention: null }));
  expect(text()).toContain("Switched off until 15:02");
  await click(button("Keep it off"));
  await pass(50);
  expect(host.calls).toContain("keepOff");
  expect(polite()).toMatch(/Comptabilité.* stays off\./);
  expect(text()).not.toContain("Switched off until");
  host.setList({ keys: host.world.list.keys.map((key) => (key.id === "k2" ? { ...key, backOnAt: ago(-HOUR) } : key)) });
  await pass(50);
  await click(button("Switch on now"));
  await pass(50);
  expect(fact("State")).toBe("Switched on");
});
