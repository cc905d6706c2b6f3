import { bundleSource } from '@parley/db/embedded/bundle';

let bundling: Promise<string> | undefined;

/** Where a sandbox thread starts: beside the program when that is a bundle, else bundled now, once per process. */
export async function sandboxWorkerFile(): Promise<URL | string> {
  if (process.env.PARLEY_BUNDLED) return new URL('./sandboxWorker.js', import.meta.url);
  return (bundling ??= bundleSource('runtime/sandbox/worker.ts'));
}
