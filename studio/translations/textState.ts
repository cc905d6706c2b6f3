import type { TextCell, TextRow } from '@parley/shared/translations/textRows';

/** What the table can be narrowed to. */
export const textStates = ['all', 'missing', 'outdated', 'machine', 'tooLong', 'variables'] as const;
export type TextState = (typeof textStates)[number];

/** Whether a translation is in a state; every one is in `all`. */
export function isIn(state: TextState, cell: TextCell): boolean {
  switch (state) {
    case 'all': return true;
    case 'missing': return cell.state === 'missing';
    case 'outdated': return cell.state === 'outdated';
    case 'machine': return cell.machine;
    case 'tooLong': return cell.tooLong.length > 0;
    case 'variables': return cell.holes !== undefined;
  }
}

/** Which rows are wanted. */
export interface TextFilter {
  state: TextState;
  search: string;
  /** '' = all flows. */
  flow: string;
}

/** The rows that fit, in their order; a state is asked of the languages that are shown, and of the original where it can be in it. */
export function filterRows(rows: readonly TextRow[], { state, search, flow }: TextFilter, languages: readonly string[]): TextRow[] {
  const wanted = folded(search.trim());
  return rows.filter((row) => (flow === '' || row.flow === flow) && fits(row, state, languages)
    && (wanted === '' || [row.original, row.where, row.id, ...languages.map((language) => row.cells[language]?.text ?? '')].some((text) => folded(text).includes(wanted))));
}

function fits(row: TextRow, state: TextState, languages: readonly string[]): boolean {
  if (state === 'all' || (state === 'tooLong' && row.tooLong.length > 0)) return true;
  return languages.some((language) => { const cell = row.cells[language]; return cell !== undefined && isIn(state, cell); });
}

/** How many rows are in each state. */
export function countStates(rows: readonly TextRow[], languages: readonly string[]): Record<TextState, number> {
  const counts: Record<TextState, number> = { all: rows.length, missing: 0, outdated: 0, machine: 0, tooLong: 0, variables: 0 };
  for (const row of rows) for (const state of textStates) if (state !== 'all' && fits(row, state, languages)) counts[state] += 1;
  return counts;
}

/** How many of the rows are translated from today's original in a language. */
export function countDone(rows: readonly TextRow[], language: string): number {
  return rows.filter((row) => row.cells[language]?.state === 'ok').length;
}

function folded(text: string): string {
  return text.toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
