import { PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { credentialKinds } from '@parley/shared/api/credentials';
import type { Credential, CredentialKind } from '@parley/shared/api/credentials';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, sentenceOf } from '../api/ApiFailure.ts';
import { botsQuery } from '../api/bots.ts';
import { changeCredential, createCredential } from '../api/credentials.ts';
import { Dialog, FormFoot } from '../ui/Dialog.tsx';
import { toast } from '../ui/toast.tsx';

const linesOf = (text: string): string[] => text.split(/[\s,]+/).map((host) => host.replace(/^https?:\/\//i, '').replace(/\/.*$/, '')).filter(Boolean);

/** Adds a credential, or changes one; its secret is only ever written. `botId` = for this bot, unless chosen otherwise. */
export function CredentialForm({ changing, botId, wanted, onClose, onMade }: { changing?: Credential; botId?: string; /** What a new one begins with. */ wanted?: { name: string; hosts: readonly string[] }; onClose: () => void; onMade?: (credential: Credential) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const bots = useQuery({ ...botsQuery, enabled: !changing });
  const [name, setName] = useState(changing?.name ?? wanted?.name ?? '');
  const [kind, setKind] = useState<CredentialKind>(changing?.kind ?? 'bearer');
  const [field, setField] = useState(changing?.field ?? '');
  const [secret, setSecret] = useState('');
  const [hosts, setHosts] = useState((changing ?? wanted)?.hosts.join('\n') ?? '');
  const [scope, setScope] = useState(botId ?? '');
  const save = useMutation({
    mutationFn: () => {
      const common = { name: name.trim(), field: kind === 'bearer' ? '' : field.trim(), hosts: linesOf(hosts) };
      return changing ? changeCredential(changing.id, { ...common, ...(secret && { secret }) }) : createCredential({ ...common, kind, secret, botId: scope === '' ? null : scope });
    },
    async onSuccess(credential) {
      toast(t('credentials.saved'));
      await queries.invalidateQueries({ queryKey: ['credentials'] });
      onMade?.(credential);
      onClose();
    },
  });
  // What the server says about one field stands at it; anything else above the buttons.
  const wrong = save.error instanceof ApiFailure ? save.error.fields : [];
  const wrongAt = (at: string): string | undefined => wrong.find(({ path }) => path === at || path.startsWith(`${at}.`))?.message;
  const elsewhere = save.error && wrong.length === 0 ? sentenceOf(save.error) : undefined;
  const sendsFarther = changing !== undefined && linesOf(hosts).some((host) => !changing.hosts.includes(host.toLowerCase()));
  const whole = name.trim() !== '' && linesOf(hosts).length > 0 && (secret !== '' || (changing !== undefined && !sendsFarther)) && (kind === 'bearer' || field.trim() !== '');
  return (
    <Dialog opened onClose={onClose} title={changing ? t('credentials.change', { name: changing.name }) : t('credentials.new')}>
      <form onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); if (whole) save.mutate(); }}>
        <div style={{ display: 'flex', flexDirection: 'column', gap: 16 }}>
          <TextInput label={t('credentials.name')} description={t('credentials.nameHelp')} value={name} maxLength={120} data-autofocus onChange={({ currentTarget }) => setName(currentTarget.value)} error={wrongAt('name')} />
          {!changing && <Select label={t('credentials.kindTitle')} data={credentialKinds.map((value) => ({ value, label: t(`credentials.kind.${value}`) }))} value={kind} allowDeselect={false} onChange={(next) => { const chosen = credentialKinds.find((known) => known === next); if (chosen) setKind(chosen); }} />}
          {kind !== 'bearer' && <TextInput label={t(`credentials.field.${kind}`)} value={field} maxLength={200} autoComplete="off" onChange={({ currentTarget }) => setField(currentTarget.value)} error={wrongAt('field')} />}
          <PasswordInput label={t(`credentials.secret.${kind}`)} description={changing ? t(sendsFarther ? 'credentials.secretAgain' : 'credentials.secretKept') : t('credentials.secretHelp')} value={secret} maxLength={8_000} autoComplete="new-password" onChange={({ currentTarget }) => setSecret(currentTarget.value)} error={wrongAt('secret')} />
          <Textarea label={t('credentials.hosts')} description={t('credentials.hostsHelp')} autosize minRows={2} value={hosts} spellCheck={false} onChange={({ currentTarget }) => setHosts(currentTarget.value)} error={wrongAt('hosts')} />
          {!changing && <Select label={t('credentials.scope')} data={[{ value: '', label: t('credentials.shared') }, ...(bots.data ?? []).map(({ id, name: bot }) => ({ value: id, label: bot }))]} value={scope} allowDeselect={false} onChange={(next) => setScope(next ?? '')} error={wrongAt('botId')} />}
          {elsewhere && <p role="alert" style={{ color: 'var(--parley-bad)' }}>{elsewhere}</p>}
        </div>
        <FormFoot verb={changing ? t('credentials.save') : t('credentials.create')} busy={save.isPending} complete={whole} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
