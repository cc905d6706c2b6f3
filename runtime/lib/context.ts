import type { Database } from '@parley/db/client';
import type { Models } from '@parley/db/models/index';
import type { Random } from '@parley/shared/lib/id';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import type { Registry } from 'prom-client';
import type { Env } from '../env.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Clock } from './clock.ts';
import type { Keys } from './keys.ts';
import type { Log } from './log.ts';
import type { MediaStore } from './media/mediaStore.ts';
import type { PublicFetch } from './publicFetch.ts';

/** All that the parts of one process share. Passed to whoever needs it; nothing of it is imported as a global. */
export interface Context {
  /** This process's name: its row in `parley.processes`, the holder of its lanes and jobs. */
  processId: string;
  env: Env;
  db: Database;
  models: Models;
  log: Log;
  /** Product time; leases use the database's clock. */
  clock: Clock;
  /** For ids inside documents; row ids are made by `uuid7`, secrets by `makeToken`. */
  random: Random;
  keys: Keys;
  /** The bytes of files; who may read them stands in `models.Media`. */
  media: MediaStore;
  /** The only way out for requests that authors or documents control. */
  publicFetch: PublicFetch;
  sandbox: Sandbox;
  nodeTypes: NodeTypes;
  /** What `/metrics` shows; each part registers its own. */
  metrics: Registry;
}
