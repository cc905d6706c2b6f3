import type { Thread } from '@parley/shared/api/comments';
import type { FlowNode } from '@parley/shared/flow/document';
import i18next from 'i18next';
import { select, selected } from '../commands/actions.ts';
import type { Desk } from '../commands/actions.ts';
import { titleOf } from '../store/cardOf.ts';

/** Opens a thread among the comments and shows on the canvas what it is about. */
export function showThread(desk: Desk, thread: Thread, { panel = true }: { panel?: boolean } = {}): void {
  const { ui, flowId, openFlow, book } = desk;
  if (panel) ui.setState({ view: 'comments', thread: thread.id, commenting: undefined });
  const look = (): void => {
    const document = book.flows.getState()[thread.flowId]?.store.getState().flow;
    if (thread.node !== null && document?.nodes[thread.node]) select(desk, [thread.node], { reveal: true });
    else ui.getState().canvas?.lookAt({ x: thread.x, y: thread.y });
  };
  // In a narrow window the comments stand in place of the canvas.
  const hidden = ui.getState().canvas === undefined;
  if (hidden && !panel) ui.setState({ view: 'design' });
  if (thread.flowId !== flowId) openFlow(thread.flowId);
  // The canvas that is not there yet comes first.
  if (hidden || thread.flowId !== flowId) setTimeout(look, 300);
  else look();
}

/** Begins a comment: on the chosen node, or with the next click on the canvas. */
export function beginComment(desk: Desk): void {
  const node = selected(desk);
  desk.ui.setState(node ? { view: 'comments', thread: undefined, commenting: { node } } : { commenting: 'place' });
  if (!node) desk.ui.getState().canvas?.focus();
}

/** What a thread is on, as people call it; `node` as it stands in the drawing now, `known` = false while the drawing is not here. */
export function whereOf(thread: Pick<Thread, 'node' | 'title'>, node: FlowNode | undefined, { nodeTypes, known = true }: Pick<Desk, 'nodeTypes'> & { known?: boolean }): string {
  if (thread.node === null) return i18next.t('comments.onCanvas');
  if (node) return i18next.t('comments.onNode', { node: titleOf(node, nodeTypes[node.type]) });
  if (!known) return i18next.t('comments.onNode', { node: thread.title });
  return thread.title ? i18next.t('comments.onDeletedNamed', { node: thread.title }) : i18next.t('comments.onDeleted');
}
