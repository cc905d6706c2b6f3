import { toolOutcome } from '../../machine/modelCall.ts';
import type { ModelCallTemplate, ModelOutput, ModelTool } from '../../machine/modelCall.ts';
import type { TextRef } from '../../machine/action.ts';
import type { Assignment, Transition } from '../../machine/machine.ts';
import type { CompileContext, StateDraft } from '../defineNode.ts';
import { defineNode } from '../defineNode.ts';
import { oneLine, ordered } from '../fieldKinds.ts';
import { waitAtWork } from '../waitAtWork.ts';
import { modelSchema } from './modelSchema.ts';
import type { ModelData } from './modelSchema.ts';

/** Asks a language model. */
export const model = defineNode({
  type: 'model',
  label: 'Model',
  group: 'think',
  icon: 'brain',
  doc: 'Asks a language model: for a message to people, for a text, or for values of given types.',
  schema: modelSchema,
  defaults: () => modelSchema.parse({}),
  exits: () => [{ id: 'done', label: 'Done' }, { id: 'failed', label: 'Failed', handledBySettings: 'error' }, { id: 'unknown', label: 'Broken off', handledBySettings: 'error' }],
  summary: ({ instructions }) => oneLine(instructions),
  compile(data, context) {
    const says = data.gives === 'say';
    const set = savedIn(data, context);
    const tools = toolsIn(data, context);
    const forget = tools.length > 0 ? { forget: context.state() } : {};
    const done: Transition = { ...(says ? { to: context.state('said') } : context.exit('done')), ...(set.length > 0 && { set }), ...forget };
    const leave = (exit: 'failed' | 'unknown'): Transition => ({ ...(data.fallback ? { to: context.state(exit) } : context.exit(exit)), ...forget });
    return {
      '': {
        entry: [{ type: 'callModel', ...callOf(data, context), ...(tools.length > 0 && { tools: tools.map(({ told }) => told), mostCalls: data.mostCalls, exchange: context.state() }) }],
        wait: waitAtWork(context),
        on: { done: [...tools.map(({ told, flow }) => calling(told, flow, context)), done], failed: [leave('failed')], unknown: [leave('unknown')] },
        onError: leave('failed'),
      },
      ...(says && { said: { entry: [{ type: 'send', message: { type: 'result', path: ['text'] } }], always: [context.exit('done')], onError: leave('failed') } }),
      ...(data.fallback && { failed: sorry('failed', context), unknown: sorry('unknown', context) }),
    };
  },
});

interface Tool {
  told: ModelTool;
  flow: string;
}

/** The flows it may call that are there and have a name, with what they take and give. */
function toolsIn({ tools }: ModelData, context: CompileContext): Tool[] {
  return ordered(tools).flatMap(([id, { flow, name, help }]): Tool[] => {
    const called = context.subflow(flow);
    if (!called || !name) return [];
    const variables = Object.values(called.variables);
    const takes = variables.filter(({ direction }) => direction === 'in').map((local) => ({ as: local.name, name: local.name, help: '', type: local.type }));
    return [{ flow, told: { id, name, help, takes, gives: variables.filter(({ direction }) => direction === 'out').map((local) => local.name) } }];
  });
}

/** Asked for a flow, the machine calls it and asks the model on, with what it gave or that it failed. */
function calling({ id, takes, gives }: ModelTool, flow: string, context: CompileContext): Transition {
  const back = context.state();
  return {
    guard: { is: 'outcome', outcome: toolOutcome(id) },
    call: { flow, args: [], results: [], returnTo: back, failedTo: back, tool: { exchange: back, id, takes: takes.map(({ as }) => as), gives } },
  };
}

function sorry(exit: string, context: CompileContext): StateDraft {
  return { entry: [{ type: 'send', message: { type: 'text', text: context.text('fallback') } }], always: [context.exit(exit)] };
}

function callOf(data: ModelData, context: CompileContext): ModelCallTemplate {
  const { role, history, temperature, tokens, seconds } = data;
  return {
    node: context.state(),
    role,
    instructions: context.text('instructions'),
    data: ordered(data.data).flatMap(([, { name, value }]) => (name && value ? [{ name, expression: context.expression(value, context.typeOf(value) ?? { kind: 'text' }) }] : [])),
    history,
    output: outputOf(data),
    ...(temperature !== undefined && { temperature }),
    ...(tokens !== undefined && { mostTokens: tokens }),
    timeoutMs: seconds * 1_000,
  };
}

function outputOf({ gives, fields, longest }: ModelData): ModelOutput<TextRef> {
  if (gives !== 'fields') return { as: 'text', mostLetters: longest, streams: gives === 'say' };
  return { as: 'fields', fields: ordered(fields).flatMap(([as, { name, help, type }]) => (name ? [{ as, name, help, type }] : [])) };
}

function savedIn({ gives, save, fields }: ModelData, context: CompileContext): Assignment[] {
  const kept = gives === 'fields'
    ? ordered(fields).flatMap(([as, entry]) => (entry.name ? [{ id: entry.save, path: ['values', as] }] : []))
    : [{ id: save, path: ['text'] }];
  return kept.flatMap(({ id, path }): Assignment[] => {
    const variable = context.variable(id);
    return variable ? [{ variable: variable.name, value: { from: 'result', path } }] : [];
  });
}
