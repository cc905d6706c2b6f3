import { describe, expect, test } from 'vitest';
import { issueSchema } from '../api/issues.ts';
import type { FlowSet } from '../flow/document.ts';
import { parseShape } from '../flow/parseFlow.ts';
import { drawGolden } from '../golden/drawGolden.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { nodeTypes } from '../nodes/index.ts';
import type { CheckCases, Drawn } from './cases.ts';
import { checks } from './index.ts';
import type { Change, Issue } from './issue.ts';
import { issueKey } from './issue.ts';
import { mend } from './mend.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';
import { verify } from './verify.ts';

const found = await Promise.all(checks.map(async (check) => {
  const { cases } = await import(`./checks/${check.name}.cases.ts`) as { cases: CheckCases };
  return { check, cases };
}));

function subjectOfDrawn({ flow, subflows, change, types = nodeTypes, circumstances }: Drawn): Subject {
  const drawn = drawGolden({ flow, ...(subflows && { subflows }) }, types);
  return subjectOf(change ? change(drawn) : drawn, types, circumstances);
}

function issuesOf(check: (typeof checks)[number], drawn: Drawn): Issue[] {
  return check.find(subjectOfDrawn(drawn)).map((issue) => ({ check: check.name, ...issue }));
}

/** The set of a drawing with a change made, as a document of its shape: what is set and deleted must leave one. */
function mended({ set }: Subject, issue: Issue, change: Change, types: NodeTypes): FlowSet {
  const id = change.flow ?? issue.flow;
  const draft = structuredClone(set.flows[id]);
  if (!draft) throw new Error(`The fix changes ${id}, which is no flow`);
  mend(draft, change, types);
  const read = parseShape(draft, types);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { ...set, flows: { ...set.flows, [id]: read.flow } };
}

const changesOf = ({ fix }: Issue): Change[] => (fix ? [fix, ...(fix.or ? [fix.or] : [])] : []);

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
    if (drawn.fix !== undefined) expect(wanted.map(({ fix }) => [fix?.label ?? null, fix?.or?.label])).toContainEqual([drawn.fix, drawn.or]);
    for (const { message } of issues) expect(message).toMatch(/^\S.*[.?!)]$/s);
    expect(new Set(issues.map(issueKey)).size, 'two issues of one key cannot be accepted one by one').toBe(issues.length);
    expect(issues.map((issue) => issueKey(issueSchema.parse(issue))), 'an issue that travels keeps its key').toEqual(issues.map(issueKey));
  });

  test.each(cases.flags)('mends without a new error: $why', (drawn) => {
    const { types = nodeTypes, circumstances } = drawn;
    const subject = subjectOfDrawn(drawn);
    const before = new Set(verify(subject.set, types, circumstances).issues.filter(({ severity }) => severity === 'error').map(issueKey));
    for (const issue of issuesOf(check, drawn)) {
      for (const change of changesOf(issue)) {
        expect(change.label).toMatch(/^[A-Z].{2,}[^.]$/s);
        const { issues } = verify(mended(subject, issue, change, types), types, circumstances);
        expect(issues.map(issueKey), change.label).not.toContain(issueKey(issue));
        expect(issues.filter((each) => each.severity === 'error' && !before.has(issueKey(each))), change.label).toEqual([]);
      }
    }
  });

  test('mends some of what it flags, or its cases say why that cannot be', () => {
    const fixed = cases.flags.some((drawn) => issuesOf(check, drawn).some(({ fix }) => fix));
    expect({ fixed, why: (cases.unfixed ?? '').length > 20 }).toEqual({ fixed, why: !fixed });
  });

  test.each(cases.passes)('does not flag: $why', (drawn) => {
    expect(issuesOf(check, drawn)).toEqual([]);
  });
});
