import { Button, Checkbox, Menu, Select } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { told } from '../commands/actions.ts';
import { addLanguage } from '../commands/edits/languages.ts';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { takeFocus } from '../ui/takeFocus.ts';
import { findLanguages } from '../ui/findLanguages.ts';
import styles from './Inspector.module.css';
import field from './Field.module.css';

const offered: readonly string[] = ['ar', 'bn', 'cs', 'da', 'de', 'el', 'en', 'es', 'fa', 'fi', 'fr', 'gu', 'he', 'hi', 'hu', 'id', 'it', 'ja', 'kn', 'ko', 'ml', 'mr', 'ms', 'nl', 'no', 'or', 'pa', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sv', 'sw', 'ta', 'te', 'th', 'tr', 'uk', 'ur', 'vi', 'zh'];

/** The languages of the flow; the first is the one texts are typed in. */
export function Languages() {
  const { t } = useTranslation();
  const { store, ui, editable, book, flowId } = useDesigner();
  const flow = useFlow();
  const addButton = useRef<HTMLButtonElement>(null);
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState(true);
  const left = offered.filter((language) => !flow.languages.includes(language));
  const add = (language: string | undefined): void => {
    setAdding(false);
    if (language) told(store.change(t('gesture.languages'), (draft) => addLanguage(draft, language)));
    // The list that had the keyboard is gone.
    requestAnimationFrame(() => addButton.current?.focus());
  };
  const change = (recipe: (languages: string[]) => string[]): boolean => told(store.change(t('gesture.languages'), (draft) => { draft.languages = recipe([...draft.languages]); }));
  return (
    <div data-field="languages">
      <h3 style={{ marginBottom: 6 }}>{t('settings.languages')}</h3>
      {flow.languages.map((language, index) => (
        <div key={language} className={styles.line}>
          <span>{nameOfLanguage(language)}</span><span className={styles.muted}>{language}</span>{index === 0 && <Chip>{t('settings.typedIn')}</Chip>}
          <span className={styles.grow} />
          {editable && index > 0 && (
            <Menu position="bottom-end">
              <Menu.Target><IconButton size="xs" label={t('settings.languageMenu', { language: nameOfLanguage(language) })}><IconDots size={14} stroke={1.75} /></IconButton></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => ui.setState({ language })}>{t('settings.typeIn', { language: nameOfLanguage(language) })}</Menu.Item>
                <Menu.Item data-danger onClick={() => { change((all) => all.filter((other) => other !== language)); ui.setState({ language: undefined }); }}>{t('settings.removeLanguage')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      ))}
      {editable && (adding
        ? (
          <Select
            aria-label={t('settings.addLanguage')} ref={takeFocus} searchable selectFirstOptionOnChange placeholder={t('settings.addLanguage')} nothingFoundMessage={t('settings.noSuchLanguage')}
            data={left.map((language) => ({ value: language, label: `${nameOfLanguage(language)} (${language})` }))}
            filter={({ options, search }) => { const found = new Set(findLanguages(left, search)); return options.filter((option) => 'value' in option && found.has(option.value)); }}
            dropdownOpened={open} onDropdownOpen={() => setOpen(true)} onDropdownClose={() => setOpen(false)}
            // Whoever types fast presses Enter before the list has an option marked.
            onKeyDown={(event) => { if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant') && event.currentTarget.value) add(findLanguages(left, event.currentTarget.value)[0]); }}
            onBlur={() => setAdding(false)} onChange={(language) => add(language ?? undefined)}
          />
        )
        : <Button ref={addButton} size="sm" variant="subtle" className={field.add ?? ''} leftSection={<IconPlus size={14} stroke={1.75} />} onClick={() => { setOpen(true); setAdding(true); }}>{t('settings.addLanguage')}</Button>)}
      {flowId === book.main && flow.languages.length > 1 && <Checkbox mt={6} label={t('settings.missingAccepted')} description={t('settings.missingAcceptedHelp', { language: nameOfLanguage(flow.languages[0] ?? 'en') })} checked={flow.settings.missingTranslationsAccepted} disabled={!editable} onChange={(event) => { const on = event.currentTarget.checked; told(store.change(t('gesture.settings'), (draft) => { draft.settings.missingTranslationsAccepted = on; })); }} />}
    </div>
  );
}
