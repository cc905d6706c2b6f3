import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceRoot } from '@parley/db/embedded/bundle';
import { collectSources } from './collectSources.ts';

const entry = 'runtime/project/parts.ts';

let sources: Promise<Record<string, string>> | undefined;

/** Our own sources that go into every project, by path from the root: part of a built program, else read where they stand. */
export function hostSources(): Promise<Record<string, string>> {
  sources ??= all().then((files) => Object.fromEntries(Object.entries(files).filter(([file]) => file !== entry)));
  return sources;
}

async function all(): Promise<Record<string, string>> {
  if (process.env.PARLEY_BUNDLED) return (await import('./parts.ts?sources')).default;
  return collectSources([entry], (file) => readFileSync(path.join(sourceRoot, file), 'utf8'));
}
