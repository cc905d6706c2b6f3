import type { Imported } from '@parley/shared/api/exchange';
import { useTranslation } from 'react-i18next';
import { ReportLines } from '../../imports/ReportLines.tsx';
import styles from '../../imports/Imports.module.css';
import { MissingCredentials } from './MissingCredentials.tsx';

/** What became of the parts of an imported file, what was left out first. */
export function ImportReport({ imported: { bot, report: told, missingCredentials } }: { imported: Imported }) {
  const { t } = useTranslation();
  // Credentials are asked for, not told of.
  const report = told.filter(({ what }) => what !== 'Credential');
  return (
    <section className={styles.report} aria-label={t('exchange.report')}>
      {missingCredentials.length > 0 && <MissingCredentials botId={bot.id} missing={missingCredentials} />}
      {report.length === 0 && missingCredentials.length === 0 && <p>{t('exchange.whole')}</p>}
      <ReportLines report={report} />
    </section>
  );
}
