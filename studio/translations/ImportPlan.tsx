import type { ImportLine, Verdict } from '@parley/shared/translations/planImport';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../simulator/phone/direction.ts';
import { Segments } from '../ui/Segments.tsx';
import { Marked } from './Marked.tsx';
import styles from './Texts.module.css';

const verdicts = ['refused', 'new', 'changed', 'confirmed', 'unchanged', 'empty'] as const satisfies readonly Verdict[];
/** More lines than anybody reads; the counts are of all. */
const mostShown = 500;

/** What a file does, line by line; what is refused comes first, with why. */
export function ImportPlan({ name, plan }: { name: string; plan: readonly ImportLine[] }) {
  const { t } = useTranslation();
  const counts = new Map(verdicts.map((verdict) => [verdict, plan.filter((line) => line.verdict === verdict).length]));
  const there = verdicts.filter((verdict) => (counts.get(verdict) ?? 0) > 0);
  const [wanted, setWanted] = useState<Verdict>();
  const shown = wanted !== undefined && there.some((verdict) => verdict === wanted) ? wanted : there[0] ?? 'empty';
  const lines = plan.filter(({ verdict }) => verdict === shown);
  return (
    <section aria-label={t('texts.plan')}>
      <p style={{ color: 'var(--parley-text-2)', marginBottom: 10 }}>{name}</p>
      <Segments label={t('texts.plan')} value={shown} onChange={setWanted} options={there.map((value) => ({ value, label: t(`texts.summary.${value}`), count: counts.get(value) ?? 0 }))} />
      {/* Its rows hold nothing that takes the focus, and it must scroll by key. */}
      <div className={styles.planScroll} tabIndex={0} role="region" aria-label={t(`texts.summary.${shown}`)}>
        <table className={styles.plan}>
          <colgroup><col style={{ width: 64 }} /><col style={{ width: '27%' }} /><col style={{ width: 56 }} /><col /><col /></colgroup>
          <thead><tr><th scope="col">{t('texts.planLine')}</th><th scope="col">{t('texts.planText')}</th><th scope="col"><span className="sr">{t('field.language')}</span></th><th scope="col">{t('texts.planNow')}</th><th scope="col">{t('texts.planThen')}</th></tr></thead>
          <tbody>
            {lines.slice(0, mostShown).map(({ line, id, language, row, text, before, why }) => (
              <tr key={`${line} ${language} ${id}`}>
                <td className="num">{line}</td><td><span dir="auto">{row?.where ?? id}</span></td><td>{language}</td>
                <td><span lang={language} dir={directionOf(language)}><Marked text={before} template={row?.template ?? false} /></span></td>
                <td><span lang={language} dir={directionOf(language)}><Marked text={text} template={row?.template ?? false} /></span>{why !== undefined && <span className={styles.why}>{why}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > mostShown && <p className={styles.keys}>{t('texts.exampleFirst', { count: mostShown })}</p>}
    </section>
  );
}
