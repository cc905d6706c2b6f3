import { Button, TextInput } from '@mantine/core';
import { frameTones } from '@parley/shared/flow/document';
import type { FrameTone } from '@parley/shared/flow/document';
import { useTranslation } from 'react-i18next';
import { sizeOf } from '../commands/actions.ts';
import { selectInside } from '../commands/arranging.ts';
import { removeSelection } from '../commands/changing.ts';
import { insideOf } from '../commands/edits/things.ts';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import { Swatches } from '../ui/Swatches.tsx';
import { useTyped } from './useTyped.ts';
import styles from './Inspector.module.css';

/** A frame: its title, its colour, and what stands in it. */
export function FrameInspector({ id }: { id: string }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const flow = useFlow();
  const frame = flow.frames?.[id];
  const gesture = t('arrange.gesture.editFrame', { title: frame?.title || t('frame.untitled') });
  const { text, type, flush, problem } = useTyped(frame?.title ?? '', (next) => {
    const changed = desk.store.change(gesture, (draft) => { const found = draft.frames?.[id]; if (found) found.title = next; }, { typing: true });
    return changed.ok ? undefined : changed.problems[0]?.message;
  });
  if (!frame) return null;
  const inside = insideOf(flow, id, sizeOf(desk)).length;
  return (
    <>
      <div className={styles.head} data-plain><h2 className={styles.title}>{t('frame.name')}</h2></div>
      <div className={styles.body} data-form>
        <TextInput data-field="title" label={t('frame.title')} placeholder={t('frame.untitled')} maxLength={120} value={text} readOnly={!desk.editable} error={problem} onChange={(event) => type(event.currentTarget.value)} onBlur={flush} />
        <Swatches<FrameTone> label={t('frame.colour')} value={frame.tone} disabled={!desk.editable} options={frameTones.map((tone) => ({ value: tone, label: t(`frame.tone.${tone}`), colour: `var(--parley-${tone})` }))} onChange={(tone) => desk.store.change(gesture, (draft) => { const found = draft.frames?.[id]; if (found) found.tone = tone; })} />
        <p className={styles.doc}>{inside > 0 ? t('frame.inside', { count: inside }) : t('frame.help')}</p>
        {inside > 0 && <Button onClick={() => selectInside(desk, id)}>{t('frame.choose')}</Button>}
        {desk.editable && <Button title={t('frame.deleteHelp')} onClick={() => removeSelection(desk)}>{t('common.delete')}</Button>}
      </div>
    </>
  );
}
