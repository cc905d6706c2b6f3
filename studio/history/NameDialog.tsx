import { TextInput } from '@mantine/core';
import type { NamedVersion } from '@parley/shared/api/history';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { nameVersion, renameVersion } from '../api/history.ts';
import { useDesigner } from '../store/designerContext.ts';
import { Dialog, FormFoot } from '../ui/Dialog.tsx';
import { toast } from '../ui/toast.tsx';

/** A moment that gets a name, or a named one that gets another. */
export type Naming = { point: string; when: string | undefined } | { version: NamedVersion };

/** Asks for the name of a version. */
export function NameDialog({ naming, onClose }: { naming: Naming; onClose: () => void }) {
  const { t } = useTranslation();
  const { book } = useDesigner();
  const queries = useQueryClient();
  const old = 'version' in naming ? naming.version : undefined;
  const [name, setName] = useState(old?.name ?? '');
  const give = useMutation({
    mutationFn: () => ('version' in naming ? renameVersion(naming.version.id, name.trim()) : nameVersion(book.botId, { name: name.trim(), point: naming.point })),
    onSuccess: async (made) => {
      toast(t('history.named', { name: made.name }));
      await queries.invalidateQueries({ queryKey: ['bots', book.botId, 'named'] });
      onClose();
    },
  });
  const when = 'point' in naming ? naming.when : undefined;
  return (
    <Dialog opened onClose={onClose} title={old ? t('history.rename') : t('history.nameTitle')}>
      <form onSubmit={(event) => { event.preventDefault(); if (name.trim()) give.mutate(); }}>
        {!old && <p style={{ color: 'var(--parley-text-2)', marginBottom: 12 }}>{when ? t('history.nameText', { when }) : t('history.nameNow')}</p>}
        <TextInput label={t('history.nameLabel')} placeholder={old ? undefined : t('history.namePlaceholder')} value={name} maxLength={120} data-autofocus onChange={({ currentTarget }) => setName(currentTarget.value)} error={give.error && sentenceOf(give.error)} />
        <FormFoot verb={old ? t('history.renameVerb') : t('history.nameVerb')} busy={give.isPending} complete={name.trim() !== ''} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
