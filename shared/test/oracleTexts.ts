import type { Template } from '../expressions/types.ts';
import type { MessageTemplate } from '../machine/action.ts';
import type { Machine } from '../machine/machine.ts';
import { fakePlatforms } from './fakePlatforms.ts';
import { saidOn } from './saidOn.ts';

/** What goes wrong with the words and files of these messages: nothing is said, not in every language, alike, or refused by a platform. */
export function badlySaid(machine: Machine, messages: readonly MessageTemplate[], channels: readonly string[]): string[] {
  const keys = new Set(messages.flatMap((message) => keysIn(message)));
  return [...[...keys].flatMap((key) => unsaid(machine, key)), ...messages.flatMap((message) => [...alike(machine, message), ...refused(machine, message, channels)])];
}

/** Texts people may read of a message, wherever they stand in it. */
function keysIn(message: MessageTemplate): string[] {
  const passed = message.type === 'form' && message.fields.every(({ required }) => required);
  return Object.entries(message).flatMap(([name, value]) => (name === 'skip' && passed ? [] : refsIn(value)));
}

/** The texts anywhere inside a message. */
export function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && typeof value.text === 'string') return [value.text];
  // How an answer is understood is not said.
  return Object.entries(value).flatMap(([name, inner]) => (name === 'recogniser' || name === 'media' || name === 'listed' ? [] : refsIn(inner)));
}

/** Texts people would read in another language than theirs, or that are empty. */
function unsaid({ texts, languages }: Machine, key: string): string[] {
  const empty = (language: string) => (texts[key]?.[language] ?? []).every((piece) => typeof piece === 'string' && piece.trim() === '');
  if (empty(languages[0] ?? '')) return [`${key} says nothing`];
  return languages.filter(empty).map((language) => `${key} is not said in ${language}`);
}

/** Two options that read the same: whoever types one always gets the first. */
function alike({ texts, languages }: Machine, message: MessageTemplate): string[] {
  if (message.type !== 'choices') return [];
  return languages.flatMap((language) => {
    const labels = message.options.map(({ label }) => written(texts[label.text]?.[language] ?? [])).filter((label) => label !== '');
    return labels.filter((label, at) => labels.indexOf(label) < at).map((label) => `two options read ${label} in ${language}`);
  });
}

const written = (template: Template): string => template.map((piece) => (typeof piece === 'string' ? piece : `{{${piece.cel}}}`)).join('').trim().toLowerCase();

/** What a platform would not deliver. */
function refused({ texts, languages }: Machine, message: MessageTemplate, channels: readonly string[]): string[] {
  const [first = ''] = languages;
  return channels.flatMap((channel) => languages.flatMap((language) => {
    const said = saidOn(message, channel, ({ text }) => (texts[text]?.[language] ?? texts[text]?.[first] ?? []).map((piece) => (typeof piece === 'string' ? piece : { value: '', name: piece.name })));
    const platform = Object.entries(fakePlatforms).find(([name]) => name === channel)?.[1];
    return said.flatMap((each) => platform?.(each) ?? []).map((why) => `${channel} refuses ${why}`);
  }));
}
