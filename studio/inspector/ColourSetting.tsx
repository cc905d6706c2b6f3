import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { told } from '../commands/actions.ts';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import { useTyped } from './useTyped.ts';
import styles from './Field.module.css';

/** What the swatch shows where no colour was chosen: the product's ink, as the chat page does. */
const usualColour = '#1c1b18';

/** The bot's own colour: typed as six digits or picked; empty = none. */
export function ColourSetting() {
  const { t } = useTranslation();
  const { store, editable } = useDesigner();
  const { settings } = useFlow();
  const { text, type, flush, problem } = useTyped(settings.colour ?? '', (typed) => {
    const colour = typed.trim().replace(/^(?=[0-9a-f]{6}$)/i, '#').toLowerCase();
    if (colour !== '' && !/^#[0-9a-f]{6}$/.test(colour)) return t('settings.colourWrong');
    if (colour === (settings.colour ?? '')) return undefined;
    const taken = told(store.change(t('gesture.settings'), (flow) => {
      if (colour === '') delete flow.settings.colour;
      else flow.settings.colour = colour;
    }));
    return taken ? undefined : t('settings.colourWrong');
  });
  return (
    <TextInput
      label={t('settings.colour')} description={t('settings.colourHelp')} placeholder={usualColour} w={160} styles={{ description: { width: 240 } }} data-field="colour" spellCheck={false}
      value={text} error={problem} readOnly={!editable} onChange={(event) => type(event.currentTarget.value)} onBlur={flush}
      leftSection={<input type="color" className={styles.swatch} aria-label={t('settings.colourPick')} disabled={!editable} value={settings.colour ?? usualColour} onChange={(event) => type(event.currentTarget.value)} />}
    />
  );
}
