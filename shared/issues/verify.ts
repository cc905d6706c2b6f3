import type { FlowSet } from '../flow/document.ts';
import type { ActionTemplate } from '../machine/action.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import type { Facts } from './check.ts';
import { checks } from './index.ts';
import type { Issue } from './issue.ts';
import { subjectOf } from './subject.ts';
import type { Circumstances, Subject } from './subject.ts';

/** What the proof found and how much it looked at. */
export interface Verified {
  /** Errors first, then warnings, then information; within these in the order of the checks. */
  issues: Issue[];
  facts: Facts;
}

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Proves the flows of a bot: every check of the list. Total: an unfinished drawing gives issues, never an exception. */
export function verify(set: FlowSet, nodeTypes: NodeTypes, circumstances?: Circumstances): Verified {
  const subject = subjectOf(set, nodeTypes, circumstances);
  const issues = checks.flatMap((check) => check.find(subject).map((found): Issue => ({ check: check.name, ...found })));
  return { issues: issues.sort((a, b) => rank[a.severity] - rank[b.severity]), facts: factsOf(subject) };
}

/** Effects that something outside of the bot answers. */
const asking: ReadonlySet<string> = new Set<ActionTemplate['type']>(['runCode', 'httpRequest', 'fetchFile', 'openCallback', 'callModel']);

function factsOf({ set, nodes, drawing, expressions, languages, main, texts }: Subject): Facts {
  const flows = Object.keys(set.flows);
  return {
    flows: flows.length,
    nodes: nodes.length,
    exits: nodes.reduce((sum, { exits }) => sum + exits.length, 0),
    states: drawing.places.length,
    ways: drawing.places.reduce((sum, { steps }) => sum + steps.length, 0),
    waits: drawing.places.filter(({ waits }) => waits).length,
    loops: drawing.places.filter(({ steps }) => steps.some(({ advances }) => advances)).length,
    calls: drawing.places.filter(({ state }) => state.entry.some(({ type }) => asking.has(type))).length,
    ends: nodes.filter(({ type, exits }) => type && exits.length === 0).length,
    variables: Object.values(set.flows).reduce((sum, { variables }) => sum + Object.keys(variables).length, 0),
    expressions: expressions.length,
    texts: flows.reduce((sum, flow) => sum + texts(flow).length, 0),
    languages: languages.length,
    channels: main?.settings.channels ?? [],
    checked: checks.map(({ name }) => name),
  };
}
