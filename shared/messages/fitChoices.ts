import { channelLimits, lengthOf } from './limits.ts';
import type { LimitedChannel, TextLimit } from './limits.ts';
import type { Option, Outgoing } from './outgoing.ts';

/** A choice as a channel can show it, and what was done to make it fit. */
export interface FittedChoices {
  look: 'buttons' | 'list';
  /** Text that does not fit beside the options: sent first, as messages of its own. */
  before: string[];
  body: string;
  header?: string;
  footer?: string;
  /** Options page by page; every page but the last leaves one row for “more”. Ids are never touched. */
  pages: Option<string>[][];
  /** What the channel shows otherwise than others would, by rule. */
  degraded: ('list' | 'pages' | 'bodySplit' | 'numbered')[];
  /** What was shortened because it is longer than the channel takes; the proof refuses this in authored texts. */
  cut: { field: TextLimit; option?: string; length: number; limit: number }[];
}

/** Fits a choice to a channel's limits: buttons, else a list, else pages; too long a body is split, too long a label is cut with its full text as note. */
export function fitChoices(channel: LimitedChannel, message: Extract<Outgoing, { type: 'choices' }>): FittedChoices {
  const { buttons, buttonLabel, listRows, sameLabels, characters } = channelLimits[channel];
  const fitted: FittedChoices = { look: 'buttons', before: [], body: message.body, pages: [], degraded: [], cut: [] };
  const fitting = message.options.map((option) => fitOption(channel, option, fitted));
  const options = sameLabels ? fitting : numbered(fitting, fitted, characters.choiceLabel);
  const hasNotes = options.some(({ note }) => note !== undefined);
  const asButtons = options.length <= buttons && options.every(({ label }) => lengthOf(label) <= buttonLabel) && !(hasNotes && listRows > 0);
  if (!asButtons && listRows > 0) {
    fitted.look = 'list';
    fitted.degraded.push('list');
  }
  const rows = fitted.look === 'list' ? listRows : buttons;
  fitted.pages = paged(options, rows);
  if (fitted.pages.length > 1) fitted.degraded.push('pages');
  fitBody(fitted, characters.choiceBody, characters.text);
  if (message.header !== undefined) fitted.header = fitText(channel, fitted, { field: 'header', text: message.header });
  if (message.footer !== undefined) fitted.footer = fitText(channel, fitted, { field: 'footer', text: message.footer });
  return fitted;
}

function fitText(channel: LimitedChannel, fitted: FittedChoices, { field, text, option }: { field: TextLimit; text: string; option?: string }): string {
  const { characters: { [field]: limit }, whole } = channelLimits[channel];
  const length = lengthOf(text);
  if (whole || length <= limit) return text;
  fitted.cut.push({ field, ...(option !== undefined && { option }), length, limit });
  return shorten(text, limit);
}

function shorten(text: string, limit: number): string {
  return `${Array.from(text).slice(0, limit - 1).join('').trimEnd()}…`;
}

/** A label that had to be cut is told in full beside it, where nothing else stands there. */
function fitOption(channel: LimitedChannel, option: Option<string>, fitted: FittedChoices): Option<string> {
  const label = fitText(channel, fitted, { field: 'choiceLabel', text: option.label, option: option.id });
  const written = option.note ?? (label === option.label ? undefined : option.label);
  if (written === undefined) return { id: option.id, label };
  return { id: option.id, label, note: fitText(channel, fitted, { field: 'choiceNote', text: written, option: option.id }) };
}

/** Where no two options may read the same, those that do get a number in front. */
function numbered(options: Option<string>[], fitted: FittedChoices, limit: number): Option<string>[] {
  const labels = options.map(({ label }) => label);
  if (new Set(labels).size === labels.length) return options;
  fitted.degraded.push('numbered');
  return options.map((option, at) => {
    const label = `${at + 1}. ${option.label}`;
    return { ...option, label: lengthOf(label) > limit ? shorten(label, limit) : label };
  });
}

function paged(options: Option<string>[], rows: number): Option<string>[][] {
  if (options.length <= rows) return [options];
  const pages: Option<string>[][] = [];
  let rest = options;
  while (rest.length > rows) {
    pages.push(rest.slice(0, rows - 1));
    rest = rest.slice(rows - 1);
  }
  return [...pages, rest];
}

/** Keeps the end of a long body beside the options, because that is where the question stands. */
function fitBody(fitted: FittedChoices, limit: number, textLimit: number): void {
  const letters = Array.from(fitted.body);
  if (letters.length <= limit) return;
  fitted.degraded.push('bodySplit');
  const tail = letters.slice(-limit).join('');
  const at = Math.max(boundary(tail, '\n'), boundary(tail, '. '), boundary(tail, '। '));
  const kept = (at > 0 ? tail.slice(at) : tail).trimStart();
  let lead = fitted.body.slice(0, fitted.body.length - (at > 0 ? tail.slice(at) : tail).length).trimEnd();
  while (lead !== '') {
    const piece = Array.from(lead).slice(0, textLimit).join('');
    fitted.before.push(piece);
    lead = lead.slice(piece.length);
  }
  fitted.body = kept;
}

function boundary(text: string, mark: string): number {
  const at = text.indexOf(mark);
  return at < 0 || at + mark.length >= text.length ? 0 : at + mark.length;
}
