import { io, type Socket } from 'socket.io-client';
import type { ChatBot, ChatMessage, Say, SayAck, StreamFrame } from '@parley/shared/api/chat';
import type { SentFile } from '@parley/shared/api/media';
import type { ChatStorage } from './storage.ts';
import { uploadFile } from './uploadFile.ts';

/** Whether what is said now goes out now. */
export type Link = 'connecting' | 'online' | 'offline';

/** What a connection tells the page. */
export interface ConnectionEvents {
  messages(items: ChatMessage[]): void;
  frame(frame: StreamFrame): void;
  working(on: boolean): void;
  link(link: Link): void;
  refused(id: string, why: string): void;
}

/** The way to one bot. Everything said is sent until it is acknowledged, over any number of lost connections. */
export interface Connection {
  say(said: Say): void;
  /** Asks for the end of the answer this turn is making. */
  stop(turn: string): void;
  /** Sends a file, to be said in a message; throws an `UploadFailure`. */
  upload(file: File, given: { onProgress(share: number): void; signal: AbortSignal }): Promise<SentFile>;
  /** Ends the connection; the visitor is remembered. */
  close(): void;
}

const json = { 'content-type': 'application/json' };

/** Reads what the page must know of a bot; undefined when there is none at this address. */
export async function readBot(slug: string): Promise<ChatBot | undefined> {
  const response = await fetch(`/channels/web/${encodeURIComponent(slug)}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The bot answered ${response.status}`);
  return (await response.json()) as ChatBot;
}

/** Opens the way to a bot: a socket, and requests over HTTP while no socket gets through. */
export function connect({ slug, storage, after, events }: { slug: string; storage: ChatStorage; after: () => number; events: ConnectionEvents }): Connection {
  const base = `/channels/web/${encodeURIComponent(slug)}`;
  const unsent = new Map<string, Say>(storage.unsent().map((said) => [said.id, said]));
  let closed = false;
  let refusals = 0;
  let polling = false;

  const keep = () => storage.keepUnsent([...unsent.values()]);
  const settle = (id: string, ack: SayAck) => {
    if (!ack.ok && (ack.code === 'unavailable' || ack.code === 'signedOut')) return;
    unsent.delete(id);
    keep();
    if (!ack.ok) events.refused(id, ack.message);
  };

  async function visitor(): Promise<string> {
    const known = storage.visitor();
    if (known) return known;
    const response = await fetch(`${base}/visitors`, { method: 'POST' });
    if (!response.ok) throw new Error(`The bot answered ${response.status}`);
    const { visitor: token } = (await response.json()) as { visitor: string };
    storage.keepVisitor(token);
    return token;
  }

  /** One message at a time, so that what was said first arrives first. */
  let flushing = false;
  async function flush(send: (said: Say) => Promise<SayAck>): Promise<void> {
    if (flushing) return;
    flushing = true;
    try {
      for (const said of unsent.values()) {
        const ack = await send(said);
        settle(said.id, ack);
        if (!ack.ok && unsent.has(said.id)) break;
      }
    } catch {
      // The connection went; what is unsent goes with the next one.
    } finally {
      flushing = false;
    }
  }

  const overSocket = (said: Say): Promise<SayAck> => {
    if (!socket.connected) return Promise.reject(new Error('offline'));
    return socket.timeout(10_000).emitWithAck('say', said) as Promise<SayAck>;
  };

  async function overHttp(said: Say): Promise<SayAck> {
    const response = await fetch(`${base}/messages`, { method: 'POST', headers: { ...json, authorization: `Bearer ${await visitor()}` }, body: JSON.stringify(said) });
    if (response.status === 401) storage.keepVisitor(undefined);
    if (response.status === 401 || response.status >= 500) return { ok: false, code: 'unavailable', message: '' };
    const body = (await response.json()) as { no: number; error?: { message: string } };
    return response.ok ? { ok: true, no: body.no } : { ok: false, code: 'malformed', message: body.error?.message ?? '' };
  }

  /** Holds requests open while no socket gets through (some proxies), until one does. */
  async function poll(): Promise<void> {
    if (polling) return;
    polling = true;
    while (!closed && !socket.connected) {
      try {
        const response = await fetch(`${base}/messages?after=${after()}&wait=1`, { headers: { authorization: `Bearer ${await visitor()}` } });
        if (response.status === 401) storage.keepVisitor(undefined);
        if (!response.ok) throw new Error(String(response.status));
        const { items } = (await response.json()) as { items: ChatMessage[] };
        events.link('online');
        if (items.length > 0) events.messages(items);
        await flush(overHttp);
      } catch {
        if (!socket.connected) events.link('offline');
        await new Promise((resolve) => setTimeout(resolve, 2_000));
      }
    }
    polling = false;
  }

  const socket: Socket = io('/chat', {
    auth: (give) => {
      visitor().then(
        (token) => give({ slug, visitor: token, after: after() }),
        () => give({ slug, visitor: '', after: after() }),
      );
    },
    reconnectionDelay: 300,
    reconnectionDelayMax: 3_000,
  });
  socket.on('connect', () => {
    refusals = 0;
    events.link('online');
    void flush(overSocket);
  });
  socket.on('disconnect', (reason) => {
    if (closed) return;
    events.link('offline');
    // The server closed it on purpose (it drains for a restart): the client must ask again by itself.
    if (reason === 'io server disconnect') setTimeout(() => !closed && socket.connect(), 300);
  });
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
    events.link('offline');
    if (error.data?.code === 'signedOut') storage.keepVisitor(undefined);
    refusals += 1;
    if (!socket.active && !closed) setTimeout(() => socket.connect(), 1_000);
    if (refusals >= 3) void poll();
  });
  socket.on('messages', ({ items }: { items: ChatMessage[] }) => events.messages(items));
  socket.on('frame', (frame: StreamFrame) => events.frame(frame));
  socket.on('working', ({ on }: { on: boolean }) => events.working(on));

  // What was not taken (a bot that is not open yet) is offered again: it was promised to be kept.
  const again = setInterval(() => {
    if (unsent.size > 0 && socket.connected) void flush(overSocket);
  }, 5_000);

  return {
    say(said) {
      unsent.set(said.id, said);
      keep();
      if (socket.connected) void flush(overSocket).then(() => (unsent.size > 0 && socket.connected ? flush(overSocket) : undefined));
      else if (polling) void flush(overHttp);
    },
    stop: (turn) => socket.emit('stop', turn),
    upload: async (file, given) => uploadFile(`${base}/media`, file, { token: await visitor(), ...given }),
    close() {
      closed = true;
      clearInterval(again);
      socket.disconnect();
    },
  };
}
