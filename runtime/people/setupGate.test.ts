import { describe, expect, test } from 'vitest';
import type { Request } from 'express';
import { createKeys } from '../lib/keys.ts';
import { createSetupGate } from './setupGate.ts';

const keys = createKeys('a secret of more than 32 characters');
const gate = createSetupGate({ trustProxy: false }, keys);

/** A request as far as the gate looks at it. */
function request(remoteAddress: string, headers: Record<string, string> = {}): Request {
  const all: Record<string, string> = { host: 'localhost:3000', ...headers };
  return { socket: { remoteAddress }, get: (name: string) => all[name] } as unknown as Request;
}

describe('whether somebody sits at this machine', () => {
  test.each<[string, string, Record<string, string>, boolean]>([
    ['the loopback address', '127.0.0.1', {}, false],
    ['the loopback address of IPv6', '::1', { host: '[::1]:3000' }, false],
    ['the loopback address in IPv6 clothes', '::ffff:127.0.0.1', { host: '127.0.0.1' }, false],
    ['another machine', '192.168.1.20', {}, true],
    ['another machine that calls itself localhost', '203.0.113.9', { host: 'localhost' }, true],
    ['a proxy here', '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, true],
    ['a quiet proxy here', '127.0.0.1', { via: '1.1 proxy' }, true],
    ['another site’s page by a rebound name', '127.0.0.1', { host: 'evil.example:3000' }, true],
  ])('%s', (_what, address, headers, needsCode) => {
    expect(gate.needsCode(request(address, headers))).toBe(needsCode);
  });

  test('behind a trusted proxy everybody needs the code', () => {
    expect(createSetupGate({ trustProxy: 1 }, keys).needsCode(request('127.0.0.1'))).toBe(true);
  });
});

describe('the code', () => {
  test('is the same in every process of an installation and another one elsewhere', () => {
    expect(gate.code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
    expect(createSetupGate({ trustProxy: false }, createKeys('a secret of more than 32 characters')).code).toBe(gate.code);
    expect(createSetupGate({ trustProxy: false }, createKeys('another secret of more than 32 letters')).code).not.toBe(gate.code);
  });

  test('is taken as people type it, and nothing else is', () => {
    for (const typed of [gate.code, gate.code.toLowerCase(), gate.code.replace('-', ' '), ` ${gate.code.replace('-', '')} `]) expect(gate.isCode(typed)).toBe(true);
    for (const wrong of ['', '-', 'AAAA-AAAA', gate.code.slice(0, -1)]) expect(gate.isCode(wrong)).toBe(false);
  });
});
