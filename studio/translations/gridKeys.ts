import type { TextRow } from '@parley/shared/translations/textRows';
import type { GridCell } from './gridLines.ts';
import { sideways } from '../ui/sideways.ts';

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  currentTarget: EventTarget & Element;
}

/** Where a key leads from a cell; undefined when it leads nowhere. */
export function gridStep(event: Pressed, { rows, lineOf, columns, page }: { rows: readonly TextRow[]; lineOf: ReadonlyMap<string, { row: number }>; columns: number; page: number }, at: GridCell): GridCell | undefined {
  if (event.altKey) return undefined;
  const row = lineOf.get(at.row)?.row ?? 0;
  const far = event.ctrlKey || event.metaKey;
  const step = sideways(event);
  if (step !== 0) return cell(row, far ? (step > 0 ? columns - 1 : 0) : at.column + step);
  switch (event.key) {
    case 'ArrowDown': return cell(far ? rows.length - 1 : row + 1, at.column);
    case 'ArrowUp': return cell(far ? 0 : row - 1, at.column);
    case 'PageDown': return cell(row + page, at.column);
    case 'PageUp': return cell(row - page, at.column);
    case 'Home': return cell(far ? 0 : row, 0);
    case 'End': return cell(far ? rows.length - 1 : row, columns - 1);
    default: return undefined;
  }

  function cell(toRow: number, column: number): GridCell | undefined {
    const found = rows[Math.max(0, Math.min(rows.length - 1, toRow))];
    return found && { row: found.id, column: Math.max(0, Math.min(columns - 1, column)) };
  }
}

/** Whether a key types a letter. */
export function isTyped({ key, ctrlKey, metaKey, altKey }: Pick<Pressed, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}
