import { bundleSource } from './bundle.ts';

let bundling: Promise<string> | undefined;

/** Where the backend's thread starts: beside the program when that is a bundle, else bundled now, once per process. */
export async function databaseWorkerFile(): Promise<URL | string> {
  if (process.env.PARLEY_BUNDLED) return new URL('./databaseWorker.js', import.meta.url);
  return (bundling ??= bundleSource('db/embedded/worker.ts'));
}
