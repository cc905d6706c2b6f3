import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import type { Database } from '@parley/db/client';
import { setLive } from '@parley/db/laneSweeps';
import type { ChannelForDoor } from '@parley/db/queries/channelForDoor';
import { compile } from '@parley/shared/compiler/compile';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { Golden, Sketch } from '@parley/shared/nodes/golden';
import { nodeTypes } from '@parley/shared/nodes/index';
import type { Sender } from '../../channels/channel.ts';
import type { Context } from '../../lib/context.ts';
import { laneId } from '../../lib/laneId.ts';
import { testClock, testContext } from '../../test/testContext.ts';
import type { TestClock } from '../../test/testContext.ts';
import { createTurns } from '../createTurns.ts';
import type { TurnOptions, Turns } from '../createTurns.ts';

/** What a bot said, in short: texts as they are, choices as `body [label|label]`. */
export type Heard = string[];

/** A published bot of a test's own with a channel, on a test's database. */
export interface Stage {
  context: Context;
  clock: TestClock;
  bot: string;
  channel: ChannelForDoor;
  turns: Turns;
  /** Another process's worth of turns on the same database. */
  another(options?: TurnOptions, over?: Partial<Context>): Turns;
  publish(sketch: Sketch, subflows?: Golden['subflows']): Promise<string>;
  lane(from: string): string;
  /** Says something and gives what the turn answered. */
  say(from: string, said: string | Incoming, more?: { id?: string; turns?: Turns; person?: Omit<Sender, 'identifier'> }): Promise<Heard>;
  /** Says something without waiting. */
  send(from: string, said: string | Incoming, more?: { id?: string; turns?: Turns; person?: Omit<Sender, 'identifier'> }): ReturnType<Turns['receive']>;
  /** Lets the lease of a contact's lane end, as when its holder is silent too long. */
  endLease(from: string): Promise<void>;
  /** The contact's whole log. */
  log(from: string): Promise<{ no: number; turn: number; direction: string; body: JsonObject }[]>;
  sql<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** Opens a stage; its turns are stopped after the file's tests. */
export async function openStage(db: Database, { sketch, subflows, type = 'rest', settings = {}, options = {}, over = {} }: {
  sketch: Sketch; subflows?: Golden['subflows']; type?: 'rest' | 'web'; settings?: JsonObject; options?: TurnOptions; over?: Partial<Context>;
}): Promise<Stage> {
  const clock = testClock();
  const context = await testContext(db, { clock, ...over });
  const bot = randomUUID();
  const slug = `bot-${bot.slice(0, 8)}`;
  await context.models.Bot.create({ id: bot, slug, name: 'Bot', madeAt: clock.now(), madeBy: null });
  const id = randomUUID();
  await context.models.Channel.create({ id, bot, type, tokenHash: null, settings, madeAt: clock.now() });
  const channel: ChannelForDoor = { id, bot, type, settings, paused: false, botName: 'Bot', botSlug: slug, botPaused: false };
  const opened: Turns[] = [];
  afterAll(() => Promise.all(opened.map((each) => each.stop())));
  const open = (given: TurnOptions, instead: Partial<Context> = {}): Turns => {
    // Leases run by real clocks: a test machine may stand still for longer than the usual ten seconds.
    const turns = createTurns({ ...context, ...instead }, { ...given, times: { leaseMs: 50_000, ...given.times } });
    opened.push(turns);
    return turns;
  };
  const turns = open(options);
  let releases = 0;
  let ids = 0;
  const stage: Stage = {
    context, clock, bot, channel, turns,
    another: (given = {}, instead = {}) => open({ ...options, ...given }, instead),
    async publish(drawn, called) {
      const set = drawGolden({ flow: drawn, ...(called && { subflows: called }) }, nodeTypes);
      const release = randomUUID();
      releases += 1;
      await context.models.Release.create({ id: release, bot, no: releases, flow: set, machine: compile(set, nodeTypes), code: '', sha256: '', proof: {}, by: null, at: clock.now() });
      await setLive(db.lanes, { bot, release, paused: false });
      return release;
    },
    lane: (from) => laneId(id, from),
    send: (from, said, { id: given, turns: by = turns, person } = {}) => {
      ids += 1;
      const message: Incoming = typeof said === 'string' ? { type: 'text', text: said } : said;
      return by.receive({ channel, id: given ?? `message-${ids}`, from: { ...person, identifier: from }, message, limit: null });
    },
    async say(from, said, more = {}) {
      const receipt = await stage.send(from, said, more);
      if (!receipt.ok) return [`refused: ${receipt.why}`];
      const answer = await (more.turns ?? turns).answer({ lane: receipt.lane, turn: receipt.turn, ms: 10_000 });
      return answer ? answer.map(inShort) : ['no answer'];
    },
    endLease: async (from) => {
      await stage.sql(`update lanes.lanes set lease_until = clock_timestamp() - interval '1 second' where lane = $1 and owner is not null`, [stage.lane(from)]);
    },
    log: (from) => stage.sql('select no, turn, direction, body from lanes.messages where lane = $1 order by no', [stage.lane(from)]),
    sql: async <Row extends object>(text: string, values: unknown[] = []) => (await (/\bparley\./.test(text) ? db.pool : db.lanes).query<Row>(text, values)).rows,
  };
  await stage.publish(sketch, subflows);
  return stage;
}

/** A stored message in short. */
export function inShort(body: object): string {
  const { message } = JSON.parse(JSON.stringify(body)) as { message: { type: string; text?: string; body?: string; options?: { label: string }[] } };
  if (message.type === 'choices') return `${message.body} [${(message.options ?? []).map(({ label }) => label).join('|')}]`;
  return message.text ?? message.type;
}
