import { createAdapter } from '@socket.io/postgres-adapter';
import { Adapter } from 'socket.io-adapter';
import type { Namespace, ServerOptions } from 'socket.io';
import type { Context } from '../lib/context.ts';
import { studioNamespace } from './studio.ts';

/**
 * How sockets of several processes hear one another. Only the studio's namespace goes over the database: every emit there is a
 * NOTIFY, which few edits can afford and many chat messages cannot; chats wake each other up by the log.
 */
export function socketAdapter({ db, log }: Pick<Context, 'db' | 'log'>): ServerOptions['adapter'] {
  if (db.kind === 'embedded') return Adapter;
  const overDatabase = createAdapter(db.pool, { tableName: 'parley.socket_attachments', channelPrefix: 'parley_socket', errorHandler: (err) => log.warn({ err }, 'sockets of other processes cannot be reached') });
  // socket.io calls it with `new`, which only a `function` allows; what it returns is taken.
  function choose(space: Namespace): Adapter {
    return space.name === studioNamespace ? overDatabase(space) : new Adapter(space);
  }
  return choose as unknown as typeof Adapter;
}
