/** The one line that says which shell a normal build talks to. Windows import it as `$host`. */
export { tauriClient as host } from "./tauri";
