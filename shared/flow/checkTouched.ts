import type { NodeTypes } from '../nodes/defineNode.ts';
import type { Batch } from './batch.ts';
import { flowLimits } from './document.ts';
import type { Flow } from './document.ts';
import { measureJson } from './measureJson.ts';
import { parseShape } from './parseFlow.ts';
import { droppedKeys } from './problems.ts';
import type { Problem } from './problems.ts';

const maps = ['variables', 'nodes', 'edges', 'notes', 'frames'] as const;

/**
 * What a batch left in a shape no document may have, with the exact paths; empty when all is well. Looks only at what the batch
 * touched (and at the caps), so that it costs the same on a flow of 10 and of 5,000 nodes. `flow` is the document after the batch.
 */
export function checkTouched(flow: Flow, batch: Pick<Batch, 'ops'>, nodeTypes: NodeTypes): Problem[] {
  const measured = measureJson(flow, flowLimits.bytes);
  if (!measured.ok) return [{ path: measured.path.join('.'), message: measured.message }];
  const touched = touchedPart(flow, batch);
  const parsed = parseShape(touched, nodeTypes);
  if (!parsed.ok) return parsed.problems;
  const count = Object.keys(flow.nodes).length;
  if (count > flowLimits.nodes) return [{ path: 'nodes', message: `Expected at most ${flowLimits.nodes.toLocaleString('en')} nodes, got ${count.toLocaleString('en')}` }];
  // A document read from outside gets defaults filled in; ops carry what they mean, or two clients would see two documents.
  return droppedKeys(parsed.flow, touched).map(({ path }) => ({ path, message: 'Expected a value, got none' }));
}

/** The document with only the entries the batch names: parsing that finds what parsing the whole would find in them. */
function touchedPart(flow: Flow, batch: Pick<Batch, 'ops'>): unknown {
  if (batch.ops.some((op) => op.path.length === 1)) return flow;
  const part: Record<string, unknown> = { ...flow, translations: touchedTranslations(flow, batch) };
  for (const map of maps) part[map] = pick(flow[map] ?? {}, batch.ops.flatMap((op) => (op.path[0] === map ? [op.path[1] ?? ''] : [])));
  return part;
}

function touchedTranslations(flow: Flow, batch: Pick<Batch, 'ops'>): Record<string, unknown> {
  const part: Record<string, unknown> = {};
  for (const { path: [top, language = '', key] } of batch.ops) {
    if (top !== 'translations' || !Object.hasOwn(flow.translations, language)) continue;
    const texts = flow.translations[language] ?? {};
    const known = part[language];
    part[language] = key === undefined ? texts : { ...(typeof known === 'object' ? known : {}), ...pick(texts, [key]) };
  }
  return part;
}

function pick(map: Readonly<Record<string, unknown>>, ids: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(ids.filter((id) => Object.hasOwn(map, id)).map((id) => [id, map[id]]));
}
