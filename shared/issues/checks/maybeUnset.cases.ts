import type { CheckCases } from '../cases.ts';

const say = (text: string) => ({ message: { text } });
const ask = (save: string) => ({ ask: { question: 'Name?', save } });
const when = (cel: string) => ({ condition: { branches: { yes: { when: cel, order: 1 } } } });
const unset = (variable: string) => ({ assign: { assignments: { a: { variable, value: '', order: 1 } } } });

export const cases: CheckCases = {
  flags: [
    {
      why: 'set by one of two options', says: 'Start → Which? → Hi',
      flow: {
        variables: { name: 'text' }, nodes: { start: 'start', pick: { choice: { body: 'Which?', options: { a: { label: 'A', order: 1 }, b: { label: 'B', order: 2 } } } }, ask: ask('name'), hi: say('Hi {{name}}'), bye: 'end' },
        edges: ['start -> pick', 'pick.a -> ask', 'pick.b -> hi', 'ask -> hi', 'hi -> bye'],
      },
      severity: 'warning', node: 'hi', field: 'text',
    },
    {
      why: 'two of them in one text: each can be accepted and mended by itself', severity: 'warning', node: 'hi', field: 'text', says: '“city”',
      flow: { variables: { name: 'text', city: 'text', vip: 'boolean' }, nodes: { start: 'start', if: when('vip'), ask: ask('name'), where: ask('city'), hi: say('Hi {{name}} from {{city}}'), bye: 'end' }, edges: ['start -> if', 'if.yes -> ask', 'if.otherwise -> hi', 'ask -> where', 'where -> hi', 'hi -> bye'] },
    },
    { why: 'skipped', flow: { variables: { name: 'text' }, nodes: { start: 'start', ask: { ask: { question: 'Name?', save: 'name', skip: 'skip' } }, hi: say('Hi {{name}}'), bye: 'end' }, edges: ['start -> ask', 'ask.answered -> hi', 'ask.skipped -> hi', 'hi -> bye'] }, severity: 'warning', node: 'hi' },
    {
      why: 'taken away again on one way', severity: 'warning', node: 'hi',
      flow: { variables: { name: 'text', again: 'boolean' }, nodes: { start: 'start', ask: ask('name'), if: when('again'), no: unset('name'), hi: say('Hi {{name}}'), bye: 'end' }, edges: ['start -> ask', 'ask -> if', 'if.yes -> no', 'no -> hi', 'if.otherwise -> hi', 'hi -> bye'] },
    },
    {
      why: 'the same condition, but its variable changed in between', severity: 'warning', node: 'hi',
      flow: {
        variables: { name: 'text', vip: 'boolean' }, nodes: { start: 'start', one: when('vip'), ask: ask('name'), set: { assign: { assignments: { a: { variable: 'vip', value: '!vip', order: 1 } } } }, two: when('vip'), hi: say('Hi {{name}}'), bye: 'end' },
        edges: ['start -> one', 'one.yes -> ask', 'one.otherwise -> set', 'ask -> set', 'set -> two', 'two.yes -> hi', 'two.otherwise -> bye', 'hi -> bye'],
      },
    },
    {
      why: 'a result that the called flow sets on some way only', severity: 'warning', node: 'hi',
      flow: { variables: { price: 'number' }, nodes: { start: 'start', call: { subflow: { flow: 'sub', results: { out: { variable: 'price' } } } }, hi: say('{{price}}'), bye: 'end' }, edges: ['start -> call', 'call -> hi', 'hi -> bye'] },
      subflows: {
        sub: {
          variables: { out: { type: { kind: 'number' }, direction: 'out' }, rich: 'boolean' }, nodes: { start: 'start', if: when('rich'), sum: { assign: { assignments: { a: { variable: 'out', value: '3', order: 1 } } } }, bye: 'end' },
          edges: ['start -> if', 'if.yes -> sum', 'sum -> bye', 'if.otherwise -> bye'],
        },
      },
    },
  ],
  passes: [
    {
      why: 'a result with a default that the called flow never sets', flow: { variables: { price: 'number' }, nodes: { start: 'start', call: { subflow: { flow: 'sub', results: { out: { variable: 'price' } } } }, hi: say('{{price}}'), bye: 'end' }, edges: ['start -> call', 'call -> hi', 'hi -> bye'] },
      subflows: { sub: { variables: { out: { type: { kind: 'number' }, direction: 'out', initial: 12 } }, nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] } },
    },
    {
      why: 'the same condition on an unchanged variable', flow: {
        variables: { name: 'text', vip: 'boolean' }, nodes: { start: 'start', one: when('vip'), ask: ask('name'), two: when('vip'), hi: say('Hi {{name}}'), bye: 'end' },
        edges: ['start -> one', 'one.yes -> ask', 'one.otherwise -> two', 'ask -> two', 'two.yes -> hi', 'two.otherwise -> bye', 'hi -> bye'],
      },
    },
    {
      why: 'the opposite of the same condition', flow: {
        variables: { name: 'text', vip: 'boolean' }, nodes: { start: 'start', one: when('!vip'), ask: ask('name'), two: when('vip'), hi: say('Hi {{name}}'), bye: 'end' },
        edges: ['start -> one', 'one.yes -> two', 'one.otherwise -> ask', 'ask -> two', 'two.yes -> hi', 'two.otherwise -> bye', 'hi -> bye'],
      },
    },
    {
      why: 'behind isSet', flow: {
        variables: { name: 'text' }, nodes: { start: 'start', ask: { ask: { question: 'Name?', save: 'name', skip: 'skip' } }, known: when('isSet(name) && size(name) > 2'), hi: say('Hi {{name}}'), bye: 'end' },
        edges: ['start -> ask', 'ask.answered -> known', 'ask.skipped -> known', 'known.yes -> hi', 'known.otherwise -> bye', 'hi -> bye'],
      },
    },
    {
      why: 'asked again as long as it is empty', flow: {
        variables: { name: 'text' }, nodes: { start: 'start', empty: when('name == ""'), ask: ask('name'), hi: say('Hi {{name}}'), bye: 'end' }, edges: ['start -> empty', 'empty.yes -> ask', 'ask -> hi', 'empty.otherwise -> hi', 'hi -> bye'],
      },
    },
    {
      why: 'one flow called from two places, one of which set it: no way leads from the other call to it', flow: {
        variables: { name: 'text', rich: 'boolean' },
        nodes: { start: 'start', if: when('rich'), bare: { subflow: { flow: 'sub' } }, ask: ask('name'), full: { subflow: { flow: 'sub' } }, hi: say('Hi {{name}}'), bye: 'end' },
        edges: ['start -> if', 'if.yes -> bare', 'bare -> bye', 'if.otherwise -> ask', 'ask -> full', 'full -> hi', 'hi -> bye'],
      },
      subflows: { sub: { nodes: { start: 'start', ok: say('Ok'), bye: 'end' }, edges: ['start -> ok', 'ok -> bye'] } },
    },
  ],
};
