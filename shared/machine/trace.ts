import type { Json } from '../lib/json.ts';
import type { StateId } from './machine.ts';

/** One thing the engine did, in order: what the path view, the debugger, coverage and the log show. */
export type TraceStep =
  | { did: 'enter'; flow: string; state: StateId; node: string }
  | { did: 'take'; edge?: string; from: StateId; happening?: string }
  | { did: 'guard'; text: string; held: boolean }
  | { did: 'set'; variable: string; value: Json; personal?: boolean }
  | { did: 'act'; action: string }
  | { did: 'recognise'; as: string; ok: boolean; value?: Json; reason?: string }
  | { did: 'call'; flow: string }
  | { did: 'return'; flow: string }
  | { did: 'shortcut'; id: string }
  /** `flow`: back there from a shortcut, without entering anything. */
  | { did: 'rest'; wait: number; for: string; flow?: string }
  | { did: 'end' }
  /** An answer whose wait is over. */
  | { did: 'late'; wait: number; current: number }
  /** A message the current state has no use for. */
  | { did: 'ignore'; why: string }
  | { did: 'fail'; state: StateId; where: string; error: string }
  | { did: 'limit'; limit: string };
