import { transform } from 'esbuild';
import type { TransformFailure } from 'esbuild';

/** Code without its types, or the first mistake in it with its place (both from 1). */
export type Erased = { ok: true; code: string } | { ok: false; line: number; column: number; message: string };

/**
 * Turns authored TypeScript into the JavaScript the sandbox runs. Types are erased, not checked: the editor does that. The last
 * line lists which line each one was, so that errors speak of the author's own lines.
 */
export async function eraseTypes(code: string): Promise<Erased> {
  try {
    const erased = await transform(code, { loader: 'ts', format: 'esm', target: 'es2022', charset: 'utf8', logLevel: 'silent', sourcemap: 'external', sourcefile: 'code.ts' });
    const { mappings }: { mappings: string } = JSON.parse(erased.map);
    return { ok: true, code: `${erased.code.trimEnd()}\n//# lines ${originalLines(mappings).join(',')}\n` };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const [first] = error.errors;
    return { ok: false, line: first?.location?.line ?? 1, column: (first?.location?.column ?? 0) + 1, message: first?.text ?? 'The code cannot be read.' };
  }
}

function isFailure(error: unknown): error is TransformFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/** For each line of the result, the first original line in it (a source map's "mappings", tc39.es/ecma426); one without is its predecessor's. */
function originalLines(mappings: string): number[] {
  const lines: number[] = [];
  let original = 0;
  for (const line of mappings.split(';')) {
    let first: number | undefined;
    for (const segment of line.split(',')) {
      const [, , lineDelta] = decode(segment);
      if (lineDelta === undefined) continue;
      original += lineDelta;
      first ??= original;
    }
    lines.push((first ?? (lines.at(-1) ?? 1) - 1) + 1);
  }
  return lines;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Numbers of a base64 VLQ: six bits each, the highest says that more follow, the lowest of the whole is the sign. */
function decode(segment: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const digit of segment) {
    const bits = digits.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
