/**
 * The three ways in. The password lives in the form's field only, for one call.
 * Not here: what happens after; the shell opens the main window and destroys this one.
 */
import { toIpcError, type Client, type IpcError, type SignInOptionsView, type TokenView } from "../../ipc/client";

export type Way = "password" | "token" | "guided";

export class SignIn {
  options = $state.raw<SignInOptionsView | null>(null);
  busy = $state<Way | null>(null);
  /** What went wrong, and with which way, so that it is told beside it. */
  failed = $state.raw<{ way: Way; error: IpcError } | null>(null);
  token = $state.raw<TokenView | null>(null);

  constructor(readonly client: Client) {}

  async ask(): Promise<void> {
    this.options = null;
    try {
      this.options = await this.client.signInOptions();
    } catch (thrown) {
      this.options = { password: "unknown", problem: toIpcError(thrown) };
    }
  }

  withPassword(email: string, password: string): Promise<boolean> {
    return this.#run("password", () => this.client.signIn(email, password));
  }

  async peekToken(): Promise<void> {
    await this.#run("token", async () => {
      this.token = await this.client.peekToken();
    });
  }

  async sendToken(): Promise<void> {
    if (await this.#run("token", () => this.client.signInWithToken())) return;
    this.token = null;
  }

  async startGuided(): Promise<void> {
    await this.#run("guided", () => this.client.startGuided());
  }

  async #run(way: Way, ask: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = way;
    this.failed = null;
    try {
      await ask();
      return true;
    } catch (thrown) {
      this.failed = { way, error: toIpcError(thrown) };
      return false;
    } finally {
      this.busy = null;
    }
  }
}
