import { compile } from '@parley/shared/compiler/compile';
import { prepare } from '@parley/shared/engine/prepare';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import type { Sketch } from '@parley/shared/nodes/golden';
import type { Incoming } from '@parley/shared/messages/incoming';
import { withMarkedGaps } from '@parley/shared/host/outbound';
import type { Ground, Talk, Told } from '../host/talk.ts';
import { saidOf } from '../host/transcript.ts';
import { beginTalk, tell } from '../host.ts';

/** When simulated conversations begin. */
export const now = '2026-11-20T09:00:00.000Z';

/** A drawing ready to be talked to, on the web. */
export function groundOf(flow: Sketch, more: Partial<Ground> = {}): Ground {
  const machine = compile(drawGolden({ flow }, nodeTypes), nodeTypes);
  return {
    prepared: prepare(withMarkedGaps(machine)), sessionHours: 24, zone: 'UTC', offsets: () => [{ from: '1970-01-01T00:00:00.000Z', minutes: 0 }],
    channel: 'web', contact: { name: 'Amara', language: undefined }, ...more,
  };
}

/** The contact sends this. */
export const message = (said: Incoming): Told => ({ type: 'message', message: said });
/** The contact writes this. */
export const say = (text: string): Told => message({ type: 'text', text });
/** So much time passes. */
export const later = (after: string): Told => ({ type: 'later', after });

/** Taps an option of the last question by its label. */
export const tap = (label: string) => (talk: Talk): Told => {
  const line = talk.log.findLast((each) => each.from === 'bot' && each.message.type === 'choices');
  if (line?.from !== 'bot' || line.message.type !== 'choices') throw new Error('Nothing to tap.');
  const option = line.message.options.find((each) => each.label === label);
  if (!option) throw new Error(`No option "${label}" among ${line.message.options.map((each) => each.label).join(', ')}.`);
  return message({ type: 'choiceReply', option: option.id, label, wait: line.message.wait });
};

/** A conversation after all of this, one after the other. */
export function play(ground: Ground, tolds: (Told | ((talk: Talk) => Told))[], from = beginTalk(now)): Talk {
  return tolds.reduce<Talk>((talk, told) => tell(ground, talk, typeof told === 'function' ? told(talk) : told), from);
}

/** What people read of a conversation: the contact's words behind `>`, options in brackets, the end as a line. */
export function readable({ log }: Talk): string[] {
  return log.flatMap((line) => {
    if (line.from === 'contact') return [`> ${'text' in line.message ? line.message.text : 'label' in line.message ? line.message.label : line.message.type}`];
    if (line.from === 'host') return line.did.what === 'ended' ? [`(${line.did.why})`] : [];
    const said = saidOf(line.message);
    if (typeof said === 'string') return [said];
    return [`${said.text ?? said.file}${said.options ? ` [${said.options.join('] [')}]` : ''}`];
  });
}

/** Two washes, a name, and shortcuts. */
export const wash: Sketch = {
  languages: ['en', 'fr'],
  variables: { wash: 'text', name: { type: { kind: 'text' }, personal: true } },
  nodes: {
    start: { start: { openings: { o: { keywords: 'price', order: 1 } } } },
    which: { choice: { body: 'Which wash?', options: { a: { label: 'Express', order: 1 }, b: { label: 'Full', order: 2 } }, save: 'wash' } },
    who: { ask: { question: 'Your name?', save: 'name' } },
    bye: { end: { text: 'Bye {{name}}' } },
    price: { end: { text: 'It costs 10' } },
  },
  edges: ['start.next -> which', 'start.o -> price', 'which.a -> who', 'which.b -> who', 'who -> bye'],
  translations: { fr: { 'which/body': 'Quel lavage ?', 'who/question': 'Votre nom ?' } },
  settings: { shortcuts: { r: { keywords: 'again', does: { kind: 'dialog', dialog: 'reset' }, order: 1 }, l: { keywords: 'language', does: { kind: 'dialog', dialog: 'language' }, order: 2 } } },
};
