import { makeId } from '../../lib/id.ts';
import type { Assignment } from '../../machine/machine.ts';
import type { CompileContext, Exit } from '../defineNode.ts';
import { defineNode } from '../defineNode.ts';
import { oneLine, ordered } from '../fieldKinds.ts';
import { lowerRequest, mayBeRepeated, requestExits } from '../lowerRequest.ts';
import { httpSchema } from './httpSchema.ts';
import type { HttpData } from './httpSchema.ts';
import { requestOf } from './requestOf.ts';

/** Asks another system. */
export const http = defineNode({
  type: 'http',
  label: 'HTTP request',
  group: 'connect',
  icon: 'world-www',
  doc: 'Asks or tells another system over HTTP and saves values from its answer. Each kind of answer has its own way out.',
  schema: httpSchema,
  defaults: (random) => httpSchema.parse({ saves: { [makeId(random)]: { order: 1 } } }),
  exits: (data) => requestExits(statusesOf(data), mayBeRepeated(data)),
  summary: ({ method, url }) => oneLine(url ? `${method} ${shortAddress(url)}` : ''),
  compile: (data, context) => lowerRequest({ context, request: requestOf(data, context), statuses: statusesOf(data), always: savedStatus(data, context), good: savedValues(data, context) }),
});

/** An address as a card has room for it: what is asked, not of whom, which is the same for most of a flow's requests. */
function shortAddress(url: string): string {
  const bare = url.replace(/^https?:\/\//, '');
  return bare.replace(/^[^/?#{}]+(?=\/.)/, '');
}

function statusesOf({ answers }: HttpData): Exit[] {
  return ordered(answers).map(([id, { statuses }]) => ({ id, label: statuses || 'Status' }));
}

function savedStatus({ status }: HttpData, context: CompileContext): Assignment[] {
  const saved = context.variable(status);
  return saved ? [{ variable: saved.name, value: { from: 'result', path: ['status'] } }] : [];
}

function savedValues({ saves }: HttpData, context: CompileContext): Assignment[] {
  return ordered(saves).flatMap(([as, { save }]): Assignment[] => {
    const saved = context.variable(save);
    return saved ? [{ variable: saved.name, value: { from: 'result', path: ['values', as] } }] : [];
  });
}
