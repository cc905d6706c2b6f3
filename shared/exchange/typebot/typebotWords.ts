import type { ValueType } from '../../expressions/types.ts';
import type { Draft } from '../draftFlow.ts';
import type { Typebot, TypebotCondition } from './typebotSchema.ts';

/** What a variable of the bot is here. */
export interface KnownVariable {
  name: string;
  type: ValueType;
}

/** How the bot speaks of its variables, in our words. */
export interface TypebotWords {
  byId(id: string | undefined): KnownVariable | undefined;
  byName(name: string): KnownVariable | undefined;
  /** A text with `{{ holes }}`; what is no variable is left out, as Typebot does. */
  template(text: string): string;
  /** A condition as an expression; one without comparisons is never true. */
  condition(condition: TypebotCondition): string;
  /** A value in a text as an expression: the variable alone, a number, or the words. */
  value(text: string): string;
}

/** Makes the words for the variables of one bot. */
export function typebotWords({ variables }: Pick<Typebot, 'variables'>, draft: Pick<Draft, 'variable'>, typeOf: (id: string) => ValueType): TypebotWords {
  const known = new Map(variables.map(({ id, name, value }) => {
    const type = typeOf(id);
    return [id, { id, called: name, variable: { name: draft.variable(id, { called: name, type, initial: initialOf(type, value) }), type } }] as const;
  }));
  const byName = (name: string): KnownVariable | undefined => [...known.values()].find(({ called }) => called === name.trim())?.variable;
  const template = (text: string): string => text.replace(/\{\{([^{}]*)\}\}/g, (_hole, name: string) => {
    const variable = byName(name);
    return variable ? `{{ ${variable.name} }}` : '';
  }).replaceAll('{{}}', '');
  const words: TypebotWords = {
    byId: (id) => (id === undefined ? undefined : known.get(id)?.variable),
    byName,
    template,
    value: (text) => {
      const alone = /^\s*\{\{([^{}]*)\}\}\s*$/.exec(text)?.[1];
      const variable = alone === undefined ? undefined : byName(alone);
      if (variable) return variable.name;
      const pieces = text.split(/(\{\{[^{}]*\}\})/).filter(Boolean).flatMap((piece) => {
        if (!piece.startsWith('{{')) return [JSON.stringify(piece)];
        const named = byName(piece.slice(2, -2));
        return named ? [textOf(named)] : [];
      });
      return pieces.join(' + ') || '""';
    },
    condition: ({ logicalOperator, comparisons }) => {
      const parts = comparisons.flatMap(({ variableId, comparisonOperator = '', value }) => {
        const variable = words.byId(variableId);
        return variable ? [comparison(variable, comparisonOperator, value ?? '', words)] : [];
      });
      return parts.join(logicalOperator === 'OR' ? ' || ' : ' && ') || 'false';
    },
  };
  return words;
}

/** Texts are never unset in Typebot: they are empty until something is kept. */
function initialOf({ kind }: ValueType, value: unknown): unknown {
  if (kind === 'text') return typeof value === 'string' ? value : '';
  if (kind === 'list') return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  return kind === 'number' ? Number(value ?? 0) || 0 : undefined;
}

/** A variable where a text is wanted. */
export function textOf({ name, type }: KnownVariable): string {
  if (type.kind === 'text') return name;
  return type.kind === 'list' ? `join(${name}, ", ")` : `string(${name})`;
}

/** A variable where a number is wanted. */
export function numberOf({ name, type }: KnownVariable): string {
  return type.kind === 'number' ? name : `number(${textOf({ name, type })}, 0)`;
}

const ordering: Readonly<Record<string, string>> = { 'Greater than': '>', 'Greater or equal to': '>=', 'Less than': '<', 'Less or equal to': '<=' };

function comparison(variable: KnownVariable, operator: string, value: string, words: TypebotWords): string {
  const text = textOf(variable);
  const [said, wanted] = [`lower(trim(${text}))`, `lower(trim(${asText(words, value)}))`];
  const order = ordering[operator];
  if (order) return `${numberOf(variable)} ${order} ${asNumber(words, value)}`;
  switch (operator) {
    case 'Not equal': return `${text} != ${asText(words, value)}`;
    case 'Contains': return `contains(${said}, ${wanted})`;
    case 'Does not contain': return `!contains(${said}, ${wanted})`;
    case 'Starts with': return `startsWith(${said}, ${wanted})`;
    case 'Ends with': return `endsWith(${said}, ${wanted})`;
    case 'Is set': return `${text} != ""`;
    case 'Is empty': return `${text} == ""`;
    case 'Matches regex': return `isMatch(${text}, ${JSON.stringify(pattern(value))})`;
    case 'Does not match regex': return `!isMatch(${text}, ${JSON.stringify(pattern(value))})`;
    default: return `${text} == ${asText(words, value)}`;
  }
}

/** `/^[a-z]+$/i` without its slashes. */
const pattern = (written: string): string => /^\/(.*)\/[a-z]*$/s.exec(written)?.[1] ?? written;

function asText(words: TypebotWords, value: string): string {
  const alone = words.value(value);
  const variable = /^\s*\{\{([^{}]*)\}\}\s*$/.exec(value)?.[1];
  const named = variable === undefined ? undefined : words.byName(variable);
  return named ? textOf(named) : alone;
}

function asNumber(words: TypebotWords, value: string): string {
  const name = /^\s*\{\{([^{}]*)\}\}\s*$/.exec(value)?.[1];
  const named = name === undefined ? undefined : words.byName(name);
  if (named) return numberOf(named);
  const number = Number(value);
  return Number.isFinite(number) && value.trim() !== '' ? String(number) : '0';
}
