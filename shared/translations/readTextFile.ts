import type { ReadTexts } from './filedText.ts';
import { textFileLimits } from './filedText.ts';
import { readCsvTexts } from './csvTexts.ts';
import { languageIn } from './languageIn.ts';
import { readXliff } from './readXliff.ts';

/** What a file of translations is read for: the bot's languages, the one it is typed in first. */
export interface TextFileGround {
  source: string;
  languages: readonly string[];
}

/** Reads the text of any file of translations: XML is XLIFF, everything else a spreadsheet. Never throws. */
export function readTextFile(text: string, { source, languages }: TextFileGround): ReadTexts {
  if (text.length > textFileLimits.bytes) return { ok: false, message: tooLarge(text.length) };
  const others = languages.filter((language) => language !== source);
  if (others.length === 0) return { ok: false, message: 'This bot has one language only. Add another one first.' };
  const head = text.trimStart().slice(0, 1_000);
  if (head.replace(/^\ufeff/, '').trim() === '') return { ok: false, message: 'The file is empty.' };
  if (/^\ufeff?\s*[[{]/.test(head)) return { ok: false, line: 1, message: 'The file looks like JSON. Translations come as CSV or XLIFF.' };
  if (head.startsWith('PK\u0003')) return { ok: false, message: 'This is a packed file, such as a workbook of Excel. Save it as CSV (UTF-8) first.' };
  if (!/^\ufeff?\s*</.test(head)) return readCsvTexts(text, { source, languages: others });
  const read = readXliff(text);
  return read.ok ? { ok: true, texts: read.texts.map((filed) => ({ ...filed, language: languageIn(filed.language, others) ?? filed.language })) } : read;
}

/** What is said to a file beyond the cap, before it is read. */
export function tooLarge(bytes: number): string {
  return `The file has ${Math.ceil(bytes / 1_000_000)} MB. A file of translations has at most ${textFileLimits.bytes / 1_000_000} MB; nothing was read and nothing was changed.`;
}
