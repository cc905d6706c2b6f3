import type { Change } from '@parley/shared/api/releases';
import { referencesOf } from '@parley/shared/exchange/references';
import type { Op } from '@parley/shared/flow/batch';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import type { Flow, FlowSet } from '@parley/shared/flow/document';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';

/** The ops that make a drawing what it was; an ordinary gesture on what is there now. */
export function restoreAll(now: Flow, past: Flow): Op[] {
  return diffFlows(now, past);
}

/**
 * The ops that bring back one thing, or with a path one field of it. A node comes with its translations and its ways to nodes that are
 * there; one that was not there goes with its own. A way out that leads elsewhere by now leads where it led.
 */
export function restoreThing(now: Flow, past: Flow, { what, id }: Pick<Change, 'what' | 'id'>, paths?: readonly (readonly string[])[]): Op[] {
  const next = structuredClone(now);
  const place = placeOf(what, id, now, past);
  if (!place) return [];
  if (paths && paths.some((path) => path.length > 0)) for (const path of paths) copy(next, past, [...place, ...path]);
  else copy(next, past, place);
  if (what === 'node' && !paths) bringAlong(next, past, id);
  if (what === 'edge') freeExit(next, id);
  return diffFlows(now, next);
}

/** The flows of a version that are no longer here and that these drawings need: those they call, and those that these call. */
export function goneFlows(drawings: readonly Flow[], past: FlowSet, { here, nodeTypes }: { here: (flow: string) => boolean; nodeTypes: NodeTypes }): string[] {
  const gone = new Set<string>();
  const look = (drawing: Flow): void => {
    for (const id of referencesOf(drawing, nodeTypes).flows) {
      const called = past.flows[id];
      if (!called || here(id) || gone.has(id)) continue;
      gone.add(id);
      look(called);
    }
  };
  for (const drawing of drawings) look(drawing);
  return [...gone];
}

/** A drawing with nothing in it that could call a flow but one thing. */
export function alone(drawing: Flow, { what, id }: Pick<Change, 'what' | 'id'>): Flow {
  const node = what === 'node' ? drawing.nodes[id] : undefined;
  const shortcuts = what === 'setting' && id === 'shortcuts' ? drawing.settings.shortcuts : {};
  return { ...drawing, nodes: node ? { [id]: node } : {}, settings: { ...drawing.settings, shortcuts } };
}

/** Whether a thing can be brought back on its own: not what makes a flow the flow it is. */
export function canRestore({ what, id }: Pick<Change, 'what' | 'id'>): boolean {
  return what !== 'flow' && !(what === 'setting' && (id === 'schema' || id === 'kind'));
}

function placeOf(what: Change['what'], id: string, now: Flow, past: Flow): string[] | undefined {
  if (!canRestore({ what, id })) return undefined;
  switch (what) {
    case 'node': return ['nodes', id];
    case 'edge': return ['edges', id];
    case 'variable': return ['variables', id];
    case 'note': return ['notes', id];
    case 'frame': return ['frames', id];
    case 'setting': return Object.hasOwn(now.settings, id) || Object.hasOwn(past.settings, id) || !Object.hasOwn(now, id) ? ['settings', id] : [id];
    case 'translation': {
      const [language = '', ...key] = id.split('/');
      return ['translations', language, ...(key.length > 0 ? [key.join('/')] : [])];
    }
    case 'flow': return undefined;
  }
}

type Holder = Record<string, unknown>;

/** Puts what stood at a path back there; takes away what was not there. Holders that are missing are made. */
function copy(next: Flow, past: Flow, path: readonly string[]): void {
  const last = path.at(-1) ?? '';
  let [to, from]: [Holder, Holder | undefined] = [next as unknown as Holder, past as unknown as Holder];
  for (const key of path.slice(0, -1)) {
    from = holderIn(from, key);
    to = holderIn(to, key) ?? ((to[key] = {}) as Holder);
  }
  if (from && Object.hasOwn(from, last)) to[last] = structuredClone(from[last]);
  else delete to[last];
}

function holderIn(holder: Holder | undefined, key: string): Holder | undefined {
  const inside = holder && Object.hasOwn(holder, key) ? holder[key] : undefined;
  return typeof inside === 'object' && inside !== null && !Array.isArray(inside) ? inside as Holder : undefined;
}

function bringAlong(next: Flow, past: Flow, id: string): void {
  const there = next.nodes[id] !== undefined;
  for (const [edge, { from, to }] of Object.entries(next.edges)) if (!there && (from === id || to === id)) delete next.edges[edge];
  const taken = new Set(Object.values(next.edges).map(({ from, exit }) => `${from}\n${exit}`));
  for (const [edge, way] of Object.entries(past.edges)) {
    const touches = way.from === id || way.to === id;
    if (there && touches && next.nodes[way.from] && next.nodes[way.to] && !next.edges[edge] && !taken.has(`${way.from}\n${way.exit}`)) next.edges[edge] = { ...way };
  }
  const own = (key: string): boolean => key.startsWith(`${id}/`);
  for (const language of new Set([...Object.keys(next.translations), ...Object.keys(past.translations)])) {
    const texts = next.translations[language];
    if (!texts) continue;
    for (const key of Object.keys(texts)) if (own(key)) delete texts[key];
    for (const [key, text] of Object.entries(past.translations[language] ?? {})) if (there && own(key)) texts[key] = { ...text };
  }
}

function freeExit(next: Flow, id: string): void {
  const edge = next.edges[id];
  for (const [other, { from, exit }] of Object.entries(next.edges)) if (edge && other !== id && from === edge.from && exit === edge.exit) delete next.edges[other];
}
