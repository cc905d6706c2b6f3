import type { Json } from '../../../lib/json.ts';
import { oneNode, numberIn, savedIn, textIn } from '../blockReader.ts';
import type { BlockContext, BlockReader } from '../blockReader.ts';

const listIn = (value: Json | undefined): { [key: string]: Json }[] => (Array.isArray(value) ? value.flatMap((item) => (typeof item === 'object' && item !== null && !Array.isArray(item) ? [item] : [])) : []);

function named(context: BlockContext, entries: Json | undefined): object {
  const pairs = listIn(entries).map((entry) => ({ name: textIn(entry, 'key'), value: context.words.template(textIn(entry, 'value')) })).filter(({ name }) => name);
  return Object.fromEntries(pairs.map((pair, place) => [`n${place + 1}`, { ...pair, order: place + 1 }]));
}

/** `data.items[0].name` as steps; Typebot puts the body of an answer under `data`. */
function stepsOf(path: string): (string | number)[] {
  const steps = path.split(/[.[\]]+/).map((step) => step.replace(/^["']|["']$/g, '')).filter(Boolean).map((step) => (/^\d{1,4}$/.test(step) ? Number(step) : step));
  return steps[0] === 'data' ? steps.slice(1) : steps;
}

const request: BlockReader = (context) => {
  const { options } = context.block;
  const asked = options?.['webhook'];
  const webhook = typeof asked === 'object' && asked !== null && !Array.isArray(asked) ? asked : {};
  const url = context.words.template(textIn(webhook, 'url'));
  if (!url) return { leftOut: 'It has no address.' };
  const known = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];
  const method = known.find((each) => each === textIn(webhook, 'method')) ?? 'POST';
  const body = context.words.template(textIn(webhook, 'body'));
  const changes = method !== 'GET' && method !== 'HEAD';
  const saves = listIn(options?.['responseVariableMapping']).flatMap((mapping) => {
    const variable = context.words.byId(textIn(mapping, 'variableId'));
    const path = textIn(mapping, 'bodyPath');
    return variable && path !== 'statusCode' ? [{ path: stepsOf(path), save: variable.name, optional: true }] : [];
  });
  const status = context.words.byId(listIn(options?.['responseVariableMapping']).map((mapping) => (textIn(mapping, 'bodyPath') === 'statusCode' ? textIn(mapping, 'variableId') : '')).find(Boolean));
  if (status && status.type.kind !== 'number') context.differs('Its status is kept in a variable of numbers only, and that variable holds something else as well.');
  const seconds = numberIn(options, 'timeout') ?? 10;
  if (seconds > 30) context.differs('A request is waited for 30 seconds at most.');
  const data = {
    method, url, query: named(context, webhook['queryParams']), headers: named(context, webhook['headers']),
    ...(changes && body && { body: 'text', text: body, mime: 'application/json' }),
    saves: Object.fromEntries(saves.map((save, place) => [`s${place + 1}`, { ...save, order: place + 1 }])),
    ...(status?.type.kind === 'number' && { status: status.name }),
    seconds: Math.min(Math.max(0.1, seconds), 30),
  };
  return oneNode(context, 'http', data, ['ok', 'clientError', 'serverError', changes ? 'unknown' : 'timeout', 'failed']);
};

/** A chat completion: what the block tells the model becomes its instructions, the answer is kept. */
const model: BlockReader = (context) => {
  const { options } = context.block;
  const messages = listIn(options?.['messages']).map((message) => textIn(message, 'content')).filter(Boolean);
  const kept = listIn(options?.['responseMapping']).find((mapping) => ['', 'Message content'].includes(textIn(mapping, 'valueToExtract') || textIn(mapping, 'item')));
  const variable = context.words.byId(textIn(kept, 'variableId') || undefined);
  if (messages.length === 0) return { leftOut: 'Only chats with a model are kept, and it tells the model nothing.' };
  return oneNode(context, 'model', { instructions: context.words.template(messages.join('\n\n')), gives: 'text', ...(variable?.type.kind === 'text' && { save: variable.name }) }, ['done', 'failed', 'unknown']);
};

/** Blocks that ask other systems. */
export const callReaders: Readonly<Record<string, BlockReader>> = {
  Webhook: request,
  'Make.com': request,
  Zapier: request,
  Pabbly: request,
  ...Object.fromEntries(['OpenAI', 'openai', 'anthropic', 'mistral', 'groq', 'deepseek', 'together-ai', 'open-router', 'perplexity'].map((type) => [type, model])),
  'payment input'(context) {
    const { block, draft, question, words } = context;
    const saved = savedIn(context);
    const link = draft.variable(`${block.id} link`, { called: 'payment_link', initial: '' });
    const amount = textIn(block.options, 'amount');
    const due = `${words.template(amount)} ${textIn(block.options, 'currency')}`.trim();
    return oneNode(context, 'callback', {
      text: [question, `${due} {{ ${link} }}`.trim()].filter(Boolean).join('\n'), address: link, timeout: 'P1D', meanwhile: 'oneMoment',
      ...(amount && { inputs: { amount: { name: 'amount', value: words.value(amount), order: 1 }, currency: { name: 'currency', value: JSON.stringify(textIn(block.options, 'currency') || 'USD'), order: 2 } } }),
      codes: { paid: { code: 'paid', label: textIn(block.options, 'labels', 'success') || 'Paid', order: 1 } },
      ...(saved?.type.kind === 'text' && { outputs: { receipt: { name: 'receipt', type: { kind: 'text' }, save: saved.name, order: 1 } } }),
    }, ['paid', 'timeout']);
  },
  webhook(context) {
    const address = context.draft.variable(`${context.block.id} address`, { called: 'callback_address', initial: '' });
    return oneNode(context, 'callback', { address, timeout: 'P1D', meanwhile: 'oneMoment', codes: { done: { code: 'done', label: 'Called', order: 1 } } }, ['done', 'timeout']);
  },
};
