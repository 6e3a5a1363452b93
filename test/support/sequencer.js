/** What takes longest, by experience, in this order: begun last, it would keep one core waiting for another. */
const long = [
  /\/api\/fuzz/,
  /\/api\/.*-matrix\.spec/,
  /\/schema\/explain/,
  /\/process\//,
  /\/log\/verify-state/,
  /\/web\//,
  /\/api\//,
  /\/log\//,
  /\/schema\//,
];

const rank = ({ path }) => {
  const found = long.findIndex((pattern) => pattern.test(path));
  return found < 0 ? long.length : found;
};

/** The order of the test files, the same on every machine. */
export default class LongestFirst {
  sort(tests) {
    return tests.toSorted(
      (one, other) =>
        rank(one) - rank(other) || Number(one.path > other.path) - Number(one.path < other.path),
    );
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // Nothing is learnt from one run for the next.
  }
}
