import { Script } from 'node:vm';
import type { FlowSet } from '../flow/document.ts';
import type { ActionTemplate } from '../machine/action.ts';
import type { Machine } from '../machine/machine.ts';
import { objectsIn } from './slip.ts';

/** What goes wrong with what is asked of others: a request no client sends, a program that does not parse, a plugin without what it needs, a call-back nobody ever ends. */
export function badlyAsked(set: FlowSet, machine: Machine, visited: Iterable<string>): string[] {
  return [...visited].flatMap((key) => {
    const [flow, at] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    const state = machine.flows[flow]?.states[at];
    if (!state) return [];
    const asked = state.entry.flatMap((action) => badRequest(machine, action));
    const data = set.flows[flow]?.nodes[state.node]?.data ?? {};
    const file = data['kind'] !== 'text' && (data['source'] === 'variable' ? data['file'] === '' : data['source'] === 'address' ? data['address'] === '' : data['media'] === null) ? ['there is no file to send'] : [];
    const waits = state.wait?.for === 'callback' && !isTime(state.wait.timeout?.after) ? ['nobody ends the wait'] : [];
    const alike = state.wait?.for === 'callback' ? alikeCodes(state.wait.contract.codes.map(({ code }) => code)) : [];
    return [...asked, ...file, ...waits, ...alike, ...missingInputs(data), ...thrownAway(set, flow, state.node)].map((why) => `${why} at ${at}`);
  });
}

function badRequest({ texts }: Machine, action: ActionTemplate): string[] {
  if (action.type === 'runCode') return parses(action.code) ? [] : ['the program does not parse'];
  const request = action.type === 'httpRequest' ? action : action.type === 'openCallback' ? action.announce?.request : undefined;
  if (!request) return [];
  const url = Object.values(texts[request.url.text] ?? {})[0] ?? [];
  // A value stands for letters: nobody knows which.
  const whole = url.map((piece) => (typeof piece === 'string' ? piece : 'x')).join('');
  const names = request.headers.map(({ name }) => (typeof name === 'string' ? name : ''));
  return [...(url.length > 0 && (typeof url[0] !== 'string' || isAddress(whole)) ? [] : ['no such address']), ...names.filter((name) => !isHeader(name)).map((name) => `no such header ${name}`)];
}

function isAddress(written: string): boolean {
  // A URL class finds a host behind three slashes; the standard has none there.
  if (!URL.canParse(written.trim()) || /^\w+:\/\/[/?#]/.test(written.trim())) return false;
  const { protocol, username, password, hostname } = new URL(written.trim());
  return /^https?:$/.test(protocol) && username === '' && password === '' && hostname !== '';
}

/** Names a client sets itself are refused by it. */
function isHeader(name: string): boolean {
  try {
    new Headers([[name, 'x']]);
  } catch {
    return false;
  }
  return !['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'upgrade', 'keep-alive', 'te', 'trailer'].includes(name.toLowerCase()) && !name.toLowerCase().startsWith('proxy-');
}

/** Parsed, never run. The types that a new node's program begins with are the only ones in them, and no part of the language that runs. */
function parses(code: string): boolean {
  try {
    new Script(code.replace('(input: Input): Result', '(input)').replace(/export\s+default\s+/, 'void '));
    return /export\s+default/.test(code);
  } catch {
    return false;
  }
}

const isTime = (after: string | undefined): boolean => after !== undefined && /^P(?=.*\d)(?:\d+W)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/.test(after) && !after.endsWith('T');

const alikeCodes = (codes: string[]): string[] => (codes.length === 0 || codes.includes('') || new Set(codes).size < codes.length ? ['codes that nobody can tell apart'] : []);

/** What is to be kept where there is no variable any more: what people say is thrown away. */
function thrownAway({ flows }: FlowSet, flow: string, node: string): string[] {
  const objects = objectsIn(flows[flow]?.nodes[node]?.data ?? null);
  const named = objects.flatMap((data) => ['save', 'status', 'confidence', 'address', 'item', 'index', 'variable'].flatMap((name) => (typeof data[name] === 'string' && data[name] !== '' ? [data[name]] : [])));
  return named.filter((id) => !Object.hasOwn(flows[flow]?.variables ?? {}, id)).map((id) => `${id} is kept nowhere`);
}

/** What a plugin cannot do without, as its own definition says. */
function missingInputs(data: unknown): string[] {
  const [inputs, given] = [inside(inside(data, 'plugin'), 'inputs'), inside(data, 'inputs')];
  if (typeof inputs !== 'object' || inputs === null) return [];
  return Object.entries(inputs).flatMap(([id, input]) => {
    const value = inside(inside(given, id), 'value');
    return inside(input, 'required') !== false && inside(input, 'name') !== '' && (typeof value !== 'string' || value.trim() === '') ? [`the plugin is not given ${id}`] : [];
  });
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
}
