import { groupKey } from './actions.ts';
import type { RapidproWords } from './rapidproWords.ts';

/** What a test is held against: an expression that gives a text, and one that gives a number. */
export interface Tested {
  text: string;
  number: string;
}

/** A test as an expression; `args` are its arguments in every language. Tests that cannot be said are never true. */
export function readCase(type: string, args: readonly string[], { text, number }: Tested, words: Pick<RapidproWords, 'read'>): string {
  const said = `lower(trim(${text}))`;
  const phrases = args.map((arg) => arg.toLowerCase().trim()).filter(Boolean);
  const any = (each: (phrase: string) => string): string => phrases.map((phrase) => each(JSON.stringify(phrase))).join(' || ') || 'false';
  const [low = '0', high = '0'] = args.map((arg) => (Number.isFinite(Number(arg)) && arg.trim() ? String(Number(arg)) : '0'));
  const isNumber = `isMatch(${text}, "^\\\\s*-?[0-9]+([.,][0-9]+)?\\\\s*$")`;
  const compared = (operator: string): string => `${isNumber} && ${number} ${operator} ${low}`;
  switch (type) {
    case 'has_any_word': return hasWord(said, phrases.flatMap((phrase) => phrase.split(/[\s,]+/)).filter(Boolean), 'exists');
    case 'has_all_words': return hasWord(said, phrases.flatMap((phrase) => phrase.split(/[\s,]+/)).filter(Boolean), 'all');
    case 'has_phrase': return any((phrase) => `contains(${said}, ${phrase})`);
    case 'has_only_phrase':
    case 'has_only_text':
    case 'has_category':
    case 'has_intent':
    case 'has_top_intent': return any((phrase) => `${said} == ${phrase}`);
    case 'has_beginning': return any((phrase) => `startsWith(${said}, ${phrase})`);
    case 'has_pattern': return args.map((pattern) => `isMatch(${text}, ${JSON.stringify(pattern)})`).join(' || ') || 'false';
    case 'has_number': return isNumber;
    case 'has_number_between': return `${isNumber} && ${number} >= ${low} && ${number} <= ${high}`;
    case 'has_number_lt': return compared('<');
    case 'has_number_lte': return compared('<=');
    case 'has_number_eq': return compared('==');
    case 'has_number_gte': return compared('>=');
    case 'has_number_gt': return compared('>');
    case 'has_email': return `isMatch(${text}, "[^@ ]+@[^@ ]+[.][^@ ]+")`;
    case 'has_phone': return `isMatch(${text}, "[0-9][0-9 ()/-]{5,}")`;
    // The first argument is the group's id, the second its name.
    case 'has_group': return words.read(groupKey(args[1] ?? args[0] ?? ''));
    case 'has_text':
    case 'has_value':
    case 'has_date':
    case 'has_time':
    case 'has_state':
    case 'has_district':
    case 'has_ward': return `trim(${text}) != ""`;
    default: return 'false';
  }
}

/** Words count as such between anything that is no letter; that is a pattern while it is short enough for one. */
function hasWord(said: string, words: readonly string[], how: 'exists' | 'all'): string {
  if (words.length === 0) return 'false';
  const list = words.map((word) => JSON.stringify(word)).join(', ');
  return `[${list}].${how}(word, word in split(replace(replace(replace(replace(${said}, ",", " "), ".", " "), "!", " "), "?", " "), " "))`;
}
