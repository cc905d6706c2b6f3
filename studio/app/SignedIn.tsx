import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { ApiFailure, sentenceOf } from '../api/ApiFailure.ts';
import { meQuery, setupQuery } from '../api/queries.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ShellBones } from '../ui/ShellBones.tsx';
import { paths } from './paths.ts';

/** Lets signed-in people through; others go to the sign-in page, or to set-up while there is no owner. */
export function SignedIn() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const me = useQuery(meQuery);
  const signedOut = me.error instanceof ApiFailure && me.error.code === 'signedOut';
  const setup = useQuery({ ...setupQuery, enabled: signedOut });
  if (me.data) return <Outlet />;
  if (signedOut) {
    if (setup.isPending) return null;
    return <Navigate to={setup.data?.needed ? paths.setUp : paths.signIn(pathname + search)} replace />;
  }
  if (me.error) {
    return <ErrorState title={t('page.failed')} text={t('page.failedHelp')} details={sentenceOf(me.error)} action={<Button onClick={() => void me.refetch()}>{t('common.tryAgain')}</Button>} />;
  }
  return pathname.includes('/flows/') ? null : <ShellBones rail={pathname.startsWith(paths.conversations)} />;
}
