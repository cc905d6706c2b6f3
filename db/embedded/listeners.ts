import type { Connection } from './connection.ts';
import type { Answer, Notification } from './answer.ts';

/** Who listens to which channel: the backend has one session, its clients think they have one each. */
export class Listeners {
  readonly #connections = new Set<Connection>();

  /**
   * Takes over what a client's LISTEN and UNLISTEN changed once its transaction has ended; returns the channels that others
   * still need and the backend has just left.
   */
  settle(connection: Connection, answer: Answer): string[] {
    if (connection.staged.length === 0 || answer.status !== 'I') return [];
    const changes = answer.failed || answer.rolledBack ? [] : connection.staged;
    connection.staged = [];
    const left = new Set<string>();
    for (const change of changes) {
      if (change.kind === 'listen') {
        connection.channels.add(change.channel);
        this.#connections.add(connection);
        continue;
      }
      const channels = change.kind === 'unlisten' ? [change.channel] : [...this.#connections].flatMap((each) => [...each.channels]);
      for (const channel of channels) {
        connection.channels.delete(channel);
        left.add(channel);
      }
    }
    return [...left].filter((channel) => this.#isHeard(channel));
  }

  /** Forgets a client; returns the channels nobody listens to any more. */
  forget(connection: Connection): string[] {
    this.#connections.delete(connection);
    const left = [...connection.channels].filter((channel) => !this.#isHeard(channel));
    connection.channels.clear();
    return left;
  }

  /** Gives every notification to the clients that listen to its channel. */
  deliver(notifications: Notification[]): void {
    for (const { channel, bytes } of notifications) {
      for (const connection of this.#connections) if (connection.channels.has(channel)) connection.send(bytes);
    }
  }

  #isHeard(channel: string): boolean {
    return [...this.#connections].some(({ channels }) => channels.has(channel));
  }
}
