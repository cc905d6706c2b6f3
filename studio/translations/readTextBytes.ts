import { textFileLimits } from '@parley/shared/translations/filedText';
import type { FiledText } from '@parley/shared/translations/filedText';
import { readTextFile, tooLarge } from '@parley/shared/translations/readTextFile';
import i18next from 'i18next';

/** The translations of a chosen file, or a sentence that says why there are none, with its line where one can be named. */
export type ReadFile = { ok: true; name: string; texts: FiledText[] } | { ok: false; name: string; line?: number; message: string };

/** Reads a file of translations from this device. One beyond the cap is refused by its size alone, before a byte of it is read. */
export async function readTextBytes(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>, ground: { source: string; languages: readonly string[] }): Promise<ReadFile> {
  const { name } = file;
  if (file.size > textFileLimits.bytes) return { ok: false, name, message: tooLarge(file.size) };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, name, message: i18next.t('texts.unreadable') };
  }
  const text = decoded(bytes);
  if (text === undefined) return { ok: false, name, message: i18next.t('texts.notUtf8') };
  return { name, ...readTextFile(text, ground) };
}

/** UTF-8, or UTF-16 where a byte order mark says so; undefined when it is neither. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
