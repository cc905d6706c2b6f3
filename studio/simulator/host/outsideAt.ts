import { restingAt } from '@parley/shared/engine/resting';
import { sampleValue } from '@parley/shared/engine/sampleValue';
import { isObject } from '@parley/shared/expressions/fits';
import type { JsonObject } from '@parley/shared/lib/json';
import type { CallbackContract, EvaluatedOpenCallback } from '@parley/shared/machine/callback';
import type { Fixtures } from '../fixtures.ts';
import { placeOf } from './litPath.ts';
import type { NodePlace } from './litPath.ts';
import { isOutside } from './outside.ts';
import type { OutsideAction } from './outside.ts';
import type { Ground, Line, OutsideAnswer, Talk } from './talk.ts';

/** Another system whose answer a conversation waits for. */
export type OutsideAt = { key: string; place: NodePlace; wait: number; /** ISO duration after which it goes on without one. */ timeout: string | undefined } & (
  | { asks: 'result'; action: OutsideAction }
  | { asks: 'callback'; contract: CallbackContract; inputs: JsonObject; sample: JsonObject; opened: Opened | undefined }
);

/** How the callback that is awaited was opened. */
export interface Opened {
  address: string;
  /** How the other system is told; unset = the node does not. */
  announce?: NonNullable<EvaluatedOpenCallback['announce']>;
}

/** The other system whose answer is awaited, if any. */
export function outsideAt({ prepared }: Ground, { snapshot, awaiting, dialog, log }: Talk): OutsideAt | undefined {
  const resting = snapshot && !dialog ? restingAt(prepared, snapshot) : undefined;
  const place = placeOf(snapshot);
  if (!resting || !place) return undefined;
  const { wait, id } = resting;
  const timeout = wait.timeout && 'after' in wait.timeout ? wait.timeout.after : undefined;
  const where = { key: `${place.flow}/${resting.at}`, place, wait: id, timeout };
  if (awaiting && isOutside(awaiting)) return { ...where, asks: 'result', action: awaiting };
  if (wait.for !== 'callback') return undefined;
  const at = log.findLastIndex((line) => line.from === 'host' && line.did.what === 'effect' && line.did.action.type === 'openCallback');
  const asked = effectIn(log[at]);
  return {
    ...where, asks: 'callback', contract: wait.contract, inputs: asked?.inputs ?? {}, opened: asked && openedBy(asked, log.slice(at)),
    sample: Object.fromEntries(wait.contract.outputs.map(({ name, type }) => [name, sampleValue(type)])),
  };
}

function effectIn(line: Line | undefined): EvaluatedOpenCallback | undefined {
  return line?.from === 'host' && line.did.what === 'effect' && line.did.action.type === 'openCallback' ? line.did.action : undefined;
}

function openedBy({ announce }: EvaluatedOpenCallback, after: readonly Line[]): Opened | undefined {
  const [result] = after.flatMap((line) => (line.from === 'host' && line.did.what === 'result' ? [line.did.result] : []));
  const address = result?.ok && isObject(result.value) ? result.value['url'] : undefined;
  return typeof address === 'string' ? { address, ...(announce && { announce }) } : undefined;
}

/** What the system that is asked always answers; undefined when its author has not said so. */
export function standingAnswer(ground: Ground, talk: Talk, standing: Fixtures): OutsideAnswer | undefined {
  const at = outsideAt(ground, talk);
  const answer = at && Object.hasOwn(standing, at.key) ? standing[at.key]?.answer : undefined;
  return answer?.type === at?.asks ? answer : undefined;
}
