import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demoBot } from '@parley/db/seeds/demo';
import type { Context } from '../lib/context.ts';
import { root } from '../lib/root.ts';
import type { Running } from './index.ts';

/** What is told when the process is up: where it is reached, what to do first, what it cannot promise. */
export function describeStart({ db, env }: Pick<Context, 'db' | 'env'>, state: Pick<Running, 'web' | 'port'> & { demo: boolean; ownerNeeded: boolean }): string[] {
  const lines: string[] = [];
  const { web, port, demo, ownerNeeded } = state;
  if (web && port !== undefined) {
    const url = env.publicUrl ?? `http://localhost:${port}`;
    // With an address of its own, something else may serve the studio.
    const isComing = env.publicUrl === undefined && !existsSync(join(root, 'studio/dist/index.html'));
    lines.push(`Studio     ${url}${isComing ? '  (being built; the page opens by itself)' : ''}`);
    if (demo) lines.push(`Demo chat  ${url}/chat/${demoBot.slug}`);
    lines.push(`API        ${url}/api/docs`);
    if (ownerNeeded) lines.push(`Open the studio to make the owner. From another machine you need this code: ${web.app.setup.code}`);
  }
  if (db.kind === 'embedded') lines.push('Embedded database: no fsync. It survives a killed process, not a power cut; set DATABASE_URL for more.');
  lines.push(`Running ${env.services.join(', ')}. Press Ctrl-C to stop.`);
  return lines;
}
