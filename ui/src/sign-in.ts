/** The sign-in window. */
import { host } from "$host";
import SignInApp from "./app/SignInApp.svelte";
import { start } from "./start";

start(SignInApp, host);
