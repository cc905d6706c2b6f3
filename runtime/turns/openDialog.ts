import type { DialogGiven } from '@parley/shared/dialogs/dialog';
import { dialogs } from '@parley/shared/dialogs/index';
import type { DialogName } from '@parley/shared/machine/action';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { OpenDialog } from './host.ts';
import { settingsText } from './turnRun.ts';
import type { TurnRun } from './turnRun.ts';

/** Opens a dialog, or settles it at once when there is nothing to ask. */
export function openDialog(run: TurnRun, { name, wait, opening }: { name: DialogName; wait: number | null; opening?: Incoming }): void {
  const open: OpenDialog = { name, page: 0, wait, ...(opening && { opening }) };
  const dialog = dialogs[name];
  const known = name === 'consent' && run.host.contact.consentedAt !== undefined ? 'agreed' : dialog.settled?.(givenOf(run, open));
  if (known !== undefined && wait !== null) {
    run.settled = { dialog: name, wait, value: known };
    return;
  }
  run.host.session.dialog = open;
  askDialog(run, open);
}

/** Whether the contact must be asked before their first session. */
export function needsConsent(run: TurnRun): boolean {
  return run.host.contact.consentedAt === undefined && settingsText(run.release.prepared, 'consentText', run.facts).length > 0;
}

/** Says what an open dialog asks, again or for the first time. */
export function askDialog(run: TurnRun, open: OpenDialog): void {
  run.said.push(...dialogs[open.name].ask(givenOf(run, open)).map((message) => ({ message })));
}

/** What an open dialog may know. */
export function givenOf(run: TurnRun, open: OpenDialog): DialogGiven {
  return {
    language: run.facts.language, languages: run.release.prepared.machine.languages, page: open.page, wait: run.snapshot?.seq ?? run.host.contact.seq,
    consentText: settingsText(run.release.prepared, 'consentText', run.facts),
  };
}
