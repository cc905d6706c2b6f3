import { usedVariables } from '../../flow/usedVariables.ts';
import type { Check, Found } from '../check.ts';
import type { Subject } from '../subject.ts';
import { quoted } from '../where.ts';

/** What nothing needs: a variable nobody names, a flow nobody calls, an edge from an exit that is gone. */
export const unused: Check = {
  name: 'unused',
  holds: 'Nothing is left over',
  counts: 'variables',
  find(subject) {
    return [...variables(subject), ...flows(subject), ...edges(subject)];
  },
};

function variables(subject: Subject): Found[] {
  const uses = Object.entries(subject.set.flows).map(([flow, document]) => [flow, new Set(usedVariables(document, subject.nodeTypes).map(({ name }) => name))] as const);
  return Object.entries(subject.set.flows).flatMap(([flow, document]) => Object.entries(document.variables).flatMap(([id, { name, direction }]): Found[] => {
    // The session's variables are seen in every flow; what a subflow takes and gives is its caller's business.
    const used = direction !== undefined || uses.some(([other, names]) => (other === flow || flow === subject.set.main) && names.has(name));
    return used ? [] : [{
      severity: 'warning', flow, field: `variables.${id}`, message: `Nothing uses the variable ${quoted(name)}.`, fix: { label: 'Take it away', set: [{ path: ['variables', id] }] },
    }];
  }));
}

function flows({ set, drawing }: Subject): Found[] {
  const called = new Set([set.main, ...drawing.callers.keys(), ...drawing.machine.shortcuts.flatMap(({ does }) => (does.kind === 'call' ? [does.flow] : []))]);
  return Object.keys(set.flows).filter((flow) => !called.has(flow)).map((flow) => ({ severity: 'warning', flow, message: 'Nothing calls this flow, so people never get to it.' }));
}

function edges(subject: Subject): Found[] {
  return Object.entries(subject.set.flows).flatMap(([flow, document]) => Object.entries(document.edges).flatMap(([edgeId, { from, exit }]): Found[] => {
    const node = subject.node(flow, from);
    if (node && (node.type === undefined || node.exits.some(({ id }) => id === exit))) return [];
    const message = node ? `An arrow leaves ${quoted(node.name)} by a way out that is gone.` : 'An arrow leaves a node that is gone.';
    return [{ severity: 'warning', flow, edgeId, ...(node && { nodeId: from }), message, fix: { label: 'Take it away', set: [{ path: ['edges', edgeId] }] } }];
  }));
}
