import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { ApiFailure, sentenceOf } from '../api/ApiFailure.ts';
import { meQuery } from '../api/queries.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ShellBones } from '../ui/ShellBones.tsx';
import { paths } from './paths.ts';

/** Lets signed-in people through; others go to the sign-in page. */
export function SignedIn() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const me = useQuery(meQuery);
  const signedOut = me.error instanceof ApiFailure && me.error.code === 'signedOut';
  if (me.data) return <Outlet />;
  if (signedOut) return <Navigate to={paths.signIn(pathname + search)} replace />;
  if (me.error) {
    return <main id="main" style={{ height: '100dvh' }}><ErrorState title={t('page.failed')} text={t('page.failedHelp')} details={sentenceOf(me.error)} action={<Button onClick={() => void me.refetch()}>{t('common.tryAgain')}</Button>} /></main>;
  }
  return pathname.includes('/flows/') ? null : <ShellBones rail={pathname.startsWith(paths.conversations)} />;
}
