import type { Batch, Op } from '../../flow/batch.ts';
import type { Flow } from '../../flow/document.ts';
import { hashValue } from '../../flow/hashFlow.ts';
import { canonicalJson } from '../../lib/json.ts';
import type { Json, JsonObject } from '../../lib/json.ts';

/**
 * What the server must do with a batch, written the plain way: one copy of the document, changed in place, and every change
 * taken back when an op does not fit. It shares with what it judges: `hashValue` and `canonicalJson`, nothing that applies or merges.
 */
export class Referee {
  document: JsonObject;

  constructor(flow: Flow) {
    this.document = copy(flow as unknown as JsonObject);
  }

  /** Whether the batch fits what stands; if so it stands from now on. */
  takes(batch: Pick<Batch, 'ops'>): boolean {
    const undo: (() => void)[] = [];
    if (batch.ops.every((op) => this.fits(op, undo)) && this.edgesAreSingle(batch)) return true;
    undo.reverse().forEach((back) => back());
    return false;
  }

  private fits(op: Op, undo: (() => void)[]): boolean {
    const holder = this.at(op.path.slice(0, -1));
    const key = op.path.at(-1);
    if (key === undefined || typeof holder !== 'object' || holder === null || Array.isArray(holder)) return false;
    const stands = Object.hasOwn(holder, key) ? holder[key] : undefined;
    const asExpected = op.op === 'add' ? stands === undefined : stands !== undefined && (op.op === 'set' ? canonicalJson(stands) === canonicalJson(op.base) : hashValue(stands) === op.hash);
    if (!asExpected) return false;
    undo.push(() => {
      if (stands === undefined) delete holder[key];
      else holder[key] = stands;
    });
    if (op.op === 'remove') delete holder[key];
    else holder[key] = copy(op.value);
    return true;
  }

  private at(path: readonly string[]): Json | undefined {
    let value: Json | undefined = this.document;
    for (const key of path) value = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return value;
  }

  /** No way out has two edges, looked at where the batch puts one. */
  private edgesAreSingle({ ops }: Pick<Batch, 'ops'>): boolean {
    if (!ops.some(({ op, path }) => path[0] === 'edges' && op !== 'remove')) return true;
    const edges = this.at(['edges']);
    const ways = Object.values(typeof edges === 'object' && edges !== null && !Array.isArray(edges) ? edges : {}).map((edge) => (
      typeof edge === 'object' && edge !== null && !Array.isArray(edge) ? `${String(edge['from'])} ${String(edge['exit'])}` : ''));
    return new Set(ways).size === ways.length;
  }
}

const copy = <Value extends Json>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
