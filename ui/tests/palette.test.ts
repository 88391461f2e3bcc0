/** Every action by its name, and the list in another order. */
import { describe, expect, it } from "vitest";
import { place } from "../src/features/keys/arrange";
import { find } from "../src/features/palette/entries";
import { guidedApp, key, listView, oleaMarket } from "../src/ipc/fake/fixtures";
import { expectAccessible, fireEvent, openMain, pass, polite, press, rowNames, screen, text } from "./support";

const plain = (label: string) => label.replace(/[\u2066-\u2069]/gu, "");
const labels = (query: string, guided = false) => find(query, oleaMarket(), guided).map((entry) => plain(entry.label));

describe("the palette finds", () => {
  it.each([
    ["regenerate prod", ["Regenerate Production shop…"]],
    ["PROD regen", ["Regenerate Production shop…"]],
    ["comptabilite copy", ["Copy Comptabilité again", "Copy Comptabilité as a line for .env", "Copy Comptabilité as a header line"]],
    ["switch on", ["Switch on Handheld scanners of the Tunis, Sfax and Sousse depots (until the new app is everywhere)", "Switch on Webhook trials"]],
    ["new key", ["New key"]],
    ["xyz", []],
  ])("%s", (query, found) => expect(labels(query)).toEqual(found));

  it("what the window does, before anything is typed, and never more than can be read", () => {
    expect(labels("")).toContain("New key");
    const many = Array.from({ length: 1000 }, (_, n) => key(`m${n}`, `Shop ${n}`));
    expect(find("shop", many, false)).toHaveLength(9);
  });

  it("every action of a key's menu that is possible now", () => {
    expect(find("shop", [key("k", "Shop")], false).map(({ act }) => act.act)).toEqual(["copy", "copy_env", "copy_header", "regenerate", "details", "rotate", "why", "rename", "places"]);
    expect(find("while shop", [key("k", "Shop")], false).map(({ act }) => act.act)).toEqual(["off_for"]);
    expect(find("while shop", [key("k", "Shop", { lastUse: { kind: "at", at: new Date().toISOString() } })], false)).toEqual([]);
    expect(find("keep shop", [key("k", "Shop", { status: "inactive", backOnAt: "2026-10-22T15:00:00Z" })], false).map(({ act }) => act.act)).toEqual(["keep_off"]);
    const off = (words: string) => find(words, [key("k", "Shop", { status: "inactive", removal: { kind: "now" }, held: false })], false).map(({ act }) => act.act);
    expect(off("shop")).toEqual(["regenerate", "details", "rename", "places", "turn_on", "delete", "leaked"]);
    expect(off("delete shop")).toEqual(["delete"]);
    expect(find("check shop", [key("k", "Shop", { tested: false })], true).map(({ act }) => act.act)).toEqual(["check"]);
    expect(find("shop leaked", [key("k", "Shop")], false).map(({ act }) => act.act)).toEqual(["leaked"]);
  });

  it("only what guided mode can do", () => {
    expect(labels("", true)).not.toContain("Safe rotations");
    expect(labels("", true)).toEqual(expect.arrayContaining(["Inbox", "Security checklist", "Reminders"]));
    expect(find("while comptabilité", oleaMarket(), true)).toEqual([]);
    expect(labels("comptabilité", true).some((label) => label.startsWith("Rotate"))).toBe(false);
  });
});

async function type(value: string) {
  await fireEvent.input(screen.getByRole("combobox", { name: "Commands" }), { target: { value } });
  await pass(50);
}

it("opens by the keyboard, runs the first one found with Enter, and gives the focus to the key", async () => {
  const host = await openMain();
  await press("k", { ctrlKey: true, code: "KeyK" } as KeyboardEventInit);
  await pass(50);
  await type("copy compta");
  await press("Enter", {}, screen.getByRole("combobox", { name: "Commands" }));
  await pass(50);
  expect(host.calls).toContain("copyKey");
  expect(screen.queryByRole("combobox", { name: "Commands" })).toBeNull();
  expect(polite()).toContain("Copied.");
});

it("says when nothing is called that, and is accessible", async () => {
  await openMain();
  await press("k", { ctrlKey: true, code: "KeyK" } as KeyboardEventInit);
  await pass(50);
  await type("xyz");
  expect(text()).toContain("Nothing is called that.");
  await type("");
  await expectAccessible();
});

it("regenerates from the palette, in the row", async () => {
  const host = await openMain();
  await press("k", { ctrlKey: true, code: "KeyK" } as KeyboardEventInit);
  await pass(50);
  await type("regenerate compta");
  await press("Enter", {}, screen.getByRole("combobox", { name: "Commands" }));
  await pass(100);
  expect(host.calls).toContain("regenerate");
});

describe("the list in another order", () => {
  it("puts the unknown last, whichever way the rest runs", () => {
    const keys = [
      key("a", "b", { lastUse: { kind: "unknown" }, createdAt: null }),
      key("b", "A", { lastUse: { kind: "at", at: "2026-10-01T00:00:00Z" }, createdAt: "2026-01-01T00:00:00Z" }),
      key("c", "ä2", { lastUse: { kind: "never" }, createdAt: "2026-05-01T00:00:00Z", changedAt: "2026-06-01T00:00:00Z" }),
      key("d", "ä10", { lastUse: { kind: "at", at: "2026-09-01T00:00:00Z" }, createdAt: "2026-05-15T00:00:00Z" }),
    ];
    const order = (by: Parameters<typeof place>[1]) => place(keys, by).map(({ id }) => id).join("");
    expect(order("last_use")).toBe("cdba");
    expect(order("age")).toBe("bdca");
    expect(order("name")).toBe("bcda");
  });

  it("is chosen above the list, and shows all keys in one group", async () => {
    await openMain();
    await fireEvent.change(screen.getByRole("combobox", { name: "Sort" }), { target: { value: "name" } });
    await pass(10);
    expect(screen.getByRole("heading", { name: /^All keys/ })).toBeTruthy();
    expect(rowNames().slice(0, 2)).toEqual(["Comptabilité", "Handheld scanners of the Tunis, Sfax and Sousse depots (until the new app is everywhere)"]);
    await expectAccessible();
  });
});

it("guided mode has the palette too", async () => {
  await openMain(() => ({ app: guidedApp(), list: listView({ scope: "known" }) }));
  await press("k", { ctrlKey: true, code: "KeyK" } as KeyboardEventInit);
  await pass(50);
  expect(screen.getByRole("combobox", { name: "Commands" })).toBeTruthy();
});

it("leads to the settings of reminders", async () => {
  await openMain();
  await press("k", { ctrlKey: true, code: "KeyK" } as KeyboardEventInit);
  await pass(50);
  await type("reminders");
  await press("Enter", {}, screen.getByRole("combobox", { name: "Commands" }));
  await pass(50);
  expect(screen.getByRole("tab", { name: "Reminders" }).getAttribute("aria-selected")).toBe("true");
});
