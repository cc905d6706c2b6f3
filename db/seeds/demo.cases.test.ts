import { readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { compile } from '@parley/shared/compiler/compile';
import { playOn } from '@parley/shared/golden/playGolden';
import { goldenSchema } from '@parley/shared/nodes/golden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { formatJson } from '@parley/shared/test/formatJson';
import { demoFlow } from './demo.ts';

/** UPDATE_CASES=1 writes what is said today into the file: read the difference before you commit it. */
const update = env['UPDATE_CASES'] === '1';
const file = new URL('./demo.cases.json', import.meta.url);
const schema = z.strictObject({ conversations: z.array(goldenSchema.omit({ flow: true })) });
const golden = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
const machine = compile({ main: 'main', flows: { main: demoFlow(nodeTypes) } }, nodeTypes);

describe('the demo', () => {
  test.each(golden.conversations)('$description', (conversation) => {
    const played = playOn(conversation, machine);
    if (update) conversation.conversation = played.conversation;
    expect(played.conversation).toEqual(conversation.conversation);
    const unanswered = played.conversation.filter((step, at, all) => 'user' in step && !all.slice(at + 1, at + 2).some((next) => 'bot' in next || 'does' in next));
    expect(unanswered).toEqual([]);
    expect(played.turns.flatMap(({ trace }) => trace).filter(({ did }) => did === 'fail' || did === 'limit')).toEqual([]);
  });

  test('every language has the same conversations', () => {
    const told = (language: string): string[] => golden.conversations.filter((conversation) => conversation.language === language).map(({ description }) => description.replace(/, in \w+$/, ''));
    expect(told('fr')).toEqual(told('en'));
    expect(told('hi')).toEqual(told('en'));
    expect(told('en').length).toBe(3);
  });

  if (update) test('writes the cases', () => writeFileSync(file, formatJson(golden)));
});
