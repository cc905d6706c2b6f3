type Drawing = Record<string, unknown>;

const node = (type: string, x: number, data: Drawing) => ({ type, x, y: 0, data });
const variable = (name: string, kind: string, order: number) => ({ name, type: { kind }, order });
const settings = {
  channels: ['rest'], zone: 'UTC', sessionHours: 720, errorText: 'lost the thread', unreadableText: 'unreadable', waitingText: 'one moment', silenceAfter: 'PT48H',
  missingTranslationsAccepted: false, consentText: '', shortcuts: {},
};

/** Edges from `from.exit>to` words. */
function edges(words: string): Drawing {
  return Object.fromEntries(words.trim().split(/\s+/).map((word) => {
    const [, from, exit, to] = /^(\w+)\.(\w+)>(\w+)$/.exec(word) ?? [];
    return [`${from}-${exit}`, { from, exit, to }];
  }));
}

/**
 * The bot under fire: counts what it hears, runs code that is sometimes slow, throws, eats all memory or never ends, books a record and
 * writes into another database once per message, and says for each message its number, the message and how the code went. Every answer
 * can be told beforehand.
 */
export function chaosFlow(): Drawing {
  const code = `export default ({ said }) => {
  if (said.startsWith('boom')) throw new Error('asked to fail');
  if (said.startsWith('blast')) { const all = []; for (;;) all.push('x'.repeat(1000) + all.length); }
  if (said.startsWith('slow')) for (let turn = 0; turn < 300000; turn += 1) Math.sqrt(turn);
  return said.length;
};`;
  // The words are what the test's performer knows the effect by: publishing keeps strings and drops comments.
  const effect = 'export default () => "written elsewhere";';
  const input = { i: { name: 'said', value: 'said', order: 1 } };
  return {
    schema: 1, kind: 'bot', languages: ['en'], notes: {}, translations: {}, settings,
    variables: { count: variable('count', 'number', 1), said: variable('said', 'text', 2), length: variable('length', 'number', 3), written: variable('written', 'text', 4) },
    nodes: {
      start: node('start', 0, { openings: {} }),
      ready: node('message', 300, { kind: 'text', text: 'ready' }),
      hear: node('ask', 600, { question: '?', expects: 'text', save: 'said' }),
      add: node('assign', 900, { assignments: { a: { variable: 'count', value: 'count + 1', order: 1 } } }),
      book: node('record', 1200, { does: 'add', collection: 'heard', key: 'contactId() + " " + string(count)' }),
      write: node('code', 1350, { code: effect, inputs: { c: { name: 'contact', value: 'contactId()', order: 1 }, n: { name: 'no', value: 'count', order: 2 } }, output: { kind: 'text' }, save: 'written', seconds: 10 }),
      hangs: node('condition', 1400, { branches: { yes: { order: 1, label: 'Hangs', when: 'said.startsWith("hang")' } } }),
      // Its thread is ended from outside.
      hang: node('code', 1450, { code: 'export default ({ said }) => { for (;;) said.length; };', inputs: input, output: { kind: 'number' }, save: 'length', seconds: 1 }),
      measure: node('code', 1500, { code, inputs: input, output: { kind: 'number' }, save: 'length', seconds: 10 }),
      fine: node('message', 1800, { kind: 'text', text: '{{count}} {{said}} {{length}}' }),
      broken: node('message', 1800, { kind: 'text', text: '{{count}} {{said}} failed' }),
      twice: node('message', 1800, { kind: 'text', text: '{{count}} {{said}} twice' }),
    },
    edges: edges(`start.next>ready ready.next>hear hear.answered>add add.next>book book.added>write book.exists>twice book.failed>broken write.done>hangs write.failed>broken
      hangs.yes>hang hangs.otherwise>measure hang.done>fine hang.failed>broken measure.done>fine measure.failed>broken fine.next>hear broken.next>hear twice.next>hear`),
  };
}

/** The same without any effect: what it does is on disk with the turn that says it, or, where somebody waits for the answer, a little later. */
export function effectlessFlow(): Drawing {
  return {
    schema: 1, kind: 'bot', languages: ['en'], notes: {}, translations: {}, settings,
    variables: { count: variable('count', 'number', 1), said: variable('said', 'text', 2) },
    nodes: {
      start: node('start', 0, { openings: {} }),
      ready: node('message', 300, { kind: 'text', text: 'ready' }),
      hear: node('ask', 600, { question: '?', expects: 'text', save: 'said' }),
      add: node('assign', 900, { assignments: { a: { variable: 'count', value: 'count + 1', order: 1 } } }),
      fails: node('condition', 1200, { branches: { yes: { order: 1, label: 'Fails', when: '["boom", "blast", "hang"].exists(kind, said.startsWith(kind))' } } }),
      fine: node('message', 1500, { kind: 'text', text: '{{count}} {{said}} {{size(said)}}' }),
      broken: node('message', 1500, { kind: 'text', text: '{{count}} {{said}} failed' }),
    },
    edges: edges('start.next>ready ready.next>hear hear.answered>add add.next>fails fails.yes>broken fails.otherwise>fine fine.next>hear broken.next>hear'),
  };
}

/** What the bot says to the `no`th message of a conversation (1 = the first after the greeting). */
export function answerTo(no: number, said: string): string {
  return `${no} ${said} ${/^(boom|blast|hang)/.test(said) ? 'failed' : said.length}`;
}
