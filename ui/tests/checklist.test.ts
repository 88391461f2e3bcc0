/** The security checklist: what is to do, what is in order, what can't be known. */
import { expect, it } from "vitest";
import { found, habit } from "../src/features/checklist/words";
import type { World } from "../src/ipc/fake/fake";
import { ago, checklistView, DAY, failure, guidedApp, listView } from "../src/ipc/fake/fixtures";
import { setLocale } from "../src/shared/text/text.svelte";
import { button, click, expectAccessible, openMain, pass, press, screen, text, within } from "./support";

async function open(world: () => Partial<World> = () => ({})) {
  const host = await openMain(world);
  await press("4", { ctrlKey: true });
  await pass(50);
  return host;
}
const line = (habit: string) => screen.getAllByRole("listitem").find((one) => one.textContent?.includes(habit)) as HTMLElement;

it("says how many are in order in words, and the state of each for speech too", async () => {
  await open();
  expect(screen.getByRole("heading", { level: 1, name: "Security checklist" })).toBeTruthy();
  expect(text()).toContain("7 of 12 in order.");
  expect(screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent)).toEqual(["To do5", "In order7", "Can’t be known from here2"]);
  expect(line("Every key in use is changed in time").textContent?.trim()).toMatch(/^To do: .*Not changed in time: .*Production shop/);
  expect(line("There is a spare live key").textContent?.trim()).toMatch(/^Met: /);
  expect(line("No key is in source code").textContent?.trim()).toMatch(/^Not known: .*Miftah doesn’t read your code/);
  expect(line("Every live key says where it is used").textContent).toMatch(/متجر الزيتون.*Production shop.*Comptabilité.* and 1 more/);
  expect(within(line("There is a spare live key")).queryByRole("button")).toBeNull();
  await expectAccessible();
});

it.each([
  ["Every key in use is changed in time", "Rotate safely…", "Safe rotations"],
  ["No live key lies unused", "Open the key", "Comptabilité"],
  ["Nothing uses a key unexpectedly", "Open the inbox", "Inbox"],
  ["Every live key says where it is used", "Add a place", "متجر الزيتون"],
  ["Reminders reach you", "Test it in the settings", "Settings"],
])("%s: %s", async (habit, act, title) => {
  await open();
  await click(button(act, line(habit)));
  await pass(50);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(title);
});

it("opens the form for a key that is missing, of the kind that is", async () => {
  const missing = (topic: "spare" | "apart") => () => ({ checklist: checklistView({ lines: [{ topic, state: "to_do", keyIds: [] }] }) }) as Partial<World>;
  await open(missing("spare"));
  await click(button("New key", screen.getByRole("main")));
  await pass(50);
  expect(screen.getByRole("radio", { name: "Live" }).getAttribute("aria-checked")).toBe("true");
});

it("names a key anew, in its row", async () => {
  await open(() => ({ checklist: checklistView({ lines: [{ topic: "named", state: "to_do", keyIds: ["k2"] }] }) }));
  await click(button("Rename…"));
  await pass(50);
  expect(screen.getByRole("dialog", { name: "Name of the key" })).toBeTruthy();
});

it("follows what changes, and goes back where it came from", async () => {
  const host = await open();
  await click(button("Open the key", line("No live key lies unused")));
  await pass(50);
  await press("Escape");
  await pass(50);
  expect(screen.getByRole("heading", { level: 1, name: "Security checklist" })).toBeTruthy();
  host.world.checklist = checklistView({ lines: [{ topic: "rotated", state: "met", keyIds: [] }] });
  host.setInbox({});
  await pass(50);
  expect(text()).toContain("1 of 1 in order.");
});

it("says since when it is not checked, and what failed", async () => {
  const host = await open(() => ({ list: listView({ stale: true, checkedAt: ago(3 * DAY) }), checklist: checklistView({ checkedAt: ago(3 * DAY) }) }));
  expect(text()).toContain("Not checked since Monday");
  host.world.fails.securityChecklist = failure("storage_denied");
  host.setInbox({});
  await pass(50);
  expect(text()).toContain("Miftah may not write in its own folder.");
});

it("in guided mode leads to the key instead of a rotation", async () => {
  await openMain(() => ({ app: guidedApp(), list: listView({ scope: "known" }) }));
  await press("3", { ctrlKey: true });
  await pass(50);
  expect(screen.queryByRole("button", { name: "Rotate safely…" })).toBeNull();
  await click(button("Open the key", line("Every key in use is changed in time")));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Production shop");
});

it("has words for every line and state in three languages", () => {
  for (const locale of ["en", "fr", "ar"] as const) {
    setLocale(locale);
    for (const { topic } of checklistView().lines) {
      for (const state of ["met", "to_do", "unknown"] as const) {
        const one = { topic, state, keyIds: [] };
        expect(`${habit(one)} ${found(one, "x", "y")}`).not.toMatch(/list-|\{|undefined/);
      }
    }
  }
});
