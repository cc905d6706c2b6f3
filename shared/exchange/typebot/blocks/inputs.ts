import { isOn, oneNode, numberIn, savedIn, textIn } from '../blockReader.ts';
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
  const skip = 'skip' in data ? { skip: data.skip } : {};
  return oneNode(context, 'ask', { question: context.question, ...(fits ? { expects, ...data } : skip), ...(saved && (fits || saved.type.kind === 'text') && { save: saved.name }), ...(retryText && { retryText }) }, ['answered', ...('skip' in data ? ['skipped'] : [])]);
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
  tellConditions(context);
  if (isOn(options, 'isSearchable')) context.differs('There is no search among options.');
  const several = options?.['isMultipleChoice'] === true;
  const list = context.words.byId(textIn(options, 'dynamicVariableId') || undefined);
  if (list?.type.kind === 'list') return offersList(context, list.name, several);
  if (items.length === 0) {
    context.differs('There are no buttons: the answer is taken as a text.');
    return asks(context, 'text');
  }
  return offers(context, items.map(buttonOf), several);
};

/** Options are the same for everybody. */
function tellConditions({ block, differs }: BlockContext): void {
  if (block.items?.some(({ displayCondition }) => displayCondition?.isEnabled)) differs('Some of its buttons were shown under a condition only: here they are always shown.');
}

/** A bound of a date, as an expression: written down, or in a variable of dates. */
function dateBound({ block, words, differs }: BlockContext, name: 'min' | 'max'): string {
  const written = textIn(block.options, name).trim();
  const [day] = /^\d{4}-\d\d-\d\d/.exec(written) ?? [];
  const variable = words.byName(/^\{\{([^{}]*)\}\}$/.exec(written)?.[1] ?? '');
  if (day) return `date("${day}")`;
  if (variable?.type.kind === 'date') return variable.name;
  if (written !== '') differs(`Its ${name === 'min' ? 'earliest' : 'latest'} date is not kept: ${written.slice(0, 60)} is no date here.`);
  return '';
}

/** Blocks that ask something; the bubble before them is their question. */
export const inputReaders: Readonly<Record<string, BlockReader>> = {
  'text input'(context) {
    const { options } = context.block;
    if (isOn(options, 'attachments', 'isEnabled') || isOn(options, 'audioClip', 'isEnabled')) context.differs('It takes words only, no files and no recordings.');
    return asks(context, 'text');
  },
  'number input'(context) {
    if (textIn(context.block.options, 'step') !== '') context.differs('In which steps people count is not kept.');
    return asks(context, 'number', { ...bound(context, 'min'), ...bound(context, 'max') });
  },
  'email input': (context) => asks(context, 'email'),
  'url input': (context) => asks(context, 'text', { pattern: '(https?://)?[^ .]+\\.[^ ]+' }),
  'date input'(context) {
    const { options } = context.block;
    const isText = options?.['isRange'] === true || options?.['hasTime'] === true;
    if (isText) context.differs('Two dates, or a date with a time, are taken as a text.');
    if (isText && (textIn(options, 'min') || textIn(options, 'max'))) context.differs('The earliest and the latest date are not kept for a text.');
    if (textIn(options, 'format')) context.differs('Dates are kept as dates and shown as the language of the contact has it, not in a format of their own.');
    const [earliest, latest] = isText ? ['', ''] : [dateBound(context, 'min'), dateBound(context, 'max')];
    return asks(context, isText ? 'text' : 'date', { ...(earliest && { earliest }), ...(latest && { latest }) });
  },
  'time input': (context) => asks(context, 'time'),
  'phone number input'(context) {
    const country = textIn(context.block.options, 'defaultCountryCode');
    if (country && country !== 'International') context.differs(`Its country, ${country.slice(0, 20)}, is not kept: people write their number with the code of their country.`);
    return asks(context, 'phone');
  },
  'rating input'(context) {
    tellEnds(context);
    return asks(context, 'number', { min: numberIn(context.block.options, 'startsAt') ?? 1, max: numberIn(context.block.options, 'length') ?? 10, whole: true });
  },
  'file input'(context) {
    const { options } = context.block;
    if (isOn(options, 'isMultipleAllowed')) context.differs('It took several files: here people send one.');
    if (isOn(options, 'allowedFileTypes', 'isEnabled')) context.differs('Which types of files it takes is not kept.');
    const isOptional = options?.['isRequired'] === false;
    return asks(context, 'media', isOptional ? { skip: textIn(options, 'labels', 'skip').trim() || 'Skip' } : {});
  },
  'choice input': choice,
  'picture choice input': choice,
  cards(context) {
    tellConditions(context);
    return offers(context, (context.block.items ?? []).flatMap((item): Button[] => (
      (item.paths ?? []).map((path) => ({ ...buttonOf(item), id: path.id, label: [item.title, path.text].filter(Boolean).join(': '), edge: path.outgoingEdgeId })))));
  },
};

function tellEnds({ block, differs }: BlockContext): void {
  if (textIn(block.options, 'labels', 'left') || textIn(block.options, 'labels', 'right')) differs('The words beside its ends are left out: say them in the question.');
}

function bound({ block, differs }: BlockContext, name: 'min' | 'max'): object {
  const number = numberIn(block.options, name);
  const written = textIn(block.options, name).trim();
  if (number === undefined && written !== '') differs(`Its ${name === 'min' ? 'smallest' : 'largest'} number is not kept: ${written.slice(0, 60)} is no number here.`);
  return number === undefined ? {} : { [name]: number };
}

/** The kind of value that an input keeps, before it is known what else its variable holds. */
export const inputKinds: Readonly<Record<string, 'number' | 'date' | 'time' | 'file'>> = {
  'number input': 'number', 'rating input': 'number', 'date input': 'date', 'time input': 'time', 'file input': 'file',
};
