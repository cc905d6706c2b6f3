import { oneNode, numberIn, savedIn, textIn } from '../blockReader.ts';
import type { BlockContext, BlockReader, Piece } from '../blockReader.ts';
import type { TypebotItem } from '../typebotSchema.ts';

/** Kinds of answer that are no text; the variable has to hold the same. */
const kinds = { number: 'number', date: 'date', time: 'time', media: 'file' } as const;

/** An ask node; where the variable is also used for something else, the answer is taken as a text. */
function asks(context: BlockContext, expects: string, data: object = {}): Piece {
  const saved = savedIn(context);
  const wanted = Object.entries(kinds).find(([name]) => name === expects)?.[1] ?? 'text';
  const fits = !saved || saved.type.kind === wanted;
  if (!fits) context.differs('Its variable also holds answers of another kind, so the answer is taken as a text.');
  const retryText = context.words.template(textIn(context.block.options, 'retryMessageContent'));
  return oneNode(context, 'ask', { question: context.question, ...(fits ? { expects, ...data } : {}), ...(saved && (fits || saved.type.kind === 'text') && { save: saved.name }), ...(retryText && { retryText }) }, ['answered']);
}

interface Button {
  id: string;
  label: string;
  note: string;
  code: string;
  edge: string | undefined;
}

/** Options made of a list's items. An empty list asks nothing. */
function offersList(context: BlockContext, list: string, several: boolean): Piece {
  const saved = savedIn(context);
  const keeps = saved?.type.kind === (several ? 'list' : 'text') ? saved.name : undefined;
  return oneNode(context, 'choice', { body: context.question, from: 'list', list, options: {}, ...(several && { several }), ...(keeps && { save: keeps }) }, ['chosen', 'none']);
}

function offers(context: BlockContext, buttons: readonly Button[], several = false): Piece {
  const { block, draft, at, question, words } = context;
  const saved = savedIn(context);
  const keeps = saved?.type.kind === (several ? 'list' : 'text') ? saved.name : undefined;
  const labels = new Set<string>();
  const options = buttons.map(({ id, label, note, code }, place) => {
    const shown = words.template(label).trim() || `Option ${place + 1}`;
    const fresh = labels.has(shown) ? `${shown} (${place + 1})` : shown;
    labels.add(fresh);
    return [`o${place + 1}`, { label: fresh, ...(note && { note: words.template(note) }), ...(code && { code }), order: place + 1 }, id] as const;
  });
  const node = draft.add(block.id, {
    type: 'choice', ...at,
    data: { body: question, options: Object.fromEntries(options.map(([exit, option]) => [exit, option])), ...(several && { several }), ...(keeps && { save: keeps }), ...(buttons.some(({ code }) => code) && { saves: 'code' }) },
  });
  if (several) return { entry: node, ends: [{ node, exit: 'chosen' }] };
  return { entry: node, ends: [], items: options.map(([exit], place) => ({ id: buttons[place]?.id ?? exit, edge: buttons[place]?.edge, ends: [{ node, exit }] })) };
}

const buttonOf = ({ id, content, title, description, value, outgoingEdgeId }: TypebotItem): Button => (
  { id, label: title ?? (typeof content === 'string' ? content : ''), note: description ?? '', code: value ?? '', edge: outgoingEdgeId });

const choice: BlockReader = (context) => {
  const { items = [], options } = context.block;
  const several = options?.['isMultipleChoice'] === true;
  const list = context.words.byId(textIn(options, 'dynamicVariableId') || undefined);
  if (list?.type.kind === 'list') return offersList(context, list.name, several);
  if (items.length === 0) {
    context.differs('There are no buttons: the answer is taken as a text.');
    return asks(context, 'text');
  }
  return offers(context, items.map(buttonOf), several);
};

/** Blocks that ask something; the bubble before them is their question. */
export const inputReaders: Readonly<Record<string, BlockReader>> = {
  'text input': (context) => asks(context, 'text'),
  'number input': (context) => asks(context, 'number', { ...bound(context, 'min'), ...bound(context, 'max') }),
  'email input': (context) => asks(context, 'email'),
  'url input': (context) => asks(context, 'text', { pattern: '(https?://)?[^ .]+\\.[^ ]+' }),
  'date input'(context) {
    const { options } = context.block;
    const isText = options?.['isRange'] === true || options?.['hasTime'] === true;
    if (isText) context.differs('Two dates, or a date with a time, are taken as a text.');
    return asks(context, isText ? 'text' : 'date');
  },
  'time input': (context) => asks(context, 'time'),
  'phone number input': (context) => asks(context, 'phone'),
  'rating input': (context) => asks(context, 'number', { min: numberIn(context.block.options, 'startsAt') ?? 1, max: numberIn(context.block.options, 'length') ?? 10, whole: true }),
  'file input': (context) => asks(context, 'media'),
  'choice input': choice,
  'picture choice input': choice,
  cards: (context) => offers(context, (context.block.items ?? []).flatMap((item): Button[] => (
    (item.paths ?? []).map((path) => ({ ...buttonOf(item), id: path.id, label: [item.title, path.text].filter(Boolean).join(': '), edge: path.outgoingEdgeId }))))),
};

function bound({ block }: BlockContext, name: 'min' | 'max'): object {
  const number = numberIn(block.options, name);
  return number === undefined ? {} : { [name]: number };
}

/** The kind of value that an input keeps, before it is known what else its variable holds. */
export const inputKinds: Readonly<Record<string, 'number' | 'date' | 'time' | 'file'>> = {
  'number input': 'number', 'rating input': 'number', 'date input': 'date', 'time input': 'time', 'file input': 'file',
};
