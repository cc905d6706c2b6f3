import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { demoFlow } from '@parley/db/seeds/demo';
import { compile } from '@parley/shared/compiler/compile';
import { emit } from '@parley/shared/compiler/emit/emit';
import { playOn } from '@parley/shared/golden/playGolden';
import { goldenSchema } from '@parley/shared/nodes/golden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { compareSides, inOrder } from '@parley/shared/test/compareSides';
import { randomEvents } from '@parley/shared/test/randomEvents';
import { codeCheck } from './codeCheck.ts';
import { createSandbox } from './createSandbox.ts';

const machine = compile({ main: 'main', flows: { main: demoFlow(nodeTypes) } }, nodeTypes);
const file = new URL('../../db/seeds/demo.cases.json', import.meta.url);
const { conversations } = z.object({ conversations: z.array(goldenSchema.omit({ flow: true })) }).parse(JSON.parse(readFileSync(file, 'utf8')));
const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());

describe('the demo on the engine and as emitted code', () => {
  test.each(conversations)('$description', (conversation) => {
    const { turns } = playOn(conversation, machine);
    compareSides({ machine, ...inOrder(turns.map(({ event }) => event)) });
  });

  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  test.each(machine.languages.flatMap((language) => seeds.map((seed) => ({ language, seed }))))('random conversation $seed in $language', ({ language, seed }) => {
    compareSides({ machine, eventOf: randomEvents(seed, machine, language), turns: 60 });
  });

  test('passes the code check', async () => {
    expect(await codeCheck({ machine, code: emit(machine).code, sandbox, bot: 'demo', now: new Date('2026-11-20T10:00:00.000Z') })).toMatchObject({ ok: true });
  });
});
