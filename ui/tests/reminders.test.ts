/** The settings of reminders: each change is kept as it is made, and the preview goes along. */
import { expect, it } from "vitest";
import type { World } from "../src/ipc/fake/fake";
import { ago, appView, DAY, failure, reminders, settings } from "../src/ipc/fake/fixtures";
import { button, click, expectAccessible, fireEvent, openMain, pass, press, screen, text } from "./support";

async function open(world: () => Partial<World> = () => ({})) {
  const host = await openMain(world);
  await click(button("Settings"));
  await click(screen.getByRole("tab", { name: "Reminders" }));
  await pass(50);
  return host;
}
const days = (name: string) => screen.getByRole<HTMLInputElement>("spinbutton", { name });
const toggle = (name: string) => screen.getByRole("switch", { name });
const kept = (host: { world: World }) => host.world.reminders.settings;

it("has tabs that the arrows move between", async () => {
  await openMain();
  await click(button("Settings"));
  const general = screen.getByRole("tab", { name: "General" });
  expect(general.getAttribute("aria-selected")).toBe("true");
  general.focus();
  await press("ArrowRight");
  expect(screen.getByRole("tab", { name: "Reminders" }).getAttribute("aria-selected")).toBe("true");
  await pass(50);
  await expectAccessible();
});

it("steps through what people choose, up to never, for each environment by itself", async () => {
  const host = await open();
  expect(days("A key has no request").value).toBe("45");
  await click(button("More days: A key has no request"));
  await click(button("Fewer days: A new key was never used"));
  await pass(50);
  expect(kept(host).live).toEqual({ neverUsed: 10, unused: 60, stale: 90 });
  await click(screen.getByRole("radio", { name: "Sandbox" }));
  expect(days("A key has no request").value).toBe("45");
  days("A key has not been changed").focus();
  for (let n = 0; n < 6; n++) await press("ArrowUp");
  await pass(50);
  expect(kept(host).sandbox.stale).toBeNull();
  expect(days("A key has not been changed").value).toBe("never");
  expect(button("More days: A key has not been changed").getAttribute("aria-disabled")).toBe("true");
  await press("ArrowDown");
  await pass(50);
  expect(kept(host).sandbox.stale).toBe(365);
  expect(kept(host).live.stale).toBe(90);
});

it("takes a typed number, and says what is none", async () => {
  const host = await open();
  const field = days("A key has no request");
  for (const none of ["", "0", "-3", "1.5", "x", "3651"]) {
    await fireEvent.input(field, { target: { value: none } });
    await press("Enter", {}, field);
    expect(text()).toContain("A whole number from 1 to 3,650.");
    expect(field.getAttribute("aria-invalid")).toBe("true");
  }
  expect(kept(host).live.unused).toBe(45);
  await press("Escape", {}, field);
  expect(field.value).toBe("45");
  await fireEvent.input(field, { target: { value: "100" } });
  await fireEvent.blur(field);
  await pass(50);
  expect(kept(host).live.unused).toBe(100);
});

it("keeps the last of many quick changes", async () => {
  const host = await open();
  host.world.latency = 100;
  for (let n = 0; n < 3; n++) await click(button("More days: A key has no request"));
  await pass(600);
  expect(kept(host).live.unused).toBe(120);
  expect(days("A key has no request").value).toBe("120");
  expect(host.calls.filter((call) => call === "setReminders")).toHaveLength(2);
});

it("shows what is kept again when a change was not, and says why", async () => {
  const host = await open(() => ({ fails: { setReminders: failure("storage_full") } }));
  await click(toggle("Hide key names"));
  await pass(50);
  expect(toggle("Hide key names").getAttribute("aria-checked")).toBe("false");
  expect(text()).toContain("The disk of this computer is full.");
  delete host.world.fails.setReminders;
  await click(toggle("Hide key names"));
  await pass(50);
  expect(kept(host).hideNames).toBe(true);
  expect(text()).not.toContain("The disk of this computer is full.");
});

it("has a time for the summary and quiet hours, or none", async () => {
  const host = await open();
  await fireEvent.change(screen.getByRole("combobox", { name: "One summary a day at most" }), { target: { value: "510" } });
  await click(toggle("Quiet hours"));
  await pass(50);
  expect(kept(host)).toMatchObject({ digestAt: 510, quiet: { from: 22 * 60, to: 7 * 60 } });
  await fireEvent.change(screen.getByRole("combobox", { name: "Quiet until" }), { target: { value: String(22 * 60) } });
  await pass(50);
  expect(text()).toContain("Both are the same: there are no quiet hours");
  await click(toggle("Quiet hours"));
  await pass(50);
  expect(kept(host).quiet).toBeNull();
});

it("offers a time that is none of the half hours, if it is the one", async () => {
  await open(() => ({ reminders: reminders({ settings: settings({ digestAt: 555 }) }) }));
  expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "One summary a day at most" }).selectedOptions[0]?.textContent).toBe("09:15");
});

it("says where Miftah stays, and how to end it", async () => {
  const host = await open();
  expect(text()).toContain("Miftah stays in the tray when its window is closed");
  await click(button("Quit Miftah"));
  expect(host.calls).toContain("quit");
  await click(toggle("Run in the background"));
  await pass(50);
  expect(text()).toContain("Reminders come only while the window is open.");
  expect(screen.queryByRole("button", { name: "Quit Miftah" })).toBeNull();
});

it("says so where the desktop shows no tray", async () => {
  await open(() => ({ reminders: reminders({ tray: false }) }));
  expect(text()).toContain("This desktop shows no tray: start Miftah again to see its window.");
  await expectAccessible();
});

it("says so where neither a tray nor a notification could say that Miftah is still there", async () => {
  await open(() => ({ app: appView({ stays: false }), reminders: reminders({ tray: false }) }));
  expect(text()).toContain("This desktop has neither a tray nor notifications, so Miftah still ends with its window.");
});

it("previews the notification as the rules change", async () => {
  const host = await open(() => ({ preview: (now) => ({ keys: now.live.unused === 60 ? 0 : 2, title: now.live.unused === 60 ? null : "2 keys need you", body: "Comptabilité: no request for 61 days." }) }));
  expect(text()).toContain("With these rules, 2 keys would be in your inbox now.");
  expect(text()).toContain("2 keys need you");
  await click(button("More days: A key has no request"));
  await pass(50);
  expect(text()).toContain("With these rules, nothing would be in your inbox now.");
  expect(text()).not.toContain("2 keys need you");
  expect(host.calls).toContain("previewReminders");
});

it.each([
  ["taken", "Your system took it at 14:02. If you saw nothing, look at the system’s do-not-disturb."],
  ["no_server", "This desktop has nothing that shows notifications."],
  ["refused", "Your system refused it."],
  ["timed_out", "Your system did not answer."],
] as const)("says how the test notification went: %s", async (test, words) => {
  await open(() => ({ test }));
  await click(button("Send a test notification"));
  await pass(50);
  expect(text()).toContain(words);
});

it("says when an older test was taken, and tells one that could not be sent", async () => {
  await open(() => ({ reminders: reminders({ test: { at: ago(10 * DAY), result: "taken" } }), fails: { testNotification: failure("internal") } }));
  expect(text()).toContain("Your system took the last test on 12 Oct.");
  await click(button("Send a test notification"));
  await pass(50);
  expect(text()).toContain("Something went wrong inside Miftah.");
});

it("says when the settings can't be read, and tries again", async () => {
  const host = await open(() => ({ fails: { reminderSettings: failure("storage_denied") } }));
  expect(text()).toContain("Miftah may not write in its own folder.");
  delete host.world.fails.reminderSettings;
  await click(button("Try again"));
  await pass(50);
  expect(days("A key has no request").value).toBe("45");
});
