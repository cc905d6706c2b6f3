import { stdout } from 'node:process';
import { describe, expect, test } from 'vitest';
import type { FlowSet } from '@parley/shared/flow/document';
import { verify } from '@parley/shared/issues/verify';
import { nodeTypes } from '@parley/shared/nodes/index';
import { mutateFlow } from '@parley/shared/test/mutateFlow';
import { breaksOf } from '@parley/shared/test/oracle';
import { byConditions } from '@parley/shared/test/oracleGraph';
import { realFlows } from '@parley/shared/test/realFlows';
import { demoFlow } from './demo.ts';

/** Slips tried over all flows; `npm run chaos` tries more. */
const count = Number(process.env['SLIPS'] ?? 220);

const flows: Record<string, FlowSet> = { demo: { main: 'main', flows: { main: demoFlow(nodeTypes) } }, ...realFlows(nodeTypes) };
const names = Object.keys(flows);
const errorsOf = (set: FlowSet) => verify(set, nodeTypes).issues.filter(({ severity }) => severity === 'error');

describe('the proof, judged by walking the compiled machine', () => {
  test.each(names)('finds nothing wrong with %s, and the walk does not either', (name) => {
    const set = flows[name]!;
    expect(errorsOf(set)).toEqual([]);
    expect(breaksOf(set, nodeTypes)).toEqual([]);
  });

  test(`of ${count} slips in ${names.length} flows it tells exactly the ones that break something`, () => {
    const wrong: string[] = [];
    const told = { right: 0, falseAlarms: 0, missed: 0, harmless: 0, notPromised: 0 };
    names.forEach((name, at) => {
      for (const { slip, set } of mutateFlow(flows[name]!, { seed: 11 + at, count: Math.ceil(count / names.length), nodeTypes })) {
        const errors = errorsOf(set);
        const breaks = breaksOf(set, nodeTypes);
        const [flagged, breaking] = [errors.length > 0, breaks.length > 0];
        // A condition that never lets anybody through is what the proof says it does not promise.
        const notPromised = !flagged && breaking && breaks.every((each) => each.endsWith(byConditions));
        told[notPromised ? 'notPromised' : breaking ? (flagged ? 'right' : 'missed') : flagged ? 'falseAlarms' : 'harmless'] += 1;
        if (flagged === breaking || notPromised) continue;
        wrong.push(`${flagged ? 'false alarm' : 'missed'} in ${name}: ${slip}; the proof says ${errors.map(({ message }) => message).join(' ') || 'nothing'}; the walk says ${breaks.join(', ') || 'nothing'}`);
      }
    });
    const share = (of: number) => (told.right / (told.right + of)).toFixed(3);
    stdout.write(`The proof over slips: precision ${share(told.falseAlarms)}, recall ${share(told.missed)} (${told.right} breaking ones, ${told.harmless} harmless, ${told.notPromised} that only a condition breaks)\n`);
    // Both kinds are among them, or nothing would be shown.
    expect(told.right).toBeGreaterThan(count / 3);
    expect(told.harmless).toBeGreaterThan(count / 12);
    expect(told.notPromised).toBeLessThan(count / 20);
    expect(wrong).toEqual([]);
  }, 1_200_000);
});
