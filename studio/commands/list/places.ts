import type { FlowNode } from '@parley/shared/flow/document';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { titleOf } from '../../store/cardOf.ts';
import { typeName } from '../../inspector/typeName.ts';
import { select } from '../actions.ts';
import type { Desk } from '../actions.ts';
import { t } from './command.ts';
import type { Command } from './command.ts';

/** Where one can go: every node, note, frame and variable, the bot's other flows, the panels of the flow. */
export function places(desk: Desk, flowNames: Readonly<Record<string, string>>): Command[] {
  const { store, nodeTypes, ui, flowId, openFlow, book } = desk;
  const { flow } = store.getState();
  const go = (id: string) => (): void => { select(desk, [id], { reveal: 'near' }); ui.getState().canvas?.focus(); };
  const nodes = Object.entries(flow.nodes).map(([id, node]): Command => ({
    id: `node:${id}`, group: 'goTo', text: titleOf(node, nodeTypes[node.type]), hint: node.title ? [nodeTypes[node.type]?.label ?? '', saidBy(node, nodeTypes)].filter(Boolean).join(' · ') : saidBy(node, nodeTypes), icon: node.type, run: go(id),
  }));
  const frames = Object.entries(flow.frames ?? {}).map(([id, { title }]): Command => ({ id: `frame:${id}`, group: 'goTo', text: title || t('frame.name'), hint: title ? t('frame.name') : '', run: go(id) }));
  const notes = Object.entries(flow.notes).map(([id, { text }]): Command => ({ id: `note:${id}`, group: 'goTo', text: text.split('\n')[0]?.slice(0, 80) || t('canvas.note'), hint: t('canvas.note'), run: go(id) }));
  const flows = Object.entries(flowNames).filter(([id]) => id !== flowId).map(([id, name]): Command => ({ id: `flow:${id}`, group: 'goTo', text: id === book.main ? t('designer.mainFlow') : name, hint: t('command.flow'), anywhere: true, run: () => openFlow(id) }));
  const variables = Object.entries(flow.variables).map(([id, { name, type }]): Command => ({ id: `variable:${id}`, group: 'goTo', text: name, hint: [t('command.variable'), typeName(type)].join(' · '), run: () => { ui.setState({ selection: [], edge: undefined, flowTab: 'variables', variable: id, column: 'inspector' }); } }));
  const panel = (flowTab: 'settings' | 'variables', key: string): Command => ({ id: flowTab, group: 'goTo', text: t(key), hint: t('command.panel'), run: () => { ui.setState({ selection: [], edge: undefined, flowTab, column: 'inspector' }); } });
  return [...nodes, ...frames, ...variables, ...flows, panel('variables', 'flow.variables'), panel('settings', 'flow.settings'), ...notes];
}

/** What people read of a node, so that it is found by its words. */
function saidBy(node: FlowNode, nodeTypes: NodeTypes): string {
  return nodeTypes[node.type]?.summary(node.data) ?? '';
}
