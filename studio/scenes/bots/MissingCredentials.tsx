import { Button, Select } from '@mantine/core';
import type { Imported } from '@parley/shared/api/exchange';
import { IconCircleCheck, IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { putCredential } from '../../api/bots.ts';
import { credentialsQuery } from '../../api/credentials.ts';
import { CredentialForm } from '../../credentials/CredentialForm.tsx';
import styles from './ImportBot.module.css';

type Missing = Imported['missingCredentials'][number];

/** Asks for the credentials that a file names and that are not here: each is chosen among those that are, or made. */
export function MissingCredentials({ botId, missing }: { botId: string; missing: readonly Missing[] }) {
  const { t } = useTranslation();
  return (
    <div>
      <h3>{t('exchange.credentialsTitle', { count: missing.length })}</h3>
      <p className={styles.needs}>{t('exchange.credentialsText')}</p>
      <ul className={styles.credentials}>{missing.map((one) => <Asked key={one.id} botId={botId} missing={one} />)}</ul>
    </div>
  );
}

function Asked({ botId, missing }: { botId: string; missing: Missing }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const here = useQuery(credentialsQuery(botId));
  const [making, setMaking] = useState(false);
  const use = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => putCredential(botId, { from: missing.id, to: id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['flows'] }),
  });
  return (
    <li>
      <span className={styles.credential}><IconKey size={16} stroke={1.75} aria-hidden="true" /><span><b dir="auto">{missing.name}</b>{missing.hosts.length > 0 && <small dir="auto">{t('exchange.credentialGoes', { hosts: missing.hosts.join(', ') })}</small>}</span></span>
      {use.isSuccess ? <span role="status" className={styles.used}><IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />{t('exchange.credentialUsed', { name: use.variables.name })}</span> : (
        <span className={styles.choices}>
          {(here.data?.items.length ?? 0) > 0 && <Select aria-label={t('exchange.credentialFor', { name: missing.name })} placeholder={t('exchange.credentialPick')} value={null} disabled={use.isPending} data={here.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []} onChange={(id) => { const chosen = here.data?.items.find((credential) => credential.id === id); if (chosen) use.mutate(chosen); }} />}
          <Button loading={use.isPending} aria-label={`${t('exchange.credentialMake')}: ${missing.name}`} onClick={() => setMaking(true)}>{t('exchange.credentialMake')}</Button>
        </span>
      )}
      {use.error && <p role="alert" className={styles.wrong}>{sentenceOf(use.error)}</p>}
      {making && <CredentialForm botId={botId} wanted={missing} onClose={() => setMaking(false)} onMade={(credential) => use.mutate(credential)} />}
    </li>
  );
}
