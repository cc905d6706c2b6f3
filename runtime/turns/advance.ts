import { textsIn } from '@parley/shared/dialogs/texts.data';
import { askAgain } from '@parley/shared/engine/resting';
import { hearEcho } from '@parley/shared/host/hearEcho';
import type { Incoming } from '@parley/shared/messages/incoming';
import { feed } from './feed.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { hearDialog } from './hearDialog.ts';
import { moveSession } from './moveSession.ts';
import { needsConsent, openDialog } from './openDialog.ts';
import type { Performing } from './perform.ts';
import { sayText } from './turnRun.ts';
import type { TurnRun } from './turnRun.ts';
import type { Understood } from './understand.ts';

/** The flow has gone as far as it can: it rests, or is over. `run` null = there was no session to speak to. */
export interface Advanced {
  turn: Understood;
  run: TurnRun | null;
}

/** Tells the machine what happened and performs its effects until it rests. Dialogs hear messages before the flow does. */
export async function advance(turn: Understood, performing: Performing): Promise<Advanced> {
  const { session } = turn;
  if (!session) return { turn, run: null };
  const run: TurnRun = {
    turn, release: session.release, facts: session.facts, snapshot: session.snapshot, host: turn.host, said: [], steps: [], effects: [], deferred: [],
    settled: undefined, ended: undefined, restart: undefined, moved: undefined, learned: {}, keep: false,
  };
  await happen(run, performing);
  const open = run.host.session.dialog;
  // The machine has gone on without the dialog (a timer, a restart): it hears no more.
  if (open && open.wait !== null && open.wait !== run.snapshot?.seq) delete run.host.session.dialog;
  return { turn, run };
}

async function happen(run: TurnRun, performing: Performing): Promise<void> {
  const { event, session } = run.turn;
  switch (event.type) {
    case 'message': return hear(run, performing, event.message);
    case 'timer':
    case 'callback':
    case 'result': {
      const ours = event.session === session?.no && run.snapshot !== null;
      if (!ours) run.steps.push({ did: 'late', wait: event.wait, current: run.snapshot?.seq ?? 0 });
      else await feed(run, performing, machineEvent(event));
      return;
    }
    case 'stop':
      run.ended = 'stopped';
      return;
    case 'reset':
      run.ended = 'reset';
      return;
    case 'move': return moveSession(run, performing, event.release);
    case 'perform': throw new Error('A deferred effect has a lane of its own and no session.');
  }
}

function machineEvent(event: Extract<InboxEvent, { type: 'timer' | 'callback' | 'result' }>): Parameters<typeof feed>[2] {
  const { wait } = event;
  switch (event.type) {
    case 'timer': return { type: 'timer', wait };
    case 'callback': return { type: 'callback', wait, called: event.called };
    case 'result': return { type: 'result', wait, result: event.result };
  }
}

async function hear(run: TurnRun, performing: Performing, message: Incoming): Promise<void> {
  const { echo, silent } = hearEcho(run.host.session.echo, message, run.facts.now);
  run.host.session.echo = echo;
  if (silent) {
    run.steps.push({ did: 'ignore', why: 'echo' });
    return;
  }
  if (opensDialog(message)) run.host.session.dialog ??= { name: message.dialog, page: 0, wait: run.snapshot?.seq ?? null };
  if (run.host.session.dialog) return hearDialog(run, performing, message);
  if (run.snapshot === null) return begin(run, performing, message);
  if (run.turn.unheard) return sayText(run, wordsOf(run, 'unheard'));
  await feed(run, performing, { type: 'message', message });
  if (run.steps.some(({ did }) => did === 'late') && run.said.length === 0) answerLate(run);
}

/** A chat page's menu answers a dialog that nobody has opened. */
function opensDialog(message: Incoming): message is Extract<Incoming, { type: 'dialogReply' }> & { dialog: 'language' | 'reset' } {
  return message.type === 'dialogReply' && (message.dialog === 'language' || message.dialog === 'reset');
}

/** The first message starts the session; the flow decides whether it is an answer as well. Consent comes before anything. */
async function begin(run: TurnRun, performing: Performing, message: Incoming): Promise<void> {
  if (needsConsent(run)) openDialog(run, { name: 'consent', wait: null, opening: message });
  else await feed(run, performing, { type: 'start', message });
}

/** An answer to a question that is over is never applied to another: it is said so, and the current question asked again. */
function answerLate(run: TurnRun): void {
  sayText(run, wordsOf(run, 'past'));
  if (!run.snapshot) return;
  for (const action of askAgain(run.release.prepared, run.snapshot, run.facts)) {
    if (action.type === 'send') run.said.push({ message: action.message });
  }
}

function wordsOf(run: TurnRun, text: 'past' | 'unheard'): { text: string; language: string } {
  const { texts, language } = textsIn(run.facts.language);
  return { text: texts[text], language };
}
