import { isObject, own } from '../expressions/fits.ts';
import type { Json } from '../lib/json.ts';
import type { Media } from './incoming.ts';

/** The file that a value names, as `mediaSchema` parses it; undefined when it names none. Part of the emitted code, which is to be small: zod is not. */
export function readMedia(value: Json | undefined): Media | undefined {
  if (!isObject(value)) return undefined;
  const [id, mime, name, bytes] = [own(value, 'id'), own(value, 'mime'), own(value, 'name'), own(value, 'bytes')];
  if (typeof id !== 'string' || id === '' || id.length > 100 || typeof mime !== 'string' || mime.length > 100 || typeof name !== 'string' || name.length > 255) return undefined;
  return typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0 ? { id, mime, name, bytes } : undefined;
}
