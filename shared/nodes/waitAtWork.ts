import type { TextRef } from '../machine/action.ts';
import type { Wait } from '../machine/machine.ts';
import type { CompileContext } from './defineNode.ts';

/**
 * The wait for an effect that may take seconds: whoever writes meanwhile is told so in the flow's words, where it has any, and is heard
 * when the effect is over.
 */
export function waitAtWork(context: Pick<CompileContext, 'setting' | 'says'>): Extract<Wait, { for: 'result' }> {
  if (!context.says('waitingText')) return { for: 'result', meanwhile: 'hold' };
  return { for: 'result', meanwhile: 'oneMoment', waitingText: context.setting('waitingText') };
}

/** What a wait says to whoever writes meanwhile: the node's own words (its field `waitingText`), else the flow's; nothing where neither has any. */
export function waitingWords(own: string, context: Pick<CompileContext, 'setting' | 'says' | 'text'>): { waitingText?: TextRef } {
  if (own) return { waitingText: context.text('waitingText') };
  return context.says('waitingText') ? { waitingText: context.setting('waitingText') } : {};
}
