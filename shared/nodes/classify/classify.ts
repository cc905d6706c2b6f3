import { makeId } from '../../lib/id.ts';
import type { ActionTemplate } from '../../machine/action.ts';
import type { Assignment, Transition } from '../../machine/machine.ts';
import type { ChoiceRecogniser } from '../../machine/recogniser.ts';
import type { CompileContext } from '../defineNode.ts';
import { defineNode } from '../defineNode.ts';
import { oneLine, ordered } from '../fieldKinds.ts';
import { waitAtWork } from '../waitAtWork.ts';
import { classifySchema } from './classifySchema.ts';
import type { ClassifyData } from './classifySchema.ts';

/** Sorts a text into one of several options. */
export const classify = defineNode({
  type: 'classify',
  label: 'Classify',
  group: 'think',
  icon: 'category',
  doc: 'Sorts what somebody wrote into one of several options: by their words at once, else by a language model. Each option has its own way out.',
  schema: classifySchema,
  defaults: (random) => classifySchema.parse({ options: Object.fromEntries([1, 2].map((place) => [makeId(random), { order: place }])) }),
  exits: ({ options }) => [...ordered(options).map(([id, { label }]) => ({ id, label: oneLine(label) || 'Option' })), { id: 'unsure', label: 'Not sure' }],
  summary: ({ text }) => (text ? `{{ ${oneLine(text)} }}` : ''),
  compile(data, context) {
    const said = context.expression(data.text, { kind: 'text' });
    const choice = choiceOf(data, context);
    const unsure = context.exit('unsure');
    const ids = ordered(data.options).map(([id]) => id);
    const certain: Assignment['value'] = { from: 'expression', expression: context.expression('1.0', { kind: 'number' }) };
    const unsureSaid: Transition = { ...unsure, ...setting(confidenceIn(data, context, { from: 'result', path: ['confidence'] })) };
    return {
      '': {
        always: [
          ...ids.map((id): Transition => ({ ...context.exit(id), guard: { is: 'means', option: id, said, choice }, ...setting([...optionIn(data, context, id), ...confidenceIn(data, context, certain)]) })),
          { to: context.state('asked') },
        ],
        onError: unsure,
      },
      asked: {
        entry: [callOf(data, context)],
        wait: waitAtWork(context),
        on: {
          done: [
            ...ids.map((id): Transition => ({ ...context.exit(id), guard: { is: 'outcome', outcome: id }, ...setting([...optionIn(data, context, id), ...confidenceIn(data, context, { from: 'result', path: ['confidence'] })]) })),
            unsureSaid,
          ],
          failed: [unsure],
          unknown: [unsure],
        },
        onError: unsure,
      },
    };
  },
});

function choiceOf({ options }: ClassifyData, context: CompileContext): ChoiceRecogniser {
  return {
    kind: 'choice', typed: true, other: false,
    options: ordered(options).map(([id, { synonyms, examples }]) => ({
      id, label: context.text('options', id, 'label'),
      ...(synonyms && { synonyms: context.text('options', id, 'synonyms') }), ...(examples && { examples: context.text('options', id, 'examples') }),
    })),
  };
}

function callOf(data: ClassifyData, context: CompileContext): ActionTemplate {
  const { options, sure, role, history, seconds, text } = data;
  return {
    type: 'callModel', node: context.state(), role, instructions: context.text('hints'), history, timeoutMs: seconds * 1_000,
    data: [{ name: 'text', expression: context.expression(text, { kind: 'text' }) }],
    output: {
      as: 'option', least: sure,
      options: ordered(options).map(([id, { description, examples }]) => ({
        id, label: context.text('options', id, 'label'),
        ...(description && { description: context.text('options', id, 'description') }), ...(examples && { examples: context.text('options', id, 'examples') }),
      })),
    },
  };
}

const setting = (set: Assignment[]): Pick<Transition, 'set'> => (set.length > 0 ? { set } : {});

function optionIn({ save }: ClassifyData, context: CompileContext, id: string): Assignment[] {
  const variable = context.variable(save);
  return variable ? [{ variable: variable.name, value: { from: 'text', text: context.text('options', id, 'label') } }] : [];
}

function confidenceIn({ confidence }: ClassifyData, context: CompileContext, value: Assignment['value']): Assignment[] {
  const variable = context.variable(confidence);
  return variable ? [{ variable: variable.name, value }] : [];
}
