import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.ts';
import { startParley } from './parley.ts';

interface Frame { functionName: string; url: string; lineNumber: number; columnNumber: number }
interface Profile { nodes: { id: number; callFrame: Frame; children?: number[] }[]; samples: number[]; timeDeltas: number[] }

/** What a source file's work is counted as; the first that fits. */
const parts: readonly [part: string, files: RegExp][] = [
  ['receive and deliver: the channel’s door', /runtime\/(channels|callbacks)\//],
  ['turn: take, fence, commit', /runtime\/turns\//],
  ['advance: the engine', /shared\/(engine|machine|expressions|host)\//],
  ['understand and express', /(runtime\/language|shared\/(answers|messages|dialogs))\//],
  ['database: pipe, driver and its socket', /\/db\/|node_modules\/(pg|pg-|postgres-)/],
  ['HTTP: server, express and its socket', /node_modules\/(express|router|body-parser|raw-body|send|finalhandler|on-finished|ee-first|helmet|express-rate-limit|path-to-regexp|parseurl|content-type|type-is)\/|node:_http|node:http|node:internal\/(http|streams\/.*)|runtime\/(services|api)\//],
  ['metrics and log', /node_modules\/(prom-client|pino)/],
];

/** CPU per turn by part of the runtime, milliseconds: a sampled profile of a process of its own under 16 conversations, start-up not counted. */
export async function cpuByPart({ databaseUrl, seconds, secret }: { databaseUrl: string; seconds: number; secret: string }): Promise<[part: string, ms: number][]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-profile-'));
  try {
    const parley = await startParley({ DATABASE_URL: databaseUrl, PARLEY_SECRET: secret }, ['--cpu-prof', '--cpu-prof-interval=500', `--cpu-prof-dir=${folder}`]);
    await load({ address: parley.address, conversations: 16, seconds, prefix: 'warm-profile' });
    const { turns } = await load({ address: parley.address, conversations: 16, seconds: 2 * seconds, prefix: 'profile' });
    await parley.stop();
    // The main thread's is the one with the most samples; workers leave their own.
    const profiles = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Profile);
    const [profile] = profiles.toSorted((a, b) => b.samples.length - a.samples.length);
    if (!profile) throw new Error('The profiled process left no profile.');
    // From the end: stopping is short, and what was measured is the last thing it did at work.
    return shares(profile, 2 * seconds * 1_000_000).map(([part, us]) => [part, us / 1_000 / turns]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Busy microseconds of the last `window` by part. */
function shares({ nodes, samples, timeDeltas }: Profile, window: number): [string, number][] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parent = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const locate = locator();
  const known = new Map<number, string>();
  const partOf = (id: number): string => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const frame = byId.get(id)?.callFrame;
    const above = parent.get(id);
    const found = frame?.functionName === '(garbage collector)' ? 'garbage collection'
      : (frame && parts.find(([, files]) => files.test(locate(frame)))?.[0]) ?? (above === undefined ? 'node itself' : partOf(above));
    known.set(id, found);
    return found;
  };
  const sums = new Map<string, number>();
  let left = window;
  for (let at = samples.length - 1; at >= 0 && left > 0; at -= 1) {
    const [id = 0, took = 0] = [samples[at], timeDeltas[at]];
    left -= took;
    if (byId.get(id)?.callFrame.functionName === '(idle)') continue;
    const part = partOf(id);
    sums.set(part, (sums.get(part) ?? 0) + took);
  }
  return [...sums].toSorted((a, b) => b[1] - a[1]);
}

/** The source file a frame of the bundle comes from. */
function locator(): (frame: Frame) => string {
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (url: string): SourceMap | undefined => {
    if (maps.has(url)) return maps.get(url);
    let map: SourceMap | undefined;
    try {
      if (url.includes('/runtime/dist/')) map = new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')) as SourceMapPayload);
    } catch {
      map = undefined;
    }
    maps.set(url, map);
    return map;
  };
  return ({ url, lineNumber, columnNumber }) => {
    const entry = mapOf(url)?.findEntry(lineNumber, columnNumber);
    return entry && 'originalSource' in entry ? new URL(entry.originalSource, url).pathname : url;
  };
}
