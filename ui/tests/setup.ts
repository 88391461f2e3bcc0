/** What jsdom lacks and the headless components ask for. */
import { cleanup } from "@testing-library/svelte";
import { afterEach, vi } from "vitest";
import { setLocale } from "../src/shared/text/text.svelte";

class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal("ResizeObserver", NoResize);
/** Nothing scrolls here: nothing comes near. */
class NoIntersection extends NoResize {}
vi.stubGlobal("IntersectionObserver", NoIntersection);
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.hasPointerCapture = () => false;
Element.prototype.setPointerCapture = () => undefined;
Element.prototype.releasePointerCapture = () => undefined;
Element.prototype.animate ??= () => ({ cancel() {}, finished: Promise.resolve() }) as unknown as Animation;
window.matchMedia ??= (query: string) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
globalThis.PointerEvent ??= class extends MouseEvent {} as unknown as typeof PointerEvent;
globalThis.CSS ??= {} as typeof CSS;
CSS.escape ??= (text: string) => text;

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  document.body.innerHTML = "";
  setLocale("en");
});
