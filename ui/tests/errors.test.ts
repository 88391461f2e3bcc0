import { expect, it } from "vitest";
import { IpcFailure, toIpcError, type ErrorCode } from "../src/ipc/client";
import { failure } from "../src/ipc/fake/fixtures";
import { PRESENTATIONS, tell } from "../src/shared/errors/presentation";
import { setLocale } from "../src/shared/text/text.svelte";

const CODES = Object.keys(PRESENTATIONS) as ErrorCode[];

it.each(CODES)("%s says what happened and what to do, in three languages", (code) => {
  for (const locale of ["en", "fr", "ar"] as const) {
    setLocale(locale);
    const told = tell(failure(code));
    for (const words of [told.happened, told.todo]) {
      expect(words.replace("sk_", "")).not.toMatch(/^error-|_/);
      expect(words.length).toBeGreaterThan(5);
    }
  }
});

it("a rate limit tells the wait that DHMAD asked for", () => {
  expect(tell(failure("rate_limited", 40)).todo).toBe("Try again in 40 s.");
  expect(tell(failure("rate_limited")).todo).toBe("Wait a minute, then try again.");
});

it("what is not ours becomes internal, and its text stays out", () => {
  const stranger = "command list_keys not allowed, token abc";
  for (const thrown of [stranger, new Error(stranger), null, undefined, { code: "made_up" }, 7]) {
    expect(toIpcError(thrown)).toEqual({ code: "internal", retry: "no", detail: null, refId: "" });
  }
});

it("a failure of the shell keeps its code", () => {
  expect(toIpcError(failure("offline")).code).toBe("offline");
  expect(toIpcError(new IpcFailure(failure("vault_locked"))).code).toBe("vault_locked");
});
