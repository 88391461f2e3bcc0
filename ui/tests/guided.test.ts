import { expect, it } from "vitest";
import { isName } from "../src/shared/text/names";
import type { TakenView } from "../src/ipc/client";
import type { World } from "../src/ipc/fake/fake";
import { failure, guidedApp, key, listView } from "../src/ipc/fake/fixtures";
import { button, choose, click, expectAccessible, expectNoSecret, fireEvent, openMain, pass, polite, press, row, rowNames, screen, text } from "./support";

const known = () => [key("g1", "Production shop", { createdAt: null }), key("g2", "Caisse", { createdAt: null, tested: false })];
const stored = (over: Partial<Extract<TakenView, { kind: "stored" }>> = {}): TakenView =>
  ({ kind: "stored", key: key("g9", "Livraisons"), why: "works", company: "Olea Market", email: "amira@olea-market.tn", ...over });
const question = (asked: "other_account" | "other_key"): TakenView =>
  ({ kind: "question", question: asked, name: "Boutique du Lac", prefix: "sk_live_e09a55", environment: "live", company: "Lac Distribution", email: null });
const world = (over: Partial<World> = {}) => () => ({ app: guidedApp(), list: listView({ keys: known(), scope: "known" }), ...over });
const take = () => click(button("Take a key from the clipboard"));

it("says that it lists what Miftah knows, never all keys", async () => {
  await openMain(world());
  expect(screen.getByRole("heading", { level: 1, name: "Keys known to Miftah" })).toBeTruthy();
  expect(screen.getByText("These are the keys Miftah knows")).toBeTruthy();
  expect(screen.getByText("Kept, not tested")).toBeTruthy();
  expect(screen.getAllByRole("button", { name: "Regenerate on the portal" })).toHaveLength(2);
  await expectAccessible();
});

it("says why when the person chose it", async () => {
  await openMain(world({ app: guidedApp({ guidedBecause: "chosen" }) }));
  expect(screen.getByText(/^You chose to start with the keys you have/)).toBeTruthy();
});

it("takes a key, says whose it is, and lets it be named", async () => {
  const host = await openMain(world({ taken: [stored()] }));
  await take();
  expect(screen.getByRole("heading", { name: "Kept. DHMAD answered: this key works" })).toBeTruthy();
  expect(text()).toContain("Olea Market · amira@olea-market.tn");
  expect(polite()).toBe("Key kept.");
  const name = screen.getByRole("textbox", { name: "What you call it" }) as HTMLInputElement;
  expect(name.value).toBe("Livraisons");
  await fireEvent.input(name, { target: { value: "  " } });
  await click(button("Save the name"));
  expect(screen.getByText("A name has 1 to 100 characters.")).toBeTruthy();
  await fireEvent.input(name, { target: { value: "Livraisons du soir" } });
  await click(button("Save the name"));
  expect(screen.getByText("Name saved")).toBeTruthy();
  expect(rowNames()).toContain("Livraisons du soir");
  await click(button("Done"));
  expect(screen.queryByRole("textbox", { name: "What you call it" })).toBeNull();
  expectNoSecret(host);
});

it("a key that could not be tested says why, and is checked again", async () => {
  await openMain(world({ taken: [stored({ why: "offline", company: null, email: null })] }));
  await take();
  expect(screen.getByRole("heading", { name: "Kept, not tested yet" })).toBeTruthy();
  expect(screen.getByText("This computer is offline. Check again when it is back.")).toBeTruthy();
  await click(button("Check again"));
  expect(screen.getByRole("heading", { name: "Kept. DHMAD answered: this key works" })).toBeTruthy();
});

it("asks before a key of another account, and changes nothing by default", async () => {
  const host = await openMain(world({ taken: [question("other_account")] }));
  await take();
  expect(screen.getByRole("heading", { name: "This key belongs to another account" })).toBeTruthy();
  expect(button("Keep what I have").classList.contains("primary")).toBe(true);
  await click(button("Keep what I have"));
  expect(screen.queryByRole("heading", { name: "This key belongs to another account" })).toBeNull();
  expect(rowNames()).toEqual(["Production shop", "Caisse"]);
  expect(host.calls).toContain("answerTaken");
});

it("uses it when told so", async () => {
  await openMain(world({ taken: [question("other_account"), stored()] }));
  await take();
  await click(button("Use this key"));
  expect(rowNames()).toContain("Livraisons");
});

it.each([
  ["clipboard_empty", "The clipboard is empty."],
  ["clipboard_no_key", "There is no DHMAD key on the clipboard."],
  ["key_refused", "DHMAD does not accept this key."],
] as const)("tells %s beside the list", async (code, words) => {
  await openMain(world({ fails: { takeKey: failure(code) } }));
  await take();
  expect(text()).toContain(words);
});

it("walks through the portal: open, come back, kept", async () => {
  const host = await openMain(world({ fails: { takeKey: failure("clipboard_no_key") } }));
  row(/^Production/).focus();
  await press("r");
  expect(screen.getByRole("heading", { name: "Regenerate on the portal, in three steps" })).toBeTruthy();
  const openPortal = button("Open the portal", document.querySelector<HTMLElement>(".open") as HTMLElement);
  expect(document.activeElement).toBe(openPortal);
  await fireEvent.focus(window);
  await pass();
  expect(host.calls).not.toContain("takeKey");

  await pass(400);
  await click(openPortal);
  expect(host.calls).toContain("openPortal");
  expect(screen.getAllByRole("listitem")[1]?.getAttribute("aria-current")).toBe("step");
  await fireEvent.focus(window);
  await pass();
  expect(host.calls.filter((call) => call === "takeKey")).toHaveLength(1);
  expect(document.querySelector(".told")).toBeNull();
  await expectAccessible();
});

it("takes the new key on the way back, without a click", async () => {
  const host = await openMain(world());
  row(/^Production/).focus();
  await press("r");
  await pass(400);
  await click(button("Open the portal", document.querySelector<HTMLElement>(".open") as HTMLElement));
  host.world.taken = [stored({ key: key("g1", "Production shop", { prefix: "sk_live_0d94b7" }) })];
  await fireEvent.focus(window);
  await pass();
  expect(screen.getByRole("heading", { name: "Kept. DHMAD answered: this key works" })).toBeTruthy();
  await click(button("Done"));
  await pass();
  expect(document.activeElement).toBe(row(/^Production/));
  expectNoSecret(host);
});

it("a walk that finds another key asks, and goes on when the person keeps theirs", async () => {
  await openMain(world({ taken: [question("other_key")] }));
  row(/^Production/).focus();
  await press("r");
  await pass(400);
  await click(button("Take the new key"));
  expect(screen.getByRole("heading", { name: "This is not the key you were replacing" })).toBeTruthy();
  await click(button("Keep what I have"));
  expect(screen.getByRole("heading", { name: "Regenerate on the portal, in three steps" })).toBeTruthy();
  await press("Escape");
  expect(document.querySelector(".open")).toBeNull();
});

it("tells a refused key in the walk, where it was clicked", async () => {
  await openMain(world({ fails: { takeKey: failure("key_refused") } }));
  row(/^Production/).focus();
  await press("r");
  await pass(400);
  await click(button("Take the new key"));
  expect(document.querySelector(".open")?.textContent).toContain("DHMAD does not accept this key.");
});

it("renames from the menu", async () => {
  const host = await openMain(world());
  await fireEvent.contextMenu(row(/^Production/));
  await pass(100);
  await choose("Rename…");
  const field = screen.getByRole("textbox", { name: "What you call it" });
  await fireEvent.input(field, { target: { value: "Main shop" } });
  await fireEvent.submit(field.closest("form") as HTMLFormElement);
  await pass(50);
  expect(host.calls).toContain("renameKnownKey");
  expect(rowNames()).toContain("Main shop");
});

it("starts empty with one way on", async () => {
  await openMain(world({ list: listView({ keys: [], scope: "known", checkedAt: null }), taken: [stored()] }));
  expect(screen.getByRole("heading", { name: "Start with a key you have" })).toBeTruthy();
  await click(button("Take the key from the clipboard"));
  expect(rowNames()).toEqual(["Livraisons"]);
});

it.each([["a", true], ["x".repeat(100), true], ["x".repeat(101), false], ["", false], ["   ", false], ["a\u0007b", false], ["متجر", true]])("the name %j is one: %s", (name, valid) => {
  expect(isName(name)).toBe(valid);
});

async function walkBy(item: string): Promise<void> {
  await fireEvent.contextMenu(row(/^Production shop/));
  await pass(100);
  await choose(item);
  await pass(600);
}

it("a key is made on the portal and taken from the clipboard", async () => {
  const host = await openMain(world({ taken: [stored()] }));
  await click(button("New key"));
  await pass(600);
  expect(screen.getByRole("heading", { name: "Make a key on the portal, in three steps" })).toBeTruthy();
  await click(button("Open the portal", screen.getByRole("region", { name: "New key" })));
  expect(host.calls).toContain("openPortal");
  await click(button("Take the new key"));
  await pass(50);
  expect(screen.getByRole("heading", { name: "Kept. DHMAD answered: this key works" })).toBeTruthy();
  await click(button("Done"));
  expect(screen.queryByRole("heading", { name: /three steps/ })).toBeNull();
  expectNoSecret(host);
});

it("an empty clipboard leaves the steps where they are, and Escape ends them", async () => {
  await openMain(world({ fails: { takeKey: failure("clipboard_empty") } }));
  await click(button("New key"));
  await pass(600);
  await click(button("Take the new key"));
  await pass(50);
  expect(text()).toContain("The clipboard is empty.");
  expect(screen.getByRole("heading", { name: /three steps/ })).toBeTruthy();
  await press("Escape");
  expect(screen.queryByRole("heading", { name: /three steps/ })).toBeNull();
});

it("a key is switched off on the portal, and DHMAD is asked", async () => {
  const host = await openMain(world());
  await walkBy("Switch off…");
  expect(screen.getByRole("heading", { name: "Switch off on the portal, in three steps" })).toBeTruthy();
  await click(button("Check with DHMAD"));
  await pass(50);
  expect(screen.getByRole("heading", { name: "It is switched off" })).toBeTruthy();
  expect(host.calls).toContain("noteSwitched");
  await click(button("Done"));
  expect(row(/^Production shop.*switched off/)).toBeTruthy();
});

it("one that DHMAD still accepts is said to be on", async () => {
  await openMain(world({ standing: "accepted" }));
  await walkBy("Switch off…");
  await click(button("Check with DHMAD"));
  await pass(50);
  expect(screen.getByRole("heading", { name: "DHMAD still accepts this key" })).toBeTruthy();
  expect(button("Check again")).toBeTruthy();
});

it("without the value the person's word is taken, and said to be", async () => {
  await openMain(() => ({ ...world()(), list: listView({ keys: known().map((one) => ({ ...one, held: false })), scope: "known" as const }), standing: "not_held" as const }));
  await walkBy("Switch off…");
  await click(button("Note it here"));
  await pass(50);
  expect(screen.getByRole("heading", { name: "Noted as switched off" })).toBeTruthy();
});

it("one that is off is switched on, or deleted and forgotten after the system's dialog", async () => {
  const off = () => ({ ...world({ standing: "accepted", dialog: "confirm" })(), list: listView({ keys: known().map((one) => ({ ...one, status: "inactive" as const, removal: { kind: "now" as const } })), scope: "known" as const }) });
  const host = await openMain(off);
  await walkBy("Switch on");
  await click(button("Check with DHMAD"));
  await pass(50);
  expect(screen.getByRole("heading", { name: "It is switched on" })).toBeTruthy();
  await click(button("Done"));
  host.setList({ keys: host.world.list.keys.map((one) => ({ ...one, status: "inactive" as const, removal: { kind: "now" as const } })) });
  await pass(50);
  await walkBy("Delete…");
  expect(screen.getByRole("heading", { name: "Delete on the portal, in three steps" })).toBeTruthy();
  host.world.dialog = "decline";
  await click(button("Forget it here…"));
  await pass(50);
  expect(rowNames()).toContain("Caisse");
  host.world.dialog = "confirm";
  await click(button("Forget it here…"));
  await pass(50);
  expect(rowNames()).toEqual(["Caisse"]);
});

it("a key that DHMAD still accepts is not forgotten", async () => {
  const off = () => ({ ...world({ dialog: "confirm", fails: { forgetKey: failure("still_accepted") } })(), list: listView({ keys: known().map((one) => ({ ...one, status: "inactive" as const, removal: { kind: "now" as const } })), scope: "known" as const }) });
  await openMain(off);
  await walkBy("Delete…");
  await click(button("Forget it here…"));
  await pass(50);
  expect(text()).toContain("DHMAD still accepts this key. Delete it on the portal first");
});

it.each([["New key", ""], ["", "Switch off…"]])("the steps are accessible: %s%s", async (press, item) => {
  await openMain(world());
  if (press) await click(button(press));
  else await walkBy(item);
  await pass(600);
  expect(screen.getByRole("heading", { name: /three steps/ })).toBeTruthy();
  await expectAccessible();
});
