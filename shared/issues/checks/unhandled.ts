import { happeningsOf } from '../paths/drawSteps.ts';
import type { Check, Found } from '../check.ts';
import type { Place } from '../paths/place.ts';
import type { Happening } from '../../machine/machine.ts';
import { nameAt, quoted } from '../where.ts';

const unheard = { answer: 'some answers', skipped: 'skipping', invalid: 'messages that are no answer', timeout: 'silence' } as const;

/** A wait that ignores something people do: they would write and never hear back. */
export const unhandled: Check = {
  name: 'unhandled',
  holds: 'Every wait handles messages, and those it cannot read',
  counts: 'waits',
  find(subject) {
    const found = new Map<string, Found>();
    for (const place of subject.reached.keys()) {
      const { wait } = place.state;
      if (!place.waits || wait?.for !== 'message') continue;
      for (const why of happeningsOf(wait)) {
        if (!(why in unheard) || isHandled(place, why)) continue;
        const key = `${place.flow}/${place.node}/${why}`;
        const what = unheard[why as keyof typeof unheard];
        if (!found.has(key)) found.set(key, { severity: 'error', flow: place.flow, nodeId: place.node, message: `${quoted(nameAt(subject, place))} ignores ${what}, so people would write and never hear back.` });
      }
    }
    return [...found.values()];
  },
};

/** Some transition is always taken, what is no answer is left alone on purpose, or there is one for every option that can be chosen. */
function isHandled({ state }: Place, why: Happening): boolean {
  const transitions = state.on[why] ?? [];
  if (transitions.some(({ guard }) => guard === undefined) || (why === 'invalid' && state.on.invalid?.length === 0)) return true;
  const recogniser = state.wait?.for === 'message' ? state.wait.recogniser : undefined;
  if (why === 'answer' && recogniser?.kind === 'chosen') {
    const outcomes = new Set(transitions.flatMap(({ guard }) => (guard?.is === 'outcome' ? [guard.outcome] : [])));
    return outcomes.has('chosen') && (!recogniser.of.other || outcomes.has('other'));
  }
  if (why !== 'answer' || (recogniser?.kind !== 'choice' && recogniser?.kind !== 'keywords')) return false;
  const taken = new Set(transitions.flatMap(({ guard }) => (guard?.is === 'option' ? [guard.option] : [])));
  return recogniser.options.every(({ id }) => taken.has(id)) && !(recogniser.kind === 'choice' && recogniser.other);
}
