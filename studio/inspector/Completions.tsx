import { useTranslation } from 'react-i18next';
import type { Suggestion } from './completionAt.ts';
import { typeName } from './typeName.ts';
import styles from './Field.module.css';

/** Names that fit what is being typed, with their types; below them what the function does that would be taken. */
export function Completions({ options, at, onTake }: { options: readonly Suggestion[]; at: number; onTake: (suggestion: Suggestion) => void }) {
  const { t } = useTranslation();
  const doc = options[at]?.doc;
  return (
    <div className={styles.complete}>
      <div role="listbox" aria-label={t('field.variables')}>
        {options.map((option, index) => (
          // The field keeps the keyboard: the mouse takes before it leaves.
          <button key={option.shown} type="button" role="option" aria-selected={index === at} tabIndex={-1} title={option.doc} data-on={index === at || undefined} onMouseDown={(event) => { event.preventDefault(); onTake(option); }}>
            <span className={styles.var}>{option.shown}</span><span className={styles.type}>{typeof option.type === 'string' ? option.type : typeName(option.type)}</span>
          </button>
        ))}
      </div>
      {doc && <p className={styles.doc} aria-hidden="true">{doc}</p>}
    </div>
  );
}
