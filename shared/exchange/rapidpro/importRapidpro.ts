import type { ValueType } from '../../expressions/types.ts';
import { problemsOf } from '../../flow/problems.ts';
import type { Problem } from '../../flow/problems.ts';
import type { NodeTypes } from '../../nodes/defineNode.ts';
import type { BotFile } from '../botFile.ts';
import { draftFlow } from '../draftFlow.ts';
import type { Reporter } from '../report.ts';
import { textIn } from './nodeReader.ts';
import type { FlowContext } from './nodeReader.ts';
import { partTable } from './rapidpro.table.data.ts';
import { rapidproSchema } from './rapidproSchema.ts';
import type { Rapidpro, RapidproFlow } from './rapidproSchema.ts';
import { rapidproWords, resultKey } from './rapidproWords.ts';
import { questionsOf, readFlow } from './readFlow.ts';
import { expectedBy } from './readRouter.ts';

/** A bot drawn from an export of RapidPro, TextIt or Glific, or what is wrong with the file. What becomes of each part is told to the reporter. */
export function importRapidpro(json: unknown, nodeTypes: NodeTypes, { tell }: Pick<Reporter, 'tell'>): { ok: true; bot: BotFile } | { ok: false; problems: Problem[] } {
  const parsed = rapidproSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, []).slice(0, 100) };
  const { flows } = parsed.data;
  const main = mainOf(flows);
  const typeOf = typesIn(parsed.data);
  const [language, ...others] = languagesOf(flows, main);
  const hasFlow = (uuid: string) => flows.some((flow) => flow.uuid === uuid);
  const contexts = flows.map((flow): FlowContext => {
    const draft = draftFlow({ kind: flow === main ? 'bot' : 'subflow', languages: [language.ours, ...others.map(({ ours }) => ours)], nodeTypes });
    const words = rapidproWords(draft, typeOf, (expression) => tell({ verdict: 'leftOut', what: 'Expression', says: 'It speaks of what is not known here and was left out.' }, { where: `${flow.name}: ${expression.slice(0, 80)}` }));
    return { flow, draft, words, others, tell, calls: [], hasFlow, webhookPaths: webhookPathsOf(flow) };
  });
  contexts.forEach(readFlow);
  passValues(contexts);
  if (others.length > 0) tell({ verdict: 'mapped', what: partTable['localization']?.name ?? '', says: partTable['localization']?.says ?? '' }, { where: [language, ...others].map(({ ours }) => ours).join(', ') });
  for (const [part, entries] of [['trigger', parsed.data.triggers], ['campaign', parsed.data.campaigns]] as const) {
    for (const entry of entries) tell({ verdict: 'leftOut', what: partTable[part]?.name ?? part, says: partTable[part]?.says ?? '' }, { where: textIn(entry, 'keyword') || textIn(entry, 'name') || textIn(entry, 'flow', 'name') });
  }
  const drawn: BotFile['flows'] = {};
  for (const { flow, draft } of contexts) {
    const finished = draft.finish();
    if (!finished.ok) return { ok: false, problems: finished.problems.map(({ path, message }) => ({ path: `${flow.name}: ${path}`, message })) };
    drawn[flow.uuid] = { name: flow.name.trim().slice(0, 120) || 'Flow', flow: finished.flow };
  }
  return { ok: true, bot: { name: drawn[main.uuid]?.name ?? 'Flow', main: main.uuid, flows: drawn, tests: [], credentials: [], media: [] } };
}

/** The flow that no other one enters; the first when all are entered. */
function mainOf(flows: readonly RapidproFlow[]): RapidproFlow {
  const entered = new Set(flows.flatMap(({ nodes, uuid }) => nodes.flatMap(({ actions }) => actions.map((action) => textIn(action, 'flow', 'uuid')).filter((called) => called !== uuid))));
  const [first] = flows;
  const found = flows.find(({ uuid }) => !entered.has(uuid)) ?? first;
  if (!found) throw new Error('An export without a flow was let in.');
  return found;
}

/** `eng` is `en` here; a language that nobody knows keeps its own name. */
function ourLanguage(theirs: string): string {
  try {
    return Intl.getCanonicalLocales(theirs)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function languagesOf(flows: readonly RapidproFlow[], main: RapidproFlow): [Language, ...Language[]] {
  const theirs = new Set(flows.flatMap(({ localization, language }) => [...Object.keys(localization), language]));
  const first = { theirs: main.language, ours: ourLanguage(main.language === 'base' ? 'eng' : main.language) };
  const others = [...theirs].map((each) => ({ theirs: each, ours: ourLanguage(each) })).filter(({ ours }) => ours !== first.ours);
  return [first, ...others.filter(({ ours }, place) => others.findIndex((other) => other.ours === ours) === place)];
}

interface Language {
  theirs: string;
  ours: string;
}

/** Results that only number questions keep are numbers, those of questions for files are files, groups are yes or no, everything else is a text. */
function typesIn({ flows }: Rapidpro): (key: string) => ValueType {
  const kept = new Map<string, Set<string>>();
  const keep = (key: string, kind: string) => kept.set(key, (kept.get(key) ?? new Set()).add(kind));
  for (const flow of flows) {
    const asked = questionsOf(flow);
    for (const { uuid, actions, router } of flow.nodes) {
      const question = asked.get(uuid);
      if (router?.result_name) keep(resultKey(router.result_name), question && router.wait && !('quick_replies' in question && Array.isArray(question['quick_replies']) && question['quick_replies'].length > 0) ? expectedBy(router) : 'text');
      for (const action of actions) if (action.type === 'set_run_result') keep(resultKey(textIn(action, 'name')), 'text');
    }
  }
  return (key) => {
    if (key.startsWith('groups:')) return { kind: 'boolean' };
    const [kind, ...others] = kept.get(key) ?? [];
    if (others.length > 0) return { kind: 'text' };
    return kind === 'number' ? { kind } : kind === 'media' ? { kind: 'file' } : { kind: 'text' };
  };
}

function webhookPathsOf(flow: RapidproFlow): string[] {
  const said = JSON.stringify([flow.nodes, flow.localization]).toLowerCase();
  return [...new Set([...said.matchAll(/\bwebhook\.(?:json\.)?(\w+(?:\.\w+)*)/g)].flatMap(([, path]) => (path && path !== 'status' && path !== 'json' ? [path] : [])))];
}

/** Gives called flows what they read and takes back what they change, through as many calls as there are. */
function passValues(contexts: readonly FlowContext[]): void {
  const keysOf = new Map(contexts.map(({ flow, words }) => [flow.uuid, { read: new Set(words.keys.read), written: new Set(words.keys.written) }]));
  for (let changed = true; changed;) {
    changed = false;
    for (const { flow, calls } of contexts) {
      for (const { flow: called } of calls) {
        for (const kind of ['read', 'written'] as const) {
          for (const key of keysOf.get(called)?.[kind] ?? []) {
            if (keysOf.get(flow.uuid)?.[kind].has(key)) continue;
            keysOf.get(flow.uuid)?.[kind].add(key);
            changed = true;
          }
        }
      }
    }
  }
  const given = (uuid: string) => [...(keysOf.get(uuid)?.read ?? [])].filter((key) => !keysOf.get(uuid)?.written.has(key));
  const back = (uuid: string) => [...(keysOf.get(uuid)?.written ?? [])];
  const contextOf = new Map(contexts.map((context) => [context.flow.uuid, context]));
  for (const { flow, draft, words, calls } of contexts) {
    for (const { node, flow: called } of calls) {
      const inside = contextOf.get(called);
      if (!inside) continue;
      draft.extend(node, {
        args: Object.fromEntries(given(called).map((key) => [inside.words.read(key), { value: words.read(key) }])),
        results: Object.fromEntries(back(called).map((key) => [inside.words.write(key), { variable: words.write(key) }])),
      });
    }
    // A flow that is called says which of its variables are the caller's.
    if (contexts.some((other) => other.calls.some(({ flow: called }) => called === flow.uuid))) {
      for (const key of given(flow.uuid)) draft.direct(words.read(key), 'in');
      for (const key of back(flow.uuid)) draft.direct(words.write(key), 'out');
    }
  }
}
