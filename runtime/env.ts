import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** The services one process can run; any split over processes works with a PostgreSQL. */
export const serviceNames = ['web', 'turns', 'deliveries', 'jobs'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** A setting from outside that cannot be used; `message` is the one line to print before exiting with 1. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/** `app.set('trust proxy')` as express takes it: false, a number of hops, or addresses and subnets. */
export type TrustProxy = false | number | string[];

/** All that is configured from outside, parsed. Nothing else in the project reads `process.env`. */
export interface Env {
  port: number;
  dataDir: string;
  /** Unset = the embedded database under `dataDir`. */
  databaseUrl: string | undefined;
  /** Where the hot tables live; unset = `databaseUrl`. */
  lanesUrl: string | undefined;
  services: ServiceName[];
  /** Without a slash at the end. Unset = `http://localhost:<port>`, and requests are taken at any name. */
  publicUrl: string | undefined;
  /** At least 32 characters; unset only when embedded, where it is made and kept in `dataDir`. */
  secret: string | undefined;
  owner: { email: string; password: string } | undefined;
  /** true = seed the demo, false = never, undefined = only into an empty embedded database. */
  demo: boolean | undefined;
  trustProxy: TrustProxy;
  /** Hosts, with or without a port, that authors may call from flows although they are not on the public internet. */
  privateHosts: string[];
  logLevel: LogLevel;
}

/** Where the embedded database lives. */
export function databaseFolder({ dataDir }: Pick<Env, 'dataDir'>): string {
  return join(dataDir, 'database');
}

/** Where the bytes of files live: with several processes, a disk that all of them share. */
export function mediaFolder({ dataDir }: Pick<Env, 'dataDir'>): string {
  return join(dataDir, 'media');
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One setting: how its text is read, and what to say when it cannot be. */
interface Setting<Value> {
  parse(text: string): Value | undefined;
  expected: string;
}

const wholeNumber = (text: string, most: number): number | undefined =>
  /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

const urlOf = (text: string, protocols: string[]): string | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && protocols.includes(url.protocol) && url.hostname !== '' ? text : undefined;
};

const oneOf = <Name extends string>(names: readonly Name[], text: string): Name | undefined => names.find((name) => name === text);

const allOf = (text: string): ServiceName[] | undefined => {
  const found = text.split(',').map((name) => oneOf(serviceNames, name.trim()));
  const known = found.filter((name) => name !== undefined);
  return known.length === found.length && known.length > 0 ? [...new Set(known)] : undefined;
};

const subnet = /^(loopback|linklocal|uniquelocal|[0-9a-fA-F:.]+(\/\d{1,3})?)$/;

const proxies = (text: string): TrustProxy | undefined => {
  if (text === 'off' || text === '0' || text === 'false') return false;
  const hops = wholeNumber(text, 20);
  if (hops !== undefined) return hops;
  const list = text.split(',').map((part) => part.trim());
  return list.every((part) => subnet.test(part)) ? list : undefined;
};

const privateHost = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(:\d{1,5})?$/;

const hosts = (text: string): string[] | undefined => {
  const list = text.split(',').map((part) => part.trim().toLowerCase());
  return list.every((part) => privateHost.test(part)) ? [...new Set(list)] : undefined;
};

const postgres: Setting<string> = {
  parse: (text) => urlOf(text, ['postgres:', 'postgresql:']),
  expected: 'an address such as postgres://user:password@host:5432/parley',
};

/** Reads the settings from `source`; throws an `EnvError` with one line for the first that cannot be used. */
export function readEnv(source: Record<string, string | undefined> = environment()): Env {
  const read = <Value>(name: string, setting: Setting<Value>): Value | undefined => {
    const text = source[name]?.trim();
    if (text === undefined || text === '') return undefined;
    const value = setting.parse(text);
    if (value === undefined) throw new EnvError(`${name} must be ${setting.expected}; it is ${shown(name, text)}.`);
    return value;
  };

  const databaseUrl = read('DATABASE_URL', postgres);
  const services = read('SERVICES', { parse: allOf, expected: `names from ${serviceNames.join(', ')}, separated by commas` });
  const secret = read('PARLEY_SECRET', { parse: (text) => (text.length >= 32 ? text : undefined), expected: 'at least 32 characters' });
  const env: Env = {
    port: read('PORT', { parse: (text) => wholeNumber(text, 65_535), expected: 'a port from 0 to 65535' }) ?? 3000,
    dataDir: resolve(read('DATA_DIR', { parse: (text) => (text.includes('\0') ? undefined : text), expected: 'a directory' }) ?? './data'),
    databaseUrl,
    lanesUrl: read('LANES_URL', postgres),
    services: services ?? [...serviceNames],
    publicUrl: read('PUBLIC_URL', { parse: (text) => urlOf(text, ['http:', 'https:'])?.replace(/\/+$/, ''), expected: 'an address such as https://chat.example.org' }),
    secret,
    owner: readOwner(source),
    demo: read('PARLEY_DEMO', { parse: (text) => ({ 1: true, true: true, 0: false, false: false })[text], expected: '1 or 0' }),
    trustProxy: read('TRUST_PROXY', { parse: proxies, expected: 'off, a number of proxies, or addresses and subnets separated by commas' }) ?? false,
    privateHosts: read('PARLEY_PRIVATE_HOSTS', { parse: hosts, expected: 'hosts such as crm.internal or 10.0.0.5:8080, separated by commas' }) ?? [],
    logLevel: read('LOG_LEVEL', { parse: (text) => oneOf(logLevels, text), expected: `one of ${logLevels.join(', ')}` }) ?? 'info',
  };
  if (databaseUrl && !secret) throw new EnvError('PARLEY_SECRET is required with DATABASE_URL: set the same value, at least 32 characters, on every process.');
  if (env.lanesUrl && !databaseUrl) throw new EnvError('LANES_URL needs DATABASE_URL: the embedded database cannot be split.');
  if (!databaseUrl && env.services.length < serviceNames.length) {
    throw new EnvError('SERVICES can name a part of the services only with DATABASE_URL: the embedded database serves one process.');
  }
  return env;
}

function readOwner(source: Record<string, string | undefined>): Env['owner'] {
  const email = source['PARLEY_OWNER_EMAIL']?.trim() ?? '';
  const password = source['PARLEY_OWNER_PASSWORD'] ?? '';
  if (email === '' && password === '') return undefined;
  if (email === '' || password === '') throw new EnvError('PARLEY_OWNER_EMAIL and PARLEY_OWNER_PASSWORD go together: set both or neither.');
  if (!z.email().max(254).safeParse(email).success) throw new EnvError(`PARLEY_OWNER_EMAIL must be an e-mail address; it is "${email}".`);
  if (password.length < 10 || password.length > 200) throw new EnvError('PARLEY_OWNER_PASSWORD must be 10 to 200 characters long.');
  return { email, password };
}

/** A value is shown in its error unless it could hold a secret. */
function shown(name: string, text: string): string {
  return /SECRET|PASSWORD|_URL$/.test(name) ? 'not' : JSON.stringify(text.slice(0, 80));
}

/** The process's own environment, with a `.env` file beside it filling what is not set. */
function environment(): Record<string, string | undefined> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
