import { PasswordInput, TextInput } from '@mantine/core';
import type { ModelEndpoint } from '@parley/shared/api/models';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, sentenceOf } from '../../api/ApiFailure.ts';
import { changeEndpoint, createEndpoint, modelsQuery } from '../../api/models.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { leftToRight } from '../../ui/directions.ts';
import { toast } from '../../ui/toast.tsx';

/** Adds an endpoint, or changes one; its key is only ever written. */
export function EndpointForm({ changing, onClose }: { changing?: ModelEndpoint; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(changing?.name ?? '');
  const [baseUrl, setBaseUrl] = useState(changing?.baseUrl ?? '');
  const [key, setKey] = useState('');
  const save = useMutation({
    mutationFn: () => (changing ? changeEndpoint(changing.id, { name, baseUrl, ...(key && { key }) }) : createEndpoint({ name, baseUrl, key: key || null })),
    onSuccess(changed) {
      queries.setQueryData(modelsQuery.queryKey, changed);
      toast(t('models.saved'));
      onClose();
    },
  });
  const wrong = save.error instanceof ApiFailure ? save.error.fields : [];
  const wrongAt = (at: string): string | undefined => wrong.find(({ path }) => path === at)?.message;
  const whole = name.trim() !== '' && baseUrl.trim() !== '';
  return (
    <Dialog opened onClose={onClose} title={changing ? t('models.changeEndpoint', { name: changing.name }) : t('models.newEndpoint')}>
      <form onSubmit={(event) => { event.preventDefault(); if (whole) save.mutate(); }}>
        <div style={{ display: 'flex', flexDirection: 'column', gap: 16 }}>
          <TextInput label={t('models.name')} value={name} maxLength={120} data-autofocus onChange={({ currentTarget }) => setName(currentTarget.value)} error={wrongAt('name')} />
          <TextInput label={t('models.address')} description={t('models.addressHelp')} value={baseUrl} maxLength={500} attributes={leftToRight} spellCheck={false} onChange={({ currentTarget }) => setBaseUrl(currentTarget.value)} error={wrongAt('baseUrl')} />
          <PasswordInput label={t('models.key')} description={t(changing?.hasKey ? 'models.keyKept' : 'models.keyHelp')} value={key} maxLength={2_000} autoComplete="new-password" onChange={({ currentTarget }) => setKey(currentTarget.value)} error={wrongAt('key')} />
          {save.error && wrong.length === 0 && <p role="alert" style={{ color: 'var(--parley-bad)' }}>{sentenceOf(save.error)}</p>}
        </div>
        <FormFoot verb={t(changing ? 'models.save' : 'models.add')} busy={save.isPending} complete={whole} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
