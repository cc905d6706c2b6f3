import { remember } from '../expressions/remember.ts';

/** Labels, synonyms and words come again with every message. */
const comeAgain = { most: 5_000, longest: 100 };

/** Digits of other scripts that people type, by the code of their zero. */
const zeros = [0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0x660, 0x6f0, 0xff10];

/** A text without what people leave out or vary: case, accents, nukta, other digits, curly quotes. Keeps signs and their places between words. */
export function plainForm(text: string): string {
  if (/^[\x20-\x5f\x61-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]|\u093c|[\u200b-\u200f]|\ufe0f/g, '')
    .replace(/[\u0660-\u0d6f\uff10-\uff19]/g, digit)
    .replace(/[’‘`´]/g, "'")
    .replace(/œ/g, 'oe');
}

function digit(letter: string): string {
  const code = letter.charCodeAt(0);
  const zero = zeros.find((start) => code >= start && code < start + 10);
  return zero === undefined ? letter : String(code - zero);
}

/** Signs of Hindi that are spelled one way or another: short and long vowels, a nasal written as letter, as dot or not at all. */
function foldDevanagari(text: string): string {
  if (!/[\u0900-\u097f]/.test(text)) return text;
  return text
    .replace(/[मनञङण]्(?=[क-ह])/g, '')
    .replace(/[\u0901\u0902]/g, '')
    .replace(/ी/g, 'ि').replace(/ू/g, 'ु').replace(/ई/g, 'इ').replace(/ऊ/g, 'उ').replace(/[\u0949\u0945]/g, 'ा').replace(/ऑ/g, 'आ').replace(/ये/g, 'ए');
}

/** The words of a text in one form, separated by single spaces: what two texts must share to be the same answer. '' for signs alone. */
export const fold: (text: string) => string = remember(comeAgain, (text) => foldDevanagari(plainForm(text)).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim());

/** The words of `fold`. */
export const foldedWords: (text: string) => readonly string[] = remember(comeAgain, (text) => {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
});

/** Letters as people see them: a consonant with its signs is one. */
export const letters: (text: string) => readonly string[] = remember(comeAgain, (text) => text.match(/\P{M}\p{M}*|\p{M}/gu) ?? []);
