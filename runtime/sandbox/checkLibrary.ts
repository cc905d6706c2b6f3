import './quickjsShims.ts';
import { companion } from '@parley/shared/compiler/companion';
import { comparableTold } from '@parley/shared/compiler/companion/comparable';
import { session } from '@parley/shared/compiler/companion/tell';
import type { Session } from '@parley/shared/compiler/companion/tell';
import type { Tables } from '@parley/shared/compiler/companion/types';
import type { Facts } from '@parley/shared/expressions/types';
import type { BareEvent } from '@parley/shared/engine/candidates';
import { setup } from 'xstate';
import type { AnyStateMachine } from 'xstate';

/** What the code check gives to the sandbox: a tree of events, each after an earlier one (-1 = a fresh session). */
export interface CheckInput {
  facts: Facts;
  steps: { after: number; event: BareEvent }[];
}

/** Walks the emitted machine through a tree of events; gives what it did at each, as JSON. */
function walk(machine: AnyStateMachine, tables: Tables, { facts, steps }: CheckInput): string[] {
  const sessions: Session[] = [];
  return steps.map(({ after, event }) => {
    const at = sessions[after]?.fork() ?? session(machine, tables);
    sessions.push(at);
    return JSON.stringify(comparableTold(at.tell({ ...event, facts })));
  });
}

// The one thing this script leaves behind: what the emitted module imports, and the walk. See `codeCheck`.
Object.assign(globalThis, { parleyCheck: { setup, companion, walk } });
