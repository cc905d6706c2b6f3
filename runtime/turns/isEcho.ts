import type { Incoming } from '@parley/shared/messages/incoming';
import type { TurnRun } from './turnRun.ts';

/** So often the same words within so short a time are not a person's. */
const most = 30;
const withinMs = 5_000;

/** Notes repeated words; true when another machine is answering this one, which must then fall silent or they go on for ever. */
export function isEcho(run: TurnRun, message: Incoming): boolean {
  const at = run.facts.now;
  const before = run.host.session.echo;
  if (message.type !== 'text') {
    delete run.host.session.echo;
    return false;
  }
  const text = message.text.slice(0, 100);
  const again = before?.text === text && Date.parse(at) - Date.parse(before.at) < withinMs;
  const count = again ? before.count + 1 : 1;
  run.host.session.echo = { text, count, at };
  return count > most;
}
