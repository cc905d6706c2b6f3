import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { root, startServer } from './stack.ts';
import type { Server, ServerOptions } from './stack.ts';

/** Builds and starts the runtime with a clock that a journey sets (`tell({ clock })`) and, when asked for, an effect that streams. */
export function startJourneyServer({ streamed = false, ...options }: Omit<ServerOptions, 'program'> & { streamed?: boolean } = {}): Promise<Server> {
  execFileSync(process.execPath, ['scripts/build.mjs', 'journeyServer'], { cwd: root, stdio: 'inherit' });
  return startServer({ ...options, program: [path.join(root, '.cache/journeyServer/journeyServer.js'), ...(streamed ? ['--streamed'] : [])] });
}
