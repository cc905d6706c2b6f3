import type { TurnRow } from '@parley/db/queries/sessions';
import type { Turn } from '@parley/shared/api/sessions';
import type { JsonObject } from '@parley/shared/lib/json';
import * as z from 'zod';

const stepSchema = z.record(z.string(), z.json());

/** What a turn's trace holds; written by the pipeline, read leniently because old turns stay as they were. */
const traceSchema = z.object({
  ms: z.number().catch(0),
  stages: z.array(z.object({ stage: z.string(), ms: z.number() })).catch([]),
  steps: z.array(stepSchema).catch([]),
  effects: z.array(z.object({ type: z.string(), outcome: z.string(), ms: z.number().catch(0), error: z.string().nullable().catch(null), tells: z.string().optional().catch(undefined) })).catch([]),
});

/** A turn with its path and trace; personal values are left out for whoever may not read them. */
export function presentTurn(row: TurnRow, { lane, main, personal }: { lane: string; main: string; personal: boolean }): Turn {
  const trace = traceSchema.parse(row.trace ?? {});
  return {
    id: `${lane}.${row.seq}`,
    no: row.seq,
    at: row.received_at.toISOString(),
    kind: row.event,
    outcome: row.status === 'setAside' ? 'setAside' : row.error === null ? 'done' : 'failed',
    error: row.error,
    attempts: row.attempts,
    ms: trace.ms,
    stages: trace.stages,
    steps: personal ? trace.steps : hidePersonal(trace.steps),
    path: pathOf(trace.steps, main),
    effects: trace.effects,
    messages: Array.from({ length: row.messages }, (_each, index) => row.message_no + index + 1),
  };
}

/** Drawn edges in the order they were taken, each with the flow it was taken in; `main` where the steps do not tell. */
function pathOf(steps: readonly JsonObject[], main: string): Turn['path'] {
  // The first way is taken before any state is entered: the flow is that of the state it leads to, unless it leads into another.
  const first = steps.find(({ did }) => did === 'enter' || did === 'call' || did === 'return');
  let flow = first?.['did'] === 'enter' && typeof first['flow'] === 'string' ? first['flow'] : main;
  return steps.flatMap((step) => {
    if (step['did'] === 'enter' && typeof step['flow'] === 'string') flow = step['flow'];
    return step['did'] === 'take' && typeof step['edge'] === 'string' ? [{ flow, edge: step['edge'] }] : [];
  });
}

/** An answer kept in a personal variable shows in two places: where it was recognised and where it was set. */
function hidePersonal(steps: readonly JsonObject[]): JsonObject[] {
  const any = steps.some((step) => step['did'] === 'set' && step['personal'] === true);
  return steps.map((step) => {
    const hides = (step['did'] === 'set' && step['personal'] === true) || (step['did'] === 'recognise' && any);
    return hides && 'value' in step ? { ...step, value: null, hidden: true } : step;
  });
}
