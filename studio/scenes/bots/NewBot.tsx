import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { createBot } from '../../api/bots.ts';
import { paths } from '../../app/paths.ts';
import { Dialog, DialogFoot } from '../../ui/Dialog.tsx';
import { languageOptions } from './languageOptions.ts';
import styles from './Bots.module.css';

/** Makes a bot from a name and its languages, and opens it in the designer. */
export function NewBot({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [languages, setLanguages] = useState(['en']);
  const make = useMutation({
    mutationFn: () => createBot({ name: name.trim(), languages }),
    async onSuccess(bot) {
      await queries.invalidateQueries({ queryKey: ['bots'] });
      await navigate(paths.designer(bot.id, bot.flowId));
    },
  });
  return (
    <Dialog opened={opened} onClose={onClose} title={t('bots.new')}>
      <form onSubmit={(event) => { event.preventDefault(); if (name.trim() && languages.length > 0) make.mutate(); }}>
        <div className={styles.fields}>
          <TextInput label={t('bots.name')} description={t('bots.nameHelp')} value={name} maxLength={120} data-autofocus onChange={({ currentTarget }) => setName(currentTarget.value)} error={make.error && sentenceOf(make.error)} />
          <MultiSelect label={t('bots.languages')} description={t('bots.languagesHelp')} data={languageOptions(i18n.language)} value={languages} onChange={setLanguages} searchable hidePickedOptions maxValues={50} />
        </div>
        <DialogFoot>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="ink" loading={make.isPending} disabled={!name.trim() || languages.length === 0}>{t('bots.create')}</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
