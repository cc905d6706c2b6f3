import { choicesMessage } from '../answers/choicesMessage.ts';
import { formMessage } from '../answers/form/formMessage.ts';
import { own } from '../expressions/fits.ts';
import type { Evaluation, Expression, Parts, Template } from '../expressions/types.ts';
import { variablesOf } from '../expressions/variablesOf.ts';
import { assertNever } from '../lib/assertNever.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { Action, ActionTemplate, Authored, MessageTemplate, RecordField, TextRef } from '../machine/action.ts';
import { inWords } from '../machine/callback.ts';
import { fileMessage } from '../machine/fileMessage.ts';
import { evaluateHttpRequest } from '../machine/httpRequest.ts';
import { evaluateModelCall, messageOfResult } from '../machine/modelCall.ts';
import { dueAt } from './dueAt.ts';
import { flowOf, readVariable, stateOf, stepsOf, top } from './run.ts';
import type { Run } from './run.ts';

/** What could not be evaluated; caught where the action is collected, so it never leaves the engine. */
export class Failure extends Error {}

/** Evaluates an effect completely; throws a `Failure` when an expression of it fails. `wait` is the wait it belongs to. */
export function collectAction(run: Run, template: ActionTemplate, wait: number): Action {
  switch (template.type) {
    case 'send': return { type: 'send', message: collectMessage(run, template.message, wait) };
    case 'openDialog': return { type: 'openDialog', dialog: template.dialog, wait };
    case 'runCode': {
      const { code, output, timeoutMs } = template;
      const input = valuesOf(run, template.input.map(({ name, expression }) => [name, expression]));
      return { type: 'runCode', wait, code, input, output, timeoutMs };
    }
    case 'findRecords': {
      const { collection, limit } = template;
      return { type: 'findRecords', wait, collection, where: fieldsOf(run, template.where), limit };
    }
    case 'addRecord':
    case 'changeRecord': {
      const { type, collection } = template;
      return { type, wait, collection, key: keyOf(run, template.key), fields: fieldsOf(run, template.fields) };
    }
    case 'removeRecord': return { type: 'removeRecord', wait, collection: template.collection, key: keyOf(run, template.key) };
    case 'httpRequest': {
      const { type, ...request } = template;
      return { type, wait, ...evaluateHttpRequest(request, (ref) => textIn(run, ref), (expression) => valueOf(run, expression)) };
    }
    case 'fetchFile': return { type: 'fetchFile', wait, url: String(valueOf(run, template.url)) };
    case 'openCallback': {
      const { inputs, expires, announce } = template;
      const contract = inWords(template.contract, template.labels, run.prepared.machine.languages, (ref) => textsOf(run, ref));
      const expiresAt = dueAt(run.facts.now, expires.after) ?? null;
      const told = announce && { ...announce, request: evaluateHttpRequest(announce.request, (ref) => textIn(run, ref), (expression) => valueOf(run, expression)) };
      return { type: 'openCallback', wait, contract, inputs: valuesOf(run, inputs.map(({ name, expression }) => [name, expression])), expiresAt, ...(told && { announce: told }) };
    }
    case 'callModel': {
      const { type, ...call } = template;
      return { type, wait, ...evaluateModelCall(call, { language: run.facts.language, steps: (exchange) => stepsOf(run, exchange), text: (ref) => textIn(run, ref), value: (expression) => valueOf(run, expression) }) };
    }
    default: return assertNever(template);
  }
}

/** Evaluates an expression in the running frame. */
export function evaluate(run: Run, expression: Expression): Evaluation {
  return flowOf(run).expression(expression)((name) => readVariable(run, name), run.facts);
}

/** Evaluates an expression in the running frame; throws a `Failure` when it fails. */
export function valueOf(run: Run, expression: Expression): Json {
  const got = evaluate(run, expression);
  if (!got.ok) throw new Failure(got.error);
  return got.value;
}

function collectMessage(run: Run, message: MessageTemplate, wait: number): Authored {
  switch (message.type) {
    case 'text': return { type: 'text', text: textIn(run, message.text), ...aroundOf(run, message) };
    case 'audio': return { type: 'audio', media: message.media };
    case 'file': {
      const said = fileMessage(message.as, message.file === 'result' ? run.value ?? null : valueOf(run, message.file), message.caption && textIn(run, message.caption));
      if (!said) throw new Failure(`There is no file in ${message.file === 'result' ? 'the result' : message.file.cel}`);
      return said;
    }
    case 'result': {
      const said = messageOfResult(run.value, message.path);
      if (!said) throw new Failure(`The result has no text at ${message.path.join('.')}`);
      return said;
    }
    case 'image':
    case 'video':
    case 'document': {
      const caption = message.caption && { caption: textIn(run, message.caption) };
      return { type: message.type, media: message.media, ...caption };
    }
    case 'form': return formMessage(message, { channel: run.facts.channel, draft: top(run).forms?.[message.form], wait, text: (ref) => textIn(run, ref) });
    case 'choices': {
      const made = choicesMessage(message, { facts: run.facts, wait, text: (ref) => textIn(run, ref), evaluate: (expression) => evaluate(run, expression), personal: (expression) => isPersonal(run, expression) });
      if (!made.ok) throw new Failure(made.error);
      return made.message;
    }
    default: return assertNever(message);
  }
}

/** Whether an expression reads a personal variable. */
function isPersonal(run: Run, { cel }: Expression): boolean {
  return variablesOf(cel).some((name) => flowOf(run).variable(name)?.personal);
}

function aroundOf(run: Run, { header, footer }: { header?: TextRef; footer?: TextRef }): { header?: Parts; footer?: Parts } {
  return { ...(header && { header: textIn(run, header) }), ...(footer && { footer: textIn(run, footer) }) };
}

/** The text in the contact's language, else in the same language of another country, else in the author's. */
export function templateOf(texts: Record<string, Template>, language: string, languages: string[]): Template {
  const base = language.split('-')[0] ?? language;
  return own(texts, language) ?? own(texts, base) ?? own(texts, languages[0] ?? '') ?? [];
}

/** What a text says in every language, its first being the author's; expressions in it count as nothing. */
export function textsOf(run: Run, ref: TextRef): string[] {
  const texts = own(run.prepared.machine.texts, ref.text) ?? {};
  return run.prepared.machine.languages.map((language) => (own(texts, language) ?? []).filter((part) => typeof part === 'string').join(''));
}

/** A text as the contact reads it, in parts. A piece that fails is empty, or throws a `Failure` when the state has an error route. */
export function textIn(run: Run, ref: TextRef): Parts {
  const { machine } = run.prepared;
  const template = templateOf(own(machine.texts, ref.text) ?? {}, run.facts.language, machine.languages);
  const { parts, errors } = flowOf(run).template(template)((name) => readVariable(run, name), run.facts);
  const [first] = errors;
  if (first && stateOf(run)?.onError) throw new Failure(first.error);
  errors.forEach(({ error }) => run.trace.push({ did: 'fail', state: top(run).at, where: 'text', error }));
  return parts;
}

function keyOf(run: Run, expression: Expression): string {
  const key = valueOf(run, expression);
  if (typeof key !== 'string' && typeof key !== 'number') throw new Failure(`A key is a text or a number, this is ${JSON.stringify(key)}`);
  return String(key);
}

function fieldsOf(run: Run, fields: RecordField[]): JsonObject {
  return valuesOf(run, fields.map(({ field, value }) => [field, value]));
}

function valuesOf(run: Run, entries: [string, Expression][]): JsonObject {
  return Object.fromEntries(entries.map(([name, expression]) => [name, valueOf(run, expression)]));
}
