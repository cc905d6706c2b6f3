/** A drawing of about `size` nodes with the shapes of a real one: questions, menus, branches, texts with variables, a grid of ten columns. */
export function largeFlow(size: number): Record<string, unknown> {
  const nodes: Record<string, unknown> = {};
  const edges: Record<string, unknown> = {};
  const place = (index: number) => ({ x: (index % 10) * 300, y: Math.floor(index / 10) * 260 });
  const join = (from: string, exit: string, to: string) => { edges[`e${Object.keys(edges).length}`] = { from, exit, to }; };
  nodes['start'] = { type: 'start', ...place(0), data: { openings: {} } };
  let previous = { id: 'start', exit: 'next' };
  for (let index = 1; index < size - 1; index += 1) {
    const id = `n${index}`;
    const kind = index % 4;
    if (kind === 1) nodes[id] = { type: 'message', ...place(index), data: { kind: 'text', text: `Step ${index}, {{name}}: what you said last was {{answer}}.` } };
    else if (kind === 2) nodes[id] = { type: 'ask', ...place(index), data: { question: `Question ${index}?`, expects: 'text', save: 'answer' } };
    else if (kind === 3) nodes[id] = { type: 'choice', ...place(index), data: { body: `Choice ${index}?`, options: { a: { label: 'First', order: 1 }, b: { label: 'Second', order: 2 } }, save: 'answer' } };
    else nodes[id] = { type: 'condition', ...place(index), data: { branches: { long: { when: `size(answer) > ${index % 7}`, label: 'Long', order: 1 } } } };
    join(previous.id, previous.exit, id);
    if (nodes[previous.id] && previous.exit === 'a') join(previous.id, 'b', id);
    if (previous.exit === 'long') join(previous.id, 'otherwise', id);
    previous = { id, exit: ['long', 'next', 'answered', 'a'][kind] ?? 'next' };
  }
  nodes['end'] = { type: 'end', ...place(size - 1), data: { text: 'Thank you.' } };
  join(previous.id, previous.exit, 'end');
  if (previous.exit === 'a') join(previous.id, 'b', 'end');
  if (previous.exit === 'long') join(previous.id, 'otherwise', 'end');
  const text = (name: string, order: number) => ({ name, type: { kind: 'text' }, initial: 'you', order });
  return {
    schema: 1, kind: 'bot', languages: ['en'], variables: { name: text('name', 1), answer: text('answer', 2) }, nodes, edges, notes: {}, translations: {},
    settings: { channels: ['web'], zone: 'UTC', sessionHours: 24, errorText: 'Something went wrong.', unreadableText: 'That is no answer.', waitingText: 'One moment.', silenceAfter: 'PT1H', missingTranslationsAccepted: false, consentText: '', shortcuts: {} },
  };
}
