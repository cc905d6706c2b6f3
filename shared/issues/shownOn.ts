import type { MessageTemplate } from '../machine/action.ts';
import type { ChannelLimits, TextLimit } from '../messages/limits.ts';
import { textsIn } from './saidTexts.ts';

/** A text as one channel sends it: several of the author's may stand in one message there. */
export interface ShownText {
  /** What it is made of; the first is the one an author would shorten. */
  keys: string[];
  /** Characters that are put around them: numbers of options, line ends. */
  around: number;
  kind: TextLimit;
  part?: string;
  /** What does not fit beside the options goes before them, in messages of its own. */
  splits: boolean;
}

/** The texts of a message as this channel sends them. */
export function shownOn(message: MessageTemplate, limits: ChannelLimits): ShownText[] {
  if (message.type === 'choices' && message.several && !limits.several) return written(message);
  if (message.type === 'form' && limits.formFields < message.fields.length) return inSteps(message);
  const splits = message.type === 'choices' && limits.characters.choiceBody < limits.characters.text;
  // What passes a field is an option only where fields are asked one by one.
  const whole = message.type === 'form' ? { ...message, fields: message.fields.map((field) => ({ ...field, required: true })) } : message;
  return textsIn(whole).map(([key, kind, part]) => ({ ...single(key, kind), ...(part !== undefined && { part }), splits: splits && kind === 'choiceBody' }));
}

type Choices = Extract<MessageTemplate, { type: 'choices' }>;
type Form = Extract<MessageTemplate, { type: 'form' }>;

function single(key: string, kind: TextLimit): ShownText {
  return { keys: [key], around: 0, kind, splits: false };
}

/** Several answers where they cannot be tapped: a text with the options below one another (see `choicesMessage`). */
function written({ body, options, header, footer }: Choices): ShownText[] {
  const lines = options.map(({ note }, at) => `\n${at + 1}. ${note ? ' – ' : ''}`.length);
  return [
    { keys: [body.text, ...options.flatMap(({ label, note }) => [label.text, ...(note ? [note.text] : [])])], around: 1 + sum(lines), kind: 'text', splits: false },
    ...(header ? [single(header.text, 'header')] : []),
    ...(footer ? [single(footer.text, 'footer')] : []),
  ];
}

/** A form whose fields are asked one by one (see `formMessage`): the first comes below the form's text, one asked again below what was wrong. */
function inSteps({ body, fields, cancel, skip, unreadable }: Form): ShownText[] {
  return fields.flatMap(({ kind, label, note, options = [], required, error }, at): ShownText[] => {
    const listed = kind === 'choices' ? options : [];
    const lines = listed.map((_, place) => `\n${place + 1}. `.length);
    const question = [label.text, ...(note ? [note.text] : []), ...listed.map((option) => option.label.text)];
    const taps = [...(kind === 'choices' ? [] : options.map((option) => option.label.text)), ...(required ? [] : [skip.text]), ...(cancel ? [cancel.text] : [])];
    const before = [...(at === 0 ? [body.text] : []), (error ?? unreadable).text];
    return [
      ...before.map((above): ShownText => ({ keys: [above, ...question], around: 2 + (note ? 1 : 0) + sum(lines), kind: taps.length > 0 ? 'choiceBody' : 'text', part: 'A field', splits: taps.length > 0 })),
      ...taps.map((key): ShownText => single(key, 'choiceLabel')),
    ];
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
