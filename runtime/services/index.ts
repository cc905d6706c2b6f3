import { callbackDocs } from '../callbacks/callbackDocs.ts';
import { mountCallbackDoor } from '../callbacks/door.ts';
import { createDoors } from '../channels/doors.ts';
import type { Context } from '../lib/context.ts';
import { createTurns } from '../turns/createTurns.ts';
import type { TurnOptions, Turns } from '../turns/createTurns.ts';
import { createJobs } from './jobs.ts';
import type { Service } from './service.ts';
import { createWeb } from './web.ts';
import type { Doors, Web, WebOptions } from './web.ts';

/** The services of one process, running. */
export interface Running {
  turns: Turns;
  /** Undefined when SERVICES has no web. */
  web: Web | undefined;
  port: number | undefined;
  stop(ms: number): Promise<void>;
}

/**
 * Starts the services that SERVICES names. Turns and deliveries share their loops; a process of web alone has the intake, which
 * stores events for others to run. Stopping goes the other way round: nothing new comes in before what is under way has ended.
 * The options are for tests.
 */
export async function startServices(context: Context, { turns: turnOptions, ...options }: WebOptions & { turns?: TurnOptions } = {}): Promise<Running> {
  const { env, log } = context;
  const turns = createTurns(context, turnOptions);
  const web = env.services.includes('web') ? createWeb(context, { doors: doorsOf(context, turns), ...options }) : undefined;
  const started: Service[] = [];
  const start = async (service: Service): Promise<void> => {
    await service.start();
    started.unshift(service);
  };
  const stop = async (ms: number): Promise<void> => {
    for (const service of started) await service.stop(ms).catch((error: unknown) => log.error({ err: error }, 'a service did not stop as it should'));
  };
  try {
    await start(turns);
    if (env.services.includes('jobs')) await start(createJobs(context));
    let port: number | undefined;
    if (web) {
      tellStudios(web, turns);
      await start({ start: async () => { port = await web.start(); }, stop: (ms) => web.stop(ms) });
    }
    return { turns, web, port, stop };
  } catch (error) {
    // Not started, it still holds a connection for its sockets.
    if (web) started.push({ start: () => Promise.resolve(), stop: (ms) => web.stop(ms) });
    await stop(0);
    throw error;
  }
}

/** The doors of channels, and the one that conversations are called back at. */
function doorsOf(context: Context, turns: Turns): Doors {
  const doors = createDoors(context, turns);
  mountCallbackDoor(doors.router, context, turns);
  return { ...doors, docs: [...doors.docs, ...callbackDocs] };
}

/** Studios that look at a bot hear of each turn of its conversations. */
function tellStudios({ app }: Web, turns: Turns): void {
  turns.onTurn(({ bot, lane, sessionNo, at }) => app.announce.session({ botId: bot, sessionId: `${lane}.${sessionNo}`, ...(at === undefined ? {} : { at }) }));
}
