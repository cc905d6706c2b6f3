import * as z from 'zod';
import { listen, notify } from '@parley/db/notices';
import type { Ear } from '@parley/db/notices';
import { beat, sayGoodbye } from '@parley/db/queries/processes';
import type { StreamFrame } from '@parley/shared/api/chat';
import type { Context } from '../lib/context.ts';
import type { TurnDone } from '../channels/channel.ts';

const channel = 'parley_turns';
/** Notices are put together for this long: one NOTIFY for many turns. */
const gatherMs = 15;
/** PostgreSQL takes less than 8,000 bytes. */
const mostBytes = 7_000;

const frameSchema = z.object({ turn: z.string(), action: z.number(), attempt: z.number(), seq: z.number(), text: z.string() });
const noticeSchema = z.object({
  from: z.string(),
  items: z.array(z.union([
    z.object({ done: z.tuple([z.string(), z.number(), z.string(), z.number()]) }),
    z.object({ work: z.string() }),
    z.object({ frame: z.tuple([z.string(), frameSchema]) }),
    z.object({ cut: z.tuple([z.string(), z.number()]) }),
  ])),
});
type Item = z.infer<typeof noticeSchema>['items'][number];

/** What other processes tell this one. */
export interface FromNeighbours {
  done(turn: TurnDone): void;
  /** A lane has work that nobody has taken. */
  work(lane: string): void;
  frame(lane: string, frame: StreamFrame): void;
  /** A contact wants no more of the answer that a turn is making. */
  cut(lane: string, turn: number): void;
  /** Notices may have been missed. */
  missed(): void;
}

/** The other processes of this installation. Silent while there are none: no NOTIFY is sent then. */
export interface Neighbours {
  start(): Promise<void>;
  done(turn: TurnDone): void;
  work(lane: string): void;
  frame(lane: string, frame: StreamFrame): void;
  cut(lane: string, turn: number): void;
  stop(): Promise<void>;
}

/** Says once a second that this process is alive, and tells others, when there are any, what happens here. */
export function createNeighbours({ clock, db, env, log }: Pick<Context, 'clock' | 'db' | 'env' | 'log'>, id: string, hear: FromNeighbours): Neighbours {
  const startedAt = clock.now();
  const alone = db.kind === 'embedded';
  let several = false;
  let items: string[] = [];
  let bytes = 0;
  let gathering: NodeJS.Timeout | undefined;
  let beating: NodeJS.Timeout | undefined;
  let ear: Ear | undefined;

  const count = async (): Promise<void> => {
    several = (await beat(db.pool, { id, services: env.services, startedAt })) > 1 && !alone;
  };
  const flush = (): void => {
    clearTimeout(gathering);
    gathering = undefined;
    if (items.length === 0) return;
    const payload = `{"from":"${id}","items":[${items.join(',')}]}`;
    items = [];
    bytes = 0;
    notify(db.pool, channel, payload).catch((error: unknown) => log.warn({ err: error }, 'other processes could not be told'));
  };
  const tell = (item: Item): void => {
    if (!several) return;
    const text = JSON.stringify(item);
    if (bytes + text.length * 3 > mostBytes) flush();
    items.push(text);
    bytes += text.length * 3;
    gathering ??= setTimeout(flush, gatherMs);
  };
  const onNotice = (payload: string): void => {
    const notice = noticeSchema.safeParse(parseJson(payload));
    if (!notice.success || notice.data.from === id) return;
    for (const item of notice.data.items) {
      if ('work' in item) hear.work(item.work);
      else if ('frame' in item) hear.frame(...item.frame);
      else if ('cut' in item) hear.cut(...item.cut);
      else hear.done({ lane: item.done[0], turn: item.done[1], bot: item.done[2], sessionNo: item.done[3] });
    }
  };

  return {
    async start() {
      await count();
      beating = setInterval(() => void count().catch((error: unknown) => log.warn({ err: error }, 'this process could not say that it is alive')), 1_000);
      if (!alone) ear = await listen(db.pool, channel, { onNotice, onOpen: () => hear.missed(), onLost: (error) => log.warn({ err: error }, 'the ear for other processes was lost') });
    },
    done: ({ lane, turn, bot, sessionNo }) => tell({ done: [lane, turn, bot, sessionNo] }),
    work: (lane) => tell({ work: lane }),
    frame: (lane, frame) => tell({ frame: [lane, frame] }),
    cut: (lane, turn) => tell({ cut: [lane, turn] }),
    async stop() {
      clearInterval(beating);
      flush();
      await ear?.close();
      if (beating) await sayGoodbye(db.pool, id).catch(() => undefined);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
