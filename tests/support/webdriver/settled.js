// The body of a function: (element, done) -> calls done when its row takes clicks, or the element is gone.
const [element, done] = arguments;
const settled = () => !element.isConnected || !element.closest(".open:not([data-settled])");
const watch = new MutationObserver(() => {
  if (!settled()) return;
  watch.disconnect();
  done();
});
if (settled()) done();
else watch.observe(document, { attributes: true, childList: true, subtree: true });
