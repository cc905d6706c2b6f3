import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { entrySchemas, signIn } from '../../api/people.ts';
import { EntryPage } from './EntryPage.tsx';
import { Refusal } from './Refusal.tsx';
import { useEntryForm } from './useEntryForm.ts';
import styles from './EntryPage.module.css';

/** A page of this studio to go on to; anything else (another site) falls to the start. */
const ownPage = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

/** Lets a person in who has an account. */
export function SignIn() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { field, submit, busy, refusal } = useEntryForm({ initial: { email: '', password: '' }, schema: entrySchemas.signIn, send: signIn, next: ownPage(search.get('next')) });
  return (
    <EntryPage title={t('entry.signIn')} text={t('entry.signInText')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <Refusal text={refusal} />
        <TextInput size="lg" type="email" label={t('entry.email')} autoComplete="username" {...field('email')} />
        <PasswordInput size="lg" label={t('entry.password')} autoComplete="current-password" {...field('password')} />
        <Button type="submit" variant="ink" size="lg" loading={busy}>{t('entry.signIn')}</Button>
      </form>
    </EntryPage>
  );
}
