import { useEffect, useRef, useState } from 'preact/hooks';
import type { Incoming } from '@parley/shared/messages/incoming';
import { connect, type Connection, type Link } from './connection.ts';
import { drop, emptyLog, lastNo, receive, refuse, say, stream, work, type ChatLog } from './log.ts';
import { chatStorage } from './storage.ts';
import { UploadFailure } from './uploadFile.ts';

/** What the page's parts work with. */
export interface Chat {
  log: ChatLog;
  link: Link;
  say(message: Incoming): void;
  sayAgain(id: string): void;
  remove(id: string): void;
  /** Sends a file, to be said in a message. */
  upload: Connection['upload'];
  /** Asks for the end of the answer that is being made; undefined while none is. */
  stop: (() => void) | undefined;
}

const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Connects to a bot and keeps the log; a visitor who never said anything is greeted by a `start`. */
export function useChat(slug: string): Chat {
  const [log, setLog] = useState<ChatLog>(emptyLog);
  const [link, setLink] = useState<Link>('connecting');
  const latestRef = useRef(log);
  const connectionRef = useRef<Connection | undefined>(undefined);
  /** Every change goes through here, so that a connection that resumes between two renders asks from the right place. */
  const change = (next: (now: ChatLog) => ChatLog) => {
    latestRef.current = next(latestRef.current);
    setLog(latestRef.current);
  };

  useEffect(() => {
    const storage = chatStorage(slug);
    const test = testToken();
    if (test) storage.keepTest(test);
    const known = !test && storage.visitor() !== undefined;
    for (const said of storage.unsent()) change((now) => say(now, said));
    const opened = connect({
      slug,
      storage,
      after: () => lastNo(latestRef.current),
      events: {
        messages: (items) => change((now) => receive(now, items)),
        frame: (frame) => change((now) => stream(now, frame)),
        working: (on) => change((now) => work(now, on)),
        link: setLink,
        refused: (id, why) => change((now) => refuse(now, id, why)),
      },
    });
    connectionRef.current = opened;
    if (!known) opened.say({ id: newId(), message: { type: 'start' } });
    return () => opened.close();
  }, [slug]);

  const send = (message: Incoming) => {
    const said = { id: newId(), message };
    change((now) => say(now, said));
    connectionRef.current?.say(said);
  };

  return {
    log,
    link,
    say: send,
    sayAgain(id) {
      const item = latestRef.current.pending.find((pending) => pending.id === id);
      change((now) => drop(now, id));
      if (item) send(item.message);
    },
    stop: log.streaming && (() => connectionRef.current?.stop(log.streaming?.turn ?? '')),
    remove: (id) => change((now) => drop(now, id)),
    upload: (file, given) => connectionRef.current?.upload(file, given) ?? Promise.reject(new UploadFailure(0)),
  };
}

/** The token of an author's test, which the studio opened this page with; it is gone from the address after that. */
function testToken(): string | undefined {
  const [, token] = /^#test=([\w.-]+)$/.exec(location.hash) ?? [];
  if (token) history.replaceState(null, '', location.pathname + location.search);
  return token;
}
