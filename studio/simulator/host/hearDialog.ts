import { dialogs } from '@parley/shared/dialogs/index';
import { textsIn } from '@parley/shared/dialogs/texts.data';
import type { DialogName } from '@parley/shared/machine/action';
import type { Incoming } from '@parley/shared/messages/incoming';
import { feed } from './feed.ts';
import { ask, givenOf, needsConsent, openDialog } from './openDialog.ts';
import { endSession, note, say, trace } from './run.ts';
import type { Run } from './run.ts';
import type { OpenDialog } from './talk.ts';

/** Messages that are no answer to anything. */
const silent: ReadonlySet<Incoming['type']> = new Set(['start', 'reaction', 'edited', 'callback']);

/** A message while a dialog is open: it is the dialog's, whatever it says. */
export function hearDialog(run: Run, open: OpenDialog, message: Incoming, own = false): void {
  if (silent.has(message.type)) return trace(run, { did: 'ignore', why: message.type });
  const heard = dialogs[open.name].hear(message, givenOf(run, open));
  trace(run, { did: 'recognise', as: `dialog ${open.name}`, ok: heard !== undefined, ...(heard && 'value' in heard && { value: heard.value }) });
  if (!heard) return ask(run, open);
  if ('page' in heard) {
    run.talk.dialog = { ...open, page: heard.page };
    return ask(run, run.talk.dialog);
  }
  run.talk.dialog = undefined;
  note(run, { what: 'dialogDone', dialog: open.name, value: heard.value, ...(open.wait === null && { before: true }), ...(own && { own: true }) });
  done[open.name](run, open, heard.value);
}

/** What follows each dialog, before the flow goes on. */
const done: Record<DialogName, (run: Run, open: OpenDialog, value: string) => void> = {
  language(run, open, value) {
    run.talk.contact = { ...run.talk.contact, language: value };
    run.facts = { ...run.facts, language: value };
    goOn(run, open, value);
  },
  reset(run, open, value) {
    if (value !== 'reset') return goOn(run, open, value);
    endSession(run, 'reset');
    feed(run, { type: 'start' });
  },
  consent(run, open, value) {
    const agreed = value === 'agreed';
    run.talk.contact = { ...run.talk.contact, consented: agreed || run.talk.contact.consented };
    if (agreed || open.wait !== null) return goOn(run, open, value);
    const { texts, language } = textsIn(run.facts.language);
    say(run, { type: 'text', text: [texts.declined] }, { by: 'dialog', language });
    endSession(run, 'stopped');
  },
};

/** Back to the flow: it begins, or learns how the dialog ended. */
function goOn(run: Run, { name, wait, opening }: OpenDialog, value: string): void {
  if (wait === null && needsConsent(run)) return openDialog(run, { name: 'consent', wait, ...(opening && { opening }) });
  if (wait === null) return feed(run, { type: 'start', ...(opening && { message: opening }) });
  feed(run, { type: 'dialogDone', wait, dialog: name, value });
}
