import type { Change } from '@parley/shared/api/releases';
import { useTranslation } from 'react-i18next';
import styles from './ChangeList.module.css';

/** A value in a few words: texts as they are, everything else as JSON. */
function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** What is different between two versions, a row per thing: its name, the fields, old struck through, new beside it. */
export function ChangeList({ changes, most = Number.POSITIVE_INFINITY }: { changes: Change[]; most?: number }) {
  const { t } = useTranslation();
  // An edge says nothing a reader knows: the nodes it joins are in the picture.
  const rows = changes.filter(({ what, kind }) => what !== 'edge' || kind === 'changed');
  const words = { added: t('publish.new_'), changed: t('publish.changed_'), removed: t('publish.removed_') };
  if (rows.length === 0) return null;
  return (
    <ul className={styles.list}>
      {rows.slice(0, most).map((change) => (
        <li key={`${change.flow} ${change.what} ${change.id}`}>
          <b className="cut" title={change.label}>{change.label || change.id}</b>
          <span className={styles.fields}>
            {(change.kind !== 'changed' || change.fields.length === 0) && <span className={styles.word} data-kind={change.kind}>{change.kind === 'changed' ? t('publish.position') : words[change.kind]}</span>}
            {change.kind === 'changed' && change.fields.map(({ path, before, after }) => (
              <span key={path.join('.')} className={styles.field}>
                <span className={styles.path}>{path.filter((step) => step !== 'data').join(' › ')}</span>
                {before !== undefined && <del>{shortly(before)}</del>}
                {after !== undefined && <ins>{shortly(after)}</ins>}
              </span>
            ))}
          </span>
        </li>
      ))}
      {rows.length > most && <li className={styles.more}>{t('publish.moreChanges', { count: rows.length - most })}</li>}
    </ul>
  );
}
