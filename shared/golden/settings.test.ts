import { readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { goldenSchema } from '../nodes/golden.ts';
import { nodeTypes } from '../nodes/index.ts';
import { compareSides, inOrder } from '../test/compareSides.ts';
import { formatJson } from '../test/formatJson.ts';
import { playGolden } from './playGolden.ts';

/** What the settings of a flow do for people who chat: its texts, its silence, its shortcuts. UPDATE_CASES=1 writes what is said today. */
const file = new URL('settings.cases.json', import.meta.url);
const cases = z.array(goldenSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
const update = env['UPDATE_CASES'] === '1';

test.each(cases)('$description', (golden) => {
  const played = playGolden(golden, nodeTypes);
  if (update) Object.assign(golden, { conversation: played.conversation, ...(golden.variables && { variables: played.variables }) });
  expect(played.conversation).toEqual(golden.conversation);
  if (golden.variables) expect(played.variables).toEqual(golden.variables);
  // The emitted code does the same on plain xstate.
  compareSides({ machine: played.machine, ...inOrder(played.turns.map(({ event }) => event)) });
});

if (update) test('writes the cases', () => writeFileSync(file, formatJson(cases)));
