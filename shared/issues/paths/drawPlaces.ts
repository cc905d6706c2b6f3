import type { Machine } from '../../machine/machine.ts';
import { errorState } from '../../machine/machine.ts';
import { invariant } from '../../lib/invariant.ts';
import { drawSteps } from './drawSteps.ts';
import type { Place } from './place.ts';
import { readerOf } from './reader.ts';
import type { Reader } from './reader.ts';

/** A machine as places and ways: what every question about paths is asked of. */
export interface Drawing {
  machine: Machine;
  places: Place[];
  /** Where each flow begins. */
  entries: ReadonlyMap<string, Place>;
  /** Places that call each flow. */
  callers: ReadonlyMap<string, Place[]>;
  reader: Reader;
  at(flow: string, state: string): Place | undefined;
}

/** Draws the places of every flow of a machine, and the ways between them. */
export function drawPlaces(machine: Machine): Drawing {
  const places: Place[] = [];
  const byFlow = new Map<string, Map<string, Place>>();
  for (const [flow, { states }] of Object.entries(machine.flows)) {
    const inFlow = new Map<string, Place>();
    byFlow.set(flow, inFlow);
    for (const [id, state] of Object.entries(states)) {
      const waits = state.wait !== undefined && state.wait.for !== 'result';
      const place: Place = { index: places.length, flow, id, node: state.node, state, steps: [], reads: [], waits, end: state.final ? state.outcome ?? 'done' : undefined };
      places.push(place);
      inFlow.set(id, place);
    }
  }
  const reader = readerOf(machine);
  const at = (flow: string, state: string): Place | undefined => byFlow.get(flow)?.get(state);
  const callers = new Map<string, Place[]>();
  for (const place of places) {
    drawSteps(place, { reader, at: (state) => at(place.flow, state) ?? must(at(place.flow, errorState)) });
    for (const { call } of place.steps) if (call) callers.set(call.flow, [...(callers.get(call.flow) ?? []), place]);
  }
  const entries = new Map(Object.entries(machine.flows).map(([flow, { entry }]) => [flow, at(flow, entry) ?? must(at(flow, errorState))]));
  return { machine, places, entries, callers, reader, at };
}

function must(place: Place | undefined): Place {
  invariant(place, `every flow has the state ${errorState}`);
  return place;
}
