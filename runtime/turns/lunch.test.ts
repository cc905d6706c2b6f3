import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { setLive } from '@parley/db/laneSweeps';
import { testDatabase } from '@parley/db/testing';
import { compile } from '@parley/shared/compiler/compile';
import { drawFlows } from '@parley/shared/gallery/drawBot';
import { gallery } from '@parley/shared/gallery/index';
import { invariant } from '@parley/shared/lib/invariant';
import { nodeTypes } from '@parley/shared/nodes/index';
import { eraseMachine } from '../commands/eraseMachine.ts';
import { createSandbox } from '../sandbox/createSandbox.ts';
import { openStage } from './test/stage.ts';

const sandbox = createSandbox();
afterAll(() => sandbox.close());

test('the lunch bot of the gallery counts, reckons, fetches an address, answers while it cooks and says when it is ready, without any key', async () => {
  const db = await testDatabase();
  const stage = await openStage(db, { sketch: { nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] }, type: 'web', over: { sandbox } });
  const lunch = gallery.find(({ id }) => id === 'lunch');
  invariant(lunch, 'the gallery has the lunch bot');
  const set = drawFlows(lunch.drawing, nodeTypes);
  const { machine } = await eraseMachine(compile(set, nodeTypes));
  const release = randomUUID();
  await stage.context.models.Release.create({ id: release, bot: stage.bot, no: 2, flow: set, machine, code: '', sha256: '', proof: {}, by: null, at: stage.clock.now() });
  await setLive(db.lanes, { bot: stage.bot, release, paused: false });
  const say = (said: string) => stage.say('ann', said);

  expect((await say('hi')).at(-1)).toBe('What would you like today? [Pumpkin soup|Lentil curry|Leek quiche]');
  expect(await say('soup, quiche')).toEqual(['Pumpkin soup: how many portions?']);
  expect(await say('2')).toEqual(['Leek quiche: how many portions?']);
  expect(await say('4')).toEqual(['Shall we bring it? [Bring it|I fetch it]']);
  expect(await say('Bring it')).toEqual(['Which street and number?']);
  expect(await say('12 Mill Lane')).toEqual(['Whose name is on the bell? [No name]']);
  expect(await say('Ann')).toEqual(['2 × Pumpkin soup\n4 × Leek quiche\n1 on the house, € 45 in all, to 12 Mill Lane, Ann. Shall we cook? [Yes|No]']);
  expect(await say('yes')).toHaveLength(1);
  const [answer, ...more] = await say('Is there milk in the quiche?');
  expect([answer, more]).toEqual([expect.stringMatching(/./), []]);
  expect((await stage.log('ann')).at(-1)?.body).toMatchObject({ message: { by: 'standIn' } });
  stage.clock.pass(20 * 60_000);
  await stage.turns.runUntilIdle();
  expect((await stage.log('ann')).at(-1)?.body).toMatchObject({ message: { text: 'Your lunch is ready and on its way to you. Enjoy!' } });
});
