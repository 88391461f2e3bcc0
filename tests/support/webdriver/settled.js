// The body of a function: (element, done) -> calls done when its row takes clicks and it is in view, or it is gone.
const [element, done] = arguments;
const settled = () => !element.isConnected || !element.closest(".open:not([data-settled])");
const ready = () => {
  // To the driver half in view is in view, and then it may find the middle covered.
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
  done();
};
const watch = new MutationObserver(() => {
  if (!settled()) return;
  watch.disconnect();
  ready();
});
if (settled()) ready();
else watch.observe(document, { attributes: true, childList: true, subtree: true });
