import type { TranscriptMessage } from '@parley/shared/api/sessions';
import { expect, test } from 'vitest';
import { saidText } from './saidText.ts';
import type { Said } from './saidText.ts';

const about = { at: '2026-01-01T10:00:00Z', turn: 't' };
const form = (no: number, wait: number, label: string): TranscriptMessage => ({
  ...about, no, direction: 'out', language: 'en', error: false,
  message: { type: 'form', body: 'Register', submit: 'Send', wait, given: {}, errors: {}, fields: [{ id: 'Ms7ZgyzbbO', kind: 'text', label, required: true }, { id: 'c5KPebaHNE', kind: 'yesNo', label: 'Insured', required: true, options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }] }] },
});
const reply = (no: number, wait?: number): Said => ({ ...about, no, direction: 'in', message: { type: 'formReply', values: { Ms7ZgyzbbO: 'Ana', c5KPebaHNE: 'yes' }, ...(wait !== undefined && { wait }) } });

test('a filled form is told by the labels of the form it answers', () => {
  const transcript = [form(1, 4, 'Full name'), form(3, 9, 'Name')];
  expect(saidText(reply(5, 4), transcript)).toBe('Full name: Ana\nInsured: Yes');
  expect(saidText(reply(5), transcript)).toBe('Name: Ana\nInsured: Yes');
  expect(saidText(reply(2), transcript)).toBe('Full name: Ana\nInsured: Yes');
});

test('of a form that is not there any more only the ids are known', () => {
  expect(saidText(reply(5, 4), [])).toBe('Ms7ZgyzbbO: Ana\nc5KPebaHNE: yes');
});
