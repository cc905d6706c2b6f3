import { advance } from './advance.ts';
import { deliver } from './deliver.ts';
import type { Delivered } from './deliver.ts';
import { express } from './express.ts';
import { mustHold } from './hold.ts';
import type { Hold } from './hold.ts';
import type { Row } from './inboxEvent.ts';
import { createPerforming } from './perform.ts';
import { receive } from './receive.ts';
import { cutSteps, stopwatch } from './trace.ts';
import type { TurnContext } from './turnContext.ts';
import { understand } from './understand.ts';

/**
 * One inbound event until the machine rests: channel in, language in, flow and effects, language out, channel out. Each stage takes what
 * only the one before it makes.
 */
export async function runTurn(context: TurnContext, hold: Hold, row: Row): Promise<Delivered> {
  const watch = stopwatch();
  const received = await receive(context, hold.lane, row);
  watch.lap('receive');
  const understood = understand(received);
  watch.lap('understand');
  const performing = createPerforming(context, { hold, journal: row.work.journal, attempt: row.work.attempts });
  const advanced = await advance(understood, performing);
  watch.lap('advance');
  const expressed = express(advanced);
  watch.lap('express');
  mustHold(hold);
  const trace = { ms: watch.total(), stages: watch.stages, ...cutSteps(advanced.run?.steps ?? []), effects: advanced.run?.effects ?? [] };
  return deliver(context, hold, expressed, trace);
}
