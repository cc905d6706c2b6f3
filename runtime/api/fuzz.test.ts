import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { createdChannelSchema } from '@parley/shared/api/channels';
import { draftSchema } from '@parley/shared/api/flows';
import { seededRandom } from '@parley/shared/lib/id';
import { request, Agent } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import { menuBot } from '../test/menuBot.ts';
import { addRelease } from '../test/rows.ts';
import { testApi } from '../test/testApi.ts';
import { createValidator } from '../test/validator.ts';
import { routes } from './index.ts';

/*
 * Ten thousand inputs nobody would send on purpose, the same ones with every run: no answer may be a 5xx or another than is
 * documented, no request may go unanswered, and the server answers as before afterwards.
 */
const inputs = 10_000;
const api = await testApi(await testDatabase(), { context: { sandbox: { run: () => Promise.resolve({ ok: true, value: null }), close: () => Promise.resolve() } } });
const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Fuzzed' }));
const { token } = createdChannelSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/channels`, { type: 'rest' }));
await addRelease(api.context, bot.id, { set: { main: bot.flowId, flows: { [bot.flowId]: menuBot() } } });
const { visitor } = z.object({ visitor: z.string() }).parse((await api.ask('POST', '/channels/web/fuzzed/visitors')).body);
const doors = [`/channels/rest/${token}/messages`, '/channels/web/fuzzed/messages', '/channels/web/fuzzed', '/channels/web/fuzzed/visitors', '/channels/web/fuzzed/media', '/channels/rest/x/messages', '/channels/web/nobody/messages'];
const { flow } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`));
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
afterAll(() => agent.destroy());

const random = seededRandom(20_261_120);
const whole = (below: number): number => Math.floor(random() * below);
const pick = <Item>(items: readonly Item[]): Item => items[whole(items.length)] as Item;

const texts = ['', ' ', '0', '-1', 'null', '__proto__', 'constructor', '\u0000', '💥'.repeat(20), 'a'.repeat(5_000), '\ud800', "'; drop table parley.bots; --", '../../etc/passwd', '%00', '{{x}}', '<script>', '9'.repeat(40), bot.id, bot.flowId, 'en', 'rest', 'set', 'add', 'remove'];
const keys = ['id', 'name', 'email', 'password', 'revision', 'flow', 'ops', 'op', 'path', 'value', 'base', 'hash', 'gesture', 'type', 'token', 'code', 'input', 'now', 'seed', 'nodes', 'edges', 'languages', 'settings', 'variables', 'schema', 'kind', '__proto__', 'acceptWarnings', 'move', 'message', 'from', 'text', 'after', 'limit', 'retentionDays', 'origins', 'callbackUrl'];

function anything(depth: number): unknown {
  const kind = whole(depth > 4 ? 6 : 9);
  if (kind === 0) return null;
  if (kind === 1) return random() < 0.5;
  if (kind === 2) return pick([0, -1, 1, 0.5, 1e308, -1e308, 4_294_967_296, Number.MAX_SAFE_INTEGER]);
  if (kind <= 5) return pick(texts);
  if (kind === 6) return Array.from({ length: whole(4) }, () => anything(depth + 1));
  return Object.fromEntries(Array.from({ length: whole(6) }, () => [pick(keys), anything(depth + 1)]));
}

/** A real drawing or batch with one thing in it replaced: gets further in than rubbish does. */
function nearlyRight(): unknown {
  const value = JSON.parse(JSON.stringify(pick<unknown>([
    { revision: 1, flow },
    { id: `b${whole(1e9)}`, gesture: 'Fuzz', ops: [{ op: pick(['set', 'add', 'remove']), path: pick([['settings', 'zone'], ['nodes', 'x'], ['nodes'], ['settings'], ['kind'], ['schema'], ['languages'], ['edges', 'e', 'from'], ['translations', 'fr', 'a/b']]), base: pick<unknown>(['UTC', {}, [], 'bot', 1]), value: anything(1), hash: 'a'.repeat(64) }] },
    { id: `m${whole(1e9)}`, from: pick(['ada', 'bob', 'cyd']), message: pick<unknown>([{ type: 'text', text: 'Hello' }, { type: 'choiceReply', option: 'hours', wait: 1 }, { type: 'location', latitude: 1, longitude: 2 }, { type: 'formReply', values: {} }]) },
    { id: `message${whole(1e9)}`, message: { type: 'text', text: 'Hello' } },
    { name: 'Fuzz', languages: ['en'] },
    { type: 'rest', callbackUrl: 'https://example.org' },
    { email: 'a@example.org', name: 'A', access: 'member' },
    { code: 'export default () => 1', input: {}, now: '2026-11-20T09:00:00Z', seed: 1 },
  ])));
  let inside: unknown = value;
  for (;;) {
    if (typeof inside !== 'object' || inside === null) break;
    const names = Object.keys(inside);
    if (names.length === 0) break;
    const name = pick(names);
    const next: unknown = Reflect.get(inside, name);
    if (random() < 0.35 || typeof next !== 'object' || next === null) {
      Reflect.set(inside, name, anything(2));
      break;
    }
    inside = next;
  }
  return value;
}

function body(): string | Buffer {
  const kind = random();
  if (kind < 0.4) return JSON.stringify(nearlyRight());
  if (kind < 0.75) return JSON.stringify(anything(0)) ?? '';
  if (kind < 0.85) return JSON.stringify(nearlyRight()).slice(0, whole(60));
  if (kind < 0.9) return '['.repeat(whole(5_000));
  return Buffer.from(Array.from({ length: whole(300) }, () => whole(256)));
}

const values: Record<string, () => string> = { botId: () => bot.id, flowId: () => bot.flowId };

function address(path: string): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_all, name: string) => (random() < 0.7 ? (values[name]?.() ?? bot.id) : encodeURIComponent(pick(texts).replaceAll('\ud800', ''))));
  const query = random() < 0.4 ? `?${pick(keys)}=${encodeURIComponent(pick(texts).slice(0, 200).replaceAll('\ud800', ''))}&limit=${pick(['0', '1', 'x', '1e9', ''])}&after=${encodeURIComponent(pick(texts).slice(0, 99).replaceAll('\ud800', ''))}` : '';
  const rubbish = random();
  return rubbish < 0.03 ? `${filled}%` : rubbish < 0.06 ? `${filled}/%ff%fe` : filled + query;
}

interface Shot {
  method: string;
  path: string;
  payload: string | Buffer | undefined;
  headers: Record<string, string>;
}

function shot(): Shot {
  const outside = random() < 0.1;
  const door = !outside && random() < 0.25;
  const route = pick(routes);
  const path = door ? pick(doors) : outside ? pick(['/', '/chat/', '/chat/fuzzed', '/embed.js', '/api/v1/', '/api/docs', '/healthz', '/channels/rest/x/messages', '/channels/web/fuzzed', '/callbacks/x', '/media/x', '/socket.io/?EIO=4&transport=polling', '//', '/..%2f..%2fetc/passwd', '/assets/../../package.json']) : address(route.path);
  const method = door ? pick(['POST', 'POST', 'POST', 'GET', 'PUT']) : random() < 0.9 && !outside ? route.method.toUpperCase() : pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']);
  const payload = method === 'GET' || method === 'HEAD' ? undefined : body();
  const bearer = random() < 0.8 ? (door ? visitor : api.accounts.owner.token) : pick(['', 'x', 'a.b.c', api.accounts.member.token]);
  return {
    method, path, payload,
    headers: {
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      // Node's client frames the body of a DELETE only when it is told its length.
      ...(payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)), 'content-type': pick(['application/json', 'text/plain', 'application/json; charset=utf-16', 'multipart/form-data', '']) }),
      ...(random() < 0.1 ? { cookie: `parley_refresh=${encodeURIComponent(pick(texts).slice(0, 99).replaceAll('\ud800', ''))}` } : {}),
      ...(random() < 0.05 ? { 'content-encoding': pick(['gzip', 'br', 'nonsense']) } : {}),
      ...(random() < 0.05 ? { origin: pick(['null', 'https://evil.example', 'not a url']) } : {}),
    },
  };
}

interface Hit {
  status: number;
  type: string;
  text: string;
}

function fire({ method, path, payload, headers }: Shot): Promise<Hit> {
  return new Promise((resolve, reject) => {
    const sent = request(`${api.url}`, { agent, method, path: path.replace(/[^\x21-\x7e]/g, ''), headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece)).on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, type: response.headers['content-type']?.split(';')[0] ?? '', text: Buffer.concat(pieces).toString() }));
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}

const validator = createValidator(api.web.document);
/** Pages that are built later are not there yet. */
const isPage = (path: string): boolean => !/^\/(api|channels|callbacks|media|healthz|socket\.io)/.test(path);

/** What is wrong with an answer: a 5xx, or on a documented address anything that is not documented. */
function wrongWith({ method, path }: Shot, { status, type, text }: Hit): string | undefined {
  if (status >= 500 && !(status === 503 && isPage(path))) return `${status}`;
  const [plain = ''] = path.split('?');
  const { [method.toLowerCase()]: documented } = api.web.document.paths[documentedAs(plain) ?? ''] ?? {};
  if (!documented || method === 'HEAD') return undefined;
  try {
    validator.check({ method, path: plain, status, type, body: type === 'application/json' ? JSON.parse(text) : text });
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** The documented addresses, those with the fewest parts to fill in first. */
const addresses = Object.keys(api.web.document.paths).toSorted((a, b) => a.split('{').length - b.split('{').length)
  .map((path) => ({ path, filled: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[\\w-]+')}$`) }));

/** The documented address of a route of which some parts are filled in, the one with the fewest; undefined for one that was bent. */
function documentedAs(path: string): string | undefined {
  return addresses.find(({ filled }) => filled.test(path))?.path;
}

test(`${inputs} inputs, none answered with a 5xx, and each as is documented`, { timeout: 240_000 }, async () => {
  const shots = Array.from({ length: inputs }, shot);
  const seen = new Map<number, number>();
  const bad: string[] = [];
  let next = 0;
  const shooter = async (): Promise<void> => {
    for (let mine = shots[next]; mine; mine = shots[next]) {
      next += 1;
      const hit = await fire(mine).catch((error: unknown) => String(error));
      const wrong = typeof hit === 'string' ? hit : wrongWith(mine, hit);
      if (wrong !== undefined) bad.push(`${wrong} ${mine.method} ${mine.path} ${String(mine.payload).slice(0, 300)}`);
      if (typeof hit !== 'string') seen.set(hit.status, (seen.get(hit.status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 16 }, shooter));
  expect(bad).toEqual([]);
  // It got in as well as being refused, and was refused in every way.
  for (const status of [200, 201, 202, 400, 401, 403, 404, 409]) expect(seen.get(status) ?? 0, `answers of ${status}`).toBeGreaterThan(0);
  expect((await api.ask('GET', `/api/v1/flows/${bot.flowId}/draft`, { as: 'owner' })).status).toBe(200);
});
