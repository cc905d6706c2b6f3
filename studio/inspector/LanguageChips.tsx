import { hashText } from '@parley/shared/flow/hashFlow';
import { useTranslation } from 'react-i18next';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import styles from './Field.module.css';

/** The languages of a text: pressed = typed in now, dashed = missing, a dot = made from an older original. */
export function LanguageChips({ translationKeys }: { translationKeys: { key: string; original: string }[] }) {
  const { t } = useTranslation();
  const { ui } = useDesigner();
  const flow = useFlow();
  const chosen = ui((state) => state.language);
  if (flow.languages.length < 2) return null;
  const stateIn = (language: string): 'ok' | 'missing' | 'outdated' => {
    const said = translationKeys.filter(({ original }) => original !== '');
    const found = said.map(({ key, original }) => ({ translation: flow.translations[language]?.[key], original }));
    if (found.some(({ translation }) => !translation?.text)) return 'missing';
    return found.some(({ translation, original }) => translation?.source !== hashText(original)) ? 'outdated' : 'ok';
  };
  return (
    <span className={styles.chips} role="group" aria-label={t('field.language')}>
      {flow.languages.map((language, index) => {
        const on = index === 0 ? chosen === undefined || chosen === language : chosen === language;
        const state = index === 0 ? 'ok' : stateIn(language);
        const name = nameOfLanguage(language);
        return (
          <button
            key={language} type="button" className={styles.chip} aria-pressed={on} data-missing={state === 'missing' || undefined} title={state === 'ok' ? name : t(`field.${state}In`, { language: name })}
            aria-label={state === 'ok' ? name : t(`field.${state}In`, { language: name })} onClick={(event) => { ui.setState({ language: index === 0 ? undefined : language }); writeOn(event.currentTarget); }}
          >
            {language.split('-')[0]}{state === 'outdated' && <i />}
          </button>
        );
      })}
    </span>
  );
}

/** Whoever chooses a language wants to write in it: in the first text of the field that is still empty, else in its first. */
function writeOn(chip: HTMLElement): void {
  const field = chip.closest('[data-field]');
  requestAnimationFrame(() => {
    const boxes = [...field?.querySelectorAll('textarea') ?? []];
    (boxes.find(({ value }) => value === '') ?? boxes[0])?.focus();
  });
}
