import { readDuration } from '../../expressions/calendar.ts';
import type { Check, Found } from '../check.ts';
import type { Subject } from '../subject.ts';
import { nameAt, quoted } from '../where.ts';

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
        // Only the main flow's setting reaches every flow, and a fix changes the flow its issue is in.
        ...(place.flow === subject.set.main && { fix: { label: 'End after 24 hours of silence', set: [{ path: ['settings', 'silenceAfter'], value: 'PT24H' }] } }),
      });
    }
    return [...found.values(), ...Object.entries(subject.set.flows).flatMap(([flow, { settings: { silenceAfter } }]): Found[] => (
      silenceAfter !== undefined && readDuration(silenceAfter) === undefined
        ? [{ severity: 'error', flow, field: 'silenceAfter', message: `${quoted(silenceAfter)} is no duration, so no silence ever ends a conversation. Write it like PT30M or P1D.` }]
        : []))];
  },
};

/** The beginning of the main flow hears the first words of a conversation, and is left at once. */
function isDoor({ drawing, set }: Subject, flow: string, state: string): boolean {
  return flow === set.main && drawing.machine.flows[flow]?.entry === state;
}
