import { hashValue } from '@parley/shared/flow/hashFlow';
import type { Json } from '@parley/shared/lib/json';
import { signInAnew } from '../api.ts';
import type { Api } from '../api.ts';
import { makeBot } from '../bots.ts';
import type { MadeBot } from '../bots.ts';
import { owner, removeData, startServer } from '../stack.ts';
import { largeFlow } from './largeFlow.ts';
import { median, p95, printTable } from './print.ts';

/** Batches in one breath: the server counts requests per address. */
const perAddress = 1_000;
/** The text that says which revision a drawing is. */
const told = 'n1';

/** What people do all day: a text, a card moved, now and then a note put up and taken away. Each leaves the number of its revision in one text. */
function editsOf(flow: Record<string, unknown>): (revision: number) => Json[] {
  const nodes = structuredClone(flow['nodes']) as Record<string, { x: number; data: { text?: string } }>;
  const names = Object.keys(nodes);
  const set = (path: string[], base: Json, value: Json): Json => ({ op: 'set', path, base, value });
  return (revision) => {
    const [marked, moved] = [nodes[told], nodes[names[revision % names.length] ?? told]];
    if (!marked || !moved) throw new Error('The measured drawing lacks a node.');
    const ops = [set(['nodes', told, 'data', 'text'], marked.data.text ?? '', `Revision ${revision}`), set(['nodes', names[revision % names.length] ?? told, 'x'], moved.x, moved.x + 1)];
    marked.data.text = `Revision ${revision}`;
    moved.x += 1;
    const note = { text: `A note of ${revision - (revision % 2)}`, x: 0, y: 0, width: 200, height: 80 };
    if (revision % 10 === 4) ops.push({ op: 'add', path: ['notes', 'memo'], value: note });
    if (revision % 10 === 5) ops.push({ op: 'remove', path: ['notes', 'memo'], hash: hashValue(note) });
    return ops;
  };
}

/** Draws until a flow is in `revisions`; gives the milliseconds of each save. */
async function drawOn(url: string, bot: MadeBot, { from, revisions, flow }: { from: number; revisions: number; flow: Record<string, unknown> }): Promise<number[]> {
  const signedIn = await fetch(`${url}/api/v1/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: owner.email, password: owner.password }) });
  const { accessToken } = await signedIn.json() as { accessToken: string };
  const opsOf = editsOf(flow);
  const times: number[] = [];
  for (let revision = from + 1; revision <= revisions; revision += 1) {
    const started = performance.now();
    const answer = await fetch(`${url}/api/v1/flows/${bot.flowId}/ops`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}`, 'x-forwarded-for': `10.0.0.${Math.floor(revision / perAddress)}` },
      body: JSON.stringify({ id: `r${revision}`, gesture: 'Draw', ops: opsOf(revision) }),
    });
    const body = await answer.text();
    if (!answer.ok) throw new Error(`Revision ${revision} was refused: ${answer.status} ${body.slice(0, 300)}`);
    times.push(performance.now() - started);
  }
  return times;
}

/** Milliseconds of each of these revisions being told; fails when one is told wrong. */
async function telling(api: Api, bot: MadeBot, revisions: readonly number[]): Promise<number[]> {
  const times: number[] = [];
  for (const revision of revisions) {
    const started = performance.now();
    const { flows } = await api.get<{ flows: Record<string, { nodes: Record<string, { data: { text?: string } }> }> }>(`/api/v1/bots/${bot.id}/history/state?point=step:${bot.flowId}:${revision}`);
    times.push(performance.now() - started);
    const said = flows[bot.flowId]?.nodes[told]?.data.text;
    if (said !== `Revision ${revision}`) throw new Error(`Revision ${revision} was told as “${said}”.`);
  }
  return times;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}

/** What it takes to tell any step of a drawing that was changed very often, on the embedded database. */
export async function history({ revisions, sizes }: { revisions: number; sizes: number[] }): Promise<void> {
  const server = await startServer({ env: { PARLEY_DEMO: '0', TRUST_PROXY: '1' } });
  try {
    const rows: (string | number)[][] = [['nodes', 'save ms', 'save p95 ms', 'tell a step ms', 'p95 ms', 'slowest ms', 'compare two ms', '200 steps ms']];
    for (const size of sizes) {
      const flow = largeFlow(size);
      const bot = await makeBot(await signInAnew(server.url), `Old ${size}`, flow);
      const saved = await drawOn(server.url, bot, { from: 2, revisions, flow });
      const api = await signInAnew(server.url);
      // Spread over all of them, and those farthest from a drawing that is kept whole; the last is the drawing itself.
      const spread = Array.from({ length: 40 }, (_, at) => 3 + Math.floor((at * (revisions - 4)) / 40));
      const far = Array.from({ length: 10 }, (_, at) => Math.floor(((at + 1) * revisions) / 1_000) * 100).filter((revision) => revision > 2 && revision < revisions);
      await telling(api, bot, [revisions - 1]);
      const times = await telling(api, bot, [...spread, ...far]);
      const state = `/api/v1/bots/${bot.id}/history`;
      rows.push([
        String(size), median(saved), p95(saved), median(times), p95(times), Math.max(...times),
        await timeOf(() => api.get(`${state}/diff?from=step:${bot.flowId}:${Math.floor(revisions / 2)}&to=step:${bot.flowId}:${revisions - 1}`)), await timeOf(() => api.get(`${state}?limit=200`)),
      ]);
    }
    printTable(`History of ${revisions.toLocaleString('en')} revisions, embedded (a step told in < 300 ms)`, rows);
  } finally {
    await server.stop();
    removeData(server);
  }
}
