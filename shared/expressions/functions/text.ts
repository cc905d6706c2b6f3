import { formatNumber } from '../formatNumber.ts';
import { languageFacts } from '../languages.data.ts';
import { isMatch } from '../isMatch.ts';
import { Failure } from '../failure.ts';
import { booleanOf, cappedLength, cappedList, cappedText, listOf, numberOf, quote, textOf, wholeOf } from '../read.ts';
import { spend } from '../run.ts';
import { same } from '../compare.ts';
import type { FunctionDefinition } from './defineFunction.ts';

const characters = (text: string): string[] => Array.from(text);

/** Functions of texts. Places and sizes count characters, not bytes. */
export const textFunctions: FunctionDefinition[] = [
  { signatures: ['upper(text): text'], doc: 'The text in capital letters.', run: ([text]) => cappedText(textOf(text).toUpperCase()) },
  { signatures: ['lower(text): text'], doc: 'The text in small letters.', run: ([text]) => cappedText(textOf(text).toLowerCase()) },
  { signatures: ['capitalize(text): text'], doc: 'The text with its first letter capital.', run: ([text]) => {
    const [first = '', ...rest] = characters(textOf(text));
    return cappedText(first.toUpperCase() + rest.join(''));
  } },
  { signatures: ['trim(text): text'], doc: 'The text without spaces around it.', run: ([text]) => textOf(text).trim() },
  { signatures: ['size(text): number', 'size(list<T>): number'], doc: 'How many characters or items there are.', run: ([value], run) => {
    if (typeof value !== 'string') return listOf(value).length;
    spend(run, 1 + value.length / 64);
    return characters(value).length;
  } },
  { signatures: ['contains(text, text): boolean', 'contains(list<T>, T): boolean'], doc: 'Whether a text or a list has something in it.', run: ([value, part = ''], run) => {
    if (typeof value === 'string') return value.includes(textOf(part));
    spend(run, listOf(value).length);
    return listOf(value).some((item) => same(item, part));
  } },
  { signatures: ['startsWith(text, text): boolean'], doc: 'Whether a text begins with another.', run: ([text, part]) => textOf(text).startsWith(textOf(part)) },
  { signatures: ['endsWith(text, text): boolean'], doc: 'Whether a text ends with another.', run: ([text, part]) => textOf(text).endsWith(textOf(part)) },
  { signatures: ['indexOf(text, text): number', 'indexOf(list<T>, T): number'], doc: 'The place of a part, counted from 0; -1 when it is not there.', run: ([value, part = ''], run) => {
    spend(run, 1 + (typeof value === 'string' ? value.length / 64 : listOf(value).length));
    if (typeof value !== 'string') return listOf(value).findIndex((item) => same(item, part));
    const at = value.indexOf(textOf(part));
    return at < 0 ? -1 : characters(value.slice(0, at)).length;
  } },
  { signatures: ['substring(text, number): text', 'substring(text, number, number): text'], doc: 'The characters from one place up to another.', run: ([text, from, to], run) => {
    const all = characters(textOf(text));
    spend(run, 1 + all.length / 64);
    return all.slice(Math.max(0, wholeOf(from)), to === undefined ? all.length : Math.max(0, wholeOf(to))).join('');
  } },
  { signatures: ['replace(text, text, text): text'], doc: 'The text with every occurrence of a part replaced.', run: ([text, part, by], run) => {
    const [whole, old, fresh] = [textOf(text), textOf(part), textOf(by)];
    if (old === '') return whole;
    const times = whole.split(old).length - 1;
    spend(run, 1 + whole.length / 64);
    cappedLength(whole.length + times * (fresh.length - old.length));
    return whole.split(old).join(fresh);
  } },
  { signatures: ['split(text, text): list<text>'], doc: 'The parts of a text between separators.', run: ([text, separator], run) => {
    spend(run, 1 + textOf(text).length / 64);
    return cappedList(textOf(text).split(textOf(separator)));
  } },
  { signatures: ['join(list<text>): text', 'join(list<text>, text): text'], doc: 'One text made of the items of a list.', run: ([list, separator = ''], run) => {
    const items = listOf(list).map(textOf);
    const length = items.reduce((sum, item) => sum + item.length, textOf(separator).length * Math.max(0, items.length - 1));
    spend(run, 1 + items.length + Math.min(length, 8_192) / 64);
    cappedLength(length);
    return items.join(textOf(separator));
  } },
  { signatures: ['isMatch(text, text): boolean'], doc: 'Whether a text matches a pattern anywhere in it (RE2 syntax; use ^ and $ for the whole).', run: ([text, pattern], run) => {
    spend(run, 1 + (textOf(text).length * textOf(pattern).length) / 8);
    return isMatch(textOf(text), textOf(pattern));
  } },
  { signatures: ['string(text): text', 'string(number): text', 'string(boolean): text', 'string(date): text', 'string(time): text', 'string(datetime): text', 'string(duration): text'],
    doc: 'The value as a text that programs read: 3.5, true, 2026-11-21.', run: ([value]) => (typeof value === 'string' ? value : String(value)) },
  { signatures: ['number(text): number', 'number(text, number): number'], doc: 'The number written in a text; with a second value, that one when there is none.', run: ([text, otherwise]) => {
    const written = textOf(text).trim();
    const value = /^[-+]?(\d{1,20}(\.\d{1,20})?|\.\d{1,20})$/.test(written) ? Number(written) : undefined;
    if (value !== undefined) return value;
    if (otherwise !== undefined) return numberOf(otherwise);
    throw new Failure(`${quote(text)} is not a number.`);
  } },
  { signatures: ['format(number): text', 'format(number, number): text'], doc: 'The number as the contact’s language writes it, with so many decimals.', run: ([value, digits], run) => {
    const decimals = digits === undefined ? undefined : wholeOf(digits);
    if (decimals !== undefined && (decimals < 0 || decimals > 12)) throw new Failure('A number is written with 0 to 12 decimals.');
    return formatNumber(numberOf(value), languageFacts(run.facts.language), { digits: decimals, grouped: true });
  } },
  { signatures: ['yesNo(boolean): text'], doc: 'Yes or no in the contact’s language.', run: ([value], run) => {
    const words = languageFacts(run.facts.language);
    return booleanOf(value) ? words.yes : words.no;
  } },
];
