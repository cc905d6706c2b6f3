import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { entrySchemas, setUp } from '../../api/people.ts';
import { setupQuery } from '../../api/queries.ts';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { Failed } from '../../ui/Failed.tsx';
import { EntryBones } from './EntryBones.tsx';
import { EntryPage } from './EntryPage.tsx';
import { Refusal } from './Refusal.tsx';
import { useEntryForm } from './useEntryForm.ts';
import styles from './EntryPage.module.css';

/** Makes the first owner's account; asks for the code printed at start when the visitor is not on the server's own machine. */
export function SetUp() {
  const { t } = useTranslation();
  const status = useQuery(setupQuery);
  const { field, submit, busy, refusal } = useEntryForm({
    initial: { name: '', email: '', password: '', code: '' },
    schema: entrySchemas.setUp,
    send: ({ code, ...owner }) => setUp({ ...owner, ...(code && { code: code.trim() }) }),
    next: '/',
  });
  if (status.data && !status.data.needed && !busy) return <Navigate to="/sign-in" replace />;
  return (
    <EntryPage title={t('entry.setUp')} text={t('entry.setUpText')}>
      {status.isPending && !busy && <EntryBones fields={3} />}
      {status.error && !status.data && <div className={styles.form}><Failed text={`${t('page.failed')}. ${sentenceOf(status.error)}`} onAgain={() => void status.refetch()} /></div>}
      {(status.data || busy) && (
        <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
          <Refusal text={refusal} />
          <TextInput size="lg" label={t('entry.name')} autoComplete="name" {...field('name')} />
          <TextInput size="lg" type="email" label={t('entry.email')} autoComplete="username" {...field('email')} />
          <PasswordInput size="lg" label={t('entry.password')} description={field('password').error ? undefined : t('entry.passwordHelp')} autoComplete="new-password" {...field('password')} />
          {status.data?.codeNeeded && <TextInput size="lg" label={t('entry.code')} description={t('entry.codeHelp')} autoComplete="off" {...field('code')} />}
          <Button type="submit" variant="ink" size="lg" loading={busy}>{t('entry.setUpVerb')}</Button>
        </form>
      )}
    </EntryPage>
  );
}
