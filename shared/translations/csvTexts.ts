import type { CsvRow } from './csv.ts';
import { parseCsv, writeCsv } from './csv.ts';
import type { FiledText, ReadTexts } from './filedText.ts';
import { textFileLimits } from './filedText.ts';
import { languageIn } from './languageIn.ts';
import type { TextCell, TextRow } from './textRows.ts';

/** How a cell stands, as the column beside it says it. */
const states = { missing: 'missing', outdated: 'outdated', machine: 'machine', ok: 'ok' } as const;

/** What spreadsheets and their people write for a finished text. */
const finished = new Set(['ok', 'done', 'translated', 'final', 'approved', 'accepted', 'reviewed']);

/** The rows as a spreadsheet: id, where it stands, the longest it may be, the original, and two columns for each language. */
export function writeCsvTexts(rows: readonly TextRow[], { source, languages }: { source: string; languages: readonly string[] }): string {
  const head = ['id', 'where', 'max length', source, ...languages.flatMap((language) => [language, `${language} state`])];
  return writeCsv([head, ...rows.map((row) => [
    row.id, row.where, longest(row), row.original,
    ...languages.flatMap((language) => { const cell = row.cells[language]; return [cell?.text ?? '', cell ? states[stateOf(cell)] : '']; }),
  ])]);
}

function stateOf({ state, machine }: TextCell): keyof typeof states {
  return state === 'ok' && machine ? 'machine' : state;
}

function longest({ limits }: TextRow): string {
  return limits.length === 0 ? '' : String(Math.min(...limits.map(({ most }) => most)));
}

/** Reads a spreadsheet back: columns are found by their titles, so that they may be moved, left out or added to. */
export function readCsvTexts(text: string, { source, languages }: { source: string; languages: readonly string[] }): ReadTexts {
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed;
  const [head, ...rows] = parsed.rows;
  if (!head) return { ok: false, message: 'The file is empty.' };
  const titles = head.cells.map((title) => title.trim().toLowerCase());
  const column = (...names: string[]): number => titles.findIndex((title) => names.includes(title));
  const id = column('id', 'key', 'identifier');
  const original = column(source.toLowerCase(), 'source', 'source_phrase', 'original');
  const lacking = [id < 0 && 'id', original < 0 && `${source} (the original)`].filter(Boolean).join(' and ');
  if (lacking) return { ok: false, line: head.line, message: `The first row must name the columns; it has no ${lacking}. A file saved from this page has them.` };
  const found = titles.flatMap((title, at) => {
    const language = at === id || at === original || title === '' ? undefined : languageIn(title, languages);
    return language === undefined ? [] : [{ language, at, state: column(`${title} state`) }];
  });
  if (found.length === 0) return { ok: false, line: head.line, message: `No column is named after a language of this bot (${languages.join(', ')}).` };
  if (rows.length * found.length > textFileLimits.texts) return { ok: false, message: `A file has at most ${textFileLimits.texts.toLocaleString('en')} translations.` };
  return { ok: true, texts: rows.flatMap((row) => textsIn(row, { id, original, found })) };
}

function textsIn({ line, cells }: CsvRow, { id, original, found }: { id: number; original: number; found: { language: string; at: number; state: number }[] }): FiledText[] {
  return found.map(({ language, at, state }) => {
    const done = state >= 0 && finished.has((cells[state] ?? '').trim().toLowerCase());
    return { line, ids: [(cells[id] ?? '').trim()], language, source: cells[original] ?? '', text: cells[at] ?? '', ...(done && { says: 'done' }) };
  });
}
