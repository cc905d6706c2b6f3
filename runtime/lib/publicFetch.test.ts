import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { connect, createServer as createSocketServer, isIP } from 'node:net';
import type { AddressInfo, Socket, TcpNetConnectOpts } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { permittedAddresses, refusedAddresses } from './publicAddress.data.ts';
import { createPublicFetch } from './publicFetch.ts';
import type { PublicFetchOptions, PublicFetchParts } from './publicFetch.ts';
import { PublicFetchError, publicFetchErrorOf } from './publicFetchErrors.ts';

const got: { method: string | undefined; path: string; headers: IncomingHttpHeaders; body: string }[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => {
    got.push({ method: request.method, path: request.url ?? '', headers: request.headers, body });
    answer(request, response);
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const { port } = server.address() as AddressInfo;

/** Where the guard thought it connected to: the addresses it was pinned to, and the port. */
const dialled: { addresses: string[]; port: number | undefined }[] = [];
const toServer = (to: number) => (options: TcpNetConnectOpts): Socket => {
  if (isIP(options.host ?? '')) dialled.push({ addresses: [options.host ?? ''], port: options.port });
  else options.lookup?.(options.host ?? '', { all: true }, (_error, found) => dialled.push({ addresses: Array.isArray(found) ? found.map(({ address }) => address) : [], port: options.port }));
  return connect(to, '127.0.0.1');
};

const resolveAs = (names: Record<string, string[]>) => (host: string) => Promise.resolve((names[host] ?? ['93.184.216.34']).map((address) => ({ address, family: isIP(address) || 4 })));
const guard = (parts: PublicFetchParts = {}) => createPublicFetch({ resolve: resolveAs({}), dial: toServer(port), ...parts });
const limits: PublicFetchOptions = { maxBytes: 1_000, timeoutMs: 5_000, signal: new AbortController().signal };
const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'answered', (error: unknown) => (error instanceof PublicFetchError ? error.code : error));

beforeEach(() => {
  got.length = 0;
  dialled.length = 0;
  answer = (_request, response) => response.end('hello');
});

describe('addresses', () => {
  test.each(refusedAddresses)('$url is refused before anything is sent', async ({ url, names, error = 'privateAddress' }) => {
    const fetch = guard({ resolve: () => Promise.resolve((names ?? ['93.184.216.34']).map((address) => ({ address, family: isIP(address) }))) });
    expect(await codeOf(fetch(url, limits))).toBe(error);
    expect(dialled).toEqual([]);
  });

  test.each(permittedAddresses)('$url is called', async ({ url, names = [] }) => {
    const fetch = guard({ resolve: () => Promise.resolve(names.map((address) => ({ address, family: isIP(address) }))) });
    expect(await fetch(url, limits)).toMatchObject({ status: 200, body: Buffer.from('hello') });
    if (names.length > 0) expect(dialled).toMatchObject([{ addresses: names }]);
  });

  test.each(refusedAddresses.filter(({ error }) => error !== 'hostUnknown'))('$url is refused as the target of a redirect', async ({ url, names }) => {
    // What no header can hold cannot be answered, and a relative path is no other host.
    if (!/^[\x21-\x7e]+$/.test(url) || !/^[a-z]*:|^\/\//.test(url)) return expect(await codeOf(guard()(url, limits))).toBe('badAddress');
    answer = (_request, response) => response.writeHead(302, { location: url }).end();
    const fetch = guard({ resolve: (host) => Promise.resolve((host === 'first.example' ? ['93.184.216.34'] : names ?? ['10.0.0.1']).map((address) => ({ address, family: isIP(address) }))) });
    expect(await codeOf(fetch('http://first.example/', limits))).toMatch(/badRedirect|privateAddress/);
    expect(got.length).toBe(1);
  });

  test('a name that changes its address between two answers is asked once and held to the checked one', async () => {
    let asked = 0;
    const fetch = guard({ resolve: () => Promise.resolve([{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }]) });
    await fetch('http://rebind.example/', limits);
    expect(asked).toBe(1);
    expect(dialled).toEqual([{ addresses: ['93.184.216.34'], port: 80 }]);
    expect(await codeOf(fetch('http://rebind.example/', limits))).toBe('privateAddress');
    expect(got.length).toBe(1);
  });

  test('a name that changes its address between a redirect and what follows it is refused', async () => {
    let asked = 0;
    answer = (_request, response) => response.writeHead(302, { location: '/again' }).end();
    const fetch = guard({ resolve: () => Promise.resolve([{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }]) });
    expect(await codeOf(fetch('http://rebind.example/', limits))).toBe('privateAddress');
    expect(got.map(({ path }) => path)).toEqual(['/']);
  });

  test.each<[host: string, url: string, address: string, result: string]>([
    ['crm.internal', 'http://crm.internal/', '10.0.0.5', 'answered'],
    ['crm.internal', 'https://crm.internal.evil.example/', '10.0.0.5', 'privateAddress'],
    ['crm.internal:8080', 'http://crm.internal:8080/', '127.0.0.1', 'answered'],
    ['crm.internal:80', 'http://crm.internal/', 'fd00::5', 'answered'],
    ['crm.internal:8080', 'http://crm.internal/', '10.0.0.5', 'privateAddress'],
    ['127.0.0.1:4000', 'http://127.0.0.1:4000/', '', 'answered'],
    ['127.0.0.1:4000', 'http://127.0.0.1:4001/', '', 'privateAddress'],
    ['[fd00::5]', 'http://[fd00::5]/', '', 'answered'],
    ['meta.internal', 'http://meta.internal/', '169.254.169.254', 'privateAddress'],
    ['meta.internal', 'http://meta.internal/', '100.100.100.200', 'privateAddress'],
    ['meta.internal', 'http://meta.internal/', 'fd00:ec2::254', 'privateAddress'],
    ['169.254.169.254', 'http://169.254.169.254/', '', 'privateAddress'],
    ['group.internal', 'http://group.internal/', '224.0.0.1', 'privateAddress'],
    ['any.internal', 'http://any.internal/', '0.0.0.0', 'privateAddress'],
  ])('an owner who allows %s lets %s at "%s" be %s', async (host, url, address, result) => {
    const fetch = guard({ privateHosts: [host], resolve: () => Promise.resolve([{ address, family: isIP(address) }]) });
    expect(await codeOf(fetch(url, limits))).toBe(result);
  });

  test('nothing is private by default: a server on this machine is out of reach', async () => {
    expect(await codeOf(createPublicFetch()(`http://127.0.0.1:${port}/`, limits))).toBe('privateAddress');
    expect(await codeOf(createPublicFetch()(`http://localhost:${port}/`, limits))).toBe('privateAddress');
    expect(got).toEqual([]);
  });
});

describe('redirects', () => {
  const secret = { Authorization: 'Bearer s3cret', 'X-Api-Key': 's3cret', Cookie: 'a=s3cret', Accept: 'application/json' };
  const through = (steps: Record<string, [status: number, location: string]>) => {
    answer = (request, response) => {
      const step = steps[`${request.headers.host}${request.url}`];
      if (step) response.writeHead(step[0], { location: step[1] }).end('moved');
      else response.end('there');
    };
  };

  test('are followed, and within one origin everything goes along', async () => {
    through({ 'a.example/': [301, '/b'], 'a.example/b': [302, 'http://a.example/c'] });
    expect(await guard()('http://a.example/', { ...limits, headers: secret })).toMatchObject({ status: 200, url: 'http://a.example/c', body: Buffer.from('there') });
    expect(got.map(({ headers }) => headers.authorization)).toEqual(['Bearer s3cret', 'Bearer s3cret', 'Bearer s3cret']);
  });

  test.each(['http://b.example/x', '//b.example/x', 'http://a.example:8080/x', 'http://a.example.b.example/x'])('to %s take nothing secret along', async (location) => {
    through({ 'a.example/': [307, location] });
    await guard()('http://a.example/', { ...limits, headers: secret });
    expect(got.length).toBe(2);
    expect(JSON.stringify(got[1]?.headers)).not.toContain('s3cret');
    expect(got[1]?.headers.accept).toBe('application/json');
  });

  test.each<[status: number, method: string, then: string, body: string]>([
    [301, 'POST', 'GET', ''], [302, 'POST', 'GET', ''], [303, 'POST', 'GET', ''], [303, 'PUT', 'GET', ''], [301, 'PUT', 'PUT', 'body'], [307, 'POST', 'POST', 'body'], [308, 'POST', 'POST', 'body'], [302, 'GET', 'GET', ''],
  ])('%i after %s goes on as %s', async (status, method, then, body) => {
    through({ 'a.example/': [status, '/b'] });
    await guard()('http://a.example/', { ...limits, method, headers: { 'content-type': 'text/plain' }, ...(method !== 'GET' && { body: 'body' }) });
    expect(got[1]).toMatchObject({ method: then, body });
    expect(got[1]?.headers['content-type']).toBe(body === '' && then !== method ? undefined : 'text/plain');
  });

  test('five are enough', async () => {
    answer = (request, response) => (request.url === '/5' ? response.end('there') : response.writeHead(302, { location: `/${Number(request.url?.slice(1)) + 1}` }).end());
    expect(await guard()('http://a.example/0', limits)).toMatchObject({ url: 'http://a.example/5' });
    expect(await codeOf(guard()('http://a.example/-1', limits))).toBe('badRedirect');
  });

  test('without a place to go are answers', async () => {
    answer = (_request, response) => response.writeHead(304).end();
    expect(await guard()('http://a.example/', limits)).toMatchObject({ status: 304 });
    answer = (_request, response) => response.writeHead(302).end('no place');
    expect(await guard()('http://a.example/', limits)).toMatchObject({ status: 302, body: Buffer.from('no place') });
  });
});

describe('limits', () => {
  test('an answer of exactly the cap is whole, one byte more is refused, and reading stops there', async () => {
    answer = (_request, response) => response.end('x'.repeat(1_000));
    expect((await guard()('http://a.example/', limits)).body.length).toBe(1_000);
    let sent = 0;
    const closed = new Promise<void>((resolve) => {
      answer = (_request, response) => {
        response.on('close', resolve);
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(1_000))) sent += 1_000;
        };
        response.on('drain', more);
        more();
      };
    });
    expect(await codeOf(guard()('http://a.example/', limits))).toBe('tooLarge');
    await closed;
    expect(sent).toBeLessThan(20_000_000);
  });

  test('what is packed counts unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(await codeOf(guard()('http://a.example/', { ...limits, maxBytes: 1_000_000 }))).toBe('tooLarge');
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello'));
    expect((await guard()('http://a.example/', limits)).body.toString()).toBe('hello');
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed');
    expect(await codeOf(guard()('http://a.example/', limits))).toBe('badAnswer');
  });

  test.each<[what: string, answer: typeof answer]>([
    ['no answer', () => undefined],
    ['half a body', (_request, response) => void response.write('half')],
    ['drops, one by one', (_request, response) => {
      const drops = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drops));
    }],
  ])('%s is out of time', async (_what, slow) => {
    answer = slow;
    expect(await codeOf(guard()('http://a.example/', { ...limits, timeoutMs: 150 }))).toBe('timedOut');
  });

  test('names that are not answered are out of time, too', async () => {
    expect(await codeOf(guard({ resolve: () => new Promise(() => undefined) })('http://a.example/', { ...limits, timeoutMs: 50 }))).toBe('timedOut');
  });

  test('who asked can stop it, before and while', async () => {
    expect(await codeOf(guard()('http://a.example/', { ...limits, signal: AbortSignal.abort() }))).toBe('stopped');
    const stop = new AbortController();
    answer = () => stop.abort();
    expect(await codeOf(guard()('http://a.example/', { ...limits, signal: stop.signal }))).toBe('stopped');
  });

  test('headers over 16 KB are no answer', async () => {
    answer = (_request, response) => response.writeHead(200, { 'x-long': 'x'.repeat(17_000) }).end();
    expect(await codeOf(guard()('http://a.example/', limits))).toBe('badAnswer');
  });
});

describe('requests', () => {
  test('are sent as given', async () => {
    await guard()('http://a.example:8080/p%20q?x=1#part', { ...limits, method: 'PUT', headers: { 'X-Name': 'é' }, body: 'ünï' });
    expect(got).toMatchObject([{ method: 'PUT', path: '/p%20q?x=1', body: 'ünï', headers: { host: 'a.example:8080', 'content-length': '5', 'user-agent': 'Parley' } }]);
    expect(dialled[0]?.port).toBe(8080);
  });

  test('HEAD has headers and no body', async () => {
    answer = (_request, response) => response.writeHead(200, { 'content-length': '5000', 'x-a': ['1', '2'] }).end();
    expect(await guard()('http://a.example/', { ...limits, method: 'HEAD' })).toMatchObject({ status: 200, headers: { 'x-a': '1, 2' }, body: Buffer.alloc(0) });
  });

  test.each<[name: string, value: string]>([['x-a', 'b\r\nHost: evil.example'], ['x-a', 'b\nc'], ['x a', 'b'], ['x-a\r\nx-b', 'c'], ['Host', 'evil.example'], ['Content-Length', '1'], ['Transfer-Encoding', 'chunked'], ['Connection', 'keep-alive'], ['Proxy-Authorization', 'x']])('the header %j: %j is refused', async (name, value) => {
    expect(await codeOf(guard()('http://a.example/', { ...limits, headers: { [name]: value } }))).toBe('badHeader');
    expect(got).toEqual([]);
  });

  test('over TLS the name is asked for and the certificate is checked', async () => {
    const hello: Buffer[] = [];
    const plain = createSocketServer((socket) => void socket.on('data', (chunk) => {
      hello.push(chunk);
      socket.end('HTTP/1.1 200 OK\r\n\r\n');
    }).on('error', () => undefined));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const fetch = guard({ dial: toServer((plain.address() as AddressInfo).port) });
    expect(await codeOf(fetch('https://secure.example/', limits))).toBe('insecure');
    expect(Buffer.concat(hello).includes('secure.example')).toBe(true);
    expect(dialled).toEqual([{ addresses: ['93.184.216.34'], port: 443 }]);
    plain.close();
  });

  test('a connection that breaks is cut off, one that is refused was not made', async () => {
    answer = (request) => request.socket.destroy();
    expect(await codeOf(guard()('http://a.example/', limits))).toBe('cutOff');
    answer = (_request, response) => void response.writeHead(200, { 'content-length': '10' }).write('half', () => response.destroy());
    expect(await codeOf(guard()('http://a.example/', limits))).toBe('cutOff');
    const gone = createSocketServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const closed = (gone.address() as AddressInfo).port;
    await new Promise((resolve) => gone.close(resolve));
    expect(await codeOf(guard({ dial: toServer(closed) })('http://a.example/', limits))).toBe('unreachable');
  });
});

test.each<[code: string, named: string]>([
  ['ENOTFOUND', 'hostUnknown'], ['EAI_AGAIN', 'unreachable'], ['ECONNREFUSED', 'unreachable'], ['CERT_HAS_EXPIRED', 'insecure'], ['DEPTH_ZERO_SELF_SIGNED_CERT', 'insecure'], ['ERR_TLS_CERT_ALTNAME_INVALID', 'insecure'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'insecure'], ['HPE_INVALID_CONSTANT', 'badAnswer'], ['Z_DATA_ERROR', 'badAnswer'], ['ECONNRESET', 'cutOff'], ['', 'cutOff'],
])('what Node calls %s is %s', (code, named) => {
  expect(publicFetchErrorOf(Object.assign(new Error('x'), { code })).code).toBe(named);
});
