import type { Expression } from '../expressions/types.ts';
import type { TextRef } from '../machine/action.ts';
import type { CallbackContract, OpenCallbackTemplate } from '../machine/callback.ts';
import type { Assignment, Meanwhile, Wait } from '../machine/machine.ts';
import type { CompileContext, Exit, StateDraft } from './defineNode.ts';
import { waitAtWork, waitingWords } from './waitAtWork.ts';
import { duration, oneOf, spoken, spokenLine, variable } from './fieldKinds.ts';

/** What every node that waits for another system to call back lets its author decide. */
export const callbackFields = {
  text: spoken('Message', { help: 'Said before it waits. What was saved below can be shown, such as {{link}}.' }),
  address: variable('Save the address in', { help: 'Whoever has this address can answer once: a person who opens it, or a system that calls it.' }),
  timeout: duration('No answer after', { help: 'The address is of no use from then on.' }),
  meanwhile: oneOf('A message meanwhile', { oneMoment: 'One moment', hold: 'Is held', interrupt: 'Interrupts' }, ['oneMoment', 'hold', 'interrupt'], { widget: 'segmented', advanced: true, help: 'Held messages are heard when the wait is over.' }),
  waitingText: spokenLine('One moment', { advanced: true, help: 'Empty: the flow’s own text.', showWhen: { field: 'meanwhile', is: ['oneMoment'] } }),
};

/** The values of `callbackFields`. */
export interface CallbackData {
  text: string;
  address: string;
  timeout: string;
  meanwhile: Meanwhile;
  waitingText: string;
}

/** The ways out beside the return codes. */
export function callbackExits({ meanwhile }: Pick<CallbackData, 'meanwhile'>): Exit[] {
  return [
    { id: 'timeout', label: 'No answer in time' },
    ...(meanwhile === 'interrupt' ? [{ id: 'interrupted', label: 'Interrupted' }] : []),
    { id: 'failed', label: 'Failed', handledBySettings: 'error' },
  ];
}

/** A callback to lower: what is asked and agreed on, where each code leads, and what is kept. */
export interface CallbackToLower {
  data: CallbackData;
  context: CompileContext;
  inputs: { name: string; expression: Expression }[];
  outputs: CallbackContract['outputs'];
  /** `said` = the text that people read for it; unset = only its label, as it was written. */
  codes: { code: string; label: string; exit: string; said?: TextRef }[];
  /** Variables by id that keep outputs, by the output's name. */
  saves: { output: string; variable: string }[];
  /** Tells the other side the address first; `keeps` = what is kept of its answer. */
  announce?: NonNullable<OpenCallbackTemplate['announce']>;
  keeps?: { as: string; variable: string }[];
}

/** Lowers a callback: '' opens it, `wait` says the text and waits; the id of the second wait follows that of the first. */
export function lowerCallback({ data, context, inputs, outputs, codes, saves, announce, keeps = [] }: CallbackToLower): Record<string, StateDraft> {
  const contract: CallbackContract = { codes: codes.map(({ code, label }) => ({ code, label })), outputs };
  const labels = Object.fromEntries(codes.flatMap(({ code, said }) => (said ? [[code, said]] : [])));
  const failed = context.exit('failed');
  const kept = [...assigned(context, data.address, ['url']), ...keeps.flatMap(({ as, variable: id }) => assigned(context, id, ['values', as]))];
  const set = saves.flatMap(({ output, variable: id }) => assigned(context, id, ['values', output]));
  return {
    '': {
      entry: [{ type: 'openCallback', contract, ...(Object.keys(labels).length > 0 && { labels }), inputs, expires: { after: data.timeout }, ...(announce && { announce }) }],
      // Telling another system the address may take seconds; without one there is nothing to wait for.
      wait: announce ? waitAtWork(context) : { for: 'result', meanwhile: 'hold' },
      on: { done: [{ to: context.state('wait'), ...(kept.length > 0 && { set: kept }) }], failed: [failed], unknown: [failed] },
      onError: failed,
    },
    wait: {
      ...(data.text && { entry: [{ type: 'send', message: { type: 'text', text: context.text('text') } }] }),
      wait: waitOf(data, context, contract),
      on: {
        calledBack: codes.map(({ code, exit }) => ({ ...context.exit(exit), guard: { is: 'outcome', outcome: code }, ...(set.length > 0 && { set }) })),
        ...(data.timeout && { timeout: [context.exit('timeout')] }),
        ...(data.meanwhile === 'interrupt' && { failed: [context.exit('interrupted')] }),
      },
      onError: failed,
    },
  };
}

function waitOf({ timeout, meanwhile, waitingText }: CallbackData, context: CompileContext, contract: CallbackContract): Wait {
  return { for: 'callback', contract, ...(timeout && { timeout: { after: timeout } }), meanwhile, ...(meanwhile === 'oneMoment' && waitingWords(waitingText, context)) };
}

function assigned(context: CompileContext, id: string, path: string[]): Assignment[] {
  const saved = context.variable(id);
  return saved ? [{ variable: saved.name, value: { from: 'result', path } }] : [];
}
