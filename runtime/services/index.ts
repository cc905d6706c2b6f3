import type { App } from '../api/app.ts';
import type { Context } from '../lib/context.ts';
import { createDoors } from '../channels/doors.ts';
import { createTurns } from '../turns/createTurns.ts';
import { createJobs } from './jobs.ts';
import type { Service } from './service.ts';
import { createWeb } from './web.ts';
import type { Web } from './web.ts';

/** The services of one process, running. */
export interface Running {
  app: App | undefined;
  port: number | undefined;
  stop(ms: number): Promise<void>;
}

/**
 * Starts the services that SERVICES names. Turns and deliveries share their loops; a process of web alone has the intake, which
 * stores events for others to run. Stopping goes the other way round: nothing new comes in before what is under way has ended.
 */
export async function startServices(context: Context): Promise<Running> {
  const { env, log } = context;
  const turns = createTurns(context);
  let web: Web | undefined;
  let port: number | undefined;
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
    if (env.services.includes('web')) {
      const made = createWeb(context, { doors: createDoors(context, turns) });
      web = made;
      turns.onTurn(({ bot, lane, sessionNo, at }) => {
        made.app.announce.session({ botId: bot, sessionId: `${lane}.${sessionNo}`, ...(at === undefined ? {} : { at }) });
      });
      await start({ start: async () => { port = await made.start(); }, stop: (ms) => made.stop(ms) });
    }
  } catch (error) {
    await stop(0);
    throw error;
  }
  return { app: web?.app, port, stop };
}
