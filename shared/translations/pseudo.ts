import type { Flow, FlowSet } from '../flow/document.ts';
import { hashText } from '../flow/hashFlow.ts';
import { textsOf } from '../flow/textsOf.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { piecesOf } from '../expressions/holes.ts';

/** Languages that nobody speaks, by the tags the field uses for them: accents and a third more letters; and read from right to left. */
export const pseudoLanguages = ['en-XA', 'ar-XB'] as const;
export type PseudoLanguage = (typeof pseudoLanguages)[number];

const plain = 'abcdefghijklmnoprstuvwyzACDEGHIJKLNOPRSTUWYZ';
const accented = 'áƀçðéƒĝĥîĵķļɱñöþŕšţûṽŵýžÅÇÐÉĜĤÎĴĶĻÑÖÞŔŠŢÛŴÝŽ';
const accents = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]));

/** Languages lengthen a text by about so much. */
const growth = 0.35;
const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/g;

/** A text as a language of its own would look: what is not translated, cut off or laid out too tightly is seen at once. Holes and addresses stay. */
export function pseudo(text: string, language: PseudoLanguage): string {
  if (text.trim() === '') return text;
  const inWords = language === 'en-XA' ? accent : mirror;
  const said = piecesOf(text).map(({ text: piece, hole }) => (hole ? piece : besidesAddresses(piece, inWords))).join('');
  return language === 'en-XA' ? `[${said}]` : said;
}

function besidesAddresses(text: string, change: (words: string) => string): string {
  const kept = text.match(address) ?? [];
  return text.split(address).map((words, at) => change(words) + (kept[at] ?? '')).join('');
}

/** Accents, and vowels drawn out until the words are a third longer. */
function accent(words: string): string {
  const letters = [...words];
  const vowels = letters.filter((letter) => /[aeiou]/i.test(letter)).length;
  const more = Math.ceil(words.trim().length * growth);
  let [seen, added] = [0, 0];
  const drawn = letters.map((letter) => {
    const changed = accents.get(letter) ?? letter;
    if (!/[aeiou]/i.test(letter)) return changed;
    seen += 1;
    const here = Math.floor((more * seen) / vowels) - added;
    added += here;
    return changed.repeat(1 + here);
  });
  return drawn.join('') + (added < more && words.trim() !== '' ? '~'.repeat(more - added) : '');
}

/** Words set from right to left, letter by letter, as Arabic and Hebrew are; numbers and marks find their places by themselves. */
function mirror(words: string): string {
  return words.replace(/[\p{L}\p{M}’']+/gu, (word) => `\u200f\u202e${word}\u202c\u200f`);
}

/** A bot that speaks the pseudo languages besides its own; nothing of it is meant to be kept. */
export function withPseudo(set: FlowSet, nodeTypes: NodeTypes): FlowSet {
  return { ...set, flows: Object.fromEntries(Object.entries(set.flows).map(([id, flow]) => [id, speaking(flow, nodeTypes)])) };
}

function speaking(flow: Flow, nodeTypes: NodeTypes): Flow {
  const texts = textsOf(flow, nodeTypes);
  const inLanguage = (language: PseudoLanguage) => Object.fromEntries(texts.map(({ key, original, template }) => [key, { text: template ? pseudo(original, language) : original, source: hashText(original), by: 'machine' as const, accepted: true }]));
  return { ...flow, languages: [...flow.languages, ...pseudoLanguages], translations: { ...flow.translations, ...Object.fromEntries(pseudoLanguages.map((language) => [language, inLanguage(language)])) } };
}
