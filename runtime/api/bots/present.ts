import { readLive } from '@parley/db/queries/live';
import { countOpenSessions } from '@parley/db/queries/openSessions';
import type { Bot } from '@parley/shared/api/bots';
import type { Bot as BotRow } from '@parley/db/models/bot';
import type { App } from '../app.ts';

/** Bots with what is live, how many conversations are open and whether the drafts have changed since. */
export async function presentBots({ clock, db, models }: Pick<App, 'clock' | 'db' | 'models'>, rows: readonly BotRow[]): Promise<Bot[]> {
  const ids = rows.map((row) => row.id);
  const [flows, channels, live, open] = await Promise.all([
    models.Flow.findAll({ attributes: ['id', 'bot', 'kind', 'revision', 'changedAt'], where: { bot: ids } }),
    models.Channel.findAll({ attributes: ['bot', 'type'], where: { bot: ids }, order: ['id'] }),
    readLive(db.lanes, ids),
    countOpenSessions(db.lanes, ids, clock.now()),
  ]);
  const released = [...live.values()].flatMap(({ release }) => (release === null ? [] : [release]));
  const releases = await models.Release.findAll({ attributes: ['id', 'bot', 'no', 'at', 'revisions'], where: { id: released } });
  return rows.map((row) => {
    const own = flows.filter((flow) => flow.bot === row.id);
    const release = releases.find(({ bot }) => bot === row.id);
    const changed = own.map((flow) => flow.changedAt.getTime());
    return {
      id: row.id,
      slug: row.slug,
      name: row.name,
      flowId: own.find((flow) => flow.kind !== 'subflow')?.id ?? '',
      paused: row.paused,
      retentionDays: row.retentionDays,
      live: release ? { release: release.id, no: release.no, at: release.at.toISOString() } : null,
      changed: !release || own.some((flow) => release.revisions[flow.id] !== flow.revision) || Object.keys(release.revisions).length !== own.length,
      openSessions: open.filter(({ bot }) => bot === row.id).reduce((sum, { count }) => sum + count, 0),
      channels: [...new Set(channels.filter(({ bot }) => bot === row.id).map(({ type }) => type))],
      madeAt: row.madeAt.toISOString(),
      changedAt: new Date(Math.max(row.madeAt.getTime(), ...changed)).toISOString(),
    };
  });
}
