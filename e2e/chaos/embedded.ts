import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seededRandom } from '@parley/shared/lib/id';
import { signIn } from '../api.ts';
import { makeBot, publishBot, restChannel } from '../bots.ts';
import { startCallbackReceiver } from '../fakes/callbackReceiver.ts';
import { startServer } from '../stack.ts';
import { answersIn } from './answersIn.ts';
import { talk } from './contacts.ts';
import { chaosFlow } from './flow.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';

const pause = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms); });

/** One process on the embedded database, killed under load `rounds` times; every start finds the data as it was acknowledged. */
export async function embeddedStorm({ rounds, contacts, seed }: { rounds: number; contacts: number; seed: number }): Promise<{ verdict: Verdict; rounds: number }> {
  const random = seededRandom(seed);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parley-chaos-'));
  const receiver = await startCallbackReceiver();
  // The receiver is on this machine, which authors may not call unless the owner says so.
  const env = { PARLEY_DEMO: '0', LOG_LEVEL: 'error', PARLEY_PRIVATE_HOSTS: '127.0.0.1' };
  let server = await startServer({ dataDir, env });
  const { port } = server;
  const api = await signIn(server.url);
  const bot = await makeBot(api, 'Storm', chaosFlow());
  await publishBot(api, bot);
  const channel = await restChannel(api, bot, receiver.url);
  if (channel.callbackSecret) receiver.trust(channel.callbackSecret);

  let over = false;
  const talking = talk({ addresses: () => [channel.address], answers: answersIn([receiver]), count: contacts, until: () => over, random: seededRandom(seed + 1) });
  for (let round = 0; round < rounds; round += 1) {
    const before = receiver.received.length;
    await pause(800 + random() * 1_200);
    // At work, not while it starts: on a busy machine it would be killed a dozen times before it has done anything, and rows that were there given up.
    for (const until = Date.now() + 20_000; receiver.received.length === before && Date.now() < until;) await pause(50);
    await server.kill();
    server = await startServer({ dataDir, port, env });
  }
  await pause(1_000);
  over = true;
  const posted = await talking;
  // Everything acknowledged must be answered by itself: what a kill cut off is taken up by the next start, a delivery in doubt after its pauses.
  const patience = Date.now() + 90_000;
  while (judge(posted.contacts, receiver.received).lost.length > 0 && Date.now() < patience) await pause(500);
  await server.stop();
  await receiver.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return { verdict: judge(posted.contacts, receiver.received), rounds };
}
