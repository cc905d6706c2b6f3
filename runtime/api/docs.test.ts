import { testDatabase } from '@parley/db/testing';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testApi } from '../test/testApi.ts';
import { walkServer } from '../test/walkServer.ts';

const dist = mkdtempSync(join(tmpdir(), 'parley-dist-'));
afterAll(() => rmSync(dist, { recursive: true, force: true }));
const api = await testApi(await testDatabase(), { dist });
const mounted = walkServer(api.web.server);

/** Pages for people: they are addresses, not an interface. */
const pages = new Set(['GET /embed.js', 'GET /chat/:slug']);
const isPage = ({ method, path }: { method: string; path: string }): boolean => pages.has(`${method} ${path}`) || path.startsWith('/^');

describe('the OpenAPI document', () => {
  test('has every mounted address, and no other', () => {
    expect(mounted.length).toBeGreaterThan(40);
    const documented = Object.entries(api.web.document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    const real = mounted.filter((each) => !isPage(each)).map(({ method, path }) => `${method} ${path.replace(/:([A-Za-z]+)/g, '{$1}')}`);
    expect(real.toSorted()).toEqual(documented.toSorted());
  });

  test('is served as it is, with every operation named once', async () => {
    const answer = await api.ask('GET', '/api/openapi.json');
    expect(answer.body).toEqual(JSON.parse(JSON.stringify(api.web.document)));
    const ids = Object.values(api.web.document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('points only at components it has', () => {
    const text = JSON.stringify(api.web.document);
    const wanted = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]));
    expect([...wanted].filter((name) => !Object.hasOwn(api.web.document.components.schemas, name ?? ''))).toEqual([]);
    expect(wanted.size).toBeGreaterThan(20);
    expect(text).not.toContain('#/$defs/');
  });

  test('is readable as a page that loads only from here', async () => {
    const page = await api.ask('GET', '/api/docs');
    expect(page.status).toBe(200);
    const csp = page.headers.get('content-security-policy') ?? '';
    expect(csp).toContain("script-src 'self'");
    expect(csp).not.toContain('http');
    const sources = [...String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '').filter((source) => !source.startsWith('data:'));
    expect(sources.length).toBeGreaterThanOrEqual(3);
    for (const source of sources) expect((await api.ask('GET', source)).status, source).toBe(200);
  });
});

test.each([['/api/v1/nothing', 404], ['/api/nothing', 404], ['/channels/nothing', 404], ['/callbacks/none', 404], ['/api/v1/bots/%E0%A4%A', 400]])('%s is answered %s in the API’s shape', async (path, status) => {
  const response = await fetch(api.url + path, { headers: { authorization: `Bearer ${api.accounts.owner.token}` } });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code: expect.any(String), message: expect.any(String), fields: [], requestId: response.headers.get('x-request-id') } });
});

test('a page that is not built yet says so and looks again; chat may be framed, the studio not', async () => {
  const early = await fetch(`${api.url}/bots`);
  expect(early.status).toBe(503);
  expect(await early.text()).toMatch(/http-equiv="refresh"/);
  mkdirSync(join(dist, 'assets'));
  mkdirSync(join(dist, 'chat'));
  writeFileSync(join(dist, 'index.html'), '<title>studio</title>');
  writeFileSync(join(dist, 'chat/index.html'), '<title>chat</title>');
  writeFileSync(join(dist, 'assets/main-Abcdefg1.js'), '1');
  const asset = await fetch(`${api.url}/assets/main-Abcdefg1.js`);
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect((await fetch(`${api.url}/assets/gone-Abcdefg1.js`)).status).toBe(404);
  const studio = await fetch(`${api.url}/bots`);
  expect(await studio.text()).toContain('studio');
  expect(studio.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(studio.headers.get('x-frame-options')).toBe('DENY');
  await api.good('POST', '/api/v1/bots', { name: 'Framed' });
  const chat = await fetch(`${api.url}/chat/framed`);
  expect(await chat.text()).toContain('chat');
  expect(chat.headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect(chat.headers.get('x-frame-options')).toBeNull();
  expect((await fetch(`${api.url}/chat/nobody`)).status).toBe(404);
});
