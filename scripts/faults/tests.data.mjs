// Tests that faults of several files turn red.

export const engine = 'shared/engine/take.test.ts';
export const turns = 'runtime/turns/turns.test.ts';
export const again = { test: 'runtime/turns/replay.test.ts' };
export const drawings = { test: 'shared/test/differential.test.ts', name: 'every case of' };
