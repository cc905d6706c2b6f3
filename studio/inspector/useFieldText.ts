import { hashText } from '@parley/shared/flow/hashFlow';
import { translationKey } from '@parley/shared/flow/textsOf';
import { useTranslation } from 'react-i18next';
import { useDesigner, useFlowState } from '../store/designerContext.ts';
import { useFieldContext } from './fieldContext.ts';
import type { FieldProps } from './fieldContext.ts';

/** A field's text in the language that is typed in: the document's own, or a translation. */
export interface FieldText {
  text: string;
  /** Writes it; a sentence when it cannot be taken. */
  write: (text: string, base: string) => string | undefined;
  /** The text it is translated from; undefined in the default language. */
  original: string | undefined;
  /** How the translation stands. */
  state: 'own' | 'missing' | 'outdated' | 'ok';
  /** Made by a machine and not looked at yet. */
  machine: boolean;
  language: string;
}

/** Reads and writes a field's text: other languages than the default one live among the translations. */
export function useFieldText({ field, path, value }: FieldProps): FieldText {
  const { t } = useTranslation();
  const { store } = useDesigner();
  const { base: at, owner, language, set } = useFieldContext();
  const first = useFlowState(({ flow }) => flow.languages[0] ?? 'en');
  const own = typeof value === 'string' ? value : '';
  const key = translationKey(owner, path);
  const elsewhere = field.meta.translatable === true && language !== undefined && language !== first;
  const translation = useFlowState(({ flow }) => (elsewhere ? flow.translations[language]?.[key] : undefined));
  const problemOf = (changed: ReturnType<typeof set>): string | undefined => (changed.ok ? undefined : changed.problems[0]?.message);

  if (!elsewhere) {
    const write = (text: string, base: string): string | undefined => {
      if (base === own || text === own) return problemOf(set(path, text, { typing: true }));
      // Somebody else wrote here while this person typed: both are shown.
      store.collide(t('gesture.edit', { node: field.meta.label }), { path: [...at, ...path], value: text, base });
      return undefined;
    };
    return { text: own, write, original: undefined, state: 'own', machine: false, language: first };
  }
  const write = (text: string): string | undefined => problemOf(store.change(t('gesture.translate', { language: language.toUpperCase() }), (flow) => {
    const texts = flow.translations[language] ?? {};
    flow.translations[language] = texts;
    if (text === '') delete texts[key];
    else texts[key] = { text, source: hashText(own), by: 'person', accepted: true };
  }, { typing: true }));
  const state = !translation || translation.text.trim() === '' ? 'missing' : translation.source === hashText(own) ? 'ok' : 'outdated';
  return { text: translation?.text ?? '', write, original: own, state, machine: translation?.by === 'machine' && !translation.accepted, language };
}
