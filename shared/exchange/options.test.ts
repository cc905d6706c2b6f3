import { describe, expect, test } from 'vitest';
import { verify } from '../issues/verify.ts';
import { nodeTypes } from '../nodes/index.ts';
import { readExport } from './readExport.ts';

const variables = [{ id: 'vt', name: 'Name' }, { id: 'vn', name: 'Count' }, { id: 'vs', name: 'Status' }, { id: 'vd', name: 'Day' }, { id: 'vl', name: 'List', value: ['a', 'b'] }];
/** Makes `Count` a number, `Day` a date and gives both something to hold. */
const before = [{ id: 'bn', type: 'number input', options: { variableId: 'vn' } }, { id: 'bd', type: 'date input', options: { variableId: 'vd' } }];

/** A bot with one block between two questions and a goodbye. */
function imported(block: object) {
  const read = readExport(JSON.stringify({
    version: '6.1', name: 'Bot', variables, edges: [{ id: 'e', to: { groupId: 'g' } }], events: [{ id: 's', type: 'start', outgoingEdgeId: 'e', graphCoordinates: { x: 0, y: 0 } }],
    groups: [{ id: 'g', title: 'Group', graphCoordinates: { x: 0, y: 0 }, blocks: [...before, { id: 'it', ...block }, { id: 'bye', type: 'text', content: { richText: [{ type: 'p', children: [{ text: 'Bye' }] }] } }] }],
  }), nodeTypes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { flow } = read.bot.flows['main'] ?? { flow: undefined };
  const errors = flow ? verify({ main: 'main', flows: { main: flow } }, nodeTypes).issues.filter(({ severity }) => severity === 'error').map(({ message }) => message) : ['no flow'];
  return { lines: read.report.map(({ verdict, what, says }) => `${verdict} ${what}: ${says}`), node: flow?.nodes['it'], notes: Object.values(flow?.notes ?? {}).map(({ text }) => text), errors };
}

const button = (id: string, more: object = {}) => ({ id, content: id, ...more });

describe('an option that is not kept has its line in the report', () => {
  test.each<[string, object, string]>([
    ['a button shown under a condition', { type: 'choice input', items: [button('A'), button('B', { displayCondition: { isEnabled: true, condition: { comparisons: [] } } })] }, 'approximated Buttons input: Some of its buttons were shown under a condition'],
    ['a picture shown under a condition', { type: 'picture choice input', items: [{ id: 'A', title: 'A', displayCondition: { isEnabled: true } }] }, 'approximated Picture choice input: Some of its buttons'],
    ['a search among buttons', { type: 'choice input', items: [button('A')], options: { isSearchable: true } }, 'no search'],
    ['the earliest date in a variable of texts', { type: 'date input', options: { min: '{{Name}}' } }, 'Its earliest date is not kept: {{Name}}'],
    ['the latest of two dates', { type: 'date input', options: { isRange: true, max: '2026-12-31' } }, 'not kept for a text'],
    ['the format of a date', { type: 'date input', options: { format: 'dd/MM/yyyy' } }, 'not in a format of their own'],
    ['the country of a phone number', { type: 'phone number input', options: { defaultCountryCode: 'IN' } }, 'Its country, IN, is not kept'],
    ['several files', { type: 'file input', options: { isMultipleAllowed: true } }, 'people send one'],
    ['types of files', { type: 'file input', options: { allowedFileTypes: { isEnabled: true, types: ['.pdf'] } } }, 'Which types of files'],
    ['files beside words', { type: 'text input', options: { attachments: { isEnabled: true } } }, 'no files'],
    ['steps of a number', { type: 'number input', options: { step: 5 } }, 'In which steps'],
    ['the largest number in a variable', { type: 'number input', options: { max: '{{Count}}' } }, 'Its largest number is not kept'],
    ['words beside a rating', { type: 'rating input', options: { length: 5, labels: { left: 'Bad' } } }, 'beside its ends'],
    ['a request that waits longer', { type: 'Webhook', options: { webhook: { url: 'https://example.org' }, timeout: 90 } }, '30 seconds at most'],
    ['a status kept where words are kept as well', { type: 'Webhook', options: { webhook: { url: 'https://example.org' }, responseVariableMapping: [{ bodyPath: 'statusCode', variableId: 'vt' }, { bodyPath: 'data.name', variableId: 'vt' }] } }, 'Its status is kept in a variable of numbers'],
    ['a wait of months', { type: 'Wait', options: { secondsToWaitFor: '9999999' } }, '30 days at most'],
  ])('%s', (_what, block, says) => {
    const { lines, errors } = imported(block);
    expect(lines.filter((line) => line.startsWith('approximated') && line.includes(says)), lines.join('\n')).toHaveLength(1);
    expect(errors).toEqual([]);
  });
});

describe('an option that is kept', () => {
  test.each<[string, object, object]>([
    ['the status of an answer', { type: 'Webhook', options: { webhook: { url: 'https://example.org' }, responseVariableMapping: [{ bodyPath: 'statusCode', variableId: 'vs' }] } }, { status: 'status' }],
    ['dates between which another lies', { type: 'date input', options: { min: '2026-01-01', max: '{{Day}}' } }, { earliest: 'date("2026-01-01")', latest: 'day' }],
    ['a file that need not be sent', { type: 'file input', options: { isRequired: false, labels: { skip: 'Not now' } } }, { expects: 'media', skip: 'Not now' }],
    ['a wait as long as a variable says', { type: 'Wait', options: { secondsToWaitFor: '{{Count}}' } }, { until: 'moment', moment: 'now() + minutes(count / 60)' }],
    ['a wait of days', { type: 'Wait', options: { secondsToWaitFor: '172800' } }, { until: 'duration', duration: 'PT172800S' }],
  ])('%s', (_what, block, data) => {
    const { node, errors, lines } = imported(block);
    expect(node?.data).toMatchObject(data);
    expect(errors).toEqual([]);
    expect(lines.filter((line) => line.startsWith('leftOut'))).toEqual([]);
  });
});

describe('a block that could not be kept says why', () => {
  test.each<[string, object, string]>([
    ['a value that is not known here', { type: 'Set variable', options: { variableId: 'vt', type: 'Transcript' } }, 'Set variable was left out. There is no value “Transcript” here.'],
    ['a text in a variable of lists', { type: 'Set variable', options: { variableId: 'vl', type: 'Today' } }, 'Set variable was left out. Its variable holds a list of texts, and “Today” is a text.'],
    ['words in a variable of lists', { type: 'Set variable', options: { variableId: 'vl', expressionToEvaluate: 'soon' } }, 'Set variable was left out. Its variable holds a list of texts, and this sets a text.'],
    ['no variable', { type: 'Set variable', options: { expressionToEvaluate: '1' } }, 'It names no variable, so it set nothing.'],
    ['another bot', { type: 'Typebot link', options: { typebotId: 'other', groupId: 'x' } }, 'Typebot link was left out. It leads to another bot, which is not in this file'],
    ['a jump to nowhere', { type: 'Jump', options: {} }, 'Jump was left out. It names no group'],
    ['a request without an address', { type: 'Webhook', options: {} }, 'HTTP request was left out. It has no address.'],
    ['a picture without an address', { type: 'image', content: {} }, 'Image bubble was left out. It has no address.'],
    ['a wait that does not say how long', { type: 'Wait', options: {} }, 'Wait was left out. It does not say how long.'],
    ['a wait of no number', { type: 'Wait', options: { secondsToWaitFor: 'soon' } }, 'Wait was left out. soon is no number of seconds.'],
    ['a model that is told nothing', { type: 'openai', options: { task: 'Create speech' } }, 'OpenAI was left out. Only chats with a model are kept'],
    ['a test without branches', { type: 'AB test' }, 'AB test was left out. It has no branches.'],
    ['a sort that nobody knows', { type: 'hologram' }, 'hologram was left out. This sort of block is not known here'],
  ])('%s', (_what, block, says) => {
    const { notes, lines } = imported(block);
    expect(notes.filter((note) => note.startsWith(says) || note.includes(says)), notes.join('\n')).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('leftOut'))).toHaveLength(1);
  });
});

describe('Glific', () => {
  const flow = (cases: object[], actions: object[] = []) => {
    const read = readExport(JSON.stringify({
      flows: [{ definition: {
        uuid: 'f', name: 'Photos', spec_version: '13.1.0', language: 'eng',
        nodes: [
          { uuid: 'n1', actions: [...actions, { uuid: 'ask', type: 'send_msg', text: 'A photo of the pump, please.' }], exits: [{ uuid: 'x1', destination_uuid: 'n2' }] },
          { uuid: 'n2', actions: [], router: { type: 'switch', operand: '@input.text', wait: { type: 'msg' }, result_name: 'Photo', cases, categories: [{ uuid: 'c1', name: 'File', exit_uuid: 'y1' }, { uuid: 'c2', name: 'Other', exit_uuid: 'y2' }], default_category_uuid: 'c2' }, exits: [{ uuid: 'y1', destination_uuid: 'n3' }, { uuid: 'y2', destination_uuid: null }] },
          { uuid: 'n3', actions: [{ uuid: 'thanks', type: 'send_msg', text: 'Thank you for @results.photo.' }], exits: [{ uuid: 'z', destination_uuid: null }] },
        ],
      } }],
    }), nodeTypes);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const set = { main: read.bot.main, flows: Object.fromEntries(Object.entries(read.bot.flows).map(([id, each]) => [id, each.flow])) };
    return { nodes: Object.values(set.flows['f']?.nodes ?? {}), report: read.report, errors: verify(set, nodeTypes).issues.filter(({ severity }) => severity === 'error').map(({ message }) => message) };
  };

  test('a question whose answer must be a file asks for a file', () => {
    const { nodes, errors } = flow([{ uuid: 'k', type: 'has_media', arguments: [], category_uuid: 'c1' }]);
    expect(nodes.find(({ type }) => type === 'ask')?.data).toMatchObject({ question: 'A photo of the pump, please.', expects: 'media', tries: 1 });
    expect(nodes.map(({ data }) => data['text'])).toContain('Thank you for {{ photo.name }}.');
    expect(errors).toEqual([]);
  });

  test('beside other tests a file is told', () => {
    const { report } = flow([{ uuid: 'k', type: 'has_media', arguments: [], category_uuid: 'c1' }, { uuid: 'l', type: 'has_any_word', arguments: ['no'], category_uuid: 'c1' }]);
    expect(report).toContainEqual(expect.objectContaining({ verdict: 'leftOut', what: 'Has a file (Glific)' }));
  });

  test('a wait for a result waits as long as it would at most, and says so', () => {
    const { nodes, report } = flow([{ uuid: 'k', type: 'has_text', arguments: [], category_uuid: 'c1' }], [{ uuid: 'w', type: 'wait_for_result', delay: '60' }]);
    expect(nodes.find(({ type }) => type === 'wait')?.data).toMatchObject({ duration: 'PT60S' });
    expect(report).toContainEqual(expect.objectContaining({ verdict: 'approximated', what: 'Wait for result (Glific)' }));
  });
});
