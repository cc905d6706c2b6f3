import { nameOf } from '../draftFlow.ts';
import { fileTranslations, oneNode, textIn, textsIn } from './nodeReader.ts';
import type { ActionReader, NodeContext, Piece } from './nodeReader.ts';
import type { RapidproAction } from './rapidproSchema.ts';
import { resultKey } from './rapidproWords.ts';

/** A message in every language; files it links to follow its words. */
export function messageOf(action: RapidproAction, context: NodeContext): Piece | undefined {
  const files = textsIn(action['attachments']).map((file) => file.replace(/^[\w/*+.-]+:(?=https?:|@)/, ''));
  if (files.length > 0) context.differs('Attachments', 'People get the link of the file. Upload it to the message to send the file itself.');
  const link = files.length > 0 ? `\n${context.words.template(files.join('\n'))}` : '';
  const text = `${context.words.template(textIn(action, 'text'))}${link}`;
  if (!text.trim()) return undefined;
  const piece = oneNode(action.uuid, context, { type: 'message', data: { text } });
  for (const { theirs, ours } of context.others) {
    const said = textsIn(context.flow.localization[theirs]?.[action.uuid]?.['text'])[0];
    if (said) context.draft.translate(ours, piece.entry, ['text'], { original: text, text: `${context.words.template(said)}${link}` });
  }
  return piece;
}

function sets(action: RapidproAction, context: NodeContext, key: string, value: string): Piece {
  const variable = context.words.write(key);
  return oneNode(action.uuid, context, { type: 'assign', data: { assignments: { a1: { variable, value, order: 1 } } } });
}

const groups = (to: boolean): ActionReader => (action, context) => {
  const named = Array.isArray(action['groups']) ? action['groups'].map((group) => textIn(group, 'name') || textIn(group, 'uuid')).filter(Boolean) : [];
  if (named.length === 0) return undefined;
  const assignments = named.map((name, place) => [`a${place + 1}`, { variable: context.words.write(groupKey(name)), value: String(to), order: place + 1 }]);
  return oneNode(action.uuid, context, { type: 'assign', data: { assignments: Object.fromEntries(assignments) } });
};

/** The key of the variable that stands for a group. */
export const groupKey = (name: string): string => `groups:in_${nameOf(name)}`;

function waits(action: RapidproAction, context: NodeContext): Piece | undefined {
  const seconds = Math.round(Number(textIn(action, 'delay')));
  return seconds > 0 ? oneNode(action.uuid, context, { type: 'wait', data: { until: 'duration', duration: `PT${Math.min(seconds, 2_592_000)}S`, meanwhile: 'hold' } }) : undefined;
}

/** Actions by type; those with ways out of their own are read by the router behind them where there is one. */
export const actionReaders: Readonly<Record<string, ActionReader>> = {
  send_msg(action, context) {
    if (textsIn(action['quick_replies']).length > 0) context.differs('Quick replies without a wait', 'No answer was waited for, so they are left out.');
    return messageOf(action, context);
  },
  say_msg: messageOf,
  play_audio(action, context) {
    const text = context.words.template(textIn(action, 'audio_url'));
    if (!text) return undefined;
    const piece = oneNode(action.uuid, context, { type: 'message', data: { text } });
    fileTranslations(context, { uuid: action.uuid, field: 'audio_url' }, { node: piece.entry, path: ['text'], original: text });
    return piece;
  },
  set_contact_field: (action, context) => sets(action, context, `fields:${nameOf(textIn(action, 'field', 'key') || textIn(action, 'field', 'name'))}`, context.words.text(textIn(action, 'value'))),
  set_contact_name: (action, context) => sets(action, context, 'fields:contact_name', context.words.text(textIn(action, 'name'))),
  set_run_result: (action, context) => sets(action, context, resultKey(textIn(action, 'name')), context.words.text(textIn(action, 'value'))),
  set_run_local(action, context) {
    const key = `locals:${nameOf(textIn(action, 'local'))}`;
    const value = context.words.text(textIn(action, 'value'));
    const operation = textIn(action, 'operation');
    return sets(action, context, key, operation === 'clear' ? '' : operation === 'increment' ? `string(number(${context.words.read(key)}, 0) + number(${value}, 0))` : value);
  },
  add_contact_groups: groups(true),
  remove_contact_groups: groups(false),
  call_webhook(action, context) {
    const { words, webhookPaths } = context;
    const url = words.template(textIn(action, 'url'));
    if (!url) return undefined;
    const method = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].find((each) => each === textIn(action, 'method').toUpperCase()) ?? 'POST';
    const changes = method !== 'GET' && method !== 'HEAD';
    const headers = Object.entries(typeof action['headers'] === 'object' && action['headers'] !== null && !Array.isArray(action['headers']) ? action['headers'] : {});
    const body = words.template(textIn(action, 'body'));
    return oneNode(action.uuid, context, {
      type: 'http',
      data: {
        method, url,
        headers: Object.fromEntries(headers.map(([name, value], place) => [`h${place + 1}`, { name, value: words.template(textIn(value)), order: place + 1 }])),
        ...(changes && body && { body: 'text', text: body, mime: 'application/json' }),
        saves: Object.fromEntries(webhookPaths.map((path, place) => [`s${place + 1}`, { path: path.split('.').map((step) => (/^\d{1,4}$/.test(step) ? Number(step) : step)), save: words.write(`webhook:${path}`), optional: true, order: place + 1 }])),
      },
      exits: ['ok', 'clientError', 'serverError', changes ? 'unknown' : 'timeout', 'failed'],
    });
  },
  enter_flow(action, context) {
    const uuid = textIn(action, 'flow', 'uuid');
    if (!context.hasFlow(uuid)) return undefined;
    const terminal = action['terminal'] === true;
    const piece = oneNode(action.uuid, context, { type: 'subflow', data: { flow: uuid }, exits: ['done', 'failed'] });
    context.calls.push({ node: piece.entry, flow: uuid });
    if (terminal) context.differs('Enter flow', 'It came back no more; here the conversation goes on behind it.');
    return piece;
  },
  call_llm(action, context) {
    const input = textIn(action, 'input');
    return oneNode(action.uuid, context, {
      type: 'model',
      data: {
        instructions: context.words.template(textIn(action, 'instructions')), gives: 'text', save: context.words.write(`locals:${nameOf(textIn(action, 'output_local') || '_llm_output')}`),
        ...(input && { data: { input: { name: 'input', value: context.words.text(input), order: 1 } } }),
      },
      exits: ['done', 'failed', 'unknown'],
    });
  },
  wait_for_time: waits,
  wait_for_result: waits,
};
