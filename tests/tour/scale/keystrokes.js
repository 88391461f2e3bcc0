// For each key pressed in the search field: from the event until the list is drawn anew in the document and laid out,
// and until the next frame is painted. Words are typed and taken back again, a character at a time.
const [words, done] = arguments;
const field = document.querySelector("input[type=search]");
const handled = [], painted = [];
const frame = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  requestAnimationFrame(() => port2.postMessage(0));
  // A starved display draws no frame for long.
  setTimeout(resolve, 5000);
});
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
async function press(value) {
  field.value = value;
  const began = performance.now();
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  // What the page does at once, it does in microtasks that were queued before these.
  for (let turn = 0; turn < 20; turn++) await null;
  void document.body.offsetHeight;
  handled.push(performance.now() - began);
  await frame();
  painted.push(performance.now() - began);
  // Eight keys a second, as a fast typist.
  await pause(125);
}
(async () => {
  field.focus();
  for (const word of words) {
    const letters = [...word];
    for (let at = 1; at <= letters.length; at++) await press(letters.slice(0, at).join(""));
    for (let at = letters.length - 1; at >= 0; at--) await press(letters.slice(0, at).join(""));
  }
  // The rows that are drawn later.
  while (document.querySelector("[role=grid][aria-busy=true]")) await pause(20);
  return { handled, painted, rows: document.querySelectorAll("[data-row]").length };
})().then(done, (error) => done({ error: String(error) }));
