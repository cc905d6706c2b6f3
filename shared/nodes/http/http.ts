import { makeId } from '../../lib/id.ts';
import type { Assignment, Transition } from '../../machine/machine.ts';
import type { CompileContext, Exit } from '../defineNode.ts';
import { defineNode } from '../defineNode.ts';
import { oneLine, ordered } from '../fieldKinds.ts';
import { httpSchema } from './httpSchema.ts';
import type { HttpData } from './httpSchema.ts';
import { isRepeatable, requestOf } from './requestOf.ts';

/** Asks another system. */
export const http = defineNode({
  type: 'http',
  label: 'HTTP request',
  group: 'connect',
  icon: 'world-www',
  doc: 'Asks or tells another system over HTTP and saves values from its answer. Each kind of answer has its own way out.',
  schema: httpSchema,
  defaults: (random) => httpSchema.parse({ saves: { [makeId(random)]: { order: 1 } } }),
  exits: (data) => [...answersOf(data), { id: 'failed', label: 'Failed', handledBySettings: 'error' }],
  summary: ({ method, url }) => oneLine(url ? `${method} ${url}` : ''),
  compile(data, context) {
    const failed = context.exit('failed');
    return {
      '': {
        entry: [{ type: 'httpRequest', ...requestOf(data, context) }],
        wait: { for: 'result', meanwhile: 'hold' },
        on: {
          done: answersOf(data).filter(({ id }) => id !== 'unknown').map(({ id }) => answered(id, data, context)),
          failed: [failed],
          unknown: [isRepeatable(data) ? failed : context.exit('unknown')],
        },
        onError: failed,
      },
    };
  },
});

/** How a request can end, the wished-for way first. One that must not be repeated may have happened when no answer came. */
function answersOf(data: HttpData): Exit[] {
  return [
    { id: 'ok', label: 'Answered' },
    ...ordered(data.answers).map(([id, { statuses }]) => ({ id, label: statuses || 'Status' })),
    { id: 'clientError', label: 'Refused', handledBySettings: 'error' },
    { id: 'serverError', label: 'Failed there', handledBySettings: 'error' },
    isRepeatable(data) ? { id: 'timeout', label: 'No answer in time', handledBySettings: 'error' } : { id: 'unknown', label: 'No answer, may have happened', handledBySettings: 'error' },
  ];
}

function answered(outcome: string, data: HttpData, context: CompileContext): Transition {
  const set = [...savedStatus(data, context), ...(outcome === 'ok' ? savedValues(data, context) : [])];
  return { ...context.exit(outcome), guard: { is: 'outcome', outcome }, ...(set.length > 0 && { set }) };
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
