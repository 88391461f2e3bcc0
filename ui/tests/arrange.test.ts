import { expect, it } from "vitest";
import { keepPlaces, matches, passes, place, sections } from "../src/features/keys/arrange";
import { key, oleaMarket, trouble } from "../src/ipc/fake/fixtures";

const ids = (placement: { id: string }[]) => placement.map((entry) => entry.id);

it("puts what needs attention first, real money before tests, switched-off last", () => {
  expect(place(oleaMarket())).toEqual([
    { id: "k1", group: "attention" }, { id: "k2", group: "attention" }, { id: "k3", group: "attention" },
    { id: "k4", group: "rest" }, { id: "k5", group: "rest" }, { id: "k6", group: "rest" }, { id: "k7", group: "rest" }, { id: "k8", group: "rest" },
  ]);
});

it("orders by how soon something stops", () => {
  const soon = { kind: "expires", days: 1, at: "2026-10-23T00:00:00Z" } as const;
  const keys = [
    key("a", "a", { attention: { kind: "never_used", days: 20 } }),
    key("b", "b", { attention: soon, environment: "sandbox" }),
    key("c", "c", { attention: { kind: "replaced_elsewhere", at: "2026-10-20T00:00:00Z" } }),
    key("d", "d", { attention: soon }),
  ];
  expect(ids(place(keys))).toEqual(["c", "d", "a", "b"]);
});

it("knows a place for every reason", () => {
  const kinds = [
    { kind: "stale", days: 1, since: "created" }, { kind: "used_again", at: "2026-10-20T00:00:00Z", silent: 61 }, { kind: "rotation_waits", step: "install" }, { kind: "expires", days: 1, at: "2026-10-23T00:00:00Z" },
  ] as const;
  expect(ids(place(kinds.map((attention) => key(attention.kind, "x", { attention }))))).toEqual(["expires", "rotation_waits", "used_again", "stale"]);
});

it("a lost key stands first", () => {
  const keys = oleaMarket().map((key) => (key.id === "k7" ? { ...key, trouble: trouble({ kind: "lost", newPrefix: null, someoneUses: false, answer: false }) } : key));
  expect(place(keys)[0]).toEqual({ id: "k7", group: "urgent" });
});

it("keeps places when facts change, adds new keys at the end of their group, drops what is gone", () => {
  const before = place(oleaMarket());
  const changed = oleaMarket().filter((one) => one.id !== "k4").map((one) => (one.id === "k2" ? { ...one, attention: null } : one));
  const after = keepPlaces(before, [...changed, key("n", "New one")]);
  expect(ids(after)).toEqual(["k1", "k2", "k3", "k5", "k6", "k7", "k8", "n"]);
  expect(after.find((entry) => entry.id === "k2")?.group).toBe("attention");
});

it.each([
  ["all", 8], ["attention", 3], ["live", 5], ["sandbox", 3], ["unused", 1], ["off", 2],
] as const)("the filter %s shows %i keys", (filter, n) => {
  expect(oleaMarket().filter((one) => passes(one, filter))).toHaveLength(n);
});

it("never used counts as unused", () => {
  expect(passes(key("a", "a", { attention: { kind: "never_used", days: 14 } }), "unused")).toBe(true);
});

it.each([
  ["compta", true], ["COMPTABILITE", true], ["7f40", true], ["sk_live 7f4", true], ["  ", true], ["sandbox", false], ["compta xyz", false],
])("the search %j finds Comptabilité: %s", (query, found) => {
  expect(matches(key("k2", "Comptabilité", { prefix: "sk_live_7f40de" }), query)).toBe(found);
});

it("searches Arabic names", () => {
  expect(matches(key("k5", "متجر الزيتون"), "الزيتون")).toBe(true);
});

it("sections hold only what passes, and no empty group", () => {
  const keys = oleaMarket();
  expect(sections(place(keys), keys, "sandbox", "").map((section) => [section.group, section.keys.length])).toEqual([["rest", 3]]);
  expect(sections(place(keys), keys, "all", "no such key")).toEqual([]);
});
