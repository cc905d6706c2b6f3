import { dialogs } from '@parley/shared/dialogs/index';
import { textsIn } from '@parley/shared/dialogs/texts.data';
import type { DialogName } from '@parley/shared/machine/action';
import type { Incoming } from '@parley/shared/messages/incoming';
import { feed } from './feed.ts';
import type { OpenDialog } from './host.ts';
import { askDialog, givenOf, needsConsent, openDialog } from './openDialog.ts';
import type { Performing } from './perform.ts';
import { sayText } from './turnRun.ts';
import type { TurnRun } from './turnRun.ts';

/** Messages that are no answer to anything. */
const silent: ReadonlySet<Incoming['type']> = new Set(['start', 'reaction', 'edited', 'callback']);

/** A message while a dialog is open: it is the dialog's, whatever it says. */
export async function hearDialog(run: TurnRun, performing: Performing, message: Incoming): Promise<void> {
  const open = run.host.session.dialog;
  if (!open || silent.has(message.type)) {
    run.steps.push({ did: 'ignore', why: message.type });
    return;
  }
  const heard = dialogs[open.name].hear(message, givenOf(run, open));
  run.steps.push({ did: 'recognise', as: `dialog ${open.name}`, ok: heard !== undefined, ...(heard && 'value' in heard && { value: heard.value }) });
  if (!heard) return askDialog(run, open);
  if ('page' in heard) {
    open.page = heard.page;
    return askDialog(run, open);
  }
  delete run.host.session.dialog;
  await done[open.name](run, performing, { open, value: heard.value });
}

type Done = (run: TurnRun, performing: Performing, answer: { open: OpenDialog; value: string }) => Promise<void>;

/** What follows each dialog, before the flow goes on. */
const done: Record<DialogName, Done> = {
  async language(run, performing, { open, value }) {
    run.host.contact.language = value;
    run.facts = { ...run.facts, language: value };
    run.learned.language = value;
    await goOn(run, performing, { open, value });
  },
  async reset(run, performing, { open, value }) {
    if (value !== 'reset') return goOn(run, performing, { open, value });
    const release = run.turn.work.liveRelease ?? run.release.id;
    run.restart = { reason: 'reset', release };
    run.release = await performing.release(release);
    delete run.host.session.timer;
    await feed(run, performing, { type: 'start' });
  },
  async consent(run, performing, { open, value }) {
    const agreed = value === 'agreed';
    if (agreed) {
      run.host.contact.consentedAt = run.facts.now;
      run.learned.consentedAt = new Date(run.facts.now);
    }
    if (agreed || open.wait !== null) return goOn(run, performing, { open, value });
    const { texts, language } = textsIn(run.facts.language);
    sayText(run, { text: texts.declined, language });
    run.ended = 'stopped';
  },
};

/** Back to the flow: it begins, or learns how the dialog ended. */
async function goOn(run: TurnRun, performing: Performing, { open, value }: { open: OpenDialog; value: string }): Promise<void> {
  if (open.wait === null && needsConsent(run)) return openDialog(run, { name: 'consent', wait: null, ...(open.opening && { opening: open.opening }) });
  if (open.wait === null) return feed(run, performing, { type: 'start', ...(open.opening && { message: open.opening }) });
  await feed(run, performing, { type: 'dialogDone', wait: open.wait, dialog: open.name, value });
}

