/** What both windows do first: styles, and the appearance before the shell has said which. */
import "./shared/styles/fonts.css";
import "./shared/styles/tokens.css";
import "./shared/styles/base.css";
import "./shared/styles/controls.css";
import { mount, type Component } from "svelte";
import type { Client } from "./ipc/client";
import { applyTheme } from "./shared/theme";

export function start(window: Component<{ client: Client }>, client: Client): void {
  applyTheme("system");
  const target = document.getElementById("app");
  if (target) mount(window, { target, props: { client } });
}
