import type { GoldenStep } from '../nodes/golden.ts';
import type { TestResult } from './runTest.ts';

/** The most characters of one line that a sentence repeats. */
const most = 120;

/** What is different about a conversation that did not go as written, as one plain sentence; '' when it did. */
export function tellDifference({ difference, variables = [], nowhere }: TestResult): string {
  if (nowhere !== undefined) return `It begins at “${nowhere}”, which the drawing has no more.`;
  if (difference) {
    const { expected, got } = difference;
    if (!expected) return `Nothing more was expected, and then ${tellStep(got)}.`;
    return got ? `Expected that ${tellStep(expected)}, but ${tellStep(got)}.` : `Expected that ${tellStep(expected)}, but nothing more came.`;
  }
  if (variables.length === 0) return '';
  return `At the end ${variables.join(', ')} ${variables.length === 1 ? 'holds' : 'hold'} something else.`;
}

/** One line of a conversation in words. */
function tellStep(step: GoldenStep | undefined): string {
  if (!step) return 'nothing happens';
  if ('bot' in step) return `the bot says ${quoted(typeof step.bot === 'string' ? step.bot : (step.bot.text ?? step.bot.file ?? ''))}${typeof step.bot === 'string' || !step.bot.options ? '' : ` with ${step.bot.options.map(quoted).join(', ')}`}`;
  if ('user' in step) return `the contact says ${quoted(typeof step.user === 'string' ? step.user : step.user.type)}`;
  if ('tap' in step) return `the contact taps ${quoted(step.tap)}`;
  if ('taps' in step) return `the contact takes ${step.taps.map(quoted).join(', ')}`;
  if ('does' in step) return `the effect ${quoted(String(step.does['type']))} is asked for`;
  if ('ends' in step) return 'the conversation ends';
  if ('set' in step) return `${Object.keys(step.set).join(', ')} is set by hand`;
  if ('later' in step) return `${step.later} pass`;
  if ('dialogDone' in step) return `the dialog ends with ${quoted(step.dialogDone)}`;
  return 'an effect answers';
}

function quoted(text: string): string {
  const letters = Array.from(text);
  return `“${letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text}”`;
}
