import { formLines } from '@parley/shared/golden/formLines';
import type { Json } from '@parley/shared/lib/json';
import type { BotSaid, GoldenStep } from '@parley/shared/nodes/golden';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import type { HostDid, Line } from './talk.ts';

/** A conversation's log as lines of a golden conversation. What dialogs say is left out: there it is one `dialogDone`. */
export function transcriptOf(log: readonly Line[]): GoldenStep[] {
  return log.flatMap((line, at): GoldenStep[] => {
    if (line.former) return [];
    switch (line.from) {
      case 'bot': return line.by === 'dialog' ? [] : [{ bot: saidOf(line.message) }];
      case 'contact': return heardByDialog(log, at) ? [] : [{ user: line.message.type === 'text' ? line.message.text : line.message }];
      case 'host': return stepOf(line.did);
    }
  });
}

/** A message as people see it. */
export function saidOf(message: Outgoing): BotSaid {
  switch (message.type) {
    case 'text': return message.header || message.footer ? { ...around(message), text: message.text } : message.text;
    case 'choices': return { ...around(message), text: message.body, ...(message.several && { several: `${message.several.least}-${message.several.most}` }), options: message.options.map(({ label, note }) => (note ? `${label} | ${note}` : label)) };
    case 'form': return { text: message.body, form: formLines(message) };
    case 'audio': return { file: `audio: ${message.media.name}` };
    case 'image':
    case 'video':
    case 'document': return { file: `${message.type}: ${message.media.name}`, ...(message.caption && { text: message.caption }) };
    case 'typing': return '';
  }
}

function around({ header, footer }: { header?: string; footer?: string }): { header?: string; footer?: string } {
  return { ...(header && { header }), ...(footer && { footer }) };
}

function stepOf(did: HostDid): GoldenStep[] {
  switch (did.what) {
    case 'effect': {
      const { wait: _, ...does } = did.action;
      return [{ does: JSON.parse(JSON.stringify(does)) as Record<string, Json> }];
    }
    case 'result': return [{ result: did.result }];
    case 'calledBack': return [{ callback: { code: did.code, ...(Object.keys(did.values).length > 0 && { values: did.values }) } }];
    case 'dialog': return did.before ? [] : [{ does: { type: 'openDialog', dialog: did.dialog } }];
    case 'dialogDone': return dialogDone(did);
    case 'set': return [{ set: { [did.name]: did.value } }];
    case 'due': return [];
    case 'waited': return [{ later: did.after }];
    case 'ended': return did.why === 'final' ? [{ ends: true }] : [];
  }
}

/** The end of a dialog; what is asked for before a session is no part of it, but a language chosen then is. */
function dialogDone({ dialog, value, before, own }: Extract<HostDid, { what: 'dialogDone' }>): GoldenStep[] {
  if (dialog === 'consent') return before ? [] : [{ dialogDone: value }];
  return [{ dialogDone: value, ...(own && { dialog }) }];
}

/** Whether the next thing that happened is that a dialog answered or closed. */
function heardByDialog(log: readonly Line[], at: number): boolean {
  const next = log[at + 1];
  return next !== undefined && next.turn === log[at]?.turn && (next.from === 'bot' ? next.by === 'dialog' : next.from === 'host' && next.did.what === 'dialogDone');
}
