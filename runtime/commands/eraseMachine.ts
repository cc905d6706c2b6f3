import type { Issue } from '@parley/shared/issues/issue';
import type { ActionTemplate } from '@parley/shared/machine/action';
import type { Machine, State } from '@parley/shared/machine/machine';
import { eraseTypes } from '../sandbox/eraseTypes.ts';

/** A machine whose code nodes are plain JavaScript, and what could not be read in them. */
export async function eraseMachine(machine: Machine): Promise<{ machine: Machine; issues: Issue[] }> {
  const issues: Issue[] = [];
  const flows: Machine['flows'] = {};
  for (const [flowId, flow] of Object.entries(machine.flows)) {
    const states: Record<string, State> = {};
    for (const [id, state] of Object.entries(flow.states)) {
      states[id] = state.entry.some(({ type }) => type === 'runCode') ? { ...state, entry: await eraseEntry(state, flowId, issues) } : state;
    }
    flows[flowId] = { ...flow, states };
  }
  return { machine: { ...machine, flows }, issues };
}

async function eraseEntry(state: State, flow: string, issues: Issue[]): Promise<ActionTemplate[]> {
  return Promise.all(state.entry.map(async (action) => {
    if (action.type !== 'runCode') return action;
    const erased = await eraseTypes(action.code);
    if (erased.ok) return { ...action, code: erased.code };
    issues.push({ check: 'code', severity: 'error', flow, nodeId: state.node, field: 'code', message: `Line ${erased.line} of the code cannot be read: ${erased.message}` });
    return action;
  }));
}
