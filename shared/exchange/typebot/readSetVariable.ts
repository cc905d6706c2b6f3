import type { Json } from '../../lib/json.ts';
import { describe } from '../../expressions/describe.ts';
import { numberOf, textOf } from './typebotWords.ts';
import type { KnownVariable, TypebotWords } from './typebotWords.ts';

/** What a variable is set to: an expression, a program where no expression says the same, or nothing that exists here. */
export type SetTo = { as: 'expression'; cel: string } | { as: 'code'; code: string; inputs: KnownVariable[] } | { as: 'nothing'; because: string };

const moment = '(hour(timeNow()) < 12 ? "morning" : hour(timeNow()) < 18 ? "afternoon" : "evening")';

/** Values that Typebot computes itself, as texts. */
const computed: Readonly<Record<string, string>> = {
  Empty: '', Now: 'string(now())', Today: 'string(today())', Tomorrow: 'string(addDays(today(), 1))', Yesterday: 'string(addDays(today(), -1))',
  'Moment of the day': moment, 'User ID': 'contactId()', 'Result ID': 'contactId()', 'Random ID': 'string(random(100000000, 999999999, "id"))', 'Contact name': 'contactName()', 'Environment name': 'channel()',
};

/** Whether a custom value is reckoned with numbers and variables only, so that the variable is a number. */
export function isSum(written: string): boolean {
  return /\d|\{\{/.test(written) && /^(?:\s|\d+(?:\.\d+)?|[-+*/()]|\{\{[^{}]+\}\})+$/.test(written) && (/[-+*/]/.test(written) || /^\s*\d+(?:\.\d+)?\s*$/.test(written));
}

/** Reads what a Set variable block computes, for the variable it sets. */
export function readSetVariable(options: { readonly [key: string]: Json } = {}, target: KnownVariable, words: TypebotWords): SetTo {
  const type = typeof options['type'] === 'string' ? options['type'] : 'Custom';
  if (type === 'Append value(s)') return appended(String(options['item'] ?? ''), target, words);
  if (type !== 'Custom') {
    if (!Object.hasOwn(computed, type)) return { as: 'nothing', because: `There is no value “${type.slice(0, 60)}” here.` };
    return target.type.kind === 'text' ? { as: 'expression', cel: computed[type] ?? '' } : { as: 'nothing', because: holds(target, `“${type}” is a text`) };
  }
  const written = typeof options['expressionToEvaluate'] === 'string' ? options['expressionToEvaluate'].trim() : '';
  if (isSum(written)) {
    const sum = written.replace(/\{\{([^{}]+)\}\}/g, (_hole, name: string) => {
      const variable = words.byName(name);
      return variable ? numberOf(variable) : '0';
    });
    return { as: 'expression', cel: target.type.kind === 'number' ? sum : `string(${sum})` };
  }
  if (target.type.kind !== 'text') return { as: 'nothing', because: holds(target, 'this sets a text') };
  if (options['isCode'] !== true && !/[();=?]|=>/.test(written)) return { as: 'expression', cel: plain(written, words) };
  return program(written, words);
}

/** A variable holds one kind of value here. */
const holds = ({ type }: Pick<KnownVariable, 'type'>, but: string): string => `Its variable holds ${describe(type)}, and ${but}.`;

function appended(item: string, { name, type }: KnownVariable, words: TypebotWords): SetTo {
  if (type.kind === 'list') return { as: 'expression', cel: `append(${name}, ${words.value(item)})` };
  return type.kind === 'text' ? { as: 'expression', cel: `${name} == "" ? ${words.value(item)} : ${name} + ", " + ${words.value(item)}` } : { as: 'nothing', because: holds({ type }, 'values are appended to a list or a text') };
}

/** Words with variables; quotes around the whole are those of a program and not part of the words. */
function plain(written: string, words: TypebotWords): string {
  const unquoted = /^(["'`])(.*)\1$/s.exec(written)?.[2] ?? written;
  const alone = /^\{\{([^{}]+)\}\}$/.exec(unquoted)?.[1];
  const variable = alone === undefined ? undefined : words.byName(alone);
  return variable ? textOf(variable) : words.value(unquoted);
}

/** A program in the sandbox: variables come in by name, what it returns is kept as a text. */
export function program(written: string, words: TypebotWords): Extract<SetTo, { as: 'code' }> {
  const inputs = new Map<string, KnownVariable>();
  const body = written.replace(/\{\{([^{}]+)\}\}/g, (_hole, name: string) => {
    const variable = words.byName(name);
    if (!variable) return '""';
    inputs.set(variable.name, variable);
    return `input.${variable.name}`;
  });
  const returned = /\breturn\b/.test(body) ? body : `return (${body.replace(/;\s*$/, '')});`;
  return { as: 'code', inputs: [...inputs.values()], code: `export default function (input) {\n  const value = (() => { ${returned} })();\n  return value === undefined || value === null ? "" : String(value);\n}\n` };
}
