import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { credentialsQuery } from '../../api/credentials.ts';
import { readAt } from '@parley/shared/flow/putAt';
import { CredentialForm } from '../../credentials/CredentialForm.tsx';
import { hostOf } from '../../credentials/hostOf.ts';
import { useFlowState } from '../../store/designerContext.ts';
import { FieldFrame, fieldId, useFieldIssues } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';

/** What a request proves itself with: one of the bot's credentials or a shared one, or a new one made here. */
export function CredentialField(props: FieldProps) {
  const { t } = useTranslation();
  const { botId } = useParams();
  const { path, value } = props;
  const { owner, base, set, readOnly } = useFieldContext();
  const { tone } = useFieldIssues(path);
  const [making, setMaking] = useState(false);
  // The request it is made for says where it goes.
  const address = useFlowState(({ flow }) => readAt(flow, [...base, ...path.slice(0, -1), 'url']));
  const host = typeof address === 'string' ? hostOf(address) : undefined;
  const credentials = useQuery({ ...credentialsQuery(botId), enabled: botId !== undefined });
  const chosen = typeof value === 'string' ? value : '';
  const known = (credentials.data?.items ?? []).map(({ id, name, hosts }) => ({ value: id, label: `${name} (${hosts.join(', ')})` }));
  const isGone = chosen !== '' && !known.some((option) => option.value === chosen);
  const data = [{ value: '', label: t('credentials.none') }, ...known, ...(isGone ? [{ value: chosen, label: credentials.isPending ? t('credentials.loading') : t('credentials.gone') }] : [])];
  return (
    <FieldFrame {...props} problem={credentials.error ? sentenceOf(credentials.error) : undefined}>
      <Select openOnFocus={false} id={fieldId(owner, path)} data={data} value={chosen} allowDeselect={false} searchable={known.length > 8} readOnly={readOnly} error={tone === 'error'} onChange={(next) => set(path, next ?? '')} />
      {!readOnly && <div style={{ marginInlineStart: -8 }}><Button size="sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.75} />} onClick={() => setMaking(true)}>{t('credentials.new')}</Button></div>}
      {making && <CredentialForm {...(botId !== undefined && { botId })} {...(host !== undefined && { wanted: { name: '', hosts: [host] } })} onClose={() => setMaking(false)} onMade={({ id }) => set(path, id)} />}
    </FieldFrame>
  );
}
