import { prepareTemplate } from '@parley/shared/expressions/prepareTemplate';
import type { Facts, Parts, Template } from '@parley/shared/expressions/types';
import type { PreparedMachine } from '@parley/shared/engine/prepare';
import type { DialogName } from '@parley/shared/machine/action';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { TraceStep } from '@parley/shared/machine/trace';
import type { Authored } from '@parley/shared/messages/outgoing';
import type { Host } from './host.ts';
import type { LoadedRelease } from './releases.ts';
import type { EffectTrace } from './trace.ts';
import type { Understood } from './understand.ts';

/** A turn under way: the session as it stands now and what the turn has done so far. Changed by the stages advance and perform only. */
export interface TurnRun {
  turn: Understood;
  release: LoadedRelease;
  facts: Facts;
  snapshot: Snapshot | null;
  host: Host;
  said: { message: Authored; /** In another language than the contact's, by the host itself. */ language?: string }[];
  steps: TraceStep[];
  effects: EffectTrace[];
  /** Effects given to a lane of their own. */
  deferred: object[];
  /** A dialog that had nothing to ask. */
  settled: { dialog: DialogName; wait: number; value: string } | undefined;
  /** Why the session ended other than by the flow. */
  ended: 'stopped' | 'reset' | undefined;
  restart: { reason: 'reset'; release: string } | undefined;
  /** The release the session goes over to. */
  moved: string | undefined;
  /** What was learned about the contact, to keep outside the conversation too. */
  learned: { language?: string; consentedAt?: Date };
  /** The message was only told to wait; it is heard again later. */
  keep: boolean;
}

/** Words of the host's own, as a message. */
export function sayText(run: TurnRun, { text, language }: { text: string; language: string }): void {
  run.said.push({ message: { type: 'text', text: [text] }, language });
}

/** A text of the flow's settings in the contact's language, evaluated without variables; [] when the author left it empty. */
export function settingsText(prepared: PreparedMachine, field: 'consentText' | 'errorText', facts: Facts): Parts {
  const template = settingsTemplate(prepared, field, facts.language);
  return template.length === 0 ? [] : prepareTemplate(template, { variables: {} })(() => undefined, facts).parts;
}

/** The same as a template. */
export function settingsTemplate({ machine }: PreparedMachine, field: 'consentText' | 'errorText', language: string): Template {
  const key = `${machine.main}:settings/${field}`;
  const texts = Object.hasOwn(machine.texts, key) ? machine.texts[key] : undefined;
  return texts?.[language] ?? texts?.[language.split('-')[0] ?? ''] ?? texts?.[machine.languages[0] ?? ''] ?? [];
}
