/** What waits for the person: reasons, acts, putting off and taking back, by mouse and by keyboard. */
import { expect, it, vi } from "vitest";
import type { Attention } from "../src/ipc/client";
import type { World } from "../src/ipc/fake/fake";
import { ago, appView, DAY, failure, guidedApp, inboxView, item, listView } from "../src/ipc/fake/fixtures";
import { attentionWords } from "../src/shared/attention";
import { setLocale } from "../src/shared/text/text.svelte";
import { button, choose, click, expectAccessible, expectNoSecret, fireEvent, menuItems, NOW, openMain, pass, polite, press, screen, text, within } from "./support";

async function open(world: () => Partial<World> = () => ({})) {
  const host = await openMain(world);
  await press("2", { ctrlKey: true });
  await pass(50);
  return host;
}
const article = (name: string | RegExp) => screen.getByRole("article", { name });
const headings = () => screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent);
const COMPTA = /^No request for 61 days/;
async function menu(name: string | RegExp) {
  const trigger = button(/^Snooze/, article(name));
  trigger.focus();
  await fireEvent.keyDown(trigger, { key: "Enter" });
  await pass(100);
}

it("groups what waits by what matters, and says of each what it means and what helps", async () => {
  const host = await open();
  expect(document.title).toBe("Inbox - Miftah");
  expect(headings()).toEqual(["Needs you now1", "This week1", "Earlier1"]);
  const off = article(/^Switched off, yet used yesterday Live Handheld/);
  expect(off.textContent).toContain("Something still holds this key and gets an error each time.");
  expect(within(off).getAllByRole("button").map((one) => one.textContent?.trim())).toEqual([expect.stringContaining("Handheld"), "See where it is used", "Switch on", "Snooze"]);
  expect(button("Switch off…", article(COMPTA))).toBeTruthy();
  expect(button("Rotate safely…", article(/^Not changed for 214 days/))).toBeTruthy();
  expectNoSecret(host);
  await expectAccessible();
});

it("has a badge of what is new enough to alarm, and none for old data", async () => {
  const host = await openMain(() => ({ app: appView({ inbox: 3 }) }));
  expect(button("Inbox 3").querySelector(".hot")?.textContent).toBe("3");
  host.setApp({ inbox: 0 });
  await pass();
  expect(button("Inbox").querySelector(".hot")).toBeNull();
});

it("moves by arrows, opens with Enter, and comes back", async () => {
  await open();
  article(/^Switched off/).focus();
  await press("ArrowDown");
  expect(document.activeElement).toBe(article(COMPTA));
  await press("End");
  expect(document.activeElement).toBe(article(/^Not changed/));
  await press("Home");
  await press("ArrowDown");
  expect(screen.getAllByRole("article").filter((one) => one.tabIndex === 0)).toEqual([article(COMPTA)]);
  await press("Enter");
  await pass(50);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Comptabilité");
  await click(button("Inbox", screen.getByRole("main")));
  expect(screen.getByRole("heading", { level: 1, name: "Inbox" })).toBeTruthy();
});

it("snoozes until tomorrow with E, keeps its place as a line, and takes it back", async () => {
  const host = await open();
  article(COMPTA).focus();
  await press("e");
  await pass(50);
  expect(host.calls).toContain("snooze:k2:unused:tomorrow");
  expect(polite()).toBe("Snoozed until Fri 09:00.");
  expect(headings()).toEqual(["Needs you now1", "This week0", "Earlier1"]);
  expect(text()).toContain("Comptabilité: Snoozed until Fri 09:00.");
  expect(document.activeElement).toBe(article(/^Not changed/));
  await press("ArrowUp");
  expect(document.activeElement).toBe(button(/^Undo: .*Comptabilité/));
  await click(button(/^Undo/));
  await pass(50);
  expect(host.calls).toContain("restoreReminder");
  expect(document.activeElement).toBe(article(COMPTA));
  expect(polite()).toBe("Back in the inbox.");
});

it("does not take an E that is typed elsewhere, held down or in the menu", async () => {
  const host = await open();
  button("Switch off…", article(COMPTA)).focus();
  await press("e");
  article(COMPTA).focus();
  await press("e", { repeat: true });
  await press("e", { ctrlKey: true });
  await pass(50);
  expect(host.calls.some((call) => call.startsWith("snooze:"))).toBe(false);
});

it("snoozes from the menu, which says when that is", async () => {
  const host = await open();
  await menu(COMPTA);
  expect(menuItems().map((one) => one.textContent?.trim())).toEqual(["TomorrowFri 09:00", "In a week29 Oct", "On a date…", "Not again…"]);
  await choose("In a week");
  await pass(50);
  expect(host.calls).toContain("snooze:k2:unused:week");
  expect(polite()).toBe("Snoozed until 29 Oct.");
});

it("snoozes until a date, tomorrow at the earliest, and Escape changes nothing", async () => {
  const host = await open();
  await menu(COMPTA);
  await choose("On a date…");
  await pass(100);
  const dialog = screen.getByRole("dialog", { name: "When should it come back?" });
  expect(button("Snooze until Thu 5 Nov", dialog)).toBeTruthy();
  await press("Escape", {}, dialog);
  await pass(100);
  expect(host.calls.some((call) => call.startsWith("snooze:"))).toBe(false);
  expect(document.activeElement).toBe(article(COMPTA));
  await menu(COMPTA);
  await choose("On a date…");
  await pass(100);
  await click(button("Month before"));
  const today = document.querySelector('[data-bits-day][data-value="2026-10-22"]') as HTMLElement;
  expect(today.hasAttribute("data-disabled")).toBe(true);
  await click(document.querySelector('[data-bits-day][data-value="2026-10-30"]') as HTMLElement);
  await click(button("Snooze until Fri 30 Oct"));
  await pass(50);
  expect(host.calls).toContain("snooze:k2:unused:date:2026-10-30");
});

it.each([["en", "ArrowRight"], ["ar", "ArrowLeft"]] as const)("in the month the arrows go the way the days run: %s", async (locale, forward) => {
  await open(() => ({ app: appView({ locale }) }));
  const trigger = screen.getAllByRole("article")[1]?.querySelector<HTMLElement>("[aria-haspopup=menu]");
  trigger?.focus();
  await fireEvent.keyDown(trigger as HTMLElement, { key: "Enter" });
  await pass(100);
  await choose(locale === "en" ? "On a date…" : "في تاريخ…");
  await pass(100);
  expect((document.activeElement as HTMLElement).dataset.value).toBe("2026-11-05");
  await press(forward);
  expect((document.activeElement as HTMLElement).dataset.value).toBe("2026-11-06");
});

it("the dialog for a date is accessible", async () => {
  await open();
  await menu(COMPTA);
  await choose("On a date…");
  await pass(100);
  await expectAccessible();
});

it("puts something off for good, with the reason", async () => {
  const host = await open();
  await menu(/^Not changed/);
  await choose("Not again…");
  await pass(100);
  await click(screen.getByRole("radio", { name: "Somebody else looks after it" }));
  await click(button("Don’t remind me"));
  await pass(50);
  expect(host.calls).toContain("dismiss:k1:stale:not_ours");
  expect(polite()).toBe("You won’t hear of this again.");
});

it("\"It is needed\" says so at one click", async () => {
  const host = await open();
  await click(button("It is needed", article(COMPTA)));
  await pass(50);
  expect(host.calls).toContain("dismiss:k2:unused:needed");
});

it("says in its place what has settled itself meanwhile", async () => {
  const host = await open(() => ({ fails: { snoozeReminder: failure("not_now") } }));
  article(COMPTA).focus();
  await press("e");
  await pass(50);
  expect(text()).toContain("Comptabilité: This has settled itself meanwhile.");
  expect(polite()).toBe("This has settled itself meanwhile.");
  expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
  expect(host.calls.filter((call) => call === "listInbox").length).toBeGreaterThan(1);
});

it("tells beside the item what was not kept, and leaves it there", async () => {
  await open(() => ({ fails: { snoozeReminder: failure("storage_full") } }));
  article(COMPTA).focus();
  await press("e");
  await pass(50);
  expect(article(COMPTA).textContent).toContain("The disk of this computer is full.");
});

it("keeps its order and its lines when the inbox changes behind it, and is in order again later", async () => {
  const host = await open();
  article(COMPTA).focus();
  await press("e");
  await pass(50);
  const fresh = item("k6", { kind: "expired", at: ago(DAY) }, ago(DAY), "urgent");
  host.setInbox({ open: [fresh, ...host.world.inbox.open] });
  await pass(50);
  expect(headings()).toEqual(["Needs you now2", "This week0", "Earlier1"]);
  expect(screen.getAllByRole("article").map((one) => one.dataset.item)).toEqual(["used_though_off-k3", "expired-k6", "stale-k1"]);
  await press("1", { ctrlKey: true });
  await press("2", { ctrlKey: true });
  await pass(50);
  expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
  expect(screen.getAllByRole("article").map((one) => one.dataset.item)).toEqual(["expired-k6", "used_though_off-k3", "stale-k1"]);
});

it("folds what was put off, and brings it back", async () => {
  const away = () => item("k6", { kind: "never_used", days: 20 }, ago(DAY), "notice", { putOff: { kind: "dismissed", reason: "needed" } });
  const host = await open(() => ({ inbox: inboxView({ putOff: [away()] }) }));
  const toggle = button(/^Put off/);
  expect(toggle.getAttribute("aria-expanded")).toBe("false");
  await click(toggle);
  expect(text()).toContain("not again: The key is needed as it is");
  await expectAccessible();
  vi.useFakeTimers({ now: NOW });
  await click(button(/^Bring back .*Sandbox tests/));
  await pass(50);
  expect(host.world.inbox.putOff).toEqual([]);
  expect(document.activeElement).toBe(article(/^Not used in 20 days/));
});

it("says that all is in order, and when DHMAD was asked", async () => {
  await open(() => ({ inbox: inboxView({ open: [] }) }));
  expect(screen.getByRole("heading", { name: "All in order" })).toBeTruthy();
  expect(text()).toContain("Nothing waits for you. DHMAD was last asked 3 min ago.");
  await expectAccessible();
});

it("shows a skeleton while it waits, and what went wrong with a way to try again", async () => {
  const host = await open(() => ({ fails: { listInbox: failure("storage_denied") } }));
  expect(text()).toContain("Miftah may not write in its own folder.");
  delete host.world.fails.listInbox;
  host.world.latency = 300;
  await click(button("Try again"));
  await pass(250);
  expect(screen.getByRole("status", { name: "Looking at what waits" })).toBeTruthy();
  await pass(700);
  expect(article(COMPTA)).toBeTruthy();
});

it("old data keeps its words, loses its colour and alarms nobody", async () => {
  await open(() => ({
    app: appView({ inbox: 0 }), list: listView({ stale: true, checkedAt: ago(3 * DAY), problem: failure("offline") }),
    inbox: inboxView({ open: inboxView().open.map((one) => ({ ...one, old: true })), stale: true, checkedAt: ago(3 * DAY) }),
  }));
  expect(headings()).toEqual(["Needed attention on Monday3"]);
  expect(text()).toContain("Not checked since Monday");
  expect(text()).not.toMatch(/\bago\b|yesterday/);
  expect(document.querySelector(".hot")).toBeNull();
  expect(button("Switch off…", article(/^No request for 61 days then/)).getAttribute("aria-disabled")).toBe("true");
  await expectAccessible();
});

it("switches off after the system's dialog, and tells what failed beside the item", async () => {
  const host = await open(() => ({ dialog: "confirm" }));
  await click(button("Switch off…", article(COMPTA)));
  await pass(50);
  expect(polite()).toMatch(/Comptabilité.* is switched off\./);
  host.world.fails.switchKey = failure("key_changed_meanwhile");
  await click(button("Switch on", article(/^Switched off/)));
  await pass(50);
  expect(article(/^Switched off/).textContent).toContain("The key has changed meanwhile.");
});

it("leads to the rotation, to its page, or to the key", async () => {
  await open(() => ({ inbox: inboxView({ open: [item("k4", { kind: "rotation_waits", step: "delete" }, ago(0)), item("k1", { kind: "stale", days: 214, since: "changed" }, ago(0))] }) }));
  await click(button("See the rotation"));
  expect(screen.getByRole("heading", { level: 1, name: "Safe rotations" })).toBeTruthy();
  await press("2", { ctrlKey: true });
  await click(button("Rotate safely…"));
  await pass(50);
  expect(screen.getByRole("heading", { name: /^Rotate .*Production shop.* safely$/ })).toBeTruthy();
});

it("in guided mode opens the key, and offers nothing that only the portal does", async () => {
  await open(() => ({ app: guidedApp({ inbox: 1 }), list: listView({ scope: "known" }) }));
  expect(screen.queryByRole("button", { name: /^(Rotate safely|Switch o)/ })).toBeNull();
  await click(button("Open the key", article(COMPTA)));
  await pass(50);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Comptabilité");
});

it("is reached from a notification once, and the shell hears that it was", async () => {
  const host = await openMain();
  host.setApp({ goTo: { page: "inbox" } });
  await pass(50);
  expect(screen.getByRole("heading", { level: 1, name: "Inbox" })).toBeTruthy();
  expect(host.calls.filter((call) => call === "arrived")).toHaveLength(1);
  host.setApp({ goTo: { page: "key", keyId: "k2" } });
  await pass(50);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Comptabilité");
  host.setApp({ goTo: { page: "rotate", keyId: "k1" } });
  await pass(50);
  expect(screen.getByRole("heading", { name: /^Rotate .*Production shop.* safely$/ })).toBeTruthy();
  expect(host.world.app.goTo).toBeNull();
});

it("a window that starts where a notification led goes there", async () => {
  await openMain(() => ({ app: appView({ goTo: { page: "key", keyId: "k2" } }) }));
  await pass(50);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Comptabilité");
});

it("has words for every reason, new and old, in three languages", () => {
  const at = NOW.toISOString();
  const all: Attention[] = [
    { kind: "never_used", days: 1 }, { kind: "unused", days: 2 }, { kind: "stale", days: 3, since: "created" }, { kind: "stale", days: 11, since: "changed" }, { kind: "expires", days: 0, at }, { kind: "expired", at },
    { kind: "used_though_off", at }, { kind: "replaced_elsewhere", at }, { kind: "used_again", at, silent: 61 }, ...(["install", "rare_use", "switch_off", "delete", "orphan"] as const).map((step) => ({ kind: "rotation_waits", step }) as const),
  ];
  for (const locale of ["en", "fr", "ar"] as const) {
    setLocale(locale);
    for (const attention of all) {
      for (const stale of [false, true]) expect(attentionWords(attention, { now: NOW.getTime(), stale })).not.toMatch(/^why-|\{|undefined/);
    }
  }
  setLocale("en");
  const when = { now: NOW.getTime(), stale: false };
  expect(attentionWords({ kind: "used_again", at: "2026-10-21T09:00:00Z", silent: 61 }, when)).toBe("Used again yesterday after 61 quiet days");
  expect(attentionWords({ kind: "used_though_off", at: "2026-08-01T09:00:00Z" }, when)).toBe("Switched off, yet used on 1 Aug");
});
