import { expect, test } from 'vitest';
import { recognise } from '@parley/shared/answers/recognise';
import { compile } from '@parley/shared/compiler/compile';
import { dateText } from '@parley/shared/expressions/calendar';
import type { Facts } from '@parley/shared/expressions/types';
import { nodeTypes } from '@parley/shared/nodes/index';
import { demoAnswers, saidAt } from './demo.answers.data.ts';
import type { DemoAnswer } from './demo.answers.data.ts';
import { demoFlow } from './demo.ts';

const machine = compile({ main: 'main', flows: { main: demoFlow(nodeTypes) } }, nodeTypes);

function understood({ language, question, said }: DemoAnswer): string {
  const wait = machine.flows['main']?.states[question]?.wait;
  if (wait?.for !== 'message' || wait.recogniser.kind === 'form') throw new Error(`The demo has no question ${question}`);
  const facts: Facts = { now: saidAt, zone: 'Asia/Kolkata', offsets: [{ from: '1970-01-01T00:00:00.000Z', minutes: 330 }], language, seed: 1, channel: 'web', contact: { id: 'c', name: '' } };
  const got = recognise(wait.recogniser, { type: 'text', text: said }, {
    facts,
    text: ({ text }) => Object.values(machine.texts[text] ?? {}).map((template) => template.filter((piece) => typeof piece === 'string').join('')),
    evaluate: () => ({ ok: false, error: 'The demo bounds no day' }),
  });
  if (!got.ok) return 'refuse';
  if (typeof got.value === 'string') return got.value;
  const { date, time, hasTime } = got.value as { date: string; time: string; hasTime: boolean };
  return hasTime ? `${date}T${time}` : date;
}

/** Of sixty: who asks again for everything understands nothing wrong either. */
const understoodAtLeast = 55;

test('180 free answers: none is misunderstood, and hardly any is asked for again', () => {
  const rows = demoAnswers.map((answer) => ({ ...answer, got: understood(answer) }));
  const wrong = rows.filter(({ expected, got }) => got !== expected && got !== 'refuse');
  const missed = rows.filter(({ expected, got }) => got !== expected && got === 'refuse');
  const languages = ['en', 'fr', 'hi'].map((language) => {
    const own = rows.filter((row) => row.language === language);
    return { language, asked: own.length, right: own.filter(({ expected, got }) => got === expected).length };
  });
  // oxlint-disable-next-line no-console -- the share understood is a figure to read, not to hold
  console.log(`Understood: ${languages.map(({ language, right, asked }) => `${language} ${right}/${asked}`).join(', ')}${missed.map(({ language, question, said, expected }) => `\n  asked again: ${language} ${question} “${said}” (${expected})`).join('')}`);
  expect(wrong).toEqual([]);
  expect(languages.map(({ asked }) => asked)).toEqual([60, 60, 60]);
  expect(languages.filter(({ right }) => right < understoodAtLeast)).toEqual([]);
});

test('a wrong understanding would be seen', () => {
  expect(understood({ language: 'en', question: 'when', said: 'tomorrow', expected: '' })).toBe('2026-11-21');
  expect(dateText(20_777)).toBe('2026-11-20');
});
