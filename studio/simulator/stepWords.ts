import type { TraceStep } from '@parley/shared/machine/trace';
import type { TFunction } from 'i18next';
import type { NodePlace } from './host/litPath.ts';
import { textOf } from './valueText.ts';

/** One thing the engine did, in words; nodes by what they are called. */
export function stepWords(step: TraceStep, { t, titleOf }: { t: TFunction; titleOf: (place: NodePlace) => string }): string {
  switch (step.did) {
    case 'enter': return t('conversations.step.enter', { node: titleOf({ flow: step.flow, node: step.node }) });
    case 'take': return t('sim.inside.takes');
    case 'recognise': return step.ok ? t('conversations.step.recognise', { as: step.as, value: step.value === undefined ? '' : textOf(step.value) }) : t('conversations.step.recogniseNot', { as: step.as, reason: step.reason ?? '' });
    case 'guard': return t(step.held ? 'conversations.step.guard' : 'conversations.step.guardNot', { text: step.text });
    case 'set': return t('conversations.step.set', { variable: step.variable, value: textOf(step.value) });
    case 'act': return t(`conversations.action.${step.action}`, { defaultValue: step.action });
    case 'rest': return t('conversations.step.rest', { for: t(`conversations.for.${step.for}`, { defaultValue: step.for }) });
    case 'fail': return t('conversations.step.fail', { where: step.where, error: step.error });
    case 'ignore': return t('conversations.step.ignore', { why: step.why });
    case 'limit': return t('conversations.step.limit', { limit: step.limit });
    case 'call':
    case 'return':
    case 'shortcut':
    case 'late':
    case 'end': return t(`conversations.step.${step.did}`);
  }
}
