/** The main window. */
import { host } from "$host";
import App from "./app/App.svelte";
import { start } from "./start";

start(App, host);
