import type { Part, Parts } from '../expressions/types.ts';
import { assertNever } from '../lib/assertNever.ts';
import type { Machine } from '../machine/machine.ts';
import type { Authored, Outgoing } from '../messages/outgoing.ts';

/** Name of the empty part that stands before a text which is missing in the contact's language; after it the language it is in. */
const fallbackMark = '$in:';

/** A message in the contact's language; `language` is another one where the author's translation is missing. */
export interface Outbound {
  message: Outgoing;
  language: string;
}

/** Puts the author's text where a translation is missing, behind a mark that says which language it is in; `outbound` reads it. */
export function withMarkedGaps(machine: Machine): Machine {
  const [first = 'en', ...others] = machine.languages;
  if (others.length === 0) return machine;
  const texts = Object.fromEntries(Object.entries(machine.texts).map(([key, languages]) => {
    const original = Object.hasOwn(languages, first) ? languages[first] : undefined;
    if (!original) return [key, languages];
    const gaps = others.filter((language) => !Object.hasOwn(languages, language) && !Object.hasOwn(languages, language.split('-')[0] ?? language));
    const marked = [{ cel: '""', name: `${fallbackMark}${first}` }, ...original];
    return [key, gaps.length === 0 ? languages : { ...languages, ...Object.fromEntries(gaps.map((language) => [language, marked])) }];
  }));
  return { ...machine, texts };
}

/** Language out. Without a provider a missing translation stays in the author's language and is marked by it. */
export function outbound(said: Authored, language: string): Outbound {
  let spoken = language;
  const text = (parts: Parts): string => parts.map((part) => {
    const other = markOf(part);
    if (other !== undefined) spoken = other;
    return typeof part === 'string' ? part : part.value;
  }).join('');
  const message = inWords(said, text);
  return { message, language: spoken };
}

function markOf(part: Part): string | undefined {
  return typeof part === 'object' && part.name.startsWith(fallbackMark) ? part.name.slice(fallbackMark.length) : undefined;
}

function inWords(said: Authored, text: (parts: Parts) => string): Outgoing {
  switch (said.type) {
    case 'text': return { type: 'text', text: text(said.text), ...around(said, text), ...(said.by && { by: said.by }) };
    case 'image':
    case 'video':
    case 'document': return { type: said.type, media: said.media, ...(said.caption && { caption: text(said.caption) }) };
    case 'audio': return said;
    case 'typing': return said;
    case 'choices': {
      const options = said.options.map(({ id, label, note }) => ({ id, label: text(label), ...(note && { note: text(note) }) }));
      return { type: 'choices', body: text(said.body), ...around(said, text), options, ...(said.several && { several: said.several }), wait: said.wait };
    }
    case 'form': return {
      type: 'form', body: text(said.body), submit: text(said.submit), ...(said.cancel && { cancel: text(said.cancel) }), given: said.given, wait: said.wait,
      fields: said.fields.map(({ label, note, options, ...field }) => ({ ...field, label: text(label), ...(note && { note: text(note) }), ...(options && { options: options.map((option) => ({ id: option.id, label: text(option.label) })) }) })),
      errors: Object.fromEntries(Object.entries(said.errors).map(([id, parts]) => [id, text(parts)])),
    };
    default: return assertNever(said);
  }
}

function around({ header, footer }: { header?: Parts; footer?: Parts }, text: (parts: Parts) => string): { header?: string; footer?: string } {
  return { ...(header && { header: text(header) }), ...(footer && { footer: text(footer) }) };
}
