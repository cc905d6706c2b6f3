import { describe, expect, test } from 'vitest';
import { drawGolden } from '../golden/drawGolden.ts';
import { nodeTypes } from '../nodes/index.ts';
import type { CheckCases, Drawn } from './cases.ts';
import { checks } from './index.ts';
import type { Issue } from './issue.ts';
import { issueKey } from './issue.ts';
import { subjectOf } from './subject.ts';

const found = await Promise.all(checks.map(async (check) => {
  const { cases } = await import(`./checks/${check.name}.cases.ts`) as { cases: CheckCases };
  return { check, cases };
}));

function issuesOf(check: (typeof checks)[number], { flow, subflows, change, types = nodeTypes, circumstances }: Drawn): Issue[] {
  const drawn = drawGolden({ flow, ...(subflows && { subflows }) }, types);
  const subject = subjectOf(change ? change(drawn) : drawn, types, circumstances);
  return check.find(subject).map((issue) => ({ check: check.name, ...issue }));
}

test('every check has its own name, and says what holds when it finds nothing', () => {
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
  for (const { holds } of checks) expect(holds.length).toBeGreaterThan(10);
});

describe.each(found)('$check.name', ({ check, cases }) => {
  test('has at least three drawings it must flag and three near misses', () => {
    expect(cases.flags.length).toBeGreaterThanOrEqual(3);
    expect(cases.passes.length).toBeGreaterThanOrEqual(3);
    const names = [...cases.flags, ...cases.passes].map(({ why }) => why);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(cases.flags)('flags: $why', (drawn) => {
    const issues = issuesOf(check, drawn);
    const wanted = issues.filter((issue) => issue.severity === drawn.severity
      && (drawn.node === undefined || issue.nodeId === drawn.node) && (drawn.field === undefined || issue.field === drawn.field) && issue.message.includes(drawn.says ?? ''));
    expect(wanted.length, JSON.stringify(issues, null, 1)).toBeGreaterThan(0);
    for (const { message } of issues) expect(message).toMatch(/^\S.*[.?!)]$/s);
    expect(new Set(issues.map(issueKey)).size, 'two issues of one key cannot be accepted one by one').toBe(issues.length);
  });

  test.each(cases.passes)('does not flag: $why', (drawn) => {
    expect(issuesOf(check, drawn)).toEqual([]);
  });
});
