import type { Imported } from '@parley/shared/api/exchange';
import { useTranslation } from 'react-i18next';
import { MissingCredentials } from './MissingCredentials.tsx';
import styles from './ImportBot.module.css';

type Line = Imported['report'][number];

const shownPlaces = 4;

/** What became of the parts of an imported file, what was left out first. */
export function ImportReport({ imported: { bot, report: told, missingCredentials } }: { imported: Imported }) {
  const { t } = useTranslation();
  // Credentials are asked for, not told of.
  const report = told.filter(({ what }) => what !== 'Credential');
  const of = (verdict: Line['verdict']) => report.filter((line) => line.verdict === verdict);
  const mapped = of('mapped');
  return (
    <section className={styles.report} aria-label={t('exchange.report')}>
      {missingCredentials.length > 0 && <MissingCredentials botId={bot.id} missing={missingCredentials} />}
      {report.length === 0 && missingCredentials.length === 0 && <p>{t('exchange.whole')}</p>}
      {(['leftOut', 'approximated'] as const).map((verdict) => of(verdict).length > 0 && (
        <div key={verdict}><h3>{t(`exchange.${verdict}`)} <span>{of(verdict).length}</span></h3><Lines lines={of(verdict)} /></div>
      ))}
      {mapped.length > 0 && <details><summary>{t('exchange.mapped')} <span>{mapped.length}</span></summary><Lines lines={mapped} /></details>}
    </section>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  return (
    <ul>
      {lines.map(({ what, says, places }) => {
        const names = [...new Set(places.map(({ where }) => where).filter(Boolean))];
        return (
          <li key={`${what} ${says}`}>
            <b>{what}{places.length > 1 && ` × ${places.length}`}</b> {says}
            {names.length > 0 && <small><bdi>{names.slice(0, shownPlaces).join(' · ')}</bdi>{names.length > shownPlaces && ` · ${t('exchange.places', { count: names.length - shownPlaces })}`}</small>}
          </li>
        );
      })}
    </ul>
  );
}
