import { choicesMessage } from '../../answers/choicesMessage.ts';
import { formMessage } from '../../answers/form/formMessage.ts';
import { own } from '../../expressions/fits.ts';
import { prepareExpression } from '../../expressions/prepareExpression.ts';
import type { PreparedExpression } from '../../expressions/prepareExpression.ts';
import { prepareTemplate } from '../../expressions/prepareTemplate.ts';
import type { PreparedTemplate } from '../../expressions/prepareTemplate.ts';
import type { Evaluation, Expression, Facts, Parts, Scope, Template } from '../../expressions/types.ts';
import { withAnswer } from '../../expressions/withAnswer.ts';
import { variablesOf } from '../../expressions/variablesOf.ts';
import type { Json } from '../../lib/json.ts';
import type { MessageTemplate, TextRef } from '../../machine/action.ts';
import { fileMessage } from '../../machine/fileMessage.ts';
import { messageOfResult } from '../../machine/modelCall.ts';
import type { AnswerCheck, Variable } from '../../machine/machine.ts';
import type { Authored } from '../../messages/outgoing.ts';
import type { Context, Tables } from './types.ts';

/** Something of the author's could not be done; it takes an error route and never leaves the companion. */
export class Problem extends Error {}

/** A variable as one flow sees it. */
export interface Seen extends Variable {
  name: string;
  /** Its own, kept in the frame; else the session's. */
  local: boolean;
}

/** The values of an emitted machine: what a flow sees, and expressions, texts and messages evaluated in the frame on top. */
export function valuesOf(tables: Tables) {
  const seen = new Map(Object.keys(tables.flows).map((flow) => [flow, seenBy(tables, flow)]));
  const scopes = new Map([...seen].map(([flow, variables]) => [flow, scopeOf(variables)]));
  // By the object in the emitted module, which stands in one flow.
  const expressions = new Map<Expression, PreparedExpression>();
  const templates = new Map<Template, Map<string, PreparedTemplate>>();

  function resolve(flow: string, name: string): Seen | undefined {
    return seen.get(flow)?.find((variable) => variable.name === name);
  }

  /** The value somebody set, as the frame on top sees it. */
  function reader({ frames, variables }: Context): (name: string) => Json | undefined {
    const frame = frames.at(-1);
    return (name) => {
      const variable = frame && resolve(frame.flow, name);
      return variable && own(variable.local ? frame.locals : variables, name);
    };
  }

  function evaluate(context: Context, facts: Facts, expression: Expression): Evaluation {
    const flow = context.frames.at(-1)?.flow ?? tables.main;
    const prepared = expressions.get(expression) ?? prepareExpression(expression, scopes.get(flow));
    expressions.set(expression, prepared);
    return prepared(reader(context), facts);
  }

  /** Whether an answer is what the author's own condition asks for; one that fails says no. */
  function accepts(context: Context, facts: Facts, { expression, answer }: AnswerCheck, given: Json): boolean {
    const flow = context.frames.at(-1)?.flow ?? tables.main;
    const scope = scopes.get(flow) ?? { variables: {} };
    const read = reader(context);
    const held = prepareExpression(expression, withAnswer(scope, answer))((name) => (name === 'answer' ? given : read(name)), facts);
    return held.ok && held.value === true;
  }

  function valueOf(context: Context, expression: Expression): Json {
    const evaluated = evaluate(context, context.turn.facts, expression);
    if (!evaluated.ok) throw new Problem(evaluated.error);
    return evaluated.value;
  }

  /** A text as the contact reads it: in their language, its base language, or the author's. `strict` = a failing part is a problem. */
  function partsOf(context: Context, ref: TextRef, strict: boolean): Parts {
    const flow = context.frames.at(-1)?.flow ?? tables.main;
    const { facts } = context.turn;
    const texts = own(tables.texts, ref.text) ?? {};
    const language = [facts.language, facts.language.replace(/-.*/, ''), tables.languages[0] ?? ''].find((tag) => Object.hasOwn(texts, tag));
    if (language === undefined) return [];
    const template: Template = texts[language] ?? [];
    const byFlow = templates.get(template) ?? new Map<string, PreparedTemplate>();
    const prepared = byFlow.get(flow) ?? prepareTemplate(template, scopes.get(flow) ?? { variables: {} });
    templates.set(template, byFlow.set(flow, prepared));
    const { parts, errors } = prepared(reader(context), facts);
    const [error] = errors;
    if (error && strict) throw new Problem(error.error);
    const at = context.frames.at(-1)?.at ?? '';
    errors.forEach(() => context.turn.notes.push(`fail ${flow}:${at} text`));
    return parts;
  }

  /** What a text says in every language of the bot, expressions left out. */
  function inAllLanguages(ref: TextRef): string[] {
    const texts = own(tables.texts, ref.text) ?? {};
    return tables.languages.map((language) => (own(texts, language) ?? []).map((piece) => (typeof piece === 'string' ? piece : '')).join(''));
  }

  function messageOf(context: Context, message: MessageTemplate, { strict, wait, result }: { strict: boolean; wait: number; result: Json | undefined }): Authored {
    const read = (ref: TextRef): Parts => partsOf(context, ref, strict);
    const maybe = <Name extends string>(name: Name, ref: TextRef | undefined) => (ref ? { [name]: read(ref) } : {});
    if (message.type === 'audio') return message;
    if (message.type === 'form') return formMessage(message, { channel: context.turn.facts.channel, draft: context.frames.at(-1)?.forms?.[message.form], wait, text: read });
    if (message.type === 'file') {
      const said = fileMessage(message.as, message.file === 'result' ? result ?? null : valueOf(context, message.file), message.caption && read(message.caption));
      if (!said) throw new Problem('There is no such file');
      return said;
    }
    if (message.type === 'result') {
      const said = messageOfResult(result, message.path);
      if (!said) throw new Problem('The result has no such text');
      return said;
    }
    if (message.type === 'text') return { type: 'text', text: read(message.text), ...maybe('header', message.header), ...maybe('footer', message.footer) };
    if (message.type !== 'choices') return { type: message.type, media: message.media, ...maybe('caption', message.caption) };
    const { facts } = context.turn;
    const flow = context.frames.at(-1)?.flow ?? tables.main;
    const personal = ({ cel }: Expression): boolean => variablesOf(cel).some((name) => resolve(flow, name)?.personal);
    const made = choicesMessage(message, { facts, wait, personal, text: read, evaluate: (expression) => evaluate(context, facts, expression) });
    if (!made.ok) throw new Problem(made.error);
    return made.message;
  }

  return { accepts, resolve, evaluate, valueOf, partsOf, inAllLanguages, messageOf };
}

/** See `valuesOf`. */
export type Values = ReturnType<typeof valuesOf>;

function seenBy({ flows, main }: Tables, flow: string): Seen[] {
  const list = (of: string, local: boolean) => Object.entries(own(flows, of)?.variables ?? {}).map(([name, variable]) => ({ ...variable, name, local }));
  const session = list(main, false);
  const mine = flow === main ? [] : list(flow, true);
  return [...mine, ...session.filter(({ name }) => !mine.some((variable) => variable.name === name))];
}

function scopeOf(variables: Seen[]): Scope {
  const column = <Value>(value: (variable: Seen) => Value) => Object.fromEntries(variables.map((variable) => [variable.name, value(variable)]));
  const personal = variables.filter((variable) => variable.personal).map(({ name }): [string, true] => [name, true]);
  return { variables: column(({ type }) => type), initial: column(({ initial }) => initial), personal: Object.fromEntries(personal) };
}
