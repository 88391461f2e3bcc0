/** A large account: the rows that are drawn later are all there in the end, in their order. */
import { expect, it } from "vitest";
import { fireEvent, openMain, pass, rowNames, screen } from "./support";
import { listView, oleaMarket } from "../src/ipc/fake/fixtures";

const COUNT = 200;
const keys = () => Array.from({ length: COUNT }, (_, at) => ({ ...oleaMarket()[0]!, id: `many${at}`, name: `Key ${at}` }));

it("is whole in the end, and found in it is what was searched for", async () => {
  await openMain(() => ({ list: listView({ keys: keys() }) }));
  expect(rowNames().length).toBeGreaterThan(0);
  await pass(5000);
  expect(rowNames()).toEqual(keys().map((key) => key.name));

  const field = screen.getByRole("searchbox");
  await fireEvent.input(field, { target: { value: "key 19" } });
  await pass(5000);
  expect(rowNames()).toEqual(["Key 19", "Key 119", ...Array.from({ length: 10 }, (_, at) => `Key 19${at}`)]);

  await fireEvent.input(field, { target: { value: "nothing has this" } });
  await pass(5000);
  expect(rowNames()).toEqual([]);

  await fireEvent.input(field, { target: { value: "" } });
  await pass(5000);
  expect(rowNames()).toEqual(keys().map((key) => key.name));
  expect(document.querySelector("[role=grid]")?.getAttribute("aria-busy")).toBe("false");
});
