import type { Part, Parts } from '@parley/shared/expressions/types';
import { assertNever } from '@parley/shared/lib/assertNever';
import type { Machine } from '@parley/shared/machine/machine';
import type { Authored, Outgoing } from '@parley/shared/messages/outgoing';

/** Name of the empty part before a text that is missing in the contact's language; after it the language it is in. */
const mark = '$in:';

/** A message as the contact reads it; `language` is another one than theirs where the author's translation is missing. */
export interface Expressed {
  message: Outgoing;
  language: string;
}

/** A machine that says, with every text that is missing in a language, which one it falls back to. */
export function withMarkedGaps(machine: Machine): Machine {
  const [first = 'en', ...others] = machine.languages;
  if (others.length === 0) return machine;
  const texts = Object.entries(machine.texts).map(([key, languages]): [string, Machine['texts'][string]] => {
    const original = Object.hasOwn(languages, first) ? languages[first] : undefined;
    const gaps = original ? others.filter((language) => !Object.hasOwn(languages, language) && !Object.hasOwn(languages, language.split('-')[0] ?? language)) : [];
    if (!original || gaps.length === 0) return [key, languages];
    const marked = [{ cel: '""', name: `${mark}${first}` }, ...original];
    return [key, { ...languages, ...Object.fromEntries(gaps.map((language) => [language, marked])) }];
  });
  return { ...machine, texts: Object.fromEntries(texts) };
}

/** Language out without a provider: parts become words, in the author's language where a translation is missing. */
export function express(said: Authored, language: string): Expressed {
  let spoken = language;
  const words = (parts: Parts): string => parts.map((part) => {
    spoken = languageOf(part) ?? spoken;
    return typeof part === 'string' ? part : part.value;
  }).join('');
  const message = inWords(said, words);
  return { message, language: spoken };
}

function languageOf(part: Part): string | undefined {
  return typeof part === 'object' && part.name.startsWith(mark) ? part.name.slice(mark.length) : undefined;
}

function inWords(said: Authored, words: (parts: Parts) => string): Outgoing {
  switch (said.type) {
    case 'text': return { type: 'text', text: words(said.text), ...around(said, words) };
    case 'image':
    case 'video':
    case 'document': return { type: said.type, media: said.media, ...(said.caption && { caption: words(said.caption) }) };
    case 'audio':
    case 'typing': return said;
    case 'choices': {
      const options = said.options.map(({ id, label, note }) => ({ id, label: words(label), ...(note && { note: words(note) }) }));
      return { type: 'choices', body: words(said.body), ...around(said, words), options, wait: said.wait };
    }
    default: return assertNever(said);
  }
}

function around({ header, footer }: { header?: Parts; footer?: Parts }, words: (parts: Parts) => string): { header?: string; footer?: string } {
  return { ...(header && { header: words(header) }), ...(footer && { footer: words(footer) }) };
}
