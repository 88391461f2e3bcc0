import { expect, it } from "vitest";
import { updateView } from "../src/ipc/fake/fixtures";
import { button, click, expectAccessible, openMain, pass, screen, text } from "./support";

const ready = (over = {}) => updateView({ found: { version: "0.2.0", security: true, notes: "Mends a hole.", stage: "ready", waits: false, hasPage: true, ...over } });
const settings = () => click(button(/^Settings/));

it("is quiet while there is nothing newer, and says when it was last checked", async () => {
  const host = await openMain();
  expect(button("Settings")).toBeTruthy();
  await settings();
  expect(text()).toContain("Miftah 0.1.0");
  expect(text()).toContain("Checked 4 min ago");
  await click(button("Look for updates"));
  expect(host.calls).toContain("lookForUpdate");
});

it("marks a version that is ready, with its notes, and installs it on a click", async () => {
  const host = await openMain(() => ({ update: ready() }));
  expect(button("Settings, an update is there")).toBeTruthy();
  await settings();
  expect(text()).toContain("Version 0.2.0 is ready.");
  expect(text()).toContain("Security fix");
  expect(text()).toContain("Mends a hole.");
  await click(button("Install and restart"));
  expect(host.calls).toContain("installUpdate");
  await expectAccessible();
});

it("asks for a new start once the new version is in place", async () => {
  const host = await openMain(() => ({ update: ready({ stage: "in_place" }) }));
  await settings();
  expect(text()).toContain("Version 0.2.0 is installed. It runs once Miftah has started again.");
  await click(button("Restart Miftah"));
  expect(host.calls).toContain("installUpdate");
});

it("opens no page where there is none", async () => {
  await openMain(() => ({ update: ready({ stage: "told", hasPage: false }) }));
  await settings();
  expect(text()).toContain("Get it where you got Miftah.");
  expect(screen.queryByRole("button", { name: "Open the page" })).toBeNull();
});

it("waits while something is under way", async () => {
  const host = await openMain(() => ({ update: ready({ waits: true }) }));
  await settings();
  expect(text()).toContain("once no key is in the clipboard");
  await click(button("Install and restart"));
  expect(host.calls).not.toContain("installUpdate");
});

it("only tells where a package manager looks after the app", async () => {
  const host = await openMain(() => ({ update: { ...ready({ stage: "told" }), by: "page" as const } }));
  await settings();
  expect(screen.queryByRole("button", { name: "Install and restart" })).toBeNull();
  await click(button("Open the page"));
  expect(host.calls).toContain("openReleases");
});

it("says since when nothing was heard, and that something was refused", async () => {
  await openMain(() => ({ update: updateView({ checkedAt: "2026-09-01T08:00:00Z", stale: true, problem: "refused" }) }));
  await settings();
  expect(text()).toContain("Not checked since 1 Sep");
  expect(text()).toContain("was refused. Nothing was changed.");
});

it("looks by itself until it is told not to", async () => {
  const host = await openMain();
  await settings();
  const own = screen.getByRole("switch", { name: "Look for updates once a day" });
  expect(own.getAttribute("aria-checked")).toBe("true");
  await click(own);
  expect(host.calls).toContain("setUpdateLooks");
  expect(screen.getByRole("switch", { name: "Look for updates once a day" }).getAttribute("aria-checked")).toBe("false");
  await expectAccessible();
});

it("follows the shell", async () => {
  const host = await openMain();
  host.setUpdate(ready());
  await pass();
  expect(button("Settings, an update is there")).toBeTruthy();
});
