// Names what failed in a stage's report, so that the end of a long run says it: what CI keeps of one is often only its end.
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** A test by its file and titles, with the first lines of what it said; colours are taken out. */
const line = (file, titles, message = '') => {
  const said = stripVTControlCharacters(message).split('\n').filter((part) => part.trim()).slice(0, 3);
  return [[file, ...titles].join(' › '), ...said.map((part) => `    ${part.trim().slice(0, 300)}`)].join('\n');
};

/**
 * The failed tests of a vitest run, from its JSON report. A file that failed without a failed test of its own (it could not be
 * loaded, or what comes before its tests threw) is one failure.
 */
export function unitFailures({ testResults }, root) {
  return testResults.filter(({ status }) => status === 'failed').flatMap((file) => {
    const name = path.relative(root, file.name);
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0) return [line(name, [], file.message)];
    return tests.map((test) => line(name, [...test.ancestorTitles, test.title], test.failureMessages[0]));
  });
}

/** The journeys that failed, or passed only when tried again, from Playwright's JSON report. */
export function journeyFailures({ suites }) {
  const inside = (suite, titles) => [
    ...(suite.specs ?? []).filter((spec) => spec.tests.some(({ status }) => status === 'unexpected' || status === 'flaky')).map((spec) => {
      const error = spec.tests.flatMap(({ results }) => results).find((result) => result.error)?.error;
      return line(spec.file, [...titles, spec.title], error?.message);
    }),
    ...(suite.suites ?? []).flatMap((inner) => inside(inner, [...titles, inner.title])),
  ];
  return suites.flatMap((suite) => inside(suite, []));
}
