import { describe, expect, it } from 'vitest';
import { journeyFailures, unitFailures } from './failures.mjs';

describe('what failed, named at the end of a run', () => {
  it('names a failed test by its file and titles, without colours and with its first lines', () => {
    const report = {
      testResults: [
        { name: '/p/db/a.test.ts', status: 'passed', assertionResults: [{ status: 'passed', ancestorTitles: [], title: 'fine' }] },
        { name: '/p/db/b.test.ts', status: 'failed', assertionResults: [
          { status: 'passed', ancestorTitles: ['lanes'], title: 'fine' },
          { status: 'failed', ancestorTitles: ['lanes'], title: 'takes the oldest', failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\n to be 2\n at one\n at two'] },
        ] },
      ],
    };
    expect(unitFailures(report, '/p')).toEqual(['db/b.test.ts › lanes › takes the oldest\n    expected 1\n    to be 2\n    at one']);
  });

  it('names a file that failed without a failed test: not loaded, or thrown before its tests', () => {
    const report = { testResults: [
      { name: '/p/db/a.test.ts', status: 'failed', message: 'Cannot find x', assertionResults: [] },
      { name: '/p/db/b.test.ts', status: 'failed', message: 'no database', assertionResults: [{ status: 'skipped', ancestorTitles: [], title: 'waits' }] },
    ] };
    expect(unitFailures(report, '/p')).toEqual(['db/a.test.ts\n    Cannot find x', 'db/b.test.ts\n    no database']);
  });

  it('names a journey, inside its groups, that failed or passed only the second time', () => {
    const spec = (title, status, message) => ({ title, file: 'a.spec.ts', tests: [{ status, results: message ? [{ error: { message } }, {}] : [{}] }] });
    const report = { suites: [{ title: 'a.spec.ts', specs: [spec('fine', 'expected'), spec('bad', 'unexpected', 'Timeout')], suites: [{ title: 'group', specs: [spec('now and then', 'flaky', 'Late')] }] }] };
    expect(journeyFailures(report)).toEqual(['a.spec.ts › bad\n    Timeout', 'a.spec.ts › group › now and then\n    Late']);
  });
});
