import { Menu } from '@mantine/core';
import { pseudoLanguages } from '@parley/shared/translations/pseudo';
import type { TextRow } from '@parley/shared/translations/textRows';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';
import { useDesigner } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { acceptTexts } from './editTexts.ts';
import { talkIn } from './talkIn.ts';
import { countDone } from './textState.ts';
import styles from './Texts.module.css';

/** The head of a language's column: how far it is, and what can be done with all of it that is shown. */
export function LanguageHead({ language, all, shown, onPropose, onHide }: { language: string; all: readonly TextRow[]; shown: readonly TextRow[]; onPropose: (language: string, rows: readonly TextRow[]) => void; onHide: (() => void) | undefined }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const name = nameOfLanguage(language);
  const made = pseudoLanguages.some((each) => each === language);
  const speaking = all.filter((row) => row.cells[language]);
  const done = countDone(speaking, language);
  const open = shown.filter((row) => { const cell = row.cells[language]; return cell !== undefined && cell.state !== 'ok'; });
  const machine = shown.filter((row) => row.cells[language]?.machine === true);
  return (
    <>
      <span className={styles.colname}>
        <span className="cut">{made ? t(language === 'en-XA' ? 'texts.previewPseudo' : 'texts.previewRtl') : name}</span><small>{language}</small><span className={styles.grow} />
        <Menu position="bottom-end" withinPortal>
          <Menu.Target><IconButton size="xs" label={t('texts.menu', { language: name })}><IconDots size={14} stroke={1.75} /></IconButton></Menu.Target>
          <Menu.Dropdown>
            {!made && desk.editable && <Menu.Item disabled={open.length === 0} onClick={() => onPropose(language, open)}>{open.length === 0 ? t('texts.nothingToPropose') : t('texts.proposeMissing', { count: open.length })}</Menu.Item>}
            {!made && desk.editable && <Menu.Item disabled={machine.length === 0} onClick={() => acceptTexts(desk, machine.map((row) => ({ row, language })), t('texts.gesture.accept', { count: machine.length }))}>{machine.length === 0 ? t('texts.nothingToAccept') : t('texts.acceptAll', { count: machine.length })}</Menu.Item>}
            <Menu.Item onClick={() => talkIn(desk, language)}>{t('texts.talk', { language: made ? t('texts.previewPseudo') : name })}</Menu.Item>
            {onHide && <Menu.Item onClick={onHide}>{t('texts.hide')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      </span>
      {!made && (
        <span className={styles.progress}>
          <span className={styles.track} role="progressbar" aria-valuemin={0} aria-valuemax={speaking.length} aria-valuenow={done} aria-label={t('texts.progress', { language: name, done, all: speaking.length })}><i style={{ width: `${speaking.length === 0 ? 0 : (done / speaking.length) * 100}%` }} /></span>
          {t('texts.done', { done, all: speaking.length })}
        </span>
      )}
    </>
  );
}
