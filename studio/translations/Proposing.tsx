import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';
import type { Proposal } from './usePropose.ts';
import styles from './Texts.module.css';

/** So many texts are named for each reason. */
const mostNamed = 8;

/** How asking for proposals goes, and what came of it: the good ones are in the table already. */
export function Proposing({ proposal, onStop, onDismiss, onTakeBack }: { proposal: Proposal; onStop: () => void; onDismiss: () => void; onTakeBack: () => void }) {
  const { t, i18n } = useTranslation();
  const { running, all, done, made, by, model, cost, lacking } = proposal;
  const language = nameOfLanguage(proposal.language);
  const price = new Intl.NumberFormat(i18n.language, { maximumSignificantDigits: 3 }).format(cost);
  return (
    <div className={styles.tell} data-warn={!running && (lacking.length > 0 || by === 'standIn') || undefined}>
      <span role="status">
        {running ? t('texts.proposing', { done, all, language }) : made === 0 ? t('texts.proposedNone', { language }) : t('texts.proposed', { count: made, language })}
        {!running && by === 'standIn' && made > 0 && ` ${t('texts.standIn', { tag: proposal.language })}`}
        {!running && by === 'model' && model && ` ${t('texts.cost', { model, cost: price })}`}
      </span>
      {running && <progress max={all} value={done} aria-label={t('texts.proposing', { done, all, language })} />}
      <span className={styles.grow} />
      {!running && made > 0 && <Button size="xs" onClick={onTakeBack}>{t('texts.takeBack')}</Button>}
      {running ? <Button size="xs" onClick={onStop}>{t('texts.stop')}</Button> : <CloseButton size="sm" aria-label={t('texts.close')} onClick={onDismiss} />}
      {lacking.length > 0 && <details open={!running}><summary>{t('texts.lacking', { count: lacking.length })}</summary><ul>{reasonsOf(lacking).map(([why, names]) => <li key={why}>{why} <span dir="auto">{names.slice(0, mostNamed).join(' · ')}</span>{names.length > mostNamed && ` · ${t('texts.andMore', { count: names.length - mostNamed })}`}</li>)}</ul></details>}
    </div>
  );
}

/** The reasons why texts got none, each once, with the texts. */
function reasonsOf(lacking: Proposal['lacking']): [why: string, names: string[]][] {
  const reasons = new Map<string, string[]>();
  for (const { row, why } of lacking) reasons.set(why, [...(reasons.get(why) ?? []), row.where]);
  return [...reasons];
}
