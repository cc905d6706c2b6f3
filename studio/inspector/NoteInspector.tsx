import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { removeSelection } from '../commands/changing.ts';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import { useTyped } from './useTyped.ts';
import styles from './Inspector.module.css';

/** A note: its words, for colleagues only. */
export function NoteInspector({ id }: { id: string }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const note = useFlow().notes[id];
  const { text, type, flush, problem } = useTyped(note?.text ?? '', (next) => {
    const changed = desk.store.change(t('gesture.note'), (flow) => { const found = flow.notes[id]; if (found) found.text = next; }, { typing: true });
    return changed.ok ? undefined : changed.problems[0]?.message;
  });
  return (
    <>
      <div className={styles.head} data-plain><h2 className={styles.title}>{t('canvas.note')}</h2></div>
      <div className={styles.body} data-form>
        <Textarea label={t('canvas.noteText')} description={t('canvas.noteHelp')} autosize minRows={3} maxRows={16} value={text} readOnly={!desk.editable} error={problem} onChange={(event) => type(event.currentTarget.value)} onBlur={flush} />
        {desk.editable && <Button onClick={() => removeSelection(desk)}>{t('common.delete')}</Button>}
      </div>
    </>
  );
}
