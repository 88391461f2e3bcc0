// The body of a function: (token of changes.js, milliseconds, done) -> calls done at the next change after the token.
const [token, milliseconds, done] = arguments;
const changes = window[Symbol.for("miftah-tests.changes")];
if (!changes || token !== `${performance.timeOrigin} ${changes.count}`) {
  done();
} else {
  const end = () => {
    changes.waiting.delete(end);
    clearTimeout(timer);
    done();
  };
  const timer = setTimeout(end, milliseconds);
  changes.waiting.add(end);
}
