import { userEvent } from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { FakeHost } from "../src/ipc/fake/fake";
import { ago, appView, DAY, failure, guidedApp, listView, oleaMarket } from "../src/ipc/fake/fixtures";
import { button, choose, click, expectAccessible, expectNoSecret, fireEvent, menuItem, menuItems, openMain, pass, polite, press, row, rowNames, screen, text } from "./support";

it("lists what needs attention first, with a name that says it all", async () => {
  const host = await openMain();
  expect(screen.getByRole("heading", { level: 1, name: "Keys" })).toBeTruthy();
  expect(rowNames().slice(0, 2)).toEqual(["Production shop", "Comptabilité"]);
  expect(row("Comptabilité, live, no request for 61 days, last used 22 August")).toBeTruthy();
  expect(row(/^Handheld scanners.*, live, switched off, yet used yesterday, last used yesterday$/)).toBeTruthy();
  expect(screen.getByText("Checked 3 min ago")).toBeTruthy();
  expectNoSecret(host);
  await expectAccessible();
});

it("says that a switched-off key was used, among what needs attention", async () => {
  const used = { kind: "used_though_off", at: ago(2 * DAY) } as const;
  await openMain(() => ({ list: listView({ keys: oleaMarket().map((key) => (key.id === "k8" ? { ...key, attention: used } : key)) }) }));
  expect(row(/^Webhook trials, sandbox, switched off, yet used .*, /)).toBeTruthy();
  expect(rowNames().indexOf("Webhook trials")).toBeLessThan(rowNames().indexOf("Sandbox tests"));
});

it("says in words when regenerating asks first", async () => {
  await openMain();
  const asks = screen.getAllByRole("button", { name: "Regenerate & copy…" });
  expect(asks).toHaveLength(3);
  expect(document.getElementById(asks[0]?.getAttribute("aria-describedby") ?? "")?.textContent).toBe("Asks first, in a window of the system.");
});

it("moves by arrows, Home and End across groups, with one row in the tab order", async () => {
  await openMain();
  row(/^Production/).focus();
  await press("ArrowDown");
  expect(document.activeElement).toBe(row(/^Comptabilité/));
  await press("End");
  expect(document.activeElement).toBe(row(/^Webhook/));
  await press("Home");
  expect(document.activeElement).toBe(row(/^Production/));
  expect(screen.getAllByRole("row").filter((one) => one.tabIndex === 0)).toHaveLength(1);
});

it("filters by chips and searches as one types, and speaks the number", async () => {
  await openMain();
  await click(screen.getByRole("radio", { name: /^Sandbox/ }));
  expect(rowNames()).toEqual(["Sandbox tests", "New colleague training", "Webhook trials"]);
  await click(screen.getByRole("radio", { name: /^All/ }));
  await press("f", { ctrlKey: true, code: "KeyF" });
  const field = screen.getByRole("searchbox", { name: "Find a key" });
  expect(document.activeElement).toBe(field);
  await fireEvent.input(field, { target: { value: "comptabilite" } });
  await pass(500);
  expect(rowNames()).toEqual(["Comptabilité"]);
  expect(polite()).toBe("1 key found.");
  await fireEvent.input(field, { target: { value: "zzz" } });
  await pass(500);
  expect(polite()).toBe("No key found.");
  await click(button("Show all keys"));
  expect(rowNames()).toHaveLength(8);
});

it("copies a key that is held, and says why it can't copy another", async () => {
  const host = await openMain();
  row(/^Comptabilité/).focus();
  await press("c");
  expect(polite()).toMatch(/^Copied\. .*Comptabilité.*, Live\. The clipboard clears in 30 seconds\.$/);
  expect(text()).toMatch(/Comptabilité.* is in the clipboard for 30 s/);
  await pass(25_000);
  expect(polite()).toBe("5 seconds left.");
  await pass(5000);
  expect(polite()).toBe("Clipboard cleared.");
  row(/^Mobile app/).focus();
  await press("c");
  expect(polite()).toBe("Miftah does not have this key. Regenerate it to get a copy.");
  expect(host.calls.filter((call) => call === "copyKey")).toHaveLength(1);
  expectNoSecret(host);
});

it("clears the clipboard by its shortcut", async () => {
  const host = await openMain();
  row(/^Comptabilité/).focus();
  await press("c");
  await press("X", { ctrlKey: true, shiftKey: true, code: "KeyX" });
  expect(host.world.app.clipboard).toBeNull();
  expect(polite()).toBe("Clipboard cleared.");
});

it("tells a copy that failed in its row", async () => {
  await openMain(() => ({ fails: { copyKey: failure("replaced_elsewhere") } }));
  row(/^Comptabilité/).focus();
  await press("c");
  expect(row(/^Comptabilité/).textContent).toContain("This key was regenerated elsewhere.");
});

it("opens the row menu by the keyboard and names what is unavailable", async () => {
  await openMain();
  row(/^Mobile app/).focus();
  await fireEvent.contextMenu(row(/^Mobile app/));
  await pass(100);
  const copy = menuItem("Copy again");
  expect(copy.getAttribute("aria-disabled")).toBe("true");
  expect(document.getElementById(copy.getAttribute("aria-describedby") ?? "")?.textContent).toContain("Regenerate it to get a copy");
  expect(menuItems().map((item) => item.textContent?.trim())).toEqual(["DetailsEnter", "Copy againC", "Regenerate & copy…R", "Rename…", "Rotate safely", "Places…", "Open the portal", "Switch off…", "Switch off for a while…", "Delete…", "This key leaked…"]);
  await expectAccessible();
});

it("copies again from the menu", async () => {
  const host = await openMain();
  await fireEvent.contextMenu(row(/^Comptabilité/));
  await pass(100);
  await choose("Copy again");
  expect(host.calls).toContain("copyKey");
});

it("has its pages in the sidebar, each by its digit", async () => {
  await openMain();
  const names = () => [...screen.getByRole("navigation").querySelectorAll("button")].map((one) => one.getAttribute("aria-label"));
  expect(names()).toEqual(["Keys 8", "Inbox 3", "Safe rotations", "Checklist", "Diagnose", "Settings"]);
  for (const [digit, title] of [["2", "Inbox"], ["3", "Safe rotations"], ["4", "Security checklist"], ["5", "Diagnose"], ["1", "Keys"]] as const) {
    await press(digit, { ctrlKey: true });
    expect(screen.getByRole("heading", { level: 1, name: title })).toBeTruthy();
  }
});

it("has no rotations in guided mode, and the digits go by what is shown", async () => {
  await openMain(() => ({ app: guidedApp({ inbox: 0 }), list: listView({ scope: "known" }) }));
  await press("3", { ctrlKey: true });
  expect(screen.getByRole("heading", { level: 1, name: "Security checklist" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Safe rotations/ })).toBeNull();
});

it("keeps its order while a person is in the list, and sorts again after", async () => {
  const host = await openMain();
  row(/^Comptabilité/).focus();
  await pass();
  host.setList({ keys: host.world.list.keys.map((key) => (key.id === "k1" ? { ...key, attention: null } : key)) });
  await pass();
  expect(rowNames()[0]).toBe("Production shop");
  screen.getByRole("searchbox").focus();
  await pass();
  expect(rowNames().slice(0, 2)).toEqual(["Comptabilité", oleaMarket()[2]?.name]);
});

it("shows the skeleton after 200 ms, and then for 400 ms at least", async () => {
  vi.useFakeTimers();
  await openMain(() => ({ latency: 250, stored: listView({ keys: [], checkedAt: null }) }));
  const skeleton = () => screen.queryByRole("status", { name: "Asking DHMAD for your keys" });
  await pass(198);
  expect(skeleton()).toBeNull();
  await pass(2);
  await pass(52);
  expect(skeleton()).toBeTruthy();
  await pass(260);
  expect(rowNames()).toEqual([]);
  await pass(200);
  expect(skeleton()).toBeNull();
  expect(rowNames()).toHaveLength(8);
});

it("draws what is known at once and asks DHMAD after", async () => {
  const host = await openMain(() => ({ stored: listView({ keys: oleaMarket().slice(0, 2) }) }));
  expect(host.calls.filter((call) => call === "listKeys")).toHaveLength(2);
  expect(rowNames()).toHaveLength(8);
});

it("a clock that is wrong is told, in the unit that fits", async () => {
  await openMain(() => ({ list: listView({ clockMinutesAhead: 3 * 24 * 60 }) }));
  expect(screen.getByText("This computer’s clock is 3 days fast")).toBeTruthy();
  await expectAccessible();
});

it("old data keeps its words, loses its colour and never says ago or yesterday", async () => {
  await openMain(() => ({ app: appView({ inbox: 0 }), list: listView({ stale: true, checkedAt: ago(3 * DAY), problem: failure("offline") }) }));
  expect(screen.getByText(/^Not checked since Monday/)).toBeTruthy();
  expect(screen.getByRole("heading", { name: /^Needed attention on Monday/ })).toBeTruthy();
  expect(screen.getByText("No request for 61 days then")).toBeTruthy();
  expect(text()).not.toMatch(/\bago\b|yesterday/);
  expect(document.querySelector(".hot")).toBeNull();
  const regenerate = screen.getAllByRole("button", { name: "Regenerate & copy" })[0] as HTMLElement;
  expect(regenerate.getAttribute("aria-disabled")).toBe("true");
  await click(regenerate);
  expect(polite()).toBe("Nothing can be changed until DHMAD answers.");
  await expectAccessible();
});

it.each([
  ["offline", "This computer can’t reach DHMAD.", "Try again"],
  ["rate_limited", "DHMAD asks to slow down.", "Try again"],
  ["not_dhmad", "Something else answered instead of DHMAD.", "Try again"],
  ["remote_failed", "DHMAD has a problem of its own.", "Try again"],
  ["session_expired", "Your sign-in has ended.", "Sign in again"],
  ["unauthorized", "DHMAD does not accept this sign-in.", "Sign in again"],
] as const)("the banner for %s", async (code, title, action) => {
  const host = await openMain(() => ({ list: listView({ problem: failure(code) }) }));
  expect(screen.getByText(title)).toBeTruthy();
  expect(rowNames()).toHaveLength(8);
  await click(button(action));
  expect(host.calls).toContain(action === "Try again" ? "listKeys" : "signOut:false");
});

it("shows one banner, the most severe", async () => {
  const host = await openMain(() => ({ app: appView({ clipboardNotCleared: true, keychain: { state: "locked", name: null } }), list: listView({ unreadable: 2, problem: failure("offline") }) }));
  expect(document.querySelectorAll(".banner")).toHaveLength(1);
  expect(screen.getByText("The clipboard could not be cleared")).toBeTruthy();
  await click(button("Clear now"));
  expect(host.calls).toContain("clipboardClear");
  expect(screen.getByText("Your keyring is locked")).toBeTruthy();
});

it("unlocks the keyring, or stops waiting for it", async () => {
  const host = await openMain(() => ({ app: appView({ keychain: { state: "locked", name: "GNOME Keyring" } }), never: ["unlockKeychain"] }));
  await click(button("Unlock"));
  expect(screen.getByText("Waiting for your keyring")).toBeTruthy();
  await click(button("Cancel"));
  expect(host.calls).toContain("cancelUnlock");
  expect(screen.getByText("Your keyring is locked")).toBeTruthy();
  host.world.never = [];
  await click(button("Unlock"));
  expect(screen.queryByText("Your keyring is locked")).toBeNull();
});

it("tells that there is no keyring, as an alert", async () => {
  await openMain(() => ({ app: appView({ keychain: { state: "unavailable", name: null } }) }));
  expect(screen.getByText("This computer has no keyring").closest("[role=alert]")).toBeTruthy();
});

it("an empty account says so and opens the portal", async () => {
  const host = await openMain(() => ({ list: listView({ keys: [] }) }));
  expect(screen.getByRole("heading", { name: "No keys yet" })).toBeTruthy();
  await click(button("Open the portal"));
  expect(host.calls).toContain("openPortal");
  await expectAccessible();
});

it("a name can't break out of its row", async () => {
  await openMain(() => ({ list: listView({ keys: [{ ...oleaMarket()[0]!, name: '<img src=x onerror="alert(1)">' }] }) }));
  expect(document.querySelector("img")).toBeNull();
  expect(rowNames()).toEqual(['<img src=x onerror="alert(1)">']);
});

it("marks the demo", async () => {
  await openMain(() => ({ app: appView({ demo: true }) }));
  expect(screen.getByText("Demo data")).toBeTruthy();
});

it("shows the exact date on focus", async () => {
  await openMain();
  row(/^Comptabilité/).focus();
  await pass();
  const when = row(/^Comptabilité/).querySelector<HTMLElement>("time")?.parentElement;
  await userEvent.setup({ advanceTimers: vi.advanceTimersByTimeAsync.bind(vi) }).hover(when as HTMLElement);
  await pass(800);
  expect(document.body.textContent).toMatch(/Saturday,? 22 August 2026 at \d\d:\d\d/);
});

it("a failure of the first read is told, and there is a way on", async () => {
  const host = await openMain(() => ({ fails: { listKeys: failure("internal") } }));
  expect(screen.getByText("Something went wrong inside Miftah.")).toBeTruthy();
  host.world.fails = {};
  await click(button("Try again"));
  expect(rowNames()).toHaveLength(8);
  expect(host).toBeInstanceOf(FakeHost);
});
