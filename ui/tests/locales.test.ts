import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const LOCALES = ["en", "fr", "ar"];
const read = (locale: string, file: string) => readFileSync(join(ROOT, "locales", locale, file), "utf8");

/** Message id -> its text as written, variants included. */
function messages(source: string): Map<string, string> {
  const found = new Map<string, string>();
  let id = "";
  for (const line of source.split("\n")) {
    const start = /^([a-z][a-z0-9-]*) =(.*)$/.exec(line);
    if (start) {
      id = start[1] ?? "";
      expect(found.has(id), `${id} is there twice`).toBe(false);
      found.set(id, start[2] ?? "");
    } else if (/^\s/.test(line)) found.set(id, `${found.get(id) ?? ""}\n${line}`);
  }
  return found;
}
const variables = (text: string) => [...new Set(text.match(/\$[a-z]+/g) ?? [])].sort();

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.(ts|svelte)$/.test(name) ? [readFileSync(path, "utf8")] : [];
  });
}

describe.each(["ui.ftl", "native.ftl"])("%s", (file) => {
  const english = messages(read("en", file));

  it.each(LOCALES)("%s has every message, none more, each with the same variables", (locale) => {
    const own = messages(read(locale, file));
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [id, text] of own) expect([id, variables(text)]).toEqual([id, variables(english.get(id) ?? "")]);
  });

  it.each(LOCALES)("%s reads without an error and no text is empty", (locale) => {
    const resource = new FluentResource(read(locale, file));
    const bundle = new FluentBundle(locale, { useIsolating: false });
    expect(bundle.addResource(resource)).toEqual([]);
    for (const id of english.keys()) {
      const args = Object.fromEntries(variables(english.get(id) ?? "").map((name) => [name.slice(1), name === "$n" ? 3 : "x"]));
      const errors: Error[] = [];
      const pattern = bundle.getMessage(id)?.value;
      expect(pattern, id).toBeTruthy();
      expect(bundle.formatPattern(pattern ?? "", args, errors).trim(), id).not.toBe("");
      expect(errors, id).toEqual([]);
    }
  });
});

it("every message that the code names exists, and every message is named", () => {
  const english = new Set(messages(read("en", "ui.ftl")).keys());
  const code = sources(join(ROOT, "src")).join("\n");
  const named = new Set([...code.matchAll(/\b(?:t|id)\("([a-z0-9-]+)"/g)].map((found) => found[1] ?? ""));
  expect([...named].filter((id) => !english.has(id))).toEqual([]);
  expect([...english].filter((id) => !named.has(id))).toEqual([]);
});

it("French puts a thin no-break space before its high punctuation", () => {
  for (const file of ["ui.ftl", "native.ftl"]) {
    for (const [id, text] of messages(read("fr", file))) {
      expect(text.replace(/\{[^}]*\}/g, "x"), id).not.toMatch(/[ \u00a0][;:?!»]|« /);
    }
  }
});

it("no text shouts, apologises or names a code", () => {
  for (const text of messages(read("en", "ui.ftl")).values()) expect(text).not.toMatch(/!|\b(oops|please|sorry|401|endpoint|payload|revoke)\b/i);
});
