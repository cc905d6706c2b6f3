import { transform } from 'esbuild';

/** Code without its types, or the first mistake in it with its line (from 1). */
export type Erased = { ok: true; code: string } | { ok: false; line: number; message: string };

/** Turns authored TypeScript into the JavaScript the sandbox runs. Types are erased, not checked: the editor does that. */
export async function eraseTypes(code: string): Promise<Erased> {
  try {
    const result = await transform(code, { loader: 'ts', format: 'esm', target: 'es2022', charset: 'utf8', logLevel: 'silent' });
    return { ok: true, code: result.code };
  } catch (error) {
    const first = firstError(error);
    if (!first) throw error;
    return { ok: false, line: first.location?.line ?? 1, message: first.text };
  }
}

/** What esbuild found wrong with the code; undefined when it failed in another way. */
function firstError(error: unknown): { text: string; location: { line: number } | null } | undefined {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return undefined;
  const [first] = error.errors;
  return first;
}
