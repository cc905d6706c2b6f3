import { testDatabase } from '@parley/db/testing';
import { applyBatch } from '@parley/shared/flow/applyBatch';
import type { Op } from '@parley/shared/flow/batch';
import { compareFlows } from '@parley/shared/flow/compareSets';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import type { Flow } from '@parley/shared/flow/document';
import { hashFlow } from '@parley/shared/flow/hashFlow';
import { parseFlow } from '@parley/shared/flow/parseFlow';
import { drawBot } from '@parley/shared/gallery/drawBot';
import { gallery } from '@parley/shared/gallery/index';
import { seededRandom } from '@parley/shared/lib/id';
import type { Json } from '@parley/shared/lib/json';
import { nodeTypes } from '@parley/shared/nodes/index';
import { mutateFlow } from '@parley/shared/test/mutateFlow';
import { describe, expect, test } from 'vitest';
import { testClock, testContext } from '../test/testContext.ts';
import { createBot } from './createBot.ts';
import { createSubflow } from './createSubflow.ts';
import { nameVersion } from './nameVersion.ts';
import { readPast, readRevision } from './readPast.ts';
import { addOps, saveDraft, stepsBetweenSnapshots } from './saveDraft.ts';

const db = await testDatabase();
const clock = testClock();
const context = await testContext(db, { clock });
const steps = 230;

/** Draws a bot of the gallery in `steps` steps as people do: slips, changes of several kinds at once, whole drawings replaced, things taken away and put back. */
async function drawn(seed: number): Promise<{ bot: string; flow: string; was: Flow[] }> {
  const random = seededRandom(seed);
  const drawings = gallery.map(({ drawing }) => drawBot(drawing, nodeTypes));
  const first = drawings[seed % drawings.length];
  const { id: bot, flowId: flow } = await createBot(context, null, { name: `Drawn ${seed}`, flow: first });
  const now = await readPast(context, { bot, point: 'now' });
  const was = [now.set.flows[flow] as Flow];
  for (let at = 1; at <= steps; at += 1) {
    clock.pass(1_000);
    const current = was.at(-1) as Flow;
    const [mutant] = mutateFlow({ main: flow, flows: { [flow]: current } }, { seed: seed * 1_000 + at, count: 1, nodeTypes });
    const next = random() < 0.03 ? drawings[Math.floor(random() * drawings.length)] : random() < 0.1 ? was[Math.floor(random() * was.length)] : mutant?.set.flows[flow];
    // A slip that leaves a shape no document may have is refused, as it is for people.
    if (!parseFlow(next, nodeTypes).ok) continue;
    const saved = random() < 0.5 && next && diffFlows(current, next).length > 0
      ? await addOps(context, null, { flowId: flow, batch: { id: `step${at}`, gesture: 'Draw', ops: diffFlows(current, next) } })
      : await saveDraft(context, null, { flowId: flow, revision: was.length, flow: next ?? current });
    if (saved.revision > was.length) was.push(saved.flow);
  }
  return { bot, flow, was };
}

/** The revisions that cannot be told as they were; the present one is in the flow itself. */
async function wrong({ flow, was }: { flow: string; was: Flow[] }): Promise<number[]> {
  const row = await context.models.Flow.findByPk(flow, { rejectOnEmpty: true });
  const told = await Promise.all(was.map((_, at) => readRevision(context, row, at + 1)));
  return told.flatMap((past, at) => (hashFlow(past) === hashFlow(was[at] as Flow) ? [] : [at + 1]));
}

describe.each([1, 2])('a drawing of many steps, seed %i', async (seed) => {
  const made = await drawn(seed);

  test('is told in every revision as it was', async () => {
    expect(made.was.length).toBeGreaterThan(150);
    expect(await wrong(made)).toEqual([]);
    const whole = await context.models.FlowSnapshot.findAll({ attributes: ['revision'], where: { flow: made.flow }, order: ['revision'] });
    expect(whole.map(({ revision }) => revision)).toEqual([1, 101, 201].filter((revision) => revision < made.was.length));
  });

  test('says in each step what it was about', async () => {
    const rows = await context.models.FlowOps.findAll({ where: { flow: made.flow }, order: ['revision'] });
    expect(rows.map(({ about }) => about?.count)).toEqual(made.was.slice(1).map((after, at) => compareFlows('', made.was[at], after).length));
    expect(rows.every(({ about }) => (about?.things.length ?? 0) > 0 && (about?.things.length ?? 99) <= 12)).toBe(true);
  });

  test('is seen to be told wrong when a step is lost or changed afterwards', async () => {
    await db.pool.query(`update parley.flow_ops set ops = '[{"op":"set","path":["settings","zone"],"value":"Mars/Olympus","base":""}]' where flow = $1 and revision = 120`, [made.flow]);
    const after = await wrong(made);
    expect(after[0]).toBe(120);
    expect(after.every((revision) => revision >= 120 && revision <= 201)).toBe(true);
  });
});

describe('a moment of a bot', async () => {
  const { id: bot, flowId: flow } = await createBot(context, null, { name: 'Moments' });
  const say = async (id: string, title: string): Promise<number> => {
    clock.pass(60_000);
    const row = await context.models.Flow.findByPk(id, { rejectOnEmpty: true });
    const next = structuredClone(row.document);
    for (const node of Object.values(next.nodes)) node.title = title;
    return (await saveDraft(context, null, { flowId: id, revision: row.revision, flow: next })).revision;
  };
  const titles = async (point: string) => Object.values((await readPast(context, { bot, point })).set.flows).map(({ nodes }) => Object.values(nodes)[0]?.title ?? null);
  const one = await say(flow, 'One');
  clock.pass(1_000);
  const sub = (await createSubflow(context, null, { bot, name: 'Sub' })).id;
  const two = await say(flow, 'Two');
  const inSub = await say(sub, 'Sub one');
  const three = await say(flow, 'Three');

  test('has the other flows as they were then, and none that was made later', async () => {
    expect(await titles(`step:${flow}:${one}`)).toEqual(['One']);
    expect(await titles(`step:${flow}:${two}`)).toEqual(['Two', null]);
    expect(await titles(`step:${sub}:${inSub}`)).toEqual(['Two', 'Sub one']);
    expect(await titles(`step:${flow}:${three}`)).toEqual(['Three', 'Sub one']);
    expect(await titles('now')).toEqual(['Three', 'Sub one']);
    expect(await titles(`step:${flow}:1`)).toEqual([null]);
    // Before a step the others are as they were then, not as they were when this flow was last drawn.
    expect(await titles(`before:${flow}:${three}`)).toEqual(['Two', 'Sub one']);
    expect(await titles(`before:${sub}:${inSub}`)).toEqual(['Two', null]);
  });

  test('that has a name stays when its subflow is deleted and its steps are forgotten', async () => {
    const named = await nameVersion(context, null, { bot, name: 'Before the summer campaign', point: `step:${sub}:${inSub}` });
    await context.models.Flow.destroy({ where: { id: sub } });
    await context.models.FlowOps.destroy({ where: { flow } });
    await context.models.FlowSnapshot.destroy({ where: { flow } });
    expect(await titles(`version:${named.id}`)).toEqual(['Two', 'Sub one']);
  });

  test.each([
    ['a step that nobody made', () => `step:${flow}:99`, 'notFound'], ['a step of another bot', () => `step:${sub}:${inSub}`, 'notFound'],
    ['before the first', () => `before:${flow}:1`, 'notFound'], ['a release of nobody', () => 'release:00000000-0000-4000-8000-000000000000', 'notFound'],
  ])('that is %s is refused', async (_what, point, code) => {
    await expect(readPast(context, { bot, point: point() })).rejects.toMatchObject({ code });
  });
});

test('a step whose drawing is no longer kept is refused with what to do', async () => {
  const { id: bot, flowId: flow } = await createBot(context, null, { name: 'Forgotten' });
  const row = await context.models.Flow.findByPk(flow, { rejectOnEmpty: true });
  for (let revision = 1; revision <= 2; revision += 1) await saveDraft(context, null, { flowId: flow, revision, flow: { ...row.document, settings: { ...row.document.settings, sessionHours: revision } } });
  await context.models.FlowSnapshot.destroy({ where: { flow } });
  await expect(readPast(context, { bot, point: `step:${flow}:2` })).rejects.toMatchObject({ code: 'gone', message: expect.stringContaining('Choose a later step') });
});

test('any of 5,000 revisions is the one before it with its batch applied', async () => {
  const { id: bot, flowId: flow } = await createBot(context, null, { name: 'Very old' });
  const { set } = await readPast(context, { bot, point: 'now' });
  const random = seededRandom(11);
  const any = (below: number): number => Math.floor(random() * below);
  const was = [set.flows[flow] as Flow];
  const batches: Op[][] = [];
  for (let revision = 2; revision <= 5_000; revision += 1) {
    const before = was.at(-1) as Flow;
    // Notes come, are changed and go; settings and a title change under them.
    const next = structuredClone(before);
    const note = `n${any(20)}`;
    if (next.notes[note] && random() < 0.4) delete next.notes[note];
    else next.notes[note] = { ...(next.notes[note] ?? { x: any(9), y: 0, width: 200, height: 80 }), text: `Revision ${revision}` };
    next.settings.sessionHours = 1 + any(100);
    for (const node of Object.values(next.nodes)) if (random() < 0.3) node.title = `Title ${any(9)}`;
    const batch = diffFlows(before, next);
    const applied = applyBatch(before, { ops: batch });
    if (!applied.ok) throw new Error(applied.refusal.message);
    batches.push(batch);
    was.push(applied.flow);
  }
  const rows = batches.map((batch, at) => ({ flow, revision: at + 2, id: `r${at}`, gesture: 'Draw', ops: batch as Json, about: null, by: null, at: clock.now() }));
  for (let from = 0; from < rows.length; from += 1_000) await context.models.FlowOps.bulkCreate(rows.slice(from, from + 1_000));
  // Kept whole where saving one by one keeps them, which the tests above hold.
  await context.models.FlowSnapshot.bulkCreate(was.flatMap((document, at) => (at < 4_999 && (at + 1) % stepsBetweenSnapshots === 1 ? [{ flow, revision: at + 1, document }] : [])));
  await context.models.Flow.update({ revision: 5_000, document: was.at(-1) as Flow }, { where: { id: flow } });
  const row = await context.models.Flow.findByPk(flow, { rejectOnEmpty: true });
  // Those around each drawing that is kept whole, and some between.
  const asked = [...new Set([1, 2, 5_000, ...Array.from({ length: 50 }, (_, at) => [100 * (at + 1), 100 * at + 1, 100 * at + 2, 100 * at + 3 + any(97)]).flat()])].filter((revision) => revision <= 5_000);
  const wrongOnes: number[] = [];
  for (const revision of asked) if (hashFlow(await readRevision(context, row, revision)) !== hashFlow(was[revision - 1] as Flow)) wrongOnes.push(revision);
  expect(wrongOnes).toEqual([]);
}, 60_000);
