import { writeCsvTexts } from '@parley/shared/translations/csvTexts';
import type { TextRow } from '@parley/shared/translations/textRows';
import { writeXliff } from '@parley/shared/translations/writeXliff';

/** Saves texts in all shown languages as one spreadsheet. */
export function saveCsv(rows: readonly TextRow[], { slug, source, languages }: { slug: string; source: string; languages: readonly string[] }): void {
  save(writeCsvTexts(rows, { source, languages }), `${slug}.${languages.join('+')}.csv`, 'text/csv');
}

/** Saves texts in one language for a translation tool. */
export function saveXliff(rows: readonly TextRow[], { slug, name, source, language }: { slug: string; name: string; source: string; language: string }): void {
  save(writeXliff(rows.filter((row) => row.cells[language]), { source, language, name }), `${slug}.${language}.xlf`, 'application/xliff+xml');
}

function save(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
