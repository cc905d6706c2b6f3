import type { FlowSettings } from '@parley/shared/flow/document';
import type { FormField } from '@parley/shared/nodes/formOf';
import i18next from 'i18next';
import { durationOf } from '@parley/shared/lib/duration';

/** `inherited` is what the main flow has for a subflow that leaves it empty. */
const text = (name: string, inherited?: string): FormField => ({
  name, path: [name], initial: '', fields: [],
  meta: {
    label: i18next.t(`settings.${name}`), help: inherited ? i18next.t('settings.inherited', { value: inherited }) : i18next.t(`settings.${name}Help`),
    widget: 'longText', template: true, translatable: true, target: 'chat', limit: 'text',
  },
});

/** The texts of a flow, as fields like those of nodes; in a subflow with what the main flow says meanwhile, which alone says the error text. */
export function settingsTexts(inherited?: FlowSettings): FormField[] {
  if (inherited) return [text('unreadableText', inherited.unreadableText), text('waitingText', inherited.waitingText)];
  return [text('errorText'), text('unreadableText'), text('waitingText')];
}

/** The text of the consent that is asked for before the first turn. */
export function consentField(): FormField {
  return text('consentText');
}

/** How long a silence may last; in a subflow without one of its own as long as in the main flow. */
export function silenceField(inherited?: string): FormField {
  const duration = durationOf(inherited ?? '');
  const value = duration && `${duration.amount} ${i18next.t(`unit.${duration.unit}`, { count: duration.amount })}`;
  const help = value ? i18next.t('settings.inherited', { value }) : i18next.t('settings.silenceAfterHelp');
  return { name: 'silenceAfter', path: ['silenceAfter'], initial: undefined, fields: [], meta: { label: i18next.t('settings.silenceAfter'), help, widget: 'duration' } };
}

/** The words of one shortcut. */
export function shortcutWords(): FormField {
  return { name: 'keywords', path: ['shortcuts', '*', 'keywords'], initial: '', fields: [], meta: { label: i18next.t('settings.shortcutWords'), widget: 'keywords', translatable: true } };
}
