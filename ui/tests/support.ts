/** A window on the fake shell, with a clock that the test turns. No test waits for real time. */
import { fireEvent, render, screen, within } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { expect, vi } from "vitest";
import App from "../src/app/App.svelte";
import SignInApp from "../src/app/SignInApp.svelte";
import { FakeHost, type World } from "../src/ipc/fake/fake";

export { fireEvent, screen, within };
export const SECRET = /sk_(live|sandbox)_[0-9a-f]{64}/;
/** A Thursday. */
export const NOW = new Date("2026-10-22T13:02:00.000Z");

export function turnClock(): void {
  vi.useFakeTimers({ now: NOW });
}

export async function pass(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
  await vi.advanceTimersByTimeAsync(0);
}

/** The world is made with the clock already turned, so that "4 min ago" is. */
export async function openMain(world: () => Partial<World> = () => ({})): Promise<FakeHost> {
  turnClock();
  const host = new FakeHost(world());
  render(App, { client: host });
  await pass(1);
  return host;
}

export async function openSignIn(world: Partial<World> = {}): Promise<FakeHost> {
  turnClock();
  const host = new FakeHost(world);
  render(SignInApp, { client: host });
  await pass(1);
  return host;
}

export const button = (name: string | RegExp, inside: HTMLElement = document.body) => within(inside).getByRole("button", { name });
export const row = (name: string | RegExp) => screen.getByRole("row", { name });
export const rowNames = () => [...document.querySelectorAll("[data-row] .name, [data-row] .far")].map((name) => name.textContent);
export const polite = () => (document.querySelector("[data-live=polite]")?.textContent ?? "").replace("\u200B", "");
export const assertive = () => (document.querySelector("[data-live=assertive]")?.textContent ?? "").replace("\u200B", "");
export const text = () => document.body.textContent ?? "";

export async function press(key: string, init: KeyboardEventInit = {}, target: Element = document.activeElement ?? document.body): Promise<void> {
  await fireEvent.keyDown(target, { key, ...init });
  await pass();
}

export async function click(element: Element): Promise<void> {
  await fireEvent.click(element);
  await pass();
}

/** Without layout a menu is never placed, so it is never visible and has no names: found by its words. */
export const menuItems = () => [...document.querySelectorAll<HTMLElement>("[role=menuitem]")];

export function menuItem(label: string): HTMLElement {
  const item = menuItems().find((one) => one.textContent?.trim().startsWith(label));
  if (!item) throw new Error(`no menu item ${label}`);
  return item;
}

export async function choose(label: string): Promise<void> {
  const item = menuItem(label);
  item.focus();
  await fireEvent.keyDown(item, { key: "Enter" });
  await pass(100);
}

/** Nothing that reached the page, by any door, looks like a key. */
export function expectNoSecret(host: FakeHost): void {
  expect(JSON.stringify(host.crossed)).not.toMatch(SECRET);
  expect(document.documentElement.outerHTML).not.toMatch(SECRET);
}

export async function expectAccessible(): Promise<void> {
  vi.useRealTimers();
  // A page fragment of jsdom has no layout: colours are checked in tokens.css, scrolling by eye.
  const result = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`)).toEqual([]);
}
