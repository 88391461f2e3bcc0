/** Where a key is used: noted, ticked off, and asked for when the key changes. */
import { expect, it } from "vitest";
import { fireEvent } from "@testing-library/svelte";
import { listView, oleaMarket, place } from "../src/ipc/fake/fixtures";
import { button, choose, click, expectAccessible, openMain, pass, press, row, screen, text } from "./support";

const withPlaces = (needsNew = false) => () => ({
  list: listView({ keys: oleaMarket().map((key) => (key.id === "k2" ? { ...key, places: [place("p1", "Accounting software", { keeper: "Salma", needsNew }), place("p2", "Monthly report", { needsNew })] } : key)) }),
});

async function openDialog(): Promise<void> {
  await fireEvent.contextMenu(row(/^Comptabilité/));
  await pass(100);
  await choose("Places…");
}

it("are edited from the menu: added, changed, removed", async () => {
  const host = await openMain(withPlaces());
  await openDialog();
  const dialog = screen.getByRole("dialog");
  await click(button("Add a place", dialog));
  await fireEvent.input(screen.getByLabelText("Name of the place"), { target: { value: "Till in Sfax" } });
  await fireEvent.input(screen.getByLabelText("Who answers for it"), { target: { value: "Karim" } });
  await click(button("Add", dialog));
  expect(text()).toContain("Till in Sfax");
  await click(button("Remove Monthly report", dialog));
  expect(text()).not.toContain("Monthly report");
  await click(button("Change Accounting software", dialog));
  await fireEvent.input(screen.getByLabelText("Name of the place"), { target: { value: "Books" } });
  await click(button("Add", dialog));
  expect(host.world.list.keys.find((key) => key.id === "k2")?.places.map((one) => one.name)).toEqual(["Books", "Till in Sfax"]);
});

it("say what is wrong with a name, and keep what was typed", async () => {
  await openMain(withPlaces());
  await openDialog();
  await click(button("Add a place", screen.getByRole("dialog")));
  await click(button("Add", screen.getByRole("dialog")));
  expect(text()).toContain("Say where it is.");
  expect(screen.getByLabelText("Name of the place").getAttribute("aria-invalid")).toBe("true");
});

it("that still need the new key are the row's reason, and can be ticked off", async () => {
  const host = await openMain(withPlaces(true));
  expect(row(/^Comptabilité/).textContent).toContain("2 places still need the new key");
  await openDialog();
  await click(screen.getByRole("checkbox", { name: /Accounting software/ }));
  expect(host.calls).toContain("tickPlace");
  expect(row(/^Comptabilité/).textContent).toContain("1 place still needs the new key");
});

it("stand beside the copied key", async () => {
  const host = await openMain(withPlaces());
  row(/^Comptabilité/).focus();
  await press("r");
  await pass(3460 + 600);
  expect(text()).toContain("Where it has to go");
  await click(screen.getByRole("checkbox", { name: /Monthly report/ }));
  expect(host.calls).toContain("tickPlace");
  await expectAccessible();
});

it("come first after an emergency, which always asks by the system's dialog", async () => {
  const host = await openMain(withPlaces());
  await fireEvent.contextMenu(row(/^Comptabilité/));
  await pass(100);
  await choose("This key leaked…");
  await pass(100);
  expect(screen.getByRole("heading", { name: "Answer in the other window" })).toBeTruthy();
  host.answerDialog("confirm");
  await pass(400 + 600);
  expect(document.querySelector(".two.first")).not.toBeNull();
});
