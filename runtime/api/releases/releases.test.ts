import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema, unpublishableSchema } from '@parley/shared/api/flows';
import { verifiedSchema } from '@parley/shared/api/issues';
import { diffSchema, publishedSchema, releaseFlowsSchema, releaseListSchema, rolledBackSchema } from '@parley/shared/api/releases';
import type { Flow } from '@parley/shared/flow/document';
import { issueKey } from '@parley/shared/issues/issue';
import { createSandbox } from '../../sandbox/createSandbox.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { addSession } from '../../test/rows.ts';
import { menuBot } from '../../test/menuBot.ts';
import { testApi } from '../../test/testApi.ts';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());
const api = await testApi(await testDatabase(), { context: { sandbox } });

async function newBot(name: string): Promise<{ bot: { id: string }; flow: string; save(flow: Flow): Promise<void>; publish(body?: object): Promise<ReturnType<typeof publishedSchema.parse>> }> {
  const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name }));
  const flow = `/api/v1/flows/${bot.flowId}`;
  return {
    bot, flow,
    save: async (document) => {
      const { revision } = draftSchema.parse(await api.good('GET', `${flow}/draft`));
      await api.good('PUT', `${flow}/draft`, { revision, flow: document });
    },
    publish: async (body = {}) => publishedSchema.parse(await api.good('POST', `${flow}/publish`, body)),
  };
}

const botNow = async (id: string) => botSchema.parse(await api.good('GET', `/api/v1/bots/${id}`));

describe('publishing', () => {
  test('an unfinished drawing is refused with what is wrong, and publishes nothing', async () => {
    const { bot, flow } = await newBot('Unfinished');
    const { issues } = verifiedSchema.parse(await api.good('POST', `${flow}/verify`));
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    const answer = await api.ask('POST', `${flow}/publish`, { as: 'owner', body: { acceptWarnings: true } });
    expect(answer.status).toBe(422);
    const refused = unpublishableSchema.parse(answer.body);
    expect(refused.issues).toEqual(issues);
    expect(refused.error.fields.length).toBeGreaterThan(0);
    expect((await botNow(bot.id)).live).toBeNull();
  });

  test('a warning needs somebody who accepts it, by its key or with all others', async () => {
    const { save, flow, publish } = await newBot('Warned');
    const drawing = menuBot();
    drawing.variables['spare'] = { name: 'spare', type: { kind: 'text' }, order: 3 };
    await save(drawing);
    const warnings = verifiedSchema.parse(await api.good('POST', `${flow}/verify`)).issues.filter(({ severity }) => severity === 'warning');
    expect(warnings.length).toBeGreaterThan(0);
    for (const body of [{}, { acceptWarnings: false }, { acceptWarnings: [] }, { acceptWarnings: ['another:one'] }]) {
      expect((await api.ask('POST', `${flow}/publish`, { as: 'owner', body })).status).toBe(422);
    }
    expect((await publish({ acceptWarnings: warnings.map(issueKey) })).release.no).toBe(1);
    expect((await publish({ acceptWarnings: true })).release.no).toBe(2);
  });

  test('compiles what is stored, keeps its proof and its code, and says what is live', async () => {
    const { bot, save, publish } = await newBot('Finished');
    await save(menuBot());
    expect(await botNow(bot.id)).toMatchObject({ live: null, changed: true });
    const { release, moved } = await publish({ note: 'First', acceptWarnings: true });
    expect(moved).toBe(0);
    expect(release).toMatchObject({ no: 1, note: 'First', live: true, openSessions: 0, by: { name: 'owner person' } });
    expect(release.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(release.proof.facts['nodes']).toBe(6);
    expect(await botNow(bot.id)).toMatchObject({ live: { release: release.id, no: 1 }, changed: false });
    const code = await api.ask('GET', `/api/v1/releases/${release.id}/code`, { as: 'analyst' });
    expect(String(code.body)).toContain('createMachine');
    expect(releaseFlowsSchema.parse(await api.good('GET', `/api/v1/releases/${release.id}/flows`)).flows).toMatchObject({ [Object.keys(releaseFlowsSchema.parse(await api.good('GET', `/api/v1/releases/${release.id}/flows`)).flows)[0] ?? '']: menuBot() });
    await save(menuBot('Hello again.'));
    expect((await botNow(bot.id)).changed).toBe(true);
  });

  test('code that cannot be read is an error at its line, and publishes nothing', async () => {
    const { save, flow } = await newBot('Miscoded');
    const drawing = menuBot();
    drawing.nodes['calc'] = { type: 'code', x: 450, y: 0, data: { code: 'export default function () {\n  return (;\n}', inputs: {}, output: { kind: 'text' }, save: 'topic', seconds: 1 } };
    drawing.edges['e2'] = { from: 'greet', exit: 'next', to: 'calc' };
    drawing.edges['e2b'] = { from: 'calc', exit: 'done', to: 'who' };
    await save(drawing);
    const answer = await api.ask('POST', `${flow}/publish`, { as: 'owner', body: { acceptWarnings: true } });
    expect(answer.status).toBe(422);
    expect(unpublishableSchema.parse(answer.body).issues).toContainEqual(expect.objectContaining({ severity: 'error', nodeId: 'calc', field: 'code' }));
  });

  test('two people at the same moment make two versions', async () => {
    const { bot, save, publish } = await newBot('Twice');
    await save(menuBot());
    const made = await Promise.all([publish({ acceptWarnings: true }), publish({ acceptWarnings: true })]);
    expect(made.map(({ release }) => release.no).toSorted()).toEqual([1, 2]);
    expect((await botNow(bot.id)).live).not.toBeNull();
  });
});

describe('versions', () => {
  test('list newest first with the conversations open on each; rolling back changes where new ones start', async () => {
    const { bot, save, publish } = await newBot('Rolled');
    await save(menuBot('One.'));
    const one = (await publish({ acceptWarnings: true })).release;
    await addSession(api.context, { bot: bot.id, release: one.id });
    await save(menuBot('Two.'));
    const two = (await publish({ acceptWarnings: true })).release;
    await addSession(api.context, { bot: bot.id, release: two.id });
    await addSession(api.context, { bot: bot.id, release: two.id });
    const list = async () => releaseListSchema.parse(await api.good('GET', `/api/v1/bots/${bot.id}/releases`)).items.map(({ no, live, openSessions }) => ({ no, live, openSessions }));
    expect(await list()).toEqual([{ no: 2, live: true, openSessions: 2 }, { no: 1, live: false, openSessions: 1 }]);
    const back = rolledBackSchema.parse(await api.good('POST', `/api/v1/releases/${one.id}/roll-back`));
    expect(back.release).toMatchObject({ no: 1, live: true });
    await addSession(api.context, { bot: bot.id, release: one.id });
    expect(await list()).toEqual([{ no: 2, live: false, openSessions: 2 }, { no: 1, live: true, openSessions: 2 }]);
    expect(await botNow(bot.id)).toMatchObject({ live: { no: 1 }, openSessions: 4 });
  });

  test('differ as data: what was added, removed, changed or only moved', async () => {
    const { save, publish } = await newBot('Compared');
    await save(menuBot('One.'));
    const one = (await publish({ acceptWarnings: true })).release;
    const next = menuBot('Two.');
    Object.assign(next.nodes['hours'] ?? {}, { x: 1300, y: 40 });
    next.nodes['bye'] = { type: 'end', title: 'Goodbye', x: 1200, y: 200, data: { text: 'Bye.' } };
    next.edges['e5'] = { from: 'menu', exit: 'prices', to: 'bye' };
    delete next.nodes['prices'];
    next.settings.sessionHours = 48;
    await save(next);
    const two = (await publish({ acceptWarnings: true })).release;
    const { from, to, changes } = diffSchema.parse(await api.good('GET', `/api/v1/releases/${two.id}/diff`));
    expect([from?.no, to?.no]).toEqual([1, 2]);
    const short = changes.map(({ kind, what, id, moved }) => `${kind} ${what} ${id}${moved ? ' moved' : ''}`).toSorted();
    expect(short).toEqual(['added node bye', 'changed edge e5', 'changed node greet', 'changed node hours moved', 'changed setting sessionHours', 'removed node prices']);
    expect(changes.find(({ id }) => id === 'greet')?.fields).toEqual([{ path: ['data', 'text'], before: 'One.', after: 'Two.' }]);
    expect(changes.find(({ id }) => id === 'bye')?.label).toBe('Goodbye');
    const same = diffSchema.parse(await api.good('GET', `/api/v1/releases/${two.id}/diff?against=draft`));
    expect(same).toMatchObject({ from: { no: 2 }, to: null, changes: [] });
    const first = diffSchema.parse(await api.good('GET', `/api/v1/releases/${one.id}/diff`));
    expect(first.from).toBeNull();
    expect(first.changes[0]).toMatchObject({ kind: 'added', what: 'flow' });
    expect(diffSchema.parse(await api.good('GET', `/api/v1/releases/${one.id}/diff?against=${two.id}`)).changes.length).toBe(changes.length);
    const stranger = await newBot('Stranger');
    await stranger.save(menuBot());
    const other = (await stranger.publish({ acceptWarnings: true })).release;
    expect((await api.ask('GET', `/api/v1/releases/${one.id}/diff?against=${other.id}`, { as: 'owner' })).status).toBe(404);
  });
});
