import type { Notification, Pool, PoolClient } from 'pg';

/** A standing ear for NOTIFY on one connection; lost connections are opened again. */
export interface Ear {
  close(): Promise<void>;
}

/** Hears a channel of the database until closed. `onOpen` is called each time it begins to hear: what came before may have been missed. */
export async function listen(pool: Pool, channel: string, { onNotice, onOpen, onLost }: { onNotice(payload: string): void; onOpen(): void; onLost(error: Error): void }): Promise<Ear> {
  let client: PoolClient | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const hear = ({ channel: from, payload }: Notification): void => {
    if (from === channel && payload !== undefined) onNotice(payload);
  };
  const again = (error: Error): void => {
    client = undefined;
    if (closed) return;
    onLost(error);
    timer = setTimeout(() => void open().catch(again), 1_000);
  };
  const open = async (): Promise<void> => {
    const opened = await pool.connect();
    if (closed) {
      opened.release();
      return;
    }
    opened.on('notification', hear);
    opened.once('error', (error) => {
      opened.release(error);
      again(error);
    });
    try {
      await opened.query(`listen ${channel}`);
    } catch (error) {
      opened.release(true);
      throw error;
    }
    client = opened;
    onOpen();
  };
  await open();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      if (!last) return;
      last.off('notification', hear);
      await last.query(`unlisten ${channel}`).catch(() => undefined);
      last.removeAllListeners('error');
      last.release(true);
    },
  };
}

/** Tells every listener, outside any transaction (inside one it would serialise the writers). */
export async function notify(pool: Pool, channel: string, payload: string): Promise<void> {
  await pool.query({ name: 'notify', text: 'select pg_notify($1, $2)', values: [channel, payload] });
}
