import { rowName, textRows } from '@parley/shared/translations/textRows';
import type { TextRow } from '@parley/shared/translations/textRows';
import type { Flow } from '@parley/shared/flow/document';
import { useMemo } from 'react';
import type { Book } from '../store/book.ts';
import { useDesigner } from '../store/designerContext.ts';
import { useFlowSet } from '../store/useFlowSet.ts';

/** Rows of a book's flows as they were last asked for; a document is never changed in place. */
const known = new WeakMap<Book, Map<string, { flow: Flow; ground: string; rows: TextRow[] }>>();

/** The texts of all flows of the bot as they are now, with the bot's languages; only flows that changed are read anew. */
export function useTextRows(): { rows: TextRow[]; languages: readonly string[]; source: string } {
  const { book, nodeTypes } = useDesigner();
  const set = useFlowSet(book);
  return useMemo(() => {
    const main = set.flows[set.main];
    const languages = main?.languages ?? [];
    const channels = main?.settings.channels ?? [];
    const ground = JSON.stringify([languages, channels]);
    const ids = [set.main, ...Object.keys(set.flows).filter((id) => id !== set.main)];
    const ofBook = known.get(book) ?? new Map<string, { flow: Flow; ground: string; rows: TextRow[] }>();
    known.set(book, ofBook);
    const rows = ids.flatMap((id) => {
      const flow = set.flows[id];
      if (!flow) return [];
      const before = ofBook.get(id);
      if (before?.flow === flow && before.ground === ground) return before.rows;
      const made = textRows(flow, { flow: id, name: rowName(set.main, id), languages, channels, nodeTypes }, before?.ground === ground ? before.rows : []);
      ofBook.set(id, { flow, ground, rows: made });
      return made;
    });
    return { rows, languages, source: languages[0] ?? 'en' };
  }, [book, set, nodeTypes]);
}
