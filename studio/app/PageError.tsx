import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { ErrorState } from '../ui/ErrorState.tsx';
import { sentenceOf } from '../api/ApiFailure.ts';
import { useTitle } from '../ui/useTitle.ts';
import { paths } from './paths.ts';

/** What stands in place of a page that failed or does not exist: what happened, what is kept, one way on. */
export function PageError() {
  const { t } = useTranslation();
  const error = useRouteError();
  useTitle(error ? t('page.failed') : t('page.missing'));
  if (!error) {
    return <ErrorState icon={<IconMapOff size={20} stroke={1.75} />} title={t('page.missing')} text={t('page.missingHelp')} action={<Button component={Link} to={paths.bots}>{t('page.toBots')}</Button>} />;
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
