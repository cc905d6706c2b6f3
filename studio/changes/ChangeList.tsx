import type { Change } from '@parley/shared/api/releases';
import { useTranslation } from 'react-i18next';
import { FieldChange } from './FieldChange.tsx';
import type { Sides } from './readFields.ts';
import { readChange } from './readChange.ts';
import styles from './ChangeList.module.css';

/** The longest value shown; the rest is in the designer. */
const mostLetters = 160;

/** What is different between two versions, a row per thing: its name, the fields, old struck through, new beside it. */
export function ChangeList({ changes, sidesOf, most = Number.POSITIVE_INFINITY }: { changes: Change[]; sidesOf: (flow: string) => Sides; most?: number }) {
  const { t } = useTranslation();
  // An edge that came or went says nothing a reader knows: the nodes it joins are in the picture.
  const rows = changes.filter(({ what, kind }) => what !== 'edge' || kind === 'changed');
  const words = { added: t('publish.new_'), changed: t('publish.changed_'), removed: t('publish.removed_') };
  if (rows.length === 0) return null;
  return (
    <ul className={styles.list}>
      {rows.slice(0, most).map((change) => {
        const { name, sort, summary, fields } = readChange(change, sidesOf(change.flow));
        return (
          <li key={`${change.flow} ${change.what} ${change.id}`}>
            <span className={styles.name} title={name}><b dir="auto">{name}</b>{sort && <small>{sort}</small>}</span>
            <span className={styles.fields}>
              {change.kind !== 'changed' && <span><span className={styles.word} data-kind={change.kind}>{words[change.kind]}</span>{summary && <span dir="auto" className={styles.summary}>{summary}</span>}</span>}
              {change.kind === 'changed' && fields.length === 0 && <span>{t('publish.position')}</span>}
              {change.kind === 'changed' && fields.map((field) => <FieldChange key={field.paths.join()} field={field} most={mostLetters} />)}
            </span>
          </li>
        );
      })}
      {rows.length > most && <li className={styles.more}>{t('publish.moreChanges', { count: rows.length - most })}</li>}
    </ul>
  );
}
