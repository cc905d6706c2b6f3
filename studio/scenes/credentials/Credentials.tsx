import { Button } from '@mantine/core';
import type { Credential } from '@parley/shared/api/credentials';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { credentialsQuery } from '../../api/credentials.ts';
import { meQuery } from '../../api/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { TableBones } from '../../ui/TableBones.tsx';
import { CredentialForm } from '../../credentials/CredentialForm.tsx';
import { CredentialTable } from './CredentialTable.tsx';
import styles from './Credentials.module.css';

/** What flows prove themselves with to other systems: names, hosts and uses; secrets go in and never come out. */
export function Credentials() {
  const { t } = useTranslation();
  const credentials = useQuery(credentialsQuery());
  const me = useQuery(meQuery);
  const [open, setOpen] = useState<{ changing?: Credential }>();
  const mayEdit = me.data?.rights.includes('bots.edit') ?? false;
  const { items = [], privateHosts = [] } = credentials.data ?? {};
  const add = mayEdit && <Button variant="ink" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => setOpen({})}>{t('credentials.new')}</Button>;
  return (
    <Page title={t('credentials.title')} actions={items.length > 0 && add}>
      {credentials.isPending && <TableBones />}
      {credentials.error && !credentials.data && <ErrorState title={t('credentials.failed')} text={t('page.failedHelp')} details={sentenceOf(credentials.error)} action={<Button onClick={() => void credentials.refetch()}>{t('common.tryAgain')}</Button>} />}
      {credentials.data && items.length === 0 && <EmptyState icon={<IconKey size={20} stroke={1.75} />} text={mayEdit ? t('credentials.empty') : t('credentials.emptyRead')} action={add} />}
      {items.length > 0 && <CredentialTable credentials={items} mayEdit={mayEdit} onChange={(changing) => setOpen({ changing })} />}
      {privateHosts.length > 0 && <p className={styles.note}>{t('credentials.privateText', { hosts: privateHosts.join(', ') })}</p>}
      {open && <CredentialForm {...open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
