/** Renaming, switching off and on, deleting: the menu says what is possible, and the row what came of it. */
import { expect, it } from "vitest";
import { failure, listView, oleaMarket } from "../src/ipc/fake/fixtures";
import { assertive, button, choose, click, expectAccessible, fireEvent, menuItem, openMain, pass, polite, press, row, rowNames, screen } from "./support";

async function openMenu(name: RegExp): Promise<void> {
  await fireEvent.contextMenu(row(name));
  await pass(100);
}
const type = async (field: HTMLElement, value: string): Promise<void> => {
  await fireEvent.input(field, { target: { value } });
};

it("a key gets another name in a dialog that says who sees it", async () => {
  const host = await openMain();
  await openMenu(/^Comptabilité/);
  await choose("Rename…");
  expect(screen.getByText("DHMAD and your colleagues see this name too.")).toBeTruthy();
  const field = screen.getByRole("textbox", { name: "What you call it" });
  await type(field, " ");
  await click(button("Save"));
  expect(host.calls).not.toContain("renameKey");
  await type(field, "Accounting");
  await click(button("Save"));
  await pass(100);
  expect(host.calls).toContain("renameKey");
  expect(row(/^Accounting/)).toBeTruthy();
});

it("the dialog for a name is accessible", async () => {
  await openMain();
  await openMenu(/^Comptabilité/);
  await choose("Rename…");
  await expectAccessible();
});

it("a refused name stays in the dialog with the reason", async () => {
  await openMain(() => ({ fails: { renameKey: failure("forbidden") } }));
  await openMenu(/^Comptabilité/);
  await choose("Rename…");
  await click(button("Save"));
  await pass(100);
  expect(screen.getByRole("dialog")).toBeTruthy();
  expect(screen.getByRole("dialog").textContent).toMatch(/DHMAD/);
});

it("a key is switched off after the system's dialog, and on again at once", async () => {
  const host = await openMain(() => ({ dialog: "confirm" }));
  await openMenu(/^Comptabilité/);
  await choose("Switch off…");
  await pass(100);
  expect(polite()).toContain("Comptabilité");
  expect(polite()).toContain("is switched off.");
  await openMenu(/^Comptabilité/);
  await choose("Switch on");
  await pass(100);
  expect(host.calls.filter((call) => call === "switchKey")).toHaveLength(2);
});

it("declined, nothing is said to have happened", async () => {
  await openMain(() => ({ dialog: "decline" }));
  await openMenu(/^Comptabilité/);
  await choose("Switch off…");
  await pass(100);
  expect(polite()).not.toContain("switched off.");
});

it("what went wrong is told in the row", async () => {
  await openMain(() => ({ fails: { switchKey: failure("key_changed_meanwhile") } }));
  await openMenu(/^Comptabilité/);
  await choose("Switch off…");
  await pass(100);
  expect(row(/^Comptabilité/).textContent).toContain("The key has changed meanwhile.");
});

it("the menu says when a key can be deleted, and deletes one that can", async () => {
  const host = await openMain(() => ({ dialog: "confirm" }));
  await openMenu(/^Comptabilité/);
  expect(menuItem("Delete…").getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText("Only a switched-off key can be deleted.")).toBeTruthy();
  await choose("Delete…");
  expect(host.calls).not.toContain("deleteKey");
  expect(polite() + assertive()).toContain("Only a switched-off key can be deleted.");
  await press("Escape");
  await pass(100);
  await openMenu(/^Handheld/);
  expect(screen.getByText(/^Possible from .*: a live key stays off for 7 days first\.$/)).toBeTruthy();
  await press("Escape");
  await pass(100);
  await openMenu(/^Webhook trials/);
  await choose("Delete…");
  await pass(100);
  expect(rowNames().some((name) => name.startsWith("Webhook trials"))).toBe(false);
  expect(polite()).toContain("is deleted.");
});

it("what is under way on a key comes first", async () => {
  const keys = () => oleaMarket().map((key) => (key.id === "k2" ? { ...key, rotation: "op-5" } : key));
  await openMain(() => ({ list: listView({ keys: keys() }) }));
  await openMenu(/^Comptabilité/);
  expect(menuItem("Switch off…").getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText("First end what is under way on this key.")).toBeTruthy();
});

it("a held key is copied in three forms", async () => {
  const host = await openMain();
  for (const [act, form] of [["Copy again", "bare"], ["Copy as a line for .env", "env_line"], ["Copy as a header line", "header"]] as const) {
    await openMenu(/^Comptabilité/);
    await choose(act);
    expect(host.calls.at(-1)).toBe(`copyKey:${form}`);
  }
});

it("a row does not jump away under its open menu", async () => {
  const host = await openMain();
  await openMenu(/^Comptabilité/);
  const item = menuItem("Switch off…");
  item.focus();
  const keys = oleaMarket().map((key) => (key.id === "k2" ? { ...key, attention: null } : key));
  host.setList({ keys });
  await pass(100);
  expect(item.isConnected).toBe(true);
});

it("where it is the last one, another key can be made first", async () => {
  const host = await openMain(() => ({ dialog: "another" }));
  await openMenu(/^Comptabilité/);
  await choose("Switch off…");
  await pass(200);
  expect(screen.getByRole("dialog", { name: "New key" })).toBeTruthy();
  expect(screen.getByRole("radio", { name: "Live" }).getAttribute("aria-checked")).toBe("true");
  expect(host.world.list.keys.find((key) => key.id === "k2")?.status).toBe("active");
});

const dialog = () => screen.getByRole("dialog");

it("a key is switched off for a while: the dialog says when it comes back, then the system asks", async () => {
  const host = await openMain(() => ({ dialog: "confirm" }));
  await openMenu(/^Comptabilité/);
  await choose("Switch off for a while…");
  expect(dialog().textContent).toContain("On again at 15:02 while this computer is awake, else as soon as it wakes.");
  await click(screen.getByRole("radio", { name: "15 minutes" }));
  expect(dialog().textContent).toContain("On again at 14:17");
  expect(host.calls.some((call) => call.startsWith("switchOffFor:"))).toBe(false);
  await click(button("Switch off…", dialog()));
  await pass(100);
  expect(host.calls).toContain("switchOffFor:k2:15");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(row(/^Comptabilité, live, off for a while, on again at 14:17/)).toBe(document.activeElement);
  await openMenu(/^Comptabilité/);
  await choose("Keep it off");
  expect(row(/^Comptabilité, live, switched off/)).toBeTruthy();
});

it("the dialog for a while is accessible, and Escape leads back to the row", async () => {
  await openMain();
  await openMenu(/^Comptabilité/);
  await choose("Switch off for a while…");
  await press("Escape", {}, dialog());
  await pass(100);
  expect(document.activeElement).toBe(row(/^Comptabilité/));
  await openMenu(/^Comptabilité/);
  await choose("Switch off for a while…");
  await expectAccessible();
});

it.each([
  ["needs_background", "Turn on “Run in the background” or “Start with the computer” in the settings, then try again."],
  ["key_used_lately", "This live key was used in the last 7 days."],
  ["key_not_on", "This key is not switched on."],
] as const)("a switch-off for a while that fails is told in its dialog: %s", async (code, words) => {
  await openMain(() => ({ fails: { switchOffFor: failure(code) } }));
  await openMenu(/^Comptabilité/);
  await choose("Switch off for a while…");
  await click(button("Switch off…", dialog()));
  await pass(100);
  expect(dialog().textContent).toContain(words);
  expect(screen.queryAllByRole("button", { name: "Open the settings" })).toHaveLength(code === "needs_background" ? 1 : 0);
});

it("leads from a missing background to the settings of it", async () => {
  await openMain(() => ({ fails: { switchOffFor: failure("needs_background") } }));
  await openMenu(/^Comptabilité/);
  await choose("Switch off for a while…");
  await click(button("Switch off…", dialog()));
  await pass(100);
  await click(button("Open the settings"));
  await pass(100);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByRole("switch", { name: "Run in the background" })).toBeTruthy();
});

it("declined, the dialog closes and nothing has happened", async () => {
  const host = await openMain(() => ({ dialog: "decline" }));
  await openMenu(/^Comptabilité/);
  await choose("Switch off for a while…");
  await click(button("Switch off…", dialog()));
  await pass(100);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(host.world.list.keys.find((key) => key.id === "k2")?.status).toBe("active");
});

it("the menu says why a live key in use can't be off for a while", async () => {
  await openMain();
  await openMenu(/^Mobile app/);
  const item = menuItem("Switch off for a while…");
  expect(item.getAttribute("aria-disabled")).toBe("true");
  expect(document.getElementById(item.getAttribute("aria-describedby") ?? "")?.textContent).toBe("Not for a live key used in the last 7 days: the shop would stop.");
});
