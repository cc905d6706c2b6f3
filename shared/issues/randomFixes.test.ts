import { expect, test } from 'vitest';
import { nodeTypes } from '../nodes/index.ts';
import { randomFlow } from '../test/randomFlow.ts';
import { issueKey } from './issue.ts';
import type { Issue } from './issue.ts';
import { mend } from './mend.ts';
import { verify } from './verify.ts';

const place = ({ flow, nodeId = '', field = '' }: Issue): string => `${flow} ${nodeId} ${field}`;
const node = ({ flow, nodeId = '' }: Issue): string => `${flow} ${nodeId}`;

/**
 * What the fixes offered for one random drawing did that they must not do. What they bring into view is none of that: errors of a
 * node that nobody reached before, and another issue of a field that had one already.
 */
function wrongs(seed: number): { offered: number; wrong: string[] } {
  const before = verify(randomFlow(seed), nodeTypes).issues;
  const namedAlready = new Set(before.map(place));
  const unreached = new Set(before.filter(({ check }) => check === 'unreachable').map(node));
  const offers = before.flatMap((issue) => (issue.fix ? [issue.fix, ...(issue.fix.or ? [issue.fix.or] : [])].map((change) => ({ issue, change })) : []));
  const wrong = offers.flatMap(({ issue, change }) => {
    const set = randomFlow(seed);
    const draft = set.flows[change.flow ?? issue.flow];
    if (!draft) return [`${seed} ${issueKey(issue)}: its fix is in no flow`];
    mend(draft, change, nodeTypes);
    const after = verify(set, nodeTypes).issues;
    const left = after.some((each) => issueKey(each) === issueKey(issue) && each.message === issue.message);
    const brought = after.filter((each) => each.severity === 'error' && !namedAlready.has(place(each)) && !unreached.has(node(each)));
    return [...(left ? [`${seed} ${issueKey(issue)}: still there after "${change.label}"`] : []), ...brought.map((each) => `${seed} ${issueKey(each)}`)];
  });
  return { offered: offers.length, wrong };
}

test('every fix offered for 6 random drawings mends its issue and brings no new error', () => {
  const all = Array.from({ length: 6 }, (_, seed) => wrongs(seed));
  expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(all.reduce((sum, { offered }) => sum + offered, 0)).toBeGreaterThan(100);
});
