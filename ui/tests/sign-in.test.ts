import { expect, it } from "vitest";
import { failure } from "../src/ipc/fake/fixtures";
import { button, click, expectAccessible, fireEvent, openSignIn, pass, screen, text } from "./support";

const email = () => screen.getByRole("textbox", { name: "E-mail" }) as HTMLInputElement;
const password = () => screen.getByLabelText("Password") as HTMLInputElement;

async function submit(mail: string, word: string) {
  await fireEvent.input(email(), { target: { value: mail } });
  await fireEvent.input(password(), { target: { value: word } });
  await fireEvent.submit(email().closest("form") as HTMLFormElement);
  await pass();
}

it("offers three ways in, with the first field focused", async () => {
  await openSignIn();
  expect(screen.getByRole("heading", { level: 1, name: "Sign in to DHMAD" })).toBeTruthy();
  expect(document.activeElement).toBe(email());
  expect(password().autocomplete).toBe("off");
  expect(button(/^Use a developer token/)).toBeTruthy();
  expect(button(/^Start with the keys I have/)).toBeTruthy();
  await expectAccessible();
});

it("signs in and empties the password field", async () => {
  const host = await openSignIn();
  await submit("amira@olea-market.tn", "hunter2hunter2");
  expect(host.calls).toContain("signIn");
  expect(password().value).toBe("");
});

it.each([
  ["wrong_credentials", "E-mail or password is not right. Type the password again."],
  ["offline", "This computer can’t reach DHMAD."],
  ["rate_limited", "DHMAD asks to slow down."],
  ["not_dhmad", "Something else answered instead of DHMAD."],
  ["tls_untrusted", "The connection to DHMAD is not safe here."],
  ["timeout", "DHMAD took too long to answer."],
  ["remote_failed", "DHMAD has a problem of its own."],
  ["internal", "Something went wrong inside Miftah."],
] as const)("tells %s in the form, keeps the e-mail and empties the password", async (code, words) => {
  await openSignIn({ fails: { signIn: failure(code) } });
  await submit("amira@olea-market.tn", "hunter2hunter2");
  expect(email().closest("form")?.querySelector("[role=alert]")?.textContent).toContain(words);
  expect(password().value).toBe("");
  expect(email().value).toBe("amira@olea-market.tn");
  expect(document.activeElement).toBe(password());
  expect(document.documentElement.outerHTML).not.toContain("hunter2");
});

it("asks for what is missing and sends nothing", async () => {
  const host = await openSignIn();
  await submit("", "");
  expect(screen.getByText("Type your e-mail.")).toBeTruthy();
  await submit("a@b.tn", "");
  expect(screen.getByText("Type your password.")).toBeTruthy();
  expect(document.activeElement).toBe(password());
  expect(host.calls).not.toContain("signIn");
});

it("shows and hides the password", async () => {
  await openSignIn();
  await click(button("Show the password"));
  expect(password().type).toBe("text");
  await click(button("Hide the password"));
  expect(password().type).toBe("password");
});

it("where no password is taken, the keys lead and there is no form", async () => {
  const host = await openSignIn({ options: { password: "not_offered", problem: null } });
  expect(screen.getByRole("heading", { level: 1, name: "Start with the keys you have" })).toBeTruthy();
  expect(screen.queryByLabelText("Password")).toBeNull();
  expect(screen.getByText(/^DHMAD doesn’t take a password from apps for now/)).toBeTruthy();
  await click(button("Start with the keys I have"));
  expect(host.calls).toContain("startGuided");
  await expectAccessible();
});

it("where that is not known, says so, tries again, and leaves the other ways open", async () => {
  const host = await openSignIn({ options: { password: "unknown", problem: failure("not_dhmad") } });
  expect(screen.queryByLabelText("Password")).toBeNull();
  expect(text()).toContain("Something else answered instead of DHMAD.");
  expect(button(/^Use a developer token/)).toBeTruthy();
  host.world.options = { password: "offered", problem: null };
  await click(button("Try again"));
  expect(password()).toBeTruthy();
});

it("a question that failed is the same", async () => {
  await openSignIn({ fails: { signInOptions: failure("offline") } });
  expect(text()).toContain("This computer can’t reach DHMAD.");
  expect(button("Try again")).toBeTruthy();
});

it("sends a token only after saying how much and where to", async () => {
  const host = await openSignIn();
  await click(button(/^Use a developer token/));
  await pass(50);
  expect(screen.getByRole("dialog").textContent).toMatch(/Send the 48 characters on your clipboard to .*dhmad\.tn.*\?/);
  expect(host.calls).not.toContain("signInWithToken");
  await click(button("Send and sign in"));
  expect(host.calls).toContain("signInWithToken");
});

it("does not send it when the person says no", async () => {
  const host = await openSignIn();
  await click(button(/^Use a developer token/));
  await pass(50);
  await click(button("Cancel"));
  await pass(50);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(host.calls).not.toContain("signInWithToken");
});

it.each(["clipboard_empty", "clipboard_no_token", "clipboard_unavailable"] as const)("tells %s under the token", async (code) => {
  await openSignIn({ fails: { peekToken: failure(code) } });
  await click(button(/^Use a developer token/));
  expect(button(/^Use a developer token/).closest("li")?.textContent).toMatch(/clipboard/);
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("changes language at once, right to left for Arabic", async () => {
  const host = await openSignIn();
  await click(screen.getByRole("radio", { name: "العربية" }));
  expect(document.documentElement.dir).toBe("rtl");
  expect(screen.getByRole("heading", { level: 1, name: "الدخول إلى DHMAD" })).toBeTruthy();
  await click(screen.getByRole("radio", { name: "Français" }));
  expect(document.documentElement.lang).toBe("fr");
  expect(host.calls.filter((call) => call === "setLocale")).toHaveLength(2);
  await expectAccessible();
});
