import type { FlowVariable } from '@parley/shared/flow/document';
import { useTranslation } from 'react-i18next';
import { typeName } from './typeName.ts';
import styles from './Field.module.css';

/** Names that fit what is being typed, with their types. */
export function Completions({ options, at, onTake }: { options: readonly FlowVariable[]; at: number; onTake: (name: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.complete} role="listbox" aria-label={t('field.variables')}>
      {options.map(({ name, type }, index) => (
        // The field keeps the keyboard: the mouse takes before it leaves.
        <button key={name} type="button" role="option" aria-selected={index === at} tabIndex={-1} data-on={index === at || undefined} onMouseDown={(event) => { event.preventDefault(); onTake(name); }}>
          <span className={styles.var}>{name}</span><span className={styles.type}>{typeName(type)}</span>
        </button>
      ))}
    </div>
  );
}
