import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { entrySchemas, signIn } from '../../api/people.ts';
import { setupQuery } from '../../api/queries.ts';
import { paths } from '../../app/paths.ts';
import { EntryBones } from './EntryBones.tsx';
import { EntryPage } from './EntryPage.tsx';
import { Refusal } from './Refusal.tsx';
import { useEntryForm } from './useEntryForm.ts';
import styles from './EntryPage.module.css';

/** A page of this studio to go on to; anything else (another site) falls to the start. */
const ownPage = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

/** Lets a person in who has an account; where nobody has one yet, the first is made. */
export function SignIn() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { field, submit, busy, refusal } = useEntryForm({ initial: { email: '', password: '' }, schema: entrySchemas.signIn, send: signIn, next: ownPage(search.get('next')) });
  const status = useQuery(setupQuery);
  if (status.data?.needed && !busy) return <Navigate to={paths.setUp} replace />;
  // A server that cannot tell is no reason to keep anybody out.
  const unknown = status.isPending && status.failureCount === 0 && !busy;
  return (
    <EntryPage title={t('entry.signIn')} text={t('entry.signInText')}>
      {unknown ? <EntryBones fields={2} /> : (
        <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
          <Refusal text={refusal} />
          <TextInput size="lg" type="email" label={t('entry.email')} autoComplete="username" {...field('email')} />
          <PasswordInput size="lg" label={t('entry.password')} autoComplete="current-password" {...field('password')} />
          <Button type="submit" variant="ink" size="lg" loading={busy}>{t('entry.signIn')}</Button>
        </form>
      )}
    </EntryPage>
  );
}
