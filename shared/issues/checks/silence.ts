import { readDuration } from '../../expressions/calendar.ts';
import type { Check, Found } from '../check.ts';
import { isReadyFor } from '../fixes/isReadyFor.ts';
import type { Subject } from '../subject.ts';
import { nameAt, quoted } from '../where.ts';

const endAfterADay = { label: 'End after 24 hours of silence', set: [{ path: ['settings', 'silenceAfter'], value: 'PT24H' }] };

/** A wait for people that no silence ends (for other systems see `callback`): neither a time of its own nor the flow's setting. */
export const silence: Check = {
  name: 'silence',
  holds: 'Silence is handled wherever people are asked',
  counts: 'waits',
  find(subject) {
    const found = new Map<string, Found>();
    for (const place of subject.reached.keys()) {
      const { wait } = place.state;
      const key = `${place.flow}/${place.node}`;
      if (!place.waits || !wait || wait.for === 'callback' || wait.timeout || found.has(key) || isDoor(subject, place.flow, place.id)) continue;
      found.set(key, {
        severity: 'warning', flow: place.flow, nodeId: place.node, field: 'timeout',
        message: `${quoted(nameAt(subject, place))} waits for ever when people say nothing.`,
      });
    }
    const wrong = Object.entries(subject.set.flows).filter(([, { settings: { silenceAfter } }]) => silenceAfter !== undefined && readDuration(silenceAfter) === undefined);
    const ready = found.size + wrong.length > 0 && isReady(subject);
    // The main flow's setting reaches every flow; its own mistake is told by itself.
    const forAll = ready && subject.main?.settings.silenceAfter === undefined;
    return [
      ...[...found.values()].map((issue): Found => ({ ...issue, ...(forAll && { fix: { ...endAfterADay, ...(issue.flow !== subject.set.main && { flow: subject.set.main }) } }) })),
      ...wrong.map(([flow, { settings: { silenceAfter = '' } }]): Found => ({
        severity: 'error', flow, field: 'silenceAfter', message: `${quoted(silenceAfter)} is no duration, so no silence ever ends a conversation. Write it like PT30M or P1D.`,
        ...(ready && { fix: flow === subject.set.main ? endAfterADay : { label: 'Do as the main flow does', set: [{ path: ['settings', 'silenceAfter'] }] } }),
      })),
    ];
  },
};

/** The beginning of the main flow hears the first words of a conversation, and is left at once. */
function isDoor({ drawing, set }: Subject, flow: string, state: string): boolean {
  return flow === set.main && drawing.machine.flows[flow]?.entry === state;
}

/** Silence, once it is heard, takes ways that are drawn for it: what stands there must be ready for people. */
function isReady(subject: Subject): boolean {
  return subject.nodes.every((node) => node.exits.every(({ id, handledBySettings }) => {
    const to = handledBySettings === 'silence' && subject.isReached(node.flow, node.id) ? subject.way(node.flow, node.id, id)?.to : undefined;
    return to === undefined || isReadyFor(subject, node, to);
  }));
}
