import { sharedByBoth } from '../compiler/companion/sharedByBoth.data.ts';
import { channelLimits } from '../messages/limits.ts';
import type { Facts } from './check.ts';
import { checks } from './index.ts';
import type { Issue } from './issue.ts';
import { notPromised } from './promises.data.ts';

const promises = [
  'From every wait that people can come to there is a way to an end.',
  'Every wait handles a message, a message it cannot read and, by its own way out or the flow’s settings, silence.',
  'Every effect and every expression that fails has somewhere to go.',
  'Every text fits its channels and exists in its languages.',
  'Every variable exists and is typed, and one that no path has set is never read.',
];

const signs = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** The proof as people read it, in plain lines: each check with its number, what was found, what is promised and what is not. */
export function proofText(issues: readonly Issue[], facts: Facts): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.filter(({ severity }) => severity === 'warning').length;
  const channels = facts.channels.map((channel) => Object.entries(channelLimits).find(([name]) => name === channel)?.[1].label ?? channel).join(', ');
  const rows = checks.filter(({ name }) => facts.checked.includes(name)).map(({ name, holds, counts }) => {
    const found = issues.filter(({ check, severity }) => check === name && severity !== 'info').length;
    return found === 0 ? `  ok  ${holds} (${countOf(facts, counts)})` : `  no  ${holds}: ${found} ${found === 1 ? 'issue' : 'issues'}`;
  });
  return [
    `Proof: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}. ${plural(facts.checked.length, 'check')} over ${plural(facts.flows, 'flow')}, ${plural(facts.nodes, 'node')}, ${plural(facts.states, 'state')} and ${plural(facts.ways, 'way')}${channels ? `; channels: ${channels}` : ''}.`,
    '', 'Checked', ...rows,
    ...(issues.length > 0 ? ['', 'Found', ...issues.map(({ severity, message }) => `  ${signs[severity]}: ${message}`)] : []),
    '', errors === 0 ? 'Promised' : 'Promised once the errors are mended', ...promises.map((promise) => `  ${promise}`),
    '', 'Not promised', `  ${notPromised}`, '',
    'Shared by the engine and the readable code, so that no difference can show there', ...sharedByBoth.map((each) => `  ${each}`), '',
  ].join('\n');
}

function countOf(facts: Facts, name: keyof Facts): string {
  const value = facts[name];
  return typeof value === 'number' ? plural(value, name.replace(/s$/, '')) : value.join(', ');
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
