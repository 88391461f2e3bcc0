// The body of a function: () -> a token that is another one after each change of this document.
const key = Symbol.for("miftah-tests.changes");
if (!window[key]) {
  const changes = { count: 0, waiting: new Set() };
  window[key] = changes;
  new MutationObserver(() => {
    changes.count += 1;
    for (const wake of changes.waiting) wake();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}
return `${performance.timeOrigin} ${window[key].count}`;
