/** Operations that are not over: each end in its own words, and the way out of it. */
import { cleanup } from "@testing-library/svelte";
import { expect, it } from "vitest";
import { failure, listView, oleaMarket, place, trouble } from "../src/ipc/fake/fixtures";
import type { TroubleState } from "../src/ipc/client";
import { assertive, button, click, expectAccessible, openMain, pass, polite, press, row, screen, text } from "./support";

const places = [place("p1", "Accounting software", { keeper: "Salma" }), place("p2", "Monthly report")];
const lost = { kind: "lost", newPrefix: "sk_live_0d94b7", someoneUses: false, answer: false } as const;

async function openTrouble(state: TroubleState) {
  const keys = () => oleaMarket().map((key) => (key.id === "k2" ? { ...key, places, trouble: trouble(state) } : key));
  const host = await openMain(() => ({ list: listView({ keys: keys() }) }));
  row(/^Comptabilité/).focus();
  await press("r");
  await pass(500);
  return host;
}
const title = (name: string | RegExp) => screen.getByRole("heading", { level: 3, name });
const issue = () => screen.queryByRole("button", { name: /^Issue again/ });

it.each([
  [{ kind: "resolving" }, "Finding out whether the key changed"],
  [{ kind: "waiting", error: failure("offline") }, "Miftah can’t tell yet whether the key changed"],
  [{ kind: "unchanged" }, "Nothing was regenerated: the old key works"],
  [lost, "The old key is dead, and Miftah did not receive the new one"],
  [{ ...lost, someoneUses: true }, "Someone already uses the new key"],
  [{ kind: "replaced", newPrefix: null, answer: false }, "Someone regenerated this key since"],
  [{ kind: "in_memory", error: failure("vault_unavailable") }, "Your new key is only in Miftah’s memory"],
  [{ kind: "sealed", copyable: true, error: failure("vault_unavailable") }, "Your new key is safe, sealed on this computer"],
] as [TroubleState, string][])("opens in place and says %o", async (state, heading) => {
  const host = await openTrouble(state);
  expect(title(heading)).toBeTruthy();
  expect(document.activeElement).toBe(title(heading));
  expect(host.calls).not.toContain("regenerate");
  expect(assertive() + polite()).toContain(heading);
  await expectAccessible();
});

it("what nobody answers is ended by the person, and a sealed key only once it was copied", async () => {
  const host = await openTrouble({ kind: "waiting", error: failure("remote_failed") });
  await click(screen.getByRole("button", { name: "Stop looking: I checked on the portal" }));
  expect(host.calls).toContain("troubleClose");
  cleanup();
  await openTrouble({ kind: "sealed", copyable: true, error: failure("vault_unavailable") });
  const inPlace = () => screen.queryByRole("button", { name: "I put the key in place myself" });
  expect(inPlace()).toBeNull();
  await click(screen.getByRole("button", { name: "Copy now" }));
  await pass(100);
  expect(inPlace()).toBeTruthy();
});

it("a lost key names what stopped, warns of a colleague, and is issued again by one click", async () => {
  const host = await openTrouble(lost);
  expect(text()).toMatch(/Stopped: .*Accounting software.*Salma.*Monthly report/);
  expect(text()).toMatch(/unless a colleague regenerated it at/);
  await click(issue() as HTMLElement);
  expect(host.calls.filter((call) => call === "regenerate")).toHaveLength(1);
});

it("a new key that somebody uses offers no way to stop it", async () => {
  await openTrouble({ ...lost, someoneUses: true });
  expect(issue()).toBeNull();
});

it("a sealed answer without a key can be copied", async () => {
  const host = await openTrouble({ ...lost, answer: true });
  await click(button("Copy the answer"));
  expect(host.calls).toContain("troubleCopy:op-7");
});

it("a sealed key can be copied now, unless nothing opens it", async () => {
  const host = await openTrouble({ kind: "sealed", copyable: true, error: null });
  await click(button("Copy now"));
  expect(host.calls).toContain("troubleCopy:op-7");
});

it("what is in the way names the one act that helps", async () => {
  const host = await openTrouble({ kind: "waiting", error: failure("session_expired") });
  await click(button("Sign in again"));
  expect(host.calls).toContain("signOut:false");
});

it("what may pass by itself is tried now on a click", async () => {
  const host = await openTrouble({ kind: "waiting", error: failure("offline") });
  await click(button("Try now"));
  expect(host.calls).toContain("troubleTry:op-7");
});

it("a colleague who has the new key ends it", async () => {
  const host = await openTrouble(lost);
  await click(button("A colleague has the new key"));
  expect(host.calls).toContain("troubleClose");
  expect(document.querySelector(".open")).toBeNull();
  expect(row(/^Comptabilité/).textContent).not.toContain("Not working");
});

it("Not now closes the card, and the row keeps its red reason", async () => {
  await openTrouble(lost);
  await click(button("Not now"));
  await pass();
  expect(document.querySelector(".open")).toBeNull();
  expect(row(/^Comptabilité/).textContent).toMatch(/Not working since/);
  await click(button("See what happened", row(/^Comptabilité/)));
  expect(title(/^The old key is dead/)).toBeTruthy();
});
