import { expect, it } from "vitest";
import { failure, guidedApp, listView } from "../src/ipc/fake/fixtures";
import { button, click, expectAccessible, openMain, pass, press, screen, text } from "./support";

const open = () => click(button("Settings"));

it("shows language, appearance, the keyring and the account", async () => {
  await openMain();
  await press(",", { ctrlKey: true });
  expect(screen.getByRole("heading", { level: 1, name: "Settings" })).toBeTruthy();
  expect(text()).toContain("GNOME Keyring");
  expect(text()).toContain("Olea Market · amira@olea-market.tn");
  await expectAccessible();
});

it("goes back to the keys by Ctrl 1", async () => {
  await openMain();
  await open();
  await press("1", { ctrlKey: true, code: "Digit1" });
  expect(screen.getByRole("heading", { level: 1, name: "Keys" })).toBeTruthy();
});

it("changes the appearance and the language through the shell", async () => {
  const host = await openMain();
  await open();
  await click(screen.getByRole("radio", { name: "Dark" }));
  expect(document.documentElement.dataset.theme).toBe("dark");
  await click(screen.getByRole("radio", { name: "Français" }));
  expect(screen.getByRole("heading", { level: 1, name: "Réglages" })).toBeTruthy();
  expect(host.world.app).toMatchObject({ theme: "dark", locale: "fr" });
});

it("signs out and keeps the keys unless told otherwise", async () => {
  const host = await openMain();
  await open();
  await click(button("Sign out…"));
  await pass(50);
  expect(screen.getByRole("heading", { name: "Also remove the 5 keys from this computer?" })).toBeTruthy();
  expect(screen.getByRole("radio", { name: /^Keep/ }).getAttribute("aria-checked")).toBe("true");
  await click(button("Sign out"));
  expect(host.calls).toContain("signOut:false");
});

it("removes them when told so", async () => {
  const host = await openMain();
  await open();
  await click(button("Sign out…"));
  await pass(50);
  await click(screen.getByRole("radio", { name: /^Remove/ }));
  await click(button("Sign out"));
  expect(host.calls).toContain("signOut:true");
});

it("tells a sign-out that failed, in the dialog", async () => {
  await openMain(() => ({ fails: { signOut: failure("rotation_busy") } }));
  await open();
  await click(button("Sign out…"));
  await pass(50);
  await click(button("Sign out"));
  expect(screen.getByRole("dialog").textContent).toContain("Another key is being regenerated.");
});

it("in guided mode it leads to sign-in, and asks nothing where no key is kept", async () => {
  await openMain(() => ({ app: guidedApp(), list: listView({ keys: [], scope: "known" }) }));
  await open();
  await click(button("Go to sign-in…"));
  await pass(50);
  expect(screen.getByRole("dialog").textContent).not.toMatch(/remove/i);
});
