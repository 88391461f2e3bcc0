/** Why a key does not work: each cause has its words, its next step, and what was looked at. */
import { expect, it } from "vitest";
import type { CauseView, DiagnosisView } from "../src/ipc/client";
import { ago, diagnosis, failure, guidedApp, listView, oleaMarket } from "../src/ipc/fake/fixtures";
import { button, choose, click, expectAccessible, expectNoSecret, fireEvent, openMain, pass, polite, press, row, screen, text } from "./support";

async function look(cause: CauseView, over: Partial<DiagnosisView> = {}) {
  const host = await openMain(() => ({ diagnosis: diagnosis(cause, over) }));
  await press("5", { ctrlKey: true });
  await click(button("Look at the key on the clipboard"));
  await pass(10);
  return host;
}
const heading = () => document.activeElement?.textContent;
const stranger = { prefix: null, environment: null, keyId: null, keyName: null } as const;

it.each([
  [{ kind: "not_a_key" }, stranger, "There is no DHMAD key on the clipboard", "Look again"],
  [{ kind: "foreign", provider: "stripe" }, stranger, "This is a key of Stripe", "Open the portal"],
  [{ kind: "length", characters: 40 }, stranger, "A part of the key is missing", "Look again"],
  [{ kind: "length", characters: 70 }, stranger, "There is too much of the key", "Look again"],
  [{ kind: "not_hex", looksAlike: true }, stranger, "A character only looks right", "Look again"],
  [{ kind: "not_hex", looksAlike: false }, stranger, "A character is wrong", "Look again"],
  [{ kind: "switched_off" }, {}, /Comptabilité.* is switched off/, "Switch on"],
  [{ kind: "expired", at: "2026-10-01T10:00:00Z" }, {}, /Comptabilité.* expired on 1 Oct/, "Open the portal"],
  [{ kind: "regenerated", at: null }, {}, /This is an old copy of .*Comptabilité/, "Copy the new key"],
  [{ kind: "not_listed" }, { keyId: null, keyName: null }, "DHMAD has no such key in this account", "Open the portal"],
  [{ kind: "not_yet" }, {}, "DHMAD doesn’t accept it yet", "Try again"],
  [{ kind: "refused" }, {}, /DHMAD doesn’t accept .*Comptabilité/, "Open the portal"],
  [{ kind: "not_associated" }, {}, "The developer account is not linked to a user", "Open the portal"],
  [{ kind: "no_answer", error: failure("offline") }, {}, "Nobody could tell", "Try again"],
] as [CauseView, Partial<DiagnosisView>, string | RegExp, string][])("says what is wrong and the next step: %o", async (cause, over, title, next) => {
  const host = await look(cause, over);
  expect(screen.getByRole("heading", { name: title })).toBe(document.activeElement);
  expect(button(next)).toBeTruthy();
  expect(polite()).toContain(String(heading()).slice(0, 12));
  expectNoSecret(host);
  await expectAccessible();
});

it("a key that works says which address it works on", async () => {
  await look({ kind: "works" });
  expect(heading()).toMatch(/Comptabilité.* works/);
  expect(text()).toContain("a live key works on dhmad.tn/api only");
  expect(text()).toContain("Whole, nothing around it");
  expect(text()).toContain("The key was not shown, saved or logged.");
});

it("what was copied along is named, and the clean key is one click away", async () => {
  const host = await look({ kind: "works" }, { extras: ["spaces", "variable_name"] });
  expect(text()).toContain("spaces, the name of a variable");
  await click(button("Copy the clean key"));
  await pass(10);
  expect(host.calls).toContain("diagnoseCopyMended");
  expect(polite()).toContain("The clean key is on the clipboard.");
});

it("a switched-off key is switched on from here and looked at again", async () => {
  const host = await look({ kind: "switched_off" });
  await click(button("Switch on"));
  await pass(10);
  expect(host.calls).toContain("switchKey");
  expect(host.calls.filter((call) => call === "diagnose")).toHaveLength(2);
});

it("an old copy leads to the new key, or to regenerating where none is kept", async () => {
  const host = await look({ kind: "regenerated", at: ago(60_000) });
  await click(button("Copy the new key"));
  await pass(10);
  expect(host.calls).toContain("copyKey");
});

it("looks at a held key from its menu, and back to it in the list", async () => {
  const host = await openMain(() => ({ diagnosis: diagnosis({ kind: "works" }, { fromClipboard: false }) }));
  await fireEvent.contextMenu(row(/^Comptabilité/));
  await pass(100);
  await choose("Why doesn’t it work?");
  await pass(10);
  expect(host.calls).toContain("diagnose:k2");
  await click(button("Show it in the list"));
  await pass(10);
  expect(document.activeElement).toBe(row(/^Comptabilité/));
});

it("what could not be looked at is told, and guided mode has the page too", async () => {
  const keys = () => oleaMarket();
  await openMain(() => ({ app: guidedApp(), list: listView({ keys: keys(), scope: "known" }), fails: { diagnose: failure("clipboard_empty") } }));
  await click(button("Diagnose"));
  await click(button("Look at the key on the clipboard"));
  await pass(10);
  expect(text()).toContain("The clipboard is empty.");
});
