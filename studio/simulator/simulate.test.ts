import { describe, expect, test } from 'vitest';
import { textsIn } from '@parley/shared/dialogs/texts.data';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { varyGolden } from '@parley/shared/golden/varyGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import type { Golden, GoldenStep } from '@parley/shared/nodes/golden';
import { loadCases } from '@parley/shared/test/loadCases';
import { beginTalk, tell } from './host.ts';
import { simulate } from './simulate.ts';

const cases = Object.entries(loadCases(nodeTypes)).flatMap(([type, { examples, fields }]): { name: string; golden: Golden }[] => [
  ...examples.map((golden) => ({ name: `${type}: ${golden.description}`, golden })),
  ...fields.flatMap((variant) => {
    const like = examples.find(({ description }) => description === variant.like);
    return like && variant.conversation ? [{ name: `${type}.${variant.field} = ${JSON.stringify(variant.to).slice(0, 60)}`, golden: varyGolden(like, variant) }] : [];
  }),
]);

/** What both sides tell in their own way: a tap by its label. */
function plain(lines: readonly GoldenStep[]): GoldenStep[] {
  return lines.map((line) => {
    if (!('user' in line) || typeof line.user !== 'object') return line;
    if (line.user.type === 'choicesReply') return { taps: (line.user.label ?? '').split(', ') };
    return line.user.type === 'choiceReply' ? { tap: line.user.label ?? line.user.option } : line;
  });
}

/** Taps name options by id or label in the files; here by what was read. */
function labelled(lines: readonly GoldenStep[], played: readonly GoldenStep[]): GoldenStep[] {
  return lines.map((line, at) => {
    const same = played[at];
    return 'tap' in line && same && 'tap' in same ? same : line;
  });
}

/** Where the host does more than the flow, as the runtime does: what is played instead of the file's lines. */
const byTheHost: Record<string, (lines: GoldenStep[]) => GoldenStep[]> = {
  // The session waits for nothing spoken, so a voice message never reaches the flow.
  'ask.files.audio = false': (lines) => [...lines.slice(0, -2), { bot: textsIn('en').texts.unheard }],
  // A message that comes while an effect is under way stands in the log once it is heard: here it begins the next conversation.
  'record: A message meanwhile is kept': (lines) => {
    const heard = lines.filter((line) => !('user' in line && line.user === 'hello?'));
    return [...heard.slice(0, -1), { user: 'hello?' }, ...heard.slice(-1)];
  },
  // It stands in the log once it is heard: after the time has passed, and after what is asked then.
  'wait: What people write is kept for what comes next': ([hi, patience, tea, later, question, ...rest]) => [hi!, patience!, later!, question!, tea!, ...rest],
  'wait.meanwhile = "hold"': (lines) => lines.slice(0, -1),
};

test('there are cases to play', () => expect(cases.length).toBeGreaterThan(150));

describe('every golden conversation is had with the simulator as it stands in its file', () => {
  test.each(cases)('$name', async ({ name, golden }) => {
    const { transcript, variables } = await simulate({ set: drawGolden(golden, nodeTypes), nodeTypes }, golden);
    const played = plain(transcript);
    const lines = byTheHost[name]?.(golden.conversation) ?? golden.conversation;
    expect(played).toEqual(labelled(lines, played));
    if (golden.variables) expect(variables).toEqual(golden.variables);
  });
});

test('the exceptions are still cases', () => expect(Object.keys(byTheHost).filter((name) => !cases.some((each) => each.name === name))).toEqual([]));

describe('a conversation goes on the same from each of its steps', () => {
  test.each(cases)('$name', async ({ golden }) => {
    const { ground, told, talk } = await simulate({ set: drawGolden(golden, nodeTypes), nodeTypes }, golden);
    const steps = [beginTalk(new Date(golden.clock).toISOString())];
    for (const each of told) steps.push(tell(ground, steps.at(-1)!, each));
    const frozen = JSON.stringify(steps);
    steps.forEach((step, at) => {
      const again = told.slice(at).reduce((now, each) => tell(ground, now, each), step);
      expect(again).toEqual(talk);
    });
    expect(JSON.stringify(steps)).toBe(frozen);
  });
});
