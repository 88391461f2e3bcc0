/** Making a key: what is asked, what is hinted at, and what is shown of a key on its way. */
import { cleanup } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { nameHint } from "../src/features/create/hints";
import type { TroubleState } from "../src/ipc/client";
import { failure, guidedApp, listView, oleaMarket, trouble } from "../src/ipc/fake/fixtures";
import { button, click, expectAccessible, expectNoSecret, fireEvent, openMain, pass, press, row, screen, text } from "./support";

const field = (name: string) => screen.getByRole("textbox", { name });
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });

describe("a name", () => {
  const keys = oleaMarket();
  it.each([
    ["", null], ["Till in Sfax", null], ["test", { kind: "vague" }], ["key1", { kind: "vague" }], ["Clé 2", { kind: "vague" }],
    ["Prod", { kind: "like", name: "Production shop" }], ["mobile app ios 2", { kind: "like", name: "Mobile app (iOS)" }], ["متجر الزيتون", { kind: "like", name: "متجر الزيتون" }],
  ])("%s", (name, hint) => expect(nameHint(name, keys)).toEqual(hint));
});

it("makes a key, copies it, and shows it in its row", async () => {
  const host = await openMain();
  await press("n", { ctrlKey: true, code: "KeyN" } as KeyboardEventInit);
  await pass(50);
  expect(text()).toContain("No real money. For trying things out.");
  await click(button("Make and copy"));
  expect(host.calls).not.toContain("createKey");
  await type("Name", "Prod");
  expect(text()).toMatch(/Almost like .*Production shop/);
  await type("Name", "Till in Sfax");
  await type("Requests a minute (optional)", "0");
  await click(button("Make and copy"));
  expect(text()).toContain("A whole number from 1 to 1,000,000.");
  await type("Requests a minute (optional)", "60");
  await type("Where it will be used (optional)", "The till");
  await click(button("Make and copy"));
  await pass(700);
  expect(host.calls).toContain("createKey");
  expect(screen.getByRole("heading", { name: "Copied. Paste it now." })).toBeTruthy();
  expect(text()).not.toContain("The old key stopped working");
  expect(text()).toContain("DHMAD_API_KEY=sk_sandbox_");
  expectNoSecret(host);
});

it("the dialog is accessible, and a live key is asked for its place", async () => {
  await openMain();
  await click(button("New key"));
  await pass(50);
  await click(screen.getByRole("radio", { name: "Live" }));
  expect(text()).toContain("Say where, and Miftah can tell you what needs the new key when this one changes.");
  await expectAccessible();
});

it("what DHMAD refuses stays in the dialog, what is not known is told above the list", async () => {
  await openMain(() => ({ fails: { createKey: failure("no_room_for_key") } }));
  await click(button("New key"));
  await pass(50);
  await type("Name", "Till in Sfax");
  await click(button("Make and copy"));
  await pass(50);
  expect(screen.getByRole("dialog").textContent).toContain("DHMAD did not make a key.");
  cleanup();
  await openMain(() => ({ fails: { createKey: failure("creation_outcome_unknown") } }));
  await click(button("New key"));
  await pass(50);
  await type("Name", "Till in Sfax");
  await click(button("Make and copy"));
  await pass(50);
  expect(screen.queryByRole("dialog")).toBeNull();
});

it.each([
  [{ kind: "resolving" }, "Finding out whether a key was made", "Stop looking: I checked on the portal"],
  [{ kind: "waiting", error: failure("offline") }, "Miftah can’t tell yet whether a key was made", "Try now"],
  [{ kind: "unchanged" }, "No key was made", "Stop looking: I checked on the portal"],
  [{ kind: "sealed", copyable: true, error: null }, "Your new key is safe, sealed on this computer", "Copy now"],
  [{ kind: "in_memory", error: null }, "Your new key is only in Miftah’s memory", "Copy now"],
] as [TroubleState, string, string][])("a key on its way stands above the list: %o", async (state, title, act) => {
  await openMain(() => ({ list: listView({ making: [trouble(state)] }) }));
  expect(text()).toContain(title);
  expect(button(act)).toBeTruthy();
  await expectAccessible();
});

it("a key whose value never arrived says so in its row, with three ways out", async () => {
  const keys = () => oleaMarket().map((key) => (key.id === "k2" ? { ...key, trouble: trouble({ kind: "orphan" }) } : key));
  const host = await openMain(() => ({ list: listView({ keys: keys() }) }));
  row(/^Comptabilité/).focus();
  await press("r");
  await pass(500);
  expect(screen.getByRole("heading", { name: "This key was made, but its value never arrived" })).toBeTruthy();
  expect(button("Switch off…")).toBeTruthy();
  expect(button("Regenerate it")).toBeTruthy();
  await click(button("Leave it as it is"));
  expect(host.calls).toContain("troubleClose");
});

it("guided mode makes keys on the portal", async () => {
  await openMain(() => ({ app: guidedApp(), list: listView({ scope: "known" }) }));
  await click(button("New key"));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByRole("heading", { name: "Make a key on the portal, in three steps" })).toBeTruthy();
});
