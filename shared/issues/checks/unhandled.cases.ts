import * as z from 'zod';
import { defineNode } from '../../nodes/defineNode.ts';
import type { StateDraft } from '../../nodes/defineNode.ts';
import { nodeTypes } from '../../nodes/index.ts';
import type { CheckCases } from '../cases.ts';

/** A made-up node type that waits for a message and handles it as told: none of the real ones leaves anything out. */
const waiting = (state: (next: { to?: string }) => StateDraft) => ({
  ...nodeTypes,
  careless: defineNode({
    type: 'careless', label: 'Careless', group: 'talk', icon: 'ear', doc: 'Waits.', schema: z.object({}), defaults: () => ({}),
    exits: () => [{ id: 'next', label: 'Next' }], summary: () => '', compile: (_data, context) => ({ '': state(context.exit('next')) }),
  }),
});
const flow = { nodes: { start: 'start', wait: 'careless', bye: 'end' }, edges: ['start -> wait', 'wait -> bye'] };
const options = [{ id: 'a', label: { text: 'main:a' } }, { id: 'b', label: { text: 'main:b' } }];
const choice = { kind: 'choice', options, typed: true, other: false } as const;

export const cases: CheckCases = {
  flags: [
    { why: 'answers', flow, types: waiting((next) => ({ wait: { for: 'message', recogniser: { kind: 'text' } }, on: { invalid: [next] } })), severity: 'error', node: 'wait', says: 'answers' },
    { why: 'what is no answer', flow, types: waiting((next) => ({ wait: { for: 'message', recogniser: { kind: 'number' } }, on: { answer: [next] } })), severity: 'error', node: 'wait', says: 'no answer' },
    { why: 'one of two options', flow, types: waiting((next) => ({ wait: { for: 'message', recogniser: choice }, on: { answer: [{ ...next, guard: { is: 'option', option: 'a' } }], invalid: [next] } })), severity: 'error', node: 'wait' },
    { why: 'something else, where several are chosen', flow, types: waiting((next) => ({ wait: { for: 'message', recogniser: { kind: 'chosen', of: { ...choice, other: true } } }, on: { answer: [{ ...next, guard: { is: 'outcome', outcome: 'chosen' } }], invalid: [next] } })), severity: 'error', node: 'wait', says: 'answers' },
    { why: 'silence it asked for', flow, types: waiting((next) => ({ wait: { for: 'message', recogniser: { kind: 'text' }, timeout: { after: 'PT1H' } }, on: { answer: [next], invalid: [next] } })), severity: 'error', node: 'wait', says: 'silence' },
    { why: 'answers, with an empty list of ways', flow, types: waiting((next) => ({ wait: { for: 'message', recogniser: { kind: 'number' } }, on: { answer: [], invalid: [next] } })), severity: 'error', node: 'wait', says: 'answers' },
  ],
  passes: [
    { why: 'both options', flow, types: waiting((next) => ({ wait: { for: 'message', recogniser: choice }, on: { answer: [{ ...next, guard: { is: 'option', option: 'a' } }, { ...next, guard: { is: 'option', option: 'b' } }], invalid: [next] } })) },
    { why: 'anything, which leaves nothing to be unreadable', flow, types: waiting((next) => ({ wait: { for: 'message', recogniser: { kind: 'anything' } }, on: { answer: [next] } })) },
    { why: 'what is no answer, left alone on purpose', flow, types: waiting((next) => ({ wait: { for: 'message', recogniser: { kind: 'number' } }, on: { answer: [next], invalid: [] } })) },
    { why: 'a real question', flow: { nodes: { start: 'start', wait: { ask: { question: 'Age?', expects: 'number', skip: 'skip', tries: 2 } }, bye: 'end' }, edges: ['start -> wait', 'wait.answered -> bye', 'wait.skipped -> bye', 'wait.invalid -> bye'] } },
    { why: 'a choice of a list’s items', flow: { variables: { cars: { type: { kind: 'list', of: { kind: 'text' } }, initial: ['Wax'] } }, nodes: { start: 'start', wait: { choice: { body: 'Which?', from: 'list', list: 'cars' } }, bye: 'end' }, edges: ['start -> wait', 'wait.chosen -> bye', 'wait.none -> bye'] } },
    { why: 'several answers, or something else', flow: { nodes: { start: 'start', wait: { choice: { body: 'Which?', options: { a: { label: 'A', order: 1 }, b: { label: 'B', order: 2 } }, several: true, other: true } }, bye: 'end' }, edges: ['start -> wait', 'wait.chosen -> bye', 'wait.other -> bye'] } },
  ],
  unfixed: 'A node type leaves something out, and no drawing can make up for it; none of those that there are does.',
};
