import { dialogs } from '@parley/shared/dialogs/index';
import type { DialogGiven } from '@parley/shared/dialogs/dialog';
import { prepareTemplate } from '@parley/shared/expressions/prepareTemplate';
import type { Parts } from '@parley/shared/expressions/types';
import { note, say } from './run.ts';
import type { Run } from './run.ts';
import type { OpenDialog } from './talk.ts';

/** Opens a dialog, or settles it at once when there is nothing to ask; `wait` null = before the session has started. */
export function openDialog(run: Run, { name, wait, opening }: Omit<OpenDialog, 'page'>): void {
  const open: OpenDialog = { name, page: 0, wait, ...(opening && { opening }) };
  note(run, { what: 'dialog', dialog: name, ...(wait === null && { before: true }) });
  const known = name === 'consent' && run.talk.contact.consented ? 'agreed' : dialogs[name].settled?.(givenOf(run, open));
  if (known !== undefined && wait !== null) {
    run.settled = { dialog: name, wait, value: known };
    return;
  }
  run.talk.dialog = open;
  ask(run, open);
}

/** Whether the contact must be asked for consent before their first session. */
export function needsConsent(run: Run): boolean {
  return !run.talk.contact.consented && consentTextOf(run).length > 0;
}

/** Says what a dialog asks. */
export function ask(run: Run, open: OpenDialog): void {
  for (const message of dialogs[open.name].ask(givenOf(run, open))) say(run, message, { by: 'dialog' });
}

/** What an open dialog may know. */
export function givenOf(run: Run, { page }: OpenDialog): DialogGiven {
  return { language: run.facts.language, languages: run.ground.prepared.machine.languages, page, wait: run.talk.snapshot?.seq ?? 0, consentText: consentTextOf(run) };
}

/** The author's words asking for consent, evaluated without variables; [] when there are none. */
function consentTextOf({ ground: { prepared: { machine } }, facts }: Run): Parts {
  const key = `${machine.main}:settings/consentText`;
  const texts = Object.hasOwn(machine.texts, key) ? machine.texts[key] : undefined;
  const template = texts?.[facts.language] ?? texts?.[facts.language.split('-')[0] ?? ''] ?? texts?.[machine.languages[0] ?? ''] ?? [];
  return template.length === 0 ? [] : prepareTemplate(template, { variables: {} })(() => undefined, facts).parts;
}
