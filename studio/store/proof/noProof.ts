import { create } from 'zustand';
import type { Proof, ProofState } from './createProof.ts';

/** For a drawing that is only looked at: nothing is proven of it. What is asked goes to the proof of the drawing people work on. */
export function noProof(proof: Proof): Proof {
  return { ...proof, state: create<ProofState>(() => ({ issues: [], byNode: new Map(), nodes: 0, ms: 0, checking: false, known: true, failure: undefined, revision: 0 })), know: () => undefined, close: () => undefined };
}
