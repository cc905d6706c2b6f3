import { execFileSync } from 'node:child_process';
import { removeData, root, startServer } from './stack.ts';

/** Starts the one server of all journeys; its address is in PARLEY_URL. With PARLEY_URL set already, journeys use that server. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  execFileSync(process.execPath, ['scripts/build.mjs', 'journeyServer'], { cwd: root, stdio: 'inherit' });
  if (process.env['PARLEY_URL']) return undefined;
  const server = await startServer({ env: { PARLEY_DEMO: '1' } });
  process.env['PARLEY_URL'] = server.url;
  return async () => {
    const code = await server.stop();
    removeData(server);
    if (code !== 0) throw new Error(`The server did not stop cleanly (exit ${code}):\n${server.output()}`);
  };
}
