import type { Json } from '@parley/shared/lib/json';
import type { JsonSteps } from '@parley/shared/machine/httpRequest';
import { useTranslation } from 'react-i18next';
import styles from './Request.module.css';

/** Rows of one level shown at once; a list of a thousand tells no more than its first ones. */
const mostRows = 50;

/** A JSON value as a tree; every value in it can be taken. */
export function JsonTree({ value, path = [], name, chosen, onTake }: { value: Json; path?: JsonSteps; name?: string; chosen: string; onTake: (path: JsonSteps, value: Json) => void }) {
  const { t } = useTranslation();
  const isOpen = typeof value === 'object' && value !== null;
  const entries: [string | number, Json][] = Array.isArray(value) ? value.map((item, place) => [place, item]) : isOpen ? Object.entries(value) : [];
  const isChosen = JSON.stringify(path) === chosen;
  const label = path.length === 0 ? t('tryRequest.pickWhole') : t('tryRequest.pick', { path: path.join(' › ') });
  return (
    <div className={styles.node}>
      <button type="button" className={styles.value} aria-pressed={isChosen} aria-label={label} onClick={() => onTake(path, value)}>
        {name !== undefined && <span className={styles.key}>{name}</span>}
        <span className={styles.shown} data-kind={kindOf(value)}>{isOpen ? (Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`) : JSON.stringify(value)}</span>
        {isChosen && <span className={styles.taken}>{t('tryRequest.picked')}</span>}
      </button>
      {entries.length > 0 && (
        <div className={styles.inside}>
          {entries.slice(0, mostRows).map(([key, inner]) => <JsonTree key={key} value={inner} path={[...path, key]} name={String(key)} chosen={chosen} onTake={onTake} />)}
          {entries.length > mostRows && <p className={styles.rest}>{t('tryRequest.more', { count: entries.length - mostRows })}</p>}
        </div>
      )}
    </div>
  );
}

const kindOf = (value: Json): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
