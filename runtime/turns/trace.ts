import type { TraceStep } from '@parley/shared/machine/trace';

/** One effect a turn performed. `journal`: its result came from an earlier attempt. */
export interface EffectTrace {
  type: string;
  outcome: 'done' | 'failed' | 'unknown' | 'deferred';
  ms: number;
  error: string | null;
  /** What was asked, without anything personal. */
  tells?: string;
  journal?: true;
}

/** What a turn did, stored with it: the debugger, the path view, analytics and replay read this. */
export interface TurnTrace {
  ms: number;
  stages: { stage: string; ms: number }[];
  steps: TraceStep[];
  effects: EffectTrace[];
  /** Steps left out in the middle of a very long turn. */
  cut?: number;
}

const mostSteps = 400;

/** Steps short enough to store: the first and the last ones of a very long turn. */
export function cutSteps(steps: TraceStep[]): Pick<TurnTrace, 'steps' | 'cut'> {
  if (steps.length <= mostSteps) return { steps };
  return { steps: [...steps.slice(0, mostSteps / 2), ...steps.slice(-mostSteps / 2)], cut: steps.length - mostSteps };
}

/** Measures stages in milliseconds, to a hundredth. */
export function stopwatch(): { lap(stage: string): void; stages: TurnTrace['stages']; total(): number } {
  const start = performance.now();
  let last = start;
  const stages: TurnTrace['stages'] = [];
  const rounded = (ms: number) => Math.round(ms * 100) / 100;
  return {
    stages,
    lap(stage) {
      const now = performance.now();
      stages.push({ stage, ms: rounded(now - last) });
      last = now;
    },
    total: () => rounded(performance.now() - start),
  };
}
