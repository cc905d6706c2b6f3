import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import type { TurnTrace } from './trace.ts';

/** Seconds from a tenth of a millisecond to a turn's deadline. */
const buckets = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2, 10, 60];

/** What `/metrics` tells about the turns of this process. */
export interface TurnMetrics {
  committed(outcome: 'done' | 'failed' | 'setAside', stages: TurnTrace['stages']): void;
  retried(): void;
  delivered(outcome: string): void;
}

/** Registers the figures of the turns; a second set of turns on one registry (tests) counts into the same. */
export function createTurnMetrics(register: Registry, running: () => number): TurnMetrics {
  const known = <Metric>(name: string, make: () => Metric): Metric => (register.getSingleMetric(name) as Metric | undefined) ?? make();
  const turns = known('parley_turns_total', () => new Counter({ name: 'parley_turns_total', help: 'Turns committed, by how they ended', labelNames: ['outcome'], registers: [register] }));
  const retries = known('parley_turn_retries_total', () => new Counter({ name: 'parley_turn_retries_total', help: 'Attempts at a turn that failed and are repeated', registers: [register] }));
  const stages = known('parley_turn_stage_seconds', () => new Histogram({ name: 'parley_turn_stage_seconds', help: 'Time of a turn by stage, waiting for the database included', labelNames: ['stage'], buckets, registers: [register] }));
  const sent = known('parley_deliveries_total', () => new Counter({ name: 'parley_deliveries_total', help: 'Attempts to deliver, by how they ended', labelNames: ['outcome'], registers: [register] }));
  known('parley_turns_running', () => new Gauge({ name: 'parley_turns_running', help: 'Turns under way in this process', registers: [register], collect() { this.set(running()); } }));
  const observers = new Map<string, (seconds: number) => void>();
  const observerOf = (stage: string): ((seconds: number) => void) => {
    const made = observers.get(stage);
    if (made) return made;
    const child = stages.labels(stage);
    const observe = (seconds: number): void => child.observe(seconds);
    observers.set(stage, observe);
    return observe;
  };
  const outcomes = { done: turns.labels('done'), failed: turns.labels('failed'), setAside: turns.labels('setAside') };
  return {
    committed(outcome, laps) {
      outcomes[outcome].inc();
      for (const { stage, ms } of laps) observerOf(stage)(ms / 1_000);
    },
    retried: () => retries.inc(),
    delivered: (outcome) => sent.labels(outcome).inc(),
  };
}
