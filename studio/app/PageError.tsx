import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { ErrorState } from '../ui/ErrorState.tsx';
import { sentenceOf } from '../api/ApiFailure.ts';
import { paths } from './paths.ts';

/** What stands in place of a page that failed or does not exist: what happened, what is kept, one way on. */
export function PageError() {
  const { t } = useTranslation();
  const error = useRouteError();
  if (!error) {
    return <ErrorState title={t('page.missing')} text={t('page.missingHelp')} action={<Button component={Link} to={paths.bots}>{t('page.toBots')}</Button>} />;
  }
  return (
    <ErrorState
      title={t('page.failed')}
      text={t('page.failedHelp')}
      details={sentenceOf(error)}
      action={<Button onClick={() => globalThis.location.reload()}>{t('common.tryAgain')}</Button>}
    />
  );
}
