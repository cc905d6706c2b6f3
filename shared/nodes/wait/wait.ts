import { durationWords } from '../../lib/duration.ts';
import type { Deadline } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import type { CompileContext, StateDraft } from '../defineNode.ts';
import { oneLine } from '../fieldKinds.ts';
import { waitingWords } from '../waitAtWork.ts';
import { waitSchema, weekdays } from './waitSchema.ts';
import type { WaitData } from './waitSchema.ts';

/** Waits for a while, or until a time of day or a moment. */
export const wait = defineNode({
  type: 'wait',
  label: 'Wait',
  group: 'decide',
  icon: 'hourglass',
  doc: 'Lets time pass: a while, until a time of day where the contact is, or until a moment. The conversation does not end meanwhile.',
  schema: waitSchema,
  defaults: () => waitSchema.parse({ duration: 'PT1H' }),
  exits: (data) => [
    { id: 'next', label: 'Then' },
    ...(data.meanwhile === 'interrupt' ? [{ id: 'interrupted', label: 'A message' }] : []),
    ...(hasErrorExit(data) ? [{ id: 'failed', label: 'Failed' }] : []),
  ],
  summary: ({ until, duration, time, moment }) => (until === 'duration' ? durationWords(duration) : until === 'time' ? time : oneLine(moment)),
  compile(data, context): Record<string, StateDraft> {
    const timeout = deadlineOf(data, context);
    if (!timeout) return { '': { always: [context.exit('next')] } };
    const failed = hasErrorExit(data) ? { onError: context.exit('failed') } : {};
    const on = { timeout: [context.exit('next')] };
    // Gone through without a rest, so that a round of such waits meets the limits of a turn instead of going on for ever.
    const past = context.expression(`(${data.moment}) <= now()`, { kind: 'boolean' });
    const always = data.until === 'moment' ? [{ ...context.exit('next'), guard: { is: 'true' as const, expression: past, label: 'It is past' } }] : [];
    if (data.meanwhile === 'interrupt') {
      const saved = context.variable(data.save);
      const interrupted = { ...context.exit('interrupted'), ...(saved && { set: [{ variable: saved.name, value: { from: 'answer' as const } }] }) };
      return { '': { always, wait: { for: 'message', recogniser: { kind: 'anything' }, timeout }, on: { ...on, answer: [interrupted] }, ...failed } };
    }
    return { '': { always, wait: { for: 'time', timeout, meanwhile: data.meanwhile, ...(data.meanwhile === 'oneMoment' && waitingWords(data.waitingText, context)) }, on, ...failed } };
  },
});

function hasErrorExit({ until, errorExit }: WaitData): boolean {
  return until === 'moment' && errorExit;
}

/** Undefined while the author has not said until when. */
function deadlineOf({ until, duration, time, days, moment }: WaitData, context: CompileContext): Deadline | undefined {
  if (until === 'duration') return duration ? { after: duration } : undefined;
  if (until === 'moment') return moment ? { until: context.expression(moment, { kind: 'datetime' }) } : undefined;
  if (!time) return undefined;
  const allowed = weekdays.flatMap((day, place) => (days[day] ? [place + 1] : []));
  if (allowed.length === 0) return undefined;
  const only = allowed.length < weekdays.length ? `, [${allowed.join(', ')}]` : '';
  return { until: context.expression(`nextTime(time("${time}")${only})`, { kind: 'datetime' }) };
}
