import { inOrder } from '../../nodes/walkFields.ts';
import type { Check, Found } from '../check.ts';
import { takeShortcutAway } from '../fixes/takeShortcutAway.ts';
import { inNode, quoted } from '../where.ts';

/** A call of a flow that is gone or was never chosen. */
export const unknownFlow: Check = {
  name: 'unknownFlow',
  holds: 'Every flow that is called exists',
  counts: 'flows',
  find(subject) {
    const exists = (flow: unknown): boolean => typeof flow === 'string' && Object.hasOwn(subject.set.flows, flow);
    const calls = subject.nodes.flatMap((node) => node.fields.filter(({ meta, shown, value }) => meta.widget === 'subflow' && shown && !exists(value)).map(({ path, value }): Found => ({
      severity: 'error', ...inNode(node, path),
      message: value === '' ? `${quoted(node.name)} calls no flow yet, so people only read that something went wrong.` : `${quoted(node.name)} calls a flow that is gone, so people only read that something went wrong.`,
    })));
    const shortcuts = inOrder(subject.main?.settings.shortcuts ?? {}).flatMap(([id, { does, keywords }]): Found[] => (does.kind === 'call' && !exists(does.flow)
      ? [{ severity: 'error', flow: subject.set.main, field: `shortcuts.${id}.does`, message: `The shortcut ${quoted(keywords)} calls a flow that is gone, so nothing happens when people type it.`, fix: takeShortcutAway(subject, id) }]
      : []));
    return [...calls, ...shortcuts];
  },
};
