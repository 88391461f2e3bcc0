import { expect, it } from "vitest";
import type { FakeHost } from "../src/ipc/fake/fake";
import { appView, failure, listView, oleaMarket, trouble } from "../src/ipc/fake/fixtures";
import { assertive, button, click, expectAccessible, expectNoSecret, openMain, pass, polite, press, row, screen, text } from "./support";

const beats = (host: FakeHost) => host.calls.filter((call) => call === "regenerateHeartbeat").length;
const title = (name: string | RegExp) => screen.getByRole("heading", { level: 3, name });
const open = () => document.querySelector<HTMLElement>(".open");

/** The sandbox key, which never asks first. */
async function start(): Promise<void> {
  row(/^Comptabilité/).focus();
  await press("r");
}

it("counts down in place, with the focus on Cancel and a word for speech", async () => {
  const host = await openMain();
  await start();
  expect(title("Getting ready")).toBeTruthy();
  await pass(60);
  expect(title("Regenerating in 3 seconds")).toBeTruthy();
  expect(document.activeElement).toBe(button(/^Cancel/));
  expect(assertive()).toMatch(/^Regenerating .*Comptabilité.* in 3 seconds\. Press Escape to cancel\.$/);
  expect(screen.getByRole("timer").getAttribute("aria-live")).toBe("off");
  expect(open()?.dataset.row).toBe("k2");
  const spoken = assertive();
  await pass(1000);
  expect(title("Regenerating in 2 seconds")).toBeTruthy();
  expect(assertive()).toBe(spoken);
  expectNoSecret(host);
  await expectAccessible();
});

it("sends a heartbeat every 300 ms while counting, and none before or after", async () => {
  const host = await openMain();
  await start();
  expect(beats(host)).toBe(0);
  await pass(60);
  expect(beats(host)).toBe(1);
  await pass(900);
  expect(beats(host)).toBe(4);
  await pass(3000);
  const total = beats(host);
  await pass(3000);
  expect(beats(host)).toBe(total);
});

it("a page that is hidden gives no heartbeat, so the shell sends nothing", async () => {
  const host = await openMain();
  await start();
  await pass(60);
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  await pass(2100);
  Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
  expect(title("Cancelled. Nothing was sent.")).toBeTruthy();
  expect(host.calls).not.toContain("regenerateCancel");
});

it("takes no click in its first 400 ms, so that a double click does not cancel", async () => {
  const host = await openMain();
  await start();
  await pass(100);
  await click(button(/^Cancel/));
  expect(host.calls).not.toContain("regenerateCancel");
  await pass(300);
  await click(button(/^Cancel/));
  expect(host.calls).toContain("regenerateCancel");
  expect(title("Cancelled. Nothing was sent.")).toBeTruthy();
  expect(polite()).toBe("Cancelled. Nothing was sent.");
  await pass();
  expect(document.activeElement).toBe(button("Done"));
});

it("Esc cancels at once, and closes what is over", async () => {
  const host = await openMain();
  await start();
  await pass(70);
  await press("Escape");
  expect(host.calls).toContain("regenerateCancel");
  expect(screen.getByText("The key works as before.")).toBeTruthy();
  await press("Escape");
  expect(open()).toBeNull();
  await pass();
  expect(document.activeElement).toBe(row(/^Comptabilité/));
});

it("a second press on Regenerate while one runs does nothing", async () => {
  const host = await openMain();
  await start();
  await pass(70);
  const other = row(/^Sandbox tests/).querySelector<HTMLElement>(".act");
  await click(other as HTMLElement);
  await click(other as HTMLElement);
  expect(host.calls.filter((call) => call === "regenerate")).toHaveLength(1);
  expect(open()?.dataset.row).toBe("k2");
  expect(polite()).toBe("Another key is being regenerated.");
});

it("two quick presses of the same button start one", async () => {
  const host = await openMain();
  const act = row(/^Comptabilité/).querySelector<HTMLElement>(".act") as HTMLElement;
  act.click();
  act.click();
  await pass(70);
  expect(host.calls.filter((call) => call === "regenerate")).toHaveLength(1);
});

it("copies the new key, proves it, and Done gives the row back", async () => {
  const host = await openMain();
  await start();
  await pass(60 + 3000);
  expect(title("Asking DHMAD for a new key")).toBeTruthy();
  await pass(400);
  expect(title("Copied. Paste it now.")).toBeTruthy();
  expect(screen.getByText("Asking DHMAD whether the new key works")).toBeTruthy();
  expect(polite()).toMatch(/^Copied\. New key of .*Comptabilité.*, Live\. The clipboard clears in 30 seconds\. The old key stopped working at 14:02\.$/);
  await pass(600);
  expect(screen.getByText("The new key works: DHMAD answered at 14:02")).toBeTruthy();
  expect(screen.getByText(/^The old key stopped working at 14:02/).textContent).toContain("sk_live_7f40de…");
  expect(screen.getByText(/^Kept in .*GNOME Keyring.*, so you can copy it again$/)).toBeTruthy();
  expect(document.activeElement).toBe(button("Done"));
  await click(button("30 seconds more"));
  expect(host.world.app.clipboard?.totalSeconds).toBe(60);
  await click(button("Done"));
  expect(open()).toBeNull();
  expect(host.calls).toContain("regenerateDismiss");
  expectNoSecret(host);
  await expectAccessible();
});

it("the ring is amber in the last 5 seconds, then says that the clipboard is clear", async () => {
  await openMain();
  await start();
  await pass(3460 + 600);
  expect(document.querySelector(".ring.ok")).toBeTruthy();
  await pass(24_500);
  expect(document.querySelector(".ring.attn")).toBeTruthy();
  expect(polite()).toBe("5 seconds left.");
  await pass(5500);
  expect(title("The clipboard is clear")).toBeTruthy();
  await click(button("Copy again"));
  expect(title("Copied. Paste it now.")).toBeTruthy();
});

it("clears now", async () => {
  const host = await openMain();
  await start();
  await pass(3460);
  await click(screen.getAllByRole("button", { name: "Clear now" })[0] as HTMLElement);
  expect(host.world.app.clipboard).toBeNull();
  expect(title("The clipboard is clear")).toBeTruthy();
});

it.each([
  ["no_clipboard", "The new key is not in the clipboard"],
  ["not_kept", "Copied. Paste it now."],
  ["sealed", "Copied. Paste it now."],
] as const)("says plainly what did not work: %s", async (outcome, heading) => {
  await openMain(() => ({ outcome }));
  await start();
  await pass(3460);
  expect(title(heading)).toBeTruthy();
  if (outcome === "no_clipboard") expect(button("Copy again")).toBeTruthy();
  else if (outcome === "sealed") expect(screen.getByText(/^Sealed on this computer until/)).toBeTruthy();
  else expect(screen.getByText(/^Not kept in/)).toBeTruthy();
});

it.each([
  [{ kind: "not_tested", why: "offline" }, "Stored, not tested: this computer is offline"],
  [{ kind: "not_tested", why: "was_inactive" }, "Stored, not tested: the key is switched off"],
  [{ kind: "not_tested", why: "was_expired" }, "Stored, not tested: the key has expired"],
  [{ kind: "not_tested", why: "rate_limited" }, "Stored, not tested: DHMAD asked to slow down"],
  [{ kind: "not_tested", why: "no_answer" }, "Stored, not tested: DHMAD gave no answer"],
  [{ kind: "mismatch" }, "DHMAD answered for another key. Check it on the portal before you use it."],
  [{ kind: "refused" }, "DHMAD does not accept the new key yet. This can take a minute."],
] as const)("the proof says %o", async (check, words) => {
  await openMain(() => ({ check }));
  await start();
  await pass(3460 + 600);
  expect(screen.getByText(words)).toBeTruthy();
});

it("a live key in use waits for the system's own question", async () => {
  const host = await openMain();
  row(/^Production/).focus();
  await press("r");
  await pass(60);
  expect(title("Answer in the other window")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Cancel/ })).toBeNull();
  host.answerDialog("decline");
  await pass();
  expect(screen.getByText(/You kept the key as it is/)).toBeTruthy();
});

it("when nothing was sent, says so and why", async () => {
  await openMain(() => ({ fails: { regenerate: failure("vault_locked") } }));
  await start();
  expect(title("Nothing happened to the key")).toBeTruthy();
  expect(screen.getByText("Your keyring is locked. Unlock it and try again.")).toBeTruthy();
  await pass(400);
  await click(button("Done"));
  expect(open()).toBeNull();
});

it("when the outcome is not known, says that, and offers nothing that sends again", async () => {
  await openMain(() => ({ outcome: "unknown" }));
  await start();
  await pass(3460);
  expect(title("Finding out whether the key changed")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Issue again/ })).toBeNull();
});

it("a lost key is red, spoken, and issued again by one click only", async () => {
  const host = await openMain(() => ({ outcome: "lost" }));
  await start();
  await pass(3460);
  expect(title("The old key is dead, and Miftah did not receive the new one")).toBeTruthy();
  expect(assertive()).toBe("The old key is dead, and Miftah did not receive the new one");
  expect(document.activeElement).toBe(title(/^The old key is dead/));
  expect(open()?.classList.contains("bad")).toBe(true);
  host.world.outcome = "done";
  await pass(400);
  await click(button("Issue again & copy"));
  await pass(4060);
  expect(title("Copied. Paste it now.")).toBeTruthy();
  expectNoSecret(host);
});

it("Not now leaves a lost key alone", async () => {
  const host = await openMain(() => ({ outcome: "lost" }));
  await start();
  await pass(3460 + 400);
  await click(button("Not now"));
  expect(open()).toBeNull();
  expect(host.calls.filter((call) => call === "regenerate")).toHaveLength(1);
});

it("a page that was reloaded shows the operation under way", async () => {
  const host = await openMain(() => ({ app: appView({ operation: { operation: "op-9", keyId: "k6", leaked: false, state: { step: "countdown", secondsLeft: 2 } } }) }));
  await pass(10);
  expect(open()?.dataset.row).toBe("k6");
  expect(beats(host)).toBeGreaterThan(0);
  expect(text()).toContain("Regenerating in 2 seconds");
});

it("a lost key of an earlier start stands first, under its own heading", async () => {
  const lost = trouble({ kind: "lost", newPrefix: null, someoneUses: false, answer: false });
  await openMain(() => ({ list: listView({ keys: oleaMarket().map((key) => (key.id === "k2" ? { ...key, trouble: lost } : key)) }) }));
  await pass(10);
  expect(screen.getByRole("heading", { level: 2, name: /^Act now/ })).toBeTruthy();
  await expectAccessible();
});

it("does not start by R while DHMAD gives no answer", async () => {
  const host = await openMain();
  host.setList({ problem: failure("offline") });
  await pass();
  await start();
  expect(host.calls).not.toContain("regenerate");
  expect(polite()).toBe("Nothing can be changed until DHMAD answers.");
});

it("a row that no longer passes the filter stays while it is open", async () => {
  await openMain();
  await click(screen.getByRole("radio", { name: /^Needs attention/ }));
  await start();
  await pass(3460 + 600);
  expect(title("Copied. Paste it now.")).toBeTruthy();
  await click(button("Done"));
  expect(open()).toBeNull();
  expect(screen.queryByRole("row", { name: /^Comptabilité/ })).toBeNull();
  await pass();
  expect(document.activeElement).toBe(row(/^Production/));
});

it("a proof that comes after Done opens nothing again", async () => {
  await openMain();
  await start();
  await pass(3460);
  await click(button("Done"));
  await pass(2000);
  expect(open()).toBeNull();
});

it("leaving the list calls a countdown off", async () => {
  const host = await openMain();
  await start();
  await pass(70);
  await click(button("Settings"));
  expect(host.calls).toContain("regenerateCancel");
  await pass(4000);
  expect(host.world.app.clipboard).toBeNull();
});

it("Esc before the shell has answered still cancels", async () => {
  const host = await openMain();
  host.world.latency = 30;
  await start();
  await press("Escape");
  expect(host.calls).not.toContain("regenerateCancel");
  await pass(40);
  expect(host.calls).toContain("regenerateCancel");
  await pass(200);
  expect(title("Cancelled. Nothing was sent.")).toBeTruthy();
});
