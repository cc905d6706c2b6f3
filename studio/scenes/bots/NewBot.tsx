import { MultiSelect, TextInput } from '@mantine/core';
import type { Template } from '@parley/shared/api/gallery';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { createBot } from '../../api/bots.ts';
import { paths } from '../../app/paths.ts';
import { findLanguages } from '../../ui/findLanguages.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { languageOptions } from './languageOptions.ts';
import { Templates } from './Templates.tsx';
import styles from './Bots.module.css';

/** Makes a bot from a name and its languages, or from one that comes along, and opens it in the designer. */
export function NewBot({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [languages, setLanguages] = useState(['en']);
  const [template, setTemplate] = useState<Template>();
  const make = useMutation({
    mutationFn: () => createBot({ name: name.trim(), ...(template ? { template: template.id } : { languages }), zone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    async onSuccess(bot) {
      await queries.invalidateQueries({ queryKey: ['bots'] });
      await navigate(paths.designer(bot.id, bot.flowId));
    },
  });
  // A name that was never typed follows what is chosen.
  const choose = (next: Template | undefined): void => {
    if (name === '' || name === template?.name) setName(next?.name ?? '');
    setTemplate(next);
  };
  const offered = languageOptions(i18n.language);
  const complete = name.trim() !== '' && (template !== undefined || languages.length > 0);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('bots.new')} size={720}>
      <form onSubmit={(event) => { event.preventDefault(); if (complete) make.mutate(); }}>
        <div className={styles.fields}>
          <TextInput label={t('bots.name')} description={t('bots.nameHelp')} value={name} maxLength={120} data-autofocus onChange={({ currentTarget }) => setName(currentTarget.value)} error={make.error && sentenceOf(make.error)} />
          <Templates chosen={template} onChoose={choose} />
          {!template && (
            <MultiSelect
              label={t('bots.languages')} description={t('bots.languagesHelp')} data={offered} value={languages} onChange={setLanguages} searchable selectFirstOptionOnChange hidePickedOptions maxValues={50} nothingFoundMessage={t('settings.noSuchLanguage')}
              filter={({ options, search }) => { const found = new Set(findLanguages(offered.map(({ value }) => value), search)); return options.filter((option) => 'value' in option && found.has(option.value)); }}
              // Enter is for the list: what is typed here and not yet chosen would else be a bot without it.
              onKeyDown={(event) => { if (event.key === 'Enter' && event.currentTarget.value !== '') event.preventDefault(); }}
            />
          )}
        </div>
        <FormFoot verb={t('bots.create')} busy={make.isPending} complete={complete} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
