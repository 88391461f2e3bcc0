/** Safe rotations: a proposal, a card that shows where it stands, and every step by a click. */
import { expect, it } from "vitest";
import { fireEvent } from "@testing-library/svelte";
import { appView, failure, listView, oleaMarket, rotation } from "../src/ipc/fake/fixtures";
import type { RotationView } from "../src/ipc/client";
import { button, choose, click, expectAccessible, openMain, pass, press, row, screen, text } from "./support";

async function openCard(over: Partial<RotationView> = {}, dialog: "confirm" | "decline" = "confirm") {
  const host = await openMain(() => ({
    app: appView({ rotations: 1 }), rotations: [rotation(over)], dialog,
    list: listView({ keys: oleaMarket().map((key) => (key.id === "k4" ? { ...key, rotation: "op-5" } : key)) }),
  }));
  await click(button(/^Safe rotations 1/));
  return host;
}
const heading = (level: number, name: string | RegExp) => screen.getByRole("heading", { level, name });

it("the page says what it is for when there is none", async () => {
  await openMain();
  await press("3", { ctrlKey: true });
  expect(heading(2, "No rotation under way")).toBeTruthy();
  await expectAccessible();
});

it("a proposal makes nothing before the click on it", async () => {
  const host = await openMain();
  await fireEvent.contextMenu(row(/^Production/));
  await pass(100);
  await choose("Rotate safely");
  expect(heading(2, /^Rotate .*Production shop.* safely$/)).toBeTruthy();
  expect(host.calls).not.toContain("rotationStart");
  await click(button("Make the second key"));
  expect(host.calls).toContain("rotationStart:k1");
  await expectAccessible();
});

it("\"Rotate safely\" in the system's dialog leads to the proposal and sends nothing", async () => {
  const host = await openMain();
  row(/^Production/).focus();
  await press("r");
  await pass(60);
  host.answerDialog("rotate");
  await pass(50);
  expect(heading(2, /^Rotate .*Production shop.* safely$/)).toBeTruthy();
  expect(host.calls).not.toContain("rotationStart");
});

it("no room for a second key says so, and offers to regenerate", async () => {
  const host = await openMain(() => ({ fails: { rotationStart: failure("no_room_for_second_key") } }));
  await fireEvent.contextMenu(row(/^Comptabilité/));
  await pass(100);
  await choose("Rotate safely");
  await click(button("Make the second key"));
  expect(text()).toContain("DHMAD did not make a second key.");
  await click(button("Regenerate & copy"));
  expect(host.calls).toContain("regenerate");
});

it("shows the proof, the steps, and where it stands", async () => {
  await openCard();
  expect(heading(3, /^New key seen .*, old key quiet for 19 h$/)).toBeTruthy();
  const now = document.querySelector("[aria-current=step]");
  expect(now?.textContent).toContain("Switch the old key off");
  expect(text()).toContain("Installed in 3 of 3 places");
  expect(document.querySelectorAll(".track i")).toHaveLength(19);
  await expectAccessible();
});

it.each([
  ["creating", "Making the second key"],
  ["resolving", "Finding out what DHMAD did"],
  ["waiting", "Miftah can’t tell yet what DHMAD did"],
  ["unchanged", "The second key was not made; nothing changed"],
  ["switching_off", "DHMAD is being asked"],
  ["stored", "Both keys work. Put the new one in place."],
] as const)("says in one sentence where it stands: %s", async (stage, title) => {
  await openCard({ stage, problem: stage === "waiting" ? failure("offline") : null });
  expect(heading(3, title)).toBeTruthy();
  await expectAccessible();
});

it("an orphan is switched off only by a click, and can be left", async () => {
  const host = await openCard({ stage: "orphan", check: null, watch: null, lanes: null, places: [] });
  expect(heading(3, /^A second key was made .*, and its value was lost$/)).toBeTruthy();
  expect(host.calls).not.toContain("rotationSwitchOff");
  await click(button("Switch the lost key off…"));
  expect(host.calls).toContain("rotationSwitchOff");
});

it("is installed, taken back, switched off, on again, and deleted, each by a click", async () => {
  const host = await openCard({ stage: "stored", installedAt: null });
  await click(button("Everything uses it"));
  expect(host.world.rotations[0]?.stage).toBe("installed");
  await click(button("Not installed after all"));
  expect(host.world.rotations[0]?.stage).toBe("stored");
  await click(button("Switch off now…"));
  expect(heading(3, /^The old key is off since/)).toBeTruthy();
  await click(button("Switch it back on"));
  expect(host.world.rotations[0]?.stage).toBe("installed");
  await click(button("Switch off now…"));
  await click(button("Delete…"));
  expect(host.world.rotations).toHaveLength(0);
  expect(heading(2, "No rotation under way")).toBeTruthy();
});

it("declining in the system's dialog changes nothing", async () => {
  const host = await openCard({}, "decline");
  await click(button("Switch off now…"));
  expect(host.world.rotations[0]?.stage).toBe("installed");
});

it("asks about rare uses before it calls anything ready", async () => {
  const { watch } = rotation();
  const host = await openCard({ watch: watch && { ...watch, asksRareUse: true, rareUse: null, watchedDays: 6 } });
  expect(text()).toContain("Does anything use it less than once a day?");
  await click(button("No"));
  expect(host.calls).toContain("rotationRareUse:op-5:false");
});

it("tells on its card what went wrong", async () => {
  const host = await openCard();
  host.world.fails.rotationSwitchOff = failure("session_expired");
  await click(button("Switch off now…"));
  expect(text()).toContain("Your sign-in has ended.");
});

it("the row of the old key leads to it", async () => {
  await openCard();
  await press("1", { ctrlKey: true });
  expect(row(/^Mobile app/).textContent).toContain("Being replaced");
  await click(button("See the rotation", row(/^Mobile app/)));
  expect(heading(2, /^Mobile app/)).toBeTruthy();
});
