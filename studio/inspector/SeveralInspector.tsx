import { Button } from '@mantine/core';
import { IconCopy, IconFrame, IconLayoutAlignBottom, IconLayoutAlignCenter, IconLayoutAlignLeft, IconLayoutAlignMiddle, IconLayoutAlignRight, IconLayoutAlignTop, IconLayoutDistributeHorizontal, IconLayoutDistributeVertical, IconSitemap, IconTrash } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { leadAll } from '../commands/adding.ts';
import { alignSelection, distributeSelection, frameSelection, tidySelection } from '../commands/arranging.ts';
import { duplicateSelection, removeSelection } from '../commands/changing.ts';
import { alignments, directions } from '../commands/edits/arrange.ts';
import type { Alignment, Spread } from '../commands/edits/arrange.ts';
import { looseEnds } from '../commands/edits/reading.ts';
import { countKinds } from '../commands/edits/things.ts';
import { arrangeKeys } from '../commands/list/arranging.ts';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TargetSelect } from './TargetSelect.tsx';
import styles from './Inspector.module.css';

const icons: Record<Alignment | Spread, Icon> = {
  left: IconLayoutAlignLeft, centre: IconLayoutAlignCenter, right: IconLayoutAlignRight, top: IconLayoutAlignTop, middle: IconLayoutAlignMiddle, bottom: IconLayoutAlignBottom,
  across: IconLayoutDistributeVertical, down: IconLayoutDistributeHorizontal,
};

/** Several cards, notes and frames: how many there are, bringing order into them, and what is done to all of them. */
export function SeveralInspector({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const flow = useFlow();
  const counts = countKinds(flow, ids);
  const kinds = (['nodes', 'notes', 'frames'] as const).filter((kind) => counts[kind] > 0);
  const onlyStart = ids.every((id) => flow.nodes[id]?.type === 'start');
  const loose = useMemo(() => looseEnds(flow, ids, desk.nodeTypes), [flow, ids, desk.nodeTypes]);
  const button = (name: Alignment | Spread, run: () => void, disabled = false) => {
    const Glyph = icons[name];
    return <IconButton key={name} label={t(`arrange.${name}`)} keys={`Alt Shift ${arrangeKeys[name]}`} size="sm" variant="default" disabled={disabled} onClick={run}><Glyph size={16} stroke={1.75} /></IconButton>;
  };
  return (
    <>
      <div className={styles.head} data-plain>
        <h2 className={styles.title}>{kinds.length === 1 && kinds[0] ? t(`arrange.count.${kinds[0]}`, { count: counts[kinds[0]] }) : t('canvas.things', { count: ids.length })}</h2>
        {kinds.length > 1 && <p className={styles.doc}>{kinds.map((kind) => t(`arrange.count.${kind}`, { count: counts[kind] })).join(', ')}</p>}
      </div>
      {desk.editable && (
        <div className={styles.body} data-form>
          {loose.length > 0 && (
            <section className={styles.section}>
              <h3><label htmlFor="loose-ends">{t('arrange.loose')}</label></h3>
              <TargetSelect id="loose-ends" value={null} placeholder={t('arrange.leadTo')} onChoose={(to) => leadAll(desk, loose, to)} />
              <p className={styles.doc}>{t('arrange.looseCount', { count: loose.length })}</p>
            </section>
          )}
          <section className={styles.section} aria-label={t('arrange.align')}>
            <h3>{t('arrange.align')}</h3>
            <div className={styles.tools} role="group" aria-label={t('arrange.align')}>{alignments.map((how) => button(how, () => alignSelection(desk, how)))}</div>
          </section>
          <section className={styles.section} aria-label={t('arrange.spread')}>
            <h3>{t('arrange.spread')}</h3>
            <div className={styles.tools} role="group" aria-label={t('arrange.spread')}>{directions.map((along) => button(along, () => distributeSelection(desk, along), ids.length < 3))}</div>
            {ids.length < 3 && <p className={styles.doc}>{t('arrange.needsThree')}</p>}
          </section>
          <section className={styles.section} aria-label={t('arrange.name')}>
            {counts.nodes > 1 && <Button justify="flex-start" leftSection={<IconSitemap size={16} stroke={1.75} />} rightSection={<kbd>L</kbd>} classNames={{ section: styles.key ?? '' }} onClick={() => void tidySelection(desk)}>{t('arrange.tidySelection')}</Button>}
            <Button justify="flex-start" leftSection={<IconFrame size={16} stroke={1.75} />} rightSection={<kbd>F</kbd>} classNames={{ section: styles.key ?? '' }} onClick={() => frameSelection(desk)}>{t('frame.around')}</Button>
            <Button justify="flex-start" leftSection={<IconCopy size={16} stroke={1.75} />} rightSection={<kbd>Ctrl D</kbd>} classNames={{ section: styles.key ?? '' }} disabled={onlyStart} onClick={() => duplicateSelection(desk)}>{t('inspector.duplicate')}</Button>
            <Button justify="flex-start" leftSection={<IconTrash size={16} stroke={1.75} />} rightSection={<kbd>Del</kbd>} classNames={{ section: styles.key ?? '' }} disabled={onlyStart} onClick={() => removeSelection(desk)}>{t('common.delete')}</Button>
          </section>
        </div>
      )}
    </>
  );
}
