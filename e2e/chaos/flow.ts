/**
 * The bot under fire: counts what it hears, runs code that is sometimes slow and sometimes throws, books a record and writes
 * into another database once per message, and
 * says for each message its number, the message and how the code went. Every answer can be told beforehand.
 */
export function chaosFlow(): Record<string, unknown> {
  const node = (type: string, x: number, data: Record<string, unknown>) => ({ type, x, y: 0, data });
  const code = `export default ({ said }) => {
  if (said.startsWith('boom')) throw new Error('asked to fail');
  if (said.startsWith('slow')) for (let turn = 0; turn < 300000; turn += 1) Math.sqrt(turn);
  return said.length;
};`;
  // The words are what the test's performer knows the effect by: publishing keeps strings and drops comments.
  const effect = 'export default () => "written elsewhere";';
  const variable = (name: string, kind: string, order: number) => ({ name, type: { kind }, order });
  return {
    schema: 1, kind: 'bot', languages: ['en'], notes: {}, translations: {},
    variables: { count: variable('count', 'number', 1), said: variable('said', 'text', 2), length: variable('length', 'number', 3), written: variable('written', 'text', 4) },
    nodes: {
      start: node('start', 0, { openings: {} }),
      ready: node('message', 300, { kind: 'text', text: 'ready' }),
      hear: node('ask', 600, { question: '?', expects: 'text', save: 'said' }),
      add: node('assign', 900, { assignments: { a: { variable: 'count', value: 'count + 1', order: 1 } } }),
      book: node('record', 1200, { does: 'add', collection: 'heard', key: 'contactId() + " " + string(count)' }),
      write: node('code', 1350, { code: effect, inputs: { c: { name: 'contact', value: 'contactId()', order: 1 }, n: { name: 'no', value: 'count', order: 2 } }, output: { kind: 'text' }, save: 'written' }),
      measure: node('code', 1500, { code, inputs: { i: { name: 'said', value: 'said', order: 1 } }, output: { kind: 'number' }, save: 'length', seconds: 10 }),
      fine: node('message', 1800, { kind: 'text', text: '{{count}} {{said}} {{length}}' }),
      broken: node('message', 1800, { kind: 'text', text: '{{count}} {{said}} failed' }),
      twice: node('message', 1800, { kind: 'text', text: '{{count}} {{said}} twice' }),
    },
    edges: {
      e1: { from: 'start', exit: 'next', to: 'ready' }, e2: { from: 'ready', exit: 'next', to: 'hear' }, e3: { from: 'hear', exit: 'answered', to: 'add' }, e4: { from: 'add', exit: 'next', to: 'book' },
      e5: { from: 'book', exit: 'added', to: 'write' }, e13: { from: 'write', exit: 'done', to: 'measure' }, e14: { from: 'write', exit: 'failed', to: 'broken' }, e6: { from: 'book', exit: 'exists', to: 'twice' }, e7: { from: 'book', exit: 'failed', to: 'broken' }, e8: { from: 'measure', exit: 'done', to: 'fine' },
      e9: { from: 'measure', exit: 'failed', to: 'broken' }, e10: { from: 'fine', exit: 'next', to: 'hear' }, e11: { from: 'broken', exit: 'next', to: 'hear' }, e12: { from: 'twice', exit: 'next', to: 'hear' },
    },
    settings: {
      channels: ['rest'], zone: 'UTC', sessionHours: 720, errorText: 'lost the thread', unreadableText: 'unreadable', waitingText: 'one moment', silenceAfter: 'PT48H',
      missingTranslationsAccepted: false, consentText: '', shortcuts: {},
    },
  };
}

/** What the bot says to the `no`th message of a conversation (1 = the first after the greeting). */
export function answerTo(no: number, said: string): string {
  return `${no} ${said} ${said.startsWith('boom') ? 'failed' : said.length}`;
}
