import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { acceptInvitation, entrySchemas, problemsOf } from '../../api/people.ts';
import { paths } from '../../app/paths.ts';
import { EntryPage } from './EntryPage.tsx';
import { Refusal } from './Refusal.tsx';
import { useEntryForm } from './useEntryForm.ts';
import styles from './EntryPage.module.css';

/** Takes up an invitation: a name, a password, and in. The token stands behind the `#`, so that it is in no log of requests. */
export function Invitation() {
  const { t } = useTranslation();
  const token = useLocation().hash.slice(1);
  const { field, submit, busy, refusal } = useEntryForm({ initial: { token, name: '', password: '' }, schema: entrySchemas.invitation, send: acceptInvitation, next: '/' });
  // A link that was cut off on its way is told at once, not after a name and a password.
  if (problemsOf(entrySchemas.invitation, { token, name: '', password: '' })?.['token']) {
    return (
      <EntryPage title={t('entry.invitation')}>
        <div className={styles.form}><Refusal text={t('entry.invitationBroken')} /><Button component={Link} to={paths.signIn()} size="lg">{t('entry.signIn')}</Button></div>
      </EntryPage>
    );
  }
  return (
    <EntryPage title={t('entry.invitation')} text={t('entry.invitationText')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <Refusal text={refusal ?? (field('token').error && t('entry.invitationBroken'))} />
        <TextInput size="lg" label={t('entry.name')} autoComplete="name" {...field('name')} />
        <PasswordInput size="lg" label={t('entry.password')} description={field('password').error ? undefined : t('entry.passwordHelp')} autoComplete="new-password" {...field('password')} />
        <Button type="submit" variant="ink" size="lg" loading={busy}>{t('entry.invitationVerb')}</Button>
      </form>
    </EntryPage>
  );
}
