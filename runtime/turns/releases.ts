import type { Pool } from 'pg';
import { readReleaseForTurns } from '@parley/db/queries/releaseForTurns';
import { prepare } from '@parley/shared/engine/prepare';
import type { PreparedMachine } from '@parley/shared/engine/prepare';
import type { FlowSettings } from '@parley/shared/flow/document';
import { withMarkedGaps } from '@parley/shared/host/outbound';

/** A release ready to run. */
export interface LoadedRelease {
  id: string;
  bot: string;
  prepared: PreparedMachine;
  settings: FlowSettings;
}

/** Machines kept ready, the least used ones given up: 136 KB each on average. */
const most = 64;

/** Loads releases once and keeps them ready. A release never changes, so nothing here grows old. */
export function createReleases(pool: Pool): (id: string) => Promise<LoadedRelease> {
  const kept = new Map<string, Promise<LoadedRelease>>();
  return (id) => {
    const known = kept.get(id);
    if (known) {
      kept.delete(id);
      kept.set(id, known);
      return known;
    }
    const loading = load(pool, id);
    kept.set(id, loading);
    // A failed load must not stay.
    loading.catch(() => kept.delete(id));
    const oldest = kept.size > most ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return loading;
  };
}

async function load(pool: Pool, id: string): Promise<LoadedRelease> {
  const release = await readReleaseForTurns(pool, id);
  if (!release) throw new Error(`Expected release ${id} to exist, but it does not. Was its bot deleted?`);
  return { id, bot: release.bot, prepared: prepare(withMarkedGaps(release.machine)), settings: release.settings };
}
