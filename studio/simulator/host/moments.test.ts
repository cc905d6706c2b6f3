import { drawGolden } from '@parley/shared/golden/drawGolden';
import { varyGolden } from '@parley/shared/golden/varyGolden';
import type { Machine } from '@parley/shared/machine/machine';
import type { Golden } from '@parley/shared/nodes/golden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { loadCases } from '@parley/shared/test/loadCases';
import { describe, expect, test } from 'vitest';
import { beginTalk, tell } from '../host.ts';
import { simulate } from '../simulate.ts';
import { momentAt, stopsIn } from './moments.ts';
import type { Talk } from './talk.ts';

const cases = Object.entries(loadCases(nodeTypes)).flatMap(([type, { examples, fields }]): [string, Golden][] => [
  ...examples.map((golden): [string, Golden] => [`${type}: ${golden.description}`, golden]),
  ...fields.flatMap((variant): [string, Golden][] => {
    const like = examples.find(({ description }) => description === variant.like);
    return like && variant.conversation ? [[`${type}.${variant.field}`, varyGolden(like, variant)]] : [];
  }),
]);

describe('looking into a step never tells more than was done, and at its end all of it', () => {
  test.each(cases)('%s', async (_name, golden) => {
    const { ground, told } = await simulate({ set: drawGolden(golden, nodeTypes), nodeTypes }, golden);
    const { machine } = ground.prepared;
    let talk = beginTalk(new Date(golden.clock).toISOString());
    for (const each of told) {
      talk = tell(ground, talk, each);
      const stops = stopsIn(talk);
      const moments = stops.map((done) => momentAt(machine, talk, done));
      moments.forEach((moment, at) => {
        expect(moment.log).toEqual(talk.log.slice(0, moment.log.length));
        const said = moment.log.slice(talk.heard[0]?.log).filter((line) => line.from === 'bot' && line.by === 'flow').length;
        const done = talk.trace.slice(0, stops[at]).filter((step) => step.did === 'act' && step.action === 'send').length;
        expect(said).toBeLessThanOrEqual(done);
        const next = moments[at + 1];
        if (next) expect(next.log.length).toBeGreaterThanOrEqual(moment.log.length);
      });
      // One before the end: nothing but the rest is missing, so the values are there.
      const last = talk.trace.findLastIndex(({ did }) => did === 'set');
      const event = talk.heard.at(-1);
      if (event && last >= event.trace && talk.trace.at(-1)?.did === 'rest') expect(momentAt(machine, talk, talk.trace.length - 1).snapshot?.variables).toEqual(unset(event.after.variables, talk, machine));
      expect(momentAt(machine, talk, talk.trace.length)).toEqual({ log: talk.log, path: talk.path, snapshot: talk.snapshot });
    }
  });
});

/** A value that is taken away stands in the trace as what it counts as then. What a called flow set for itself was gone with it. */
function unset(after: object, { trace }: Talk, { main, flows }: Machine): object {
  const declared = flows[main]?.variables ?? {};
  const sets = Object.fromEntries(trace.flatMap((step) => (step.did === 'set' && Object.hasOwn(declared, step.variable) && !Object.hasOwn(after, step.variable) ? [[step.variable, step.value]] : [])));
  return { ...sets, ...after };
}
