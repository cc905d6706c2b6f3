import type { FlowHead } from '@parley/shared/api/flows';
import type { Flow } from '@parley/shared/flow/document';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { describe, expect, test } from 'vitest';
import { changeFlows } from '../commands/changeFlows.ts';
import { withSubflows } from '../commands/subflowGesture.ts';
import { createBook } from './book.ts';
import type { Book } from './book.ts';
import type { FlowStore } from './flowStore.ts';
import { takeBack } from './takeBack.ts';
import type { SubflowDoor } from './takeBack.ts';

const head = (id: string): FlowHead => ({ id, botId: 'bot', kind: id === 'main' ? 'bot' : 'subflow', name: id === 'main' ? 'Bot' : id, revision: 1, changedAt: '2026-01-01T00:00:00.000Z' });

/** A bot with a main flow and a subflow, both saying something, and a server that keeps what is deleted. */
async function open() {
  const random = seededRandom(5);
  const documents: Record<string, Flow> = {};
  for (const id of ['main', 'Sub', 'Other']) {
    const flow = emptyFlow({ kind: id === 'main' ? 'bot' : 'subflow', language: 'en', random, nodeTypes });
    flow.nodes['end'] = { type: 'end', x: 0, y: 0, data: { text: 'old', outcome: 'done' } };
    documents[id] = flow;
  }
  const asked: string[] = [];
  const state = { reachable: true };
  const book = createBook('bot', 'main', {
    door: {
      load: (id) => (documents[id] ? Promise.resolve({ flow: documents[id], revision: 1 }) : Promise.reject(new Error('gone'))),
      send: () => Promise.resolve({ kind: 'offline' }), since: () => Promise.resolve([]),
    },
    keep: { read: () => Promise.resolve([]), write: () => Promise.resolve() }, nodeTypes, random, clock: () => 1, onRefused: () => undefined,
  });
  const call = (what: string): Promise<void> => {
    if (!state.reachable) return Promise.reject(new Error('No connection.'));
    asked.push(what);
    return Promise.resolve();
  };
  const door: SubflowDoor = { bringBack: async (_bot, id) => { await call(`back ${id}`); return head(id); }, takeAway: (id) => call(`away ${id}`) };
  for (const id of ['main', 'Sub']) await book.add(head(id));
  const store = (id: string): FlowStore => { const entry = book.flows.getState()[id]; if (!entry) throw new Error(`${id} is not here.`); return entry.store; };
  const desk = { book, random, flowId: 'main' };
  const say = (id: string, text: string) => store(id).change(`Say ${text}`, (flow) => { const node = flow.nodes['end']; if (node) node.data['text'] = text; });
  const texts = () => Object.fromEntries(Object.entries(book.flows.getState()).map(([id, entry]) => [id, entry.store.getState().flow.nodes['end']?.data['text']]));
  const everywhere = (to: string, from = 'old') => changeFlows(desk, `All say ${to}`, Object.fromEntries(['main', 'Sub'].map((id) => [id, [{ op: 'set' as const, path: ['nodes', 'end', 'data', 'text'], value: to, base: from }]])));
  return { book, door, asked, state, store, desk, say, texts, everywhere, undo: (id = 'main') => takeBack({ book, door, store: store(id) }, 'undo'), redo: (id = 'main') => takeBack({ book, door, store: store(id) }, 'redo') };
}

/** The subflow "Other" is made by a gesture that calls it. */
async function made({ book, desk, store }: { book: Book; desk: Parameters<typeof withSubflows>[0]; store: (id: string) => FlowStore }): Promise<void> {
  await book.add(head('Other'));
  const data = { ...nodeTypes['subflow']?.defaults(desk.random), flow: 'Other' };
  expect(store('main').change('Paste', (flow) => { flow.nodes['call'] = { type: 'subflow', x: 0, y: 0, data }; }, { joint: withSubflows(desk, ['Other'], true) })).toEqual({ ok: true });
}

describe('a gesture over several flows', () => {
  test.each(['main', 'Sub'])('goes back in all of them and comes again, asked for in %s', async (id) => {
    const bot = await open();
    bot.everywhere('new');
    expect(bot.texts()).toEqual({ main: 'new', Sub: 'new' });
    expect(await bot.undo(id)).toEqual({ here: { gesture: 'All say new' }, kept: [], stayed: [] });
    expect(bot.texts()).toEqual({ main: 'old', Sub: 'old' });
    await bot.redo(id === 'main' ? 'Sub' : 'main');
    expect(bot.texts()).toEqual({ main: 'new', Sub: 'new' });
  });

  test('goes back from under later gestures of another flow that are about something else', async () => {
    const bot = await open();
    bot.everywhere('new');
    bot.store('Sub').change('Move', (flow) => { const node = flow.nodes['end']; if (node) node.x = 80; });
    await bot.undo('main');
    expect(bot.texts()).toEqual({ main: 'old', Sub: 'old' });
    expect(bot.store('Sub').getState().undo.map(({ gesture }) => gesture)).toEqual(['Move']);
  });

  test('stays where somebody changed the same place since, which is told by the flow’s name', async () => {
    const bot = await open();
    bot.everywhere('new');
    bot.say('Sub', 'newer');
    expect(await bot.undo('main')).toEqual({ here: { gesture: 'All say new' }, kept: ['Sub'], stayed: [] });
    expect(bot.texts()).toEqual({ main: 'old', Sub: 'newer' });
  });

  test('comes again in none of them once one has gone on another way', async () => {
    const bot = await open();
    bot.everywhere('new');
    await bot.undo('main');
    bot.say('Sub', 'mine');
    expect(bot.store('main').getState().redo).toEqual([]);
  });

  test('comes again whole or not at all where somebody else was since', async () => {
    const bot = await open();
    bot.everywhere('new');
    await bot.undo('main');
    const theirs = bot.store('Sub').getState().flow;
    bot.store('Sub').settle({ flow: { ...theirs, nodes: { ...theirs.nodes, end: { type: 'end', x: 0, y: 0, data: { text: 'theirs', outcome: 'done' } } } } }, true);
    expect((await bot.redo('main')).here).toEqual({ refusedAt: ['nodes', 'end', 'data', 'text'] });
    expect(bot.texts()).toEqual({ main: 'old', Sub: 'theirs' });
    expect([bot.store('main').getState().redo, bot.store('Sub').getState().redo]).toEqual([[], []]);
  });

  test('that one flow cannot take is in none, and cannot be made again either', async () => {
    const bot = await open();
    bot.say('Sub', 'mine');
    expect(bot.everywhere('new')).toHaveProperty('problem');
    expect(bot.texts()).toEqual({ main: 'old', Sub: 'mine' });
    expect([bot.store('main').getState().undo, bot.store('main').getState().redo]).toEqual([[], []]);
  });
});

describe('a subflow', () => {
  test('that a gesture made goes away with it and comes back with it', async () => {
    const bot = await open();
    await made(bot);
    await bot.undo();
    expect([Object.keys(bot.texts()), bot.store('main').getState().flow.nodes['call'], bot.asked]).toEqual([['main', 'Sub'], undefined, ['away Other']]);
    await bot.redo();
    expect([Object.keys(bot.texts()), bot.store('main').getState().flow.nodes['call']?.data['flow'], bot.asked]).toEqual([['main', 'Sub', 'Other'], 'Other', ['away Other', 'back Other']]);
    await bot.undo();
    expect(Object.keys(bot.texts())).toEqual(['main', 'Sub']);
  });

  test('that was drawn on since stays, and that is told', async () => {
    const bot = await open();
    await made(bot);
    bot.say('Other', 'mine');
    expect(await bot.undo()).toEqual({ here: { gesture: 'Paste' }, kept: [], stayed: ['Other'] });
    expect(bot.asked).toEqual([]);
  });

  test('that was deleted comes back, and with it what can be taken back in it', async () => {
    const bot = await open();
    bot.everywhere('new');
    const joint = withSubflows(bot.desk, ['Sub'], false);
    bot.book.remove('Sub');
    bot.store('main').note('Delete Sub', joint);
    await bot.undo();
    expect([Object.keys(bot.texts()), bot.asked]).toEqual([['main', 'Sub'], ['back Sub']]);
    expect(bot.store('Sub').getState().undo.map(({ gesture }) => gesture)).toEqual(['All say new']);
    expect(bot.store('main').getState().redo.map(({ gesture }) => gesture)).toEqual(['Delete Sub']);
  });

  test('that cannot be brought back changes nothing, and can be asked for again', async () => {
    const bot = await open();
    const joint = withSubflows(bot.desk, ['Sub'], false);
    bot.book.remove('Sub');
    bot.store('main').note('Delete Sub', joint);
    bot.state.reachable = false;
    expect((await bot.undo()).failure).toEqual(new Error('No connection.'));
    expect(Object.keys(bot.texts())).toEqual(['main']);
    bot.state.reachable = true;
    await bot.undo();
    expect(Object.keys(bot.texts())).toEqual(['main', 'Sub']);
  });

  test('that cannot be sent away stays in the bot, and that is told', async () => {
    const bot = await open();
    await made(bot);
    bot.state.reachable = false;
    expect((await bot.undo()).failure).toEqual(new Error('No connection.'));
    expect(Object.keys(bot.texts())).toEqual(['main', 'Sub', 'Other']);
  });

  test('is waited for by the next key, which then takes the gesture before it back', async () => {
    const bot = await open();
    bot.say('main', 'mine');
    const joint = withSubflows(bot.desk, ['Sub'], false);
    bot.book.remove('Sub');
    bot.store('main').note('Delete Sub', joint);
    await Promise.all([bot.undo(), bot.undo()]);
    expect([bot.asked, bot.store('main').getState().undo.map(({ gesture }) => gesture)]).toEqual([['back Sub'], []]);
  });
});
