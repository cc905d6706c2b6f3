import { changeTexts } from '@parley/shared/translations/changeTexts';
import type { TextChange } from '@parley/shared/translations/changeTexts';
import type { TextRow } from '@parley/shared/translations/textRows';
import i18next from 'i18next';
import { told } from '../commands/actions.ts';
import type { Desk } from '../commands/actions.ts';

/** One translation, by its row. */
export interface CellAt {
  row: TextRow;
  language: string;
}

/** Puts translations into the flows they belong to: one gesture for each flow. False when one could not be made; the person is told. */
export function putTexts({ book }: Pick<Desk, 'book'>, gesture: string, changes: ReadonlyMap<string, readonly TextChange[]>): boolean {
  return [...changes].map(([flow, ofFlow]) => {
    const store = book.flows.getState()[flow]?.store;
    return store !== undefined && told(store.change(gesture, (draft) => changeTexts(draft, ofFlow)));
  }).every(Boolean);
}

/** Writes what a person typed; '' takes the translation away. Nothing is done when it is what stands there. */
export function writeText(desk: Desk, { row, language }: CellAt, text: string): void {
  const cell = row.cells[language];
  if (!cell || text === cell.text) return;
  const translation = text.trim() === '' ? undefined : { text, source: row.source, by: 'person' as const, accepted: true };
  putTexts(desk, i18next.t('gesture.translate', { language: language.toUpperCase() }), new Map([[row.flow, [{ key: row.key, language, translation }]]]));
}

/** Says that translations are right as they are: machine ones are accepted, outdated ones belong to today's original. */
export function acceptTexts(desk: Desk, cells: readonly CellAt[], gesture: string): boolean {
  const changes = new Map<string, TextChange[]>();
  for (const { row, language } of cells) {
    const kept = row.cells[language]?.kept;
    if (!kept) continue;
    changes.set(row.flow, [...(changes.get(row.flow) ?? []), { key: row.key, language, translation: { ...kept, source: row.source, accepted: true } }]);
  }
  return putTexts(desk, gesture, changes);
}

/** Brings the node of a text into view on the canvas, ready to be edited. */
export function goToText(desk: Desk, { flow, nodeId, path }: Pick<TextRow, 'flow' | 'nodeId' | 'path'>, language?: string): void {
  const { ui, flowId, openFlow } = desk;
  if (flow !== flowId) openFlow(flow);
  ui.setState({ view: 'design', selection: nodeId === undefined ? [] : [nodeId], edge: undefined, flowTab: 'settings', column: 'inspector', wish: { field: path.join('.'), ...(language !== undefined && { language }) } });
  // The canvas is laid out anew when it comes back.
  if (nodeId !== undefined) requestAnimationFrame(() => ui.getState().canvas?.reveal([nodeId], true));
}
