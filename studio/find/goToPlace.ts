import type { FlowPlace } from '@parley/shared/flow/replacePlaces';
import type { Desk } from '../commands/actions.ts';

/** Goes to a place that was found: its flow, its card, its field. The keyboard stays where it is unless `write`. */
export function goToPlace(desk: Desk, place: FlowPlace, { write = false }: { write?: boolean } = {}): void {
  const { ui, flowId, openFlow, book } = desk;
  if (place.flow !== flowId) openFlow(place.flow);
  const { path, nodeId, language } = place;
  const thing = nodeId ?? (path[0] === 'notes' || path[0] === 'frames' ? path[1] : undefined);
  const [first] = book.flows.getState()[place.flow]?.store.getState().flow.languages ?? [];
  ui.setState({
    selection: thing === undefined ? [] : [thing], edge: undefined, fresh: undefined, column: 'inspector', language: language === first ? undefined : language,
    ...(path[0] === 'variables' && { flowTab: 'variables' as const, variable: path[1] }),
    ...(path[0] === 'settings' && { flowTab: 'settings' as const }),
    ...(write && { wish: { field: fieldOf(place), ...(language && { language }) } }),
  });
  if (thing !== undefined && place.flow === flowId) ui.getState().canvas?.reveal([thing], true);
}

/** The field of the inspector, as `FieldWish` names it. */
function fieldOf({ path, nodeId }: FlowPlace): string {
  if (path[0] === 'variables') return path.slice(0, 2).join('.');
  if (path[0] === 'translations') return (path[2] ?? '').slice((path[2] ?? '').indexOf('/') + 1);
  if (path[0] === 'settings') return path.slice(1).join('.');
  return nodeId !== undefined && path[2] === 'data' ? path.slice(3).join('.') : '';
}
