import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ApiRefusal, signInAnew } from '../api.ts';
import type { Api } from '../api.ts';
import { importSource } from '../bundleSource.ts';
import { restChannel } from '../bots.ts';
import type { MadeBot } from '../bots.ts';
import { test } from '../journeyServer.ts';
import { root } from '../stack.ts';
import type { Server } from '../stack.ts';

/* Every conversation in shared/nodes/<type>/<type>.cases.json, held with the runtime over REST and with the simulator's own host. */

interface Golden { description: string; clock: string; language?: string; contact?: string; channel?: string; ahead?: number; flow: object; subflows?: object; conversation: Record<string, unknown>[] }
interface Cases { examples: Golden[]; fields: { field: string; like: string; to: unknown; conversation?: unknown[] }[] }
interface Issue { check: string; severity: string; flow: string; nodeId?: string; field?: string; message: string }
interface FlowSet { main: string; flows: Record<string, { nodes: Record<string, { type: string; data: Record<string, unknown> }>; edges: Record<string, { from: string; exit: string; to: string }>; variables: Record<string, { name: string; initial?: unknown; type: object }>; settings: Record<string, unknown> }> }
interface Simulated { exchanges: { sent: Record<string, unknown>; received: Record<string, unknown>[] }[]; transcript: Record<string, unknown>[] }

/** Our own sources, bundled: what draws, proves and simulates. */
interface Sources {
  types: string[];
  drawGolden(golden: Golden): FlowSet;
  varyGolden(like: Golden, variant: Cases['fields'][number]): Golden;
  verify(set: FlowSet): Issue[];
  zeroOf(type: object): unknown;
  simulate(set: FlowSet, golden: Golden, runCode: (body: unknown) => Promise<unknown>): Promise<Simulated>;
}

const sources = () => importSource<Sources>(`
  import { drawGolden as draw } from '@parley/shared/golden/drawGolden';
  import { nodeTypes } from '@parley/shared/nodes/index';
  import { verify as prove } from '@parley/shared/issues/verify';
  import { simulate as play } from '../studio/simulator/simulate.ts';
  export { varyGolden } from '@parley/shared/golden/varyGolden';
  export { zeroOf } from '@parley/shared/expressions/zeroOf';
  export const types = Object.keys(nodeTypes);
  export const drawGolden = (golden) => draw(golden, nodeTypes);
  export const verify = (set) => prove(set, nodeTypes).issues;
  export const simulate = (set, golden, runCode) => play({ set, nodeTypes }, golden, runCode);
`);

const casesOf = (type: string): Cases => JSON.parse(readFileSync(path.join(root, `shared/nodes/${type}/${type}.cases.json`), 'utf8')) as Cases;

/** Node types with cases: as many tests. */
const types = ['start', 'message', 'ask', 'choice', 'condition', 'assign', 'loop', 'subflow', 'record', 'dialog', 'code', 'end'];

/** Types whose conversations cannot be the same on both sides, each with what shows them instead. */
const elsewhere: Record<string, string> = {
  wait: 'a message that is kept has no answer to wait for: runtime/turns/waits.test.ts',
  split: 'it goes by who the contact is, and that is another one here: shared/nodes/split',
  form: 'other systems get it whole, and these conversations are asked one by one: forms.spec.ts and runtime/turns/golden.test.ts',
  http: 'another system answers: http.spec.ts',
  callback: 'another system answers: callback.spec.ts',
  plugin: 'another system answers: plugins.spec.ts, and callback.spec.ts and http.spec.ts for what a plugin is made of',
  model: 'a model answers: models.spec.ts',
  classify: 'a model answers: models.spec.ts',
};

/** Cases whose point is a drawing that may not go live, with the check that forbids it. */
const forbidden: Record<string, string> = {
  'message: A file that was never chosen leaves its words': 'empty',
  'subflow: A flow that is gone leaves by “Failed”': 'unknownFlow',
  // Its options come from a list: without it there is none, and nothing leads on.
  'choice: from = "fixed"': 'noEnd',
  'subflow: args = {}': 'callArguments',
  'code: output = {"kind":"text"}': 'kept',
  'subflow: With “Failed” free the error text is said once': 'unconnected',
};

/**
 * A drawing as an author would finish it before publishing: nodes nobody gets to are taken out, exits that then lead nowhere lead
 * to an end that is there, variables nobody sets get the default they have anyway, missing translations are accepted. What people
 * read stays the same. Gives what forbids it still.
 */
function finish(set: FlowSet, { verify, zeroOf }: Sources): string[] {
  for (const flow of Object.values(set.flows)) flow.settings['missingTranslationsAccepted'] = true;
  for (;;) {
    const errors = verify(set).filter(({ severity }) => severity === 'error');
    const mended = errors.filter((issue) => mend(set, issue, zeroOf));
    if (mended.length === 0) return [...new Set(errors.map(({ check }) => check))];
  }
}

/** Mends one error where that changes nothing people read; whether it could. */
function mend(set: FlowSet, { check, flow: id, nodeId = '', field = '', message }: Issue, zeroOf: Sources['zeroOf']): boolean {
  const flow = set.flows[id];
  if (check === 'unreachable' && flow?.nodes[nodeId]) {
    delete flow.nodes[nodeId];
    flow.edges = Object.fromEntries(Object.entries(flow.edges).filter(([, { from, to }]) => from !== nodeId && to !== nodeId));
    return true;
  }
  const end = Object.entries(flow?.nodes ?? {}).find(([, { type }]) => type === 'end')?.[0];
  if (check === 'unconnected' && flow && end) {
    const exit = field.split('.').at(-1) ?? '';
    flow.edges = { ...flow.edges, [`free-${nodeId}-${exit}`]: { from: nodeId, exit, to: end } };
    return true;
  }
  const named = check === 'neverSet' ? Object.values(flow?.variables ?? {}).find(({ name, initial }) => initial === undefined && message.startsWith(`“${name}”`)) : undefined;
  if (named) named.initial = zeroOf(named.type);
  return named !== undefined;
}

/** Makes the bot with its subflows, publishes it and opens a rest channel. */
async function publish(api: Api, name: string, set: FlowSet): Promise<{ bot: MadeBot; address: string }> {
  const bot = await api.post<MadeBot>('/api/v1/bots', { name });
  const ids = new Map([[set.main, bot.flowId]]);
  for (const id of Object.keys(set.flows)) if (id !== set.main) ids.set(id, (await api.post<{ id: string }>(`/api/v1/bots/${bot.id}/flows`, { name: id })).id);
  for (const [id, flow] of Object.entries(set.flows)) {
    for (const node of Object.values(flow.nodes)) if (node.type === 'subflow' && ids.has(String(node.data['flow']))) node.data['flow'] = ids.get(String(node.data['flow']));
    const { revision } = await api.get<{ revision: number }>(`/api/v1/flows/${ids.get(id)}/draft`);
    await api.put(`/api/v1/flows/${ids.get(id)}/draft`, { revision, flow });
  }
  await api.post(`/api/v1/flows/${bot.flowId}/publish`, { acceptWarnings: true });
  return { bot, address: (await restChannel(api, bot)).address };
}

/** A message as the simulator knows it: without what the door adds. */
function bare({ language: _language, error: _error, ...message }: Record<string, unknown>): Record<string, unknown> {
  const { media } = message;
  if (typeof media !== 'object' || media === null) return message;
  return { ...message, media: Object.fromEntries(Object.entries(media).filter(([name]) => name !== 'url')) };
}

/** Whether a contact sends a file in it: that is given to the bot before it is said, which media.spec.ts shows. */
const sendsFile = ({ conversation }: Golden): boolean => conversation.some(({ user }) => typeof user === 'object' && user !== null && 'media' in user);

/** Whether it fetches a file from an address, where nobody answers here: runtime/actions/fetchFile.test.ts. */
const fetchesFile = ({ flows }: FlowSet): boolean => Object.values(flows).some(({ nodes }) => Object.values(nodes).some(({ type, data }) => type === 'message' && data['source'] === 'address' && data['kind'] !== 'text'));

/** Everything the bot said in a lane so far, over all its sessions. */
async function saidIn(api: Api, bot: MadeBot, lane: string): Promise<Record<string, unknown>[]> {
  const { items } = await api.get<{ items: { id: string }[] }>(`/api/v1/bots/${bot.id}/sessions?limit=200`);
  const sessions = items.map(({ id }) => id).filter((id) => id.startsWith(`${lane}.`)).sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]));
  const transcripts = await Promise.all(sessions.map((id) => api.get<{ transcript: { direction: string; message: Record<string, unknown> }[] }>(`/api/v1/sessions/${id}`)));
  return transcripts.flatMap(({ transcript }) => transcript.filter(({ direction }) => direction === 'out').map(({ message }) => message));
}

/** Holds the conversation with the runtime and compares each answer with the simulator's. */
async function hold(clocked: Server, published: { bot: MadeBot; address: string }, golden: Golden, simulated: Simulated, from: string): Promise<void> {
  let waited = false;
  let lane = '';
  let heard = 0;
  const person = { id: from, ...(golden.language && { language: golden.language }), ...(golden.contact && { name: golden.contact }) };
  for (const [at, { sent, received }] of simulated.exchanges.entries()) {
    const where = `${golden.description}, line ${at + 1}: ${JSON.stringify(sent)}`;
    if (typeof sent['later'] === 'string') {
      waited = true;
      await clocked.tell({ later: milliseconds(sent['later']) });
      // Who was signed in before is not any more.
      const later = await signInAnew(clocked.url);
      if (received.length > 0) await expect.poll(async () => (await saidIn(later, published.bot, lane)).slice(heard), where).toEqual(received);
    } else {
      const response = await fetch(`${published.address}?wait=1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: `${from}-${at}`, from: person, message: sent }) });
      const body = (await response.json()) as { turnId: string; messages: Record<string, unknown>[] };
      expect(response.status, `${where} ${JSON.stringify(body)}`).toBe(200);
      expect.soft(body.messages.map(bare), where).toEqual(received);
      lane = body.turnId.slice(0, body.turnId.lastIndexOf('.'));
    }
    heard += received.length;
  }
  if (waited) await clocked.tell({ clock: golden.clock });
}

/** Of a duration of days, hours, minutes and seconds. */
function milliseconds(duration: string): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  return (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
}

test.describe.configure({ timeout: 300_000 });

for (const type of types) {
  test(`the conversations of ${type} are the same over REST and in the simulator`, async ({ clocked }) => {
    const our = await sources();
    expect([...types, ...Object.keys(elsewhere)].toSorted()).toEqual(our.types.toSorted());
    const { examples, fields } = casesOf(type);
    const variants = fields.flatMap((variant) => {
      const like = examples.find(({ description }) => description === variant.like);
      return like && variant.conversation ? [{ ...our.varyGolden(like, variant), description: `${variant.field} = ${JSON.stringify(variant.to)}` }] : [];
    });
    const first = examples[0]?.clock ?? '';
    await clocked.tell({ clock: first });
    const api = await signInAnew(clocked.url);
    const runCode = (body: unknown) => api.post('/api/v1/sandbox/run', body);
    const bots = new Map<string, { bot: MadeBot; address: string }>();
    const refused: Record<string, string> = {};

    const spoken = [...examples, ...variants].filter((golden) => !sendsFile(golden));
    expect(spoken.length).toBeGreaterThan(0);
    for (const [at, golden] of spoken.entries()) {
      expect(golden.clock).toBe(first);
      const name = `${type}: ${golden.description}`;
      // Effects are performed, not answered from the file: both sides begin with nothing booked.
      const script = { ...golden, channel: 'rest', conversation: golden.conversation.filter((line) => !('result' in line)) };
      const set = our.drawGolden(golden);
      if (fetchesFile(set)) continue;
      const [forbids] = finish(set, our);
      const drawn = type === 'record' ? name : JSON.stringify(set);
      if (forbids) {
        refused[name] = forbids;
        const refusal = await publish(api, name.slice(0, 80), set).then(() => undefined, (error: unknown) => error);
        expect(refusal, name).toBeInstanceOf(ApiRefusal);
        expect(JSON.stringify((refusal as ApiRefusal).body), name).toContain(`"check":"${forbids}"`);
        continue;
      }
      const simulated = await our.simulate(set, script, runCode);
      const published = bots.get(drawn) ?? (await publish(api, name.slice(0, 80), set));
      bots.set(drawn, published);
      await hold(clocked, published, golden, simulated, `case-${at}`);
    }
    expect(refused).toEqual(Object.fromEntries(Object.entries(forbidden).filter(([name]) => name.startsWith(`${type}: `))));
  });
}
