import { oneNode, numberIn, textIn } from '../blockReader.ts';
import type { BlockContext, BlockReader, Piece } from '../blockReader.ts';
import { program, readSetVariable } from '../readSetVariable.ts';
import type { SetTo } from '../readSetVariable.ts';
import { typebotConditionSchema } from '../typebotSchema.ts';
import { numberOf, textOf } from '../typebotWords.ts';

/** Seconds of 30 days. */
const longestWait = 2_592_000;

/** A program in the sandbox; the conversation goes on when it fails, as Typebot’s do. */
function codeNode(context: BlockContext, { code, inputs }: Extract<SetTo, { as: 'code' }>, save?: string): Piece {
  const named = inputs.map((variable, place) => [`i${place + 1}`, { name: variable.name, value: variable.type.kind === 'text' || variable.type.kind === 'number' ? variable.name : textOf(variable), order: place + 1 }]);
  return oneNode(context, 'code', { code, inputs: Object.fromEntries(named), output: { kind: 'text' }, ...(save && { save }) }, ['done', 'failed']);
}

/** Blocks that decide or compute. */
export const logicReaders: Readonly<Record<string, BlockReader>> = {
  'Set variable'(context) {
    const target = context.words.byId(textIn(context.block.options, 'variableId') || undefined);
    if (!target) return { leftOut: 'It names no variable, so it set nothing.' };
    const set = readSetVariable(context.block.options, target, context.words);
    if (set.as === 'nothing') return { leftOut: set.because };
    if (set.as === 'code') {
      context.differs('The value is a program: it runs in a sandbox without the page and without the network.');
      return codeNode(context, set, target.name);
    }
    return oneNode(context, 'assign', { assignments: { a1: { variable: target.name, value: set.cel, order: 1 } } });
  },
  Condition(context) {
    const { block, draft, words, at } = context;
    const items = (block.items ?? []).map((item, place) => ({ item, exit: `b${place + 1}`, when: words.condition(typebotConditionSchema.catch({ comparisons: [] }).parse(item.content)) }));
    const node = draft.add(block.id, { type: 'condition', ...at, data: { branches: Object.fromEntries(items.map(({ exit, when }, place) => [exit, { when, order: place + 1 }])) } });
    return { entry: node, ends: [{ node, exit: 'otherwise' }], items: items.map(({ item, exit }) => ({ id: item.id, edge: item.outgoingEdgeId, ends: [{ node, exit }] })) };
  },
  Code(context) {
    const content = textIn(context.block.options, 'content');
    if (!content.trim()) return { ends: [] };
    return codeNode(context, program(`${content}\nreturn "";`, context.words));
  },
  'Typebot link'({ block }) {
    const groupId = textIn(block.options, 'groupId');
    if (textIn(block.options, 'typebotId') !== 'current') return { leftOut: 'It leads to another bot, which is not in this file: import that on its own and call it as a subflow.' };
    return groupId ? { ends: [], jump: { groupId, blockId: undefined } } : { leftOut: 'It names no group to go on at.' };
  },
  Jump({ block }) {
    const groupId = textIn(block.options, 'groupId');
    return groupId ? { ends: [], jump: { groupId, blockId: textIn(block.options, 'blockId') || undefined } } : { leftOut: 'It names no group to go on at.' };
  },
  Wait(context) {
    const written = textIn(context.block.options, 'secondsToWaitFor').trim();
    const seconds = numberIn(context.block.options, 'secondsToWaitFor');
    const variable = context.words.byName(/^\{\{([^{}]*)\}\}$/.exec(written)?.[1] ?? '');
    if (variable) return oneNode(context, 'wait', { until: 'moment', moment: `now() + minutes(${numberOf(variable)} / 60)`, meanwhile: 'hold' });
    if (seconds === undefined) return { leftOut: written === '' ? 'It does not say how long.' : `${written.slice(0, 60)} is no number of seconds.` };
    if (seconds > longestWait) context.differs('It waits 30 days at most.');
    return oneNode(context, 'wait', { until: 'duration', duration: `PT${Math.min(Math.max(1, Math.round(seconds)), longestWait)}S`, meanwhile: 'hold' });
  },
  'AB test'({ block, draft, at }) {
    const a = numberIn(block.options, 'aPercent') ?? 50;
    const items = (block.items ?? []).map((item, place) => ({ item, exit: `b${place + 1}`, label: (item.path ?? `${place + 1}`).toUpperCase(), weight: place === 0 ? a : 100 - a }));
    if (items.length === 0) return { leftOut: 'It has no branches.' };
    const node = draft.add(block.id, { type: 'split', ...at, data: { branches: Object.fromEntries(items.map(({ exit, label, weight }, place) => [exit, { label, weight, order: place + 1 }])) } });
    return { entry: node, ends: [], items: items.map(({ item, exit }) => ({ id: item.id, edge: item.outgoingEdgeId, ends: [{ node, exit }] })) };
  },
  Return: (context) => ({ ...oneNode(context, 'end', {}, []), stops: true }),
};
