import type { Translation } from '../flow/document.ts';
import type { TextChange } from './changeTexts.ts';
import type { FiledText } from './filedText.ts';
import { compareHoles, sayHoles } from '../expressions/holes.ts';
import { lettersOf, overrunsOf } from './lengths.ts';
import type { TextRow } from './textRows.ts';

/** What becomes of one translation of a file. `confirmed` = the same text, said to be right now. */
export type Verdict = 'new' | 'changed' | 'confirmed' | 'unchanged' | 'empty' | 'refused';

/** One translation of a file with what it will do. */
export interface ImportLine {
  line: number;
  id: string;
  language: string;
  verdict: Verdict;
  /** Why it is refused, in one sentence. */
  why?: string;
  /** The text it belongs to; undefined for an unknown id. */
  row?: TextRow;
  text: string;
  /** What stands there now. */
  before: string;
  translation?: Translation;
}

/** What a file would do to a bot, line by line; nothing is changed by it. The same file and bot give the same plan. */
export function planImport(texts: readonly FiledText[], rows: readonly TextRow[]): ImportLine[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byKey = uniqueKeys(rows);
  const first = new Map<string, number>();
  return texts.map((filed) => {
    const row = filed.ids.map((id) => byId.get(id) ?? byKey.get(id.slice(id.indexOf(':') + 1))).find((found) => found !== undefined);
    const plan = { line: filed.line, id: filed.ids[0] ?? '', language: filed.language, text: filed.text, before: row?.cells[filed.language]?.text ?? '', ...(row && { row }) };
    if (filed.text.trim() === '') return { ...plan, verdict: 'empty' };
    if (!row) return { ...plan, verdict: 'refused', why: plan.id === '' ? 'It has no id.' : `This bot has no text with the id ${plan.id}.` };
    const place = `${row.id} ${filed.language}`;
    const former = first.get(place);
    if (former !== undefined) return { ...plan, verdict: 'refused', why: `The same text stands on line ${former} already.` };
    first.set(place, filed.line);
    return { ...plan, ...verdictOn(filed, row) };
  });
}

function verdictOn(filed: FiledText, row: TextRow): Pick<ImportLine, 'verdict' | 'why' | 'translation'> {
  const cell = row.cells[filed.language];
  if (!cell) return refused(`This bot does not speak ${filed.language}. Add the language first.`);
  if (comparable(filed.source) !== comparable(row.original)) return refused('The original has changed since the file was made.');
  const text = filed.text.replace(/\r\n?/g, '\n');
  const same = comparable(text) === comparable(cell.text);
  const finished: Translation = { text, source: row.source, by: 'person', accepted: true };
  if (same && cell.kept) {
    const open = cell.state === 'outdated' || cell.machine;
    return open && filed.says === 'done' ? { verdict: 'confirmed', translation: { ...cell.kept, source: row.source, accepted: true } } : { verdict: 'unchanged' };
  }
  const holes = row.template ? compareHoles(row.original, text) : undefined;
  if (holes) return refused(sayHoles(holes));
  const [over] = overrunsOf(lettersOf(text, row.template), row.limits);
  if (over) return refused(`It has ${over.length} characters; ${over.channel} takes ${over.most}.`);
  return { verdict: cell.state === 'missing' ? 'new' : 'changed', translation: filed.says === 'machine' ? { ...finished, by: 'machine', accepted: false } : finished };
}

function refused(why: string): Pick<ImportLine, 'verdict' | 'why'> {
  return { verdict: 'refused', why };
}

/** A text as files can carry it: line ends differ between programs, and control characters do not travel. */
function comparable(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').trim();
}

/** Rows by key where only one flow has it: a file of a copy of this bot, whose flows have other ids. */
function uniqueKeys(rows: readonly TextRow[]): Map<string, TextRow> {
  const found = new Map<string, TextRow | undefined>();
  for (const row of rows) found.set(row.key, found.has(row.key) ? undefined : row);
  return new Map([...found].flatMap(([key, row]) => (row ? [[key, row] as const] : [])));
}

/** The changes a plan makes, by flow. */
export function changesOf(plan: readonly ImportLine[]): Map<string, TextChange[]> {
  const changes = new Map<string, TextChange[]>();
  for (const { row, language, translation } of plan) {
    if (!row || !translation) continue;
    const ofFlow = changes.get(row.flow) ?? [];
    ofFlow.push({ key: row.key, language, translation });
    changes.set(row.flow, ofFlow);
  }
  return changes;
}
