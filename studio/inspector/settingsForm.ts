import type { FormField } from '@parley/shared/nodes/formOf';
import i18next from 'i18next';

const text = (name: string): FormField => ({
  name, path: [name], initial: '', fields: [],
  meta: { label: i18next.t(`settings.${name}`), help: i18next.t(`settings.${name}Help`), widget: 'longText', template: true, translatable: true, target: 'chat', limit: 'text' },
});

/** The texts of a flow, as fields like those of nodes. */
export function settingsTexts(): FormField[] {
  return [text('errorText'), text('unreadableText'), text('waitingText')];
}

/** The text of the consent that is asked for before the first turn. */
export function consentField(): FormField {
  return text('consentText');
}

/** How long a silence may last. */
export function silenceField(): FormField {
  return { name: 'silenceAfter', path: ['silenceAfter'], initial: undefined, fields: [], meta: { label: i18next.t('settings.silenceAfter'), help: i18next.t('settings.silenceAfterHelp'), widget: 'duration' } };
}

/** The words of one shortcut. */
export function shortcutWords(): FormField {
  return { name: 'keywords', path: ['shortcuts', '*', 'keywords'], initial: '', fields: [], meta: { label: i18next.t('settings.shortcutWords'), widget: 'keywords', translatable: true } };
}
