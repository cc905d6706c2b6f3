import type { ReportLine } from '@parley/shared/exchange/report';
import { useTranslation } from 'react-i18next';

const shownPlaces = 4;

/** What becomes of the parts of a file, what is left out first. */
export function ReportLines({ report }: { report: readonly ReportLine[] }) {
  const { t } = useTranslation();
  const of = (verdict: ReportLine['verdict']) => report.filter((line) => line.verdict === verdict);
  const mapped = of('mapped');
  return (
    <>
      {(['leftOut', 'approximated'] as const).map((verdict) => of(verdict).length > 0 && (
        <div key={verdict}><h3>{t(`exchange.${verdict}`)} <span>{of(verdict).length}</span></h3><Lines lines={of(verdict)} /></div>
      ))}
      {mapped.length > 0 && <details><summary>{t('exchange.mapped')} <span>{mapped.length}</span></summary><Lines lines={mapped} /></details>}
    </>
  );
}

function Lines({ lines }: { lines: readonly ReportLine[] }) {
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
