import type { TextRow } from '@parley/shared/translations/textRows';
import { IconFocus2, IconSettings } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner, useFlowNames } from '../store/designerContext.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tile } from '../ui/Tile.tsx';
import { goToText } from './editTexts.ts';
import { groupHeight } from './gridLines.ts';
import { nodeTypeOf } from './nodeTypeOf.ts';
import styles from './Texts.module.css';

/** The head of a node's texts: what it is, in which flow, and the way to it. */
export const GroupLine = memo(function GroupLine({ row, index, columns, top }: { row: TextRow; index: number; columns: number; top: number }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const names = useFlowNames();
  const type = nodeTypeOf(desk, row);
  const several = Object.keys(names).length > 1;
  const name = row.nodeId === undefined ? t('texts.settings') : row.title;
  return (
    <div role="row" aria-rowindex={index} className={`${styles.row} ${styles.group}`} style={{ top, height: groupHeight }}>
      <div role="rowheader" aria-colindex={1} aria-colspan={columns} className={styles.grouphead}>
        <Tile family={type?.group ?? 'plain'} size={20}>{row.nodeId === undefined ? <IconSettings size={12} stroke={2} aria-hidden="true" /> : <NodeIcon name={type?.icon ?? ''} size={12} />}</Tile>
        <span className={styles.title} dir="auto">{name}</span>
        {several && <span className={styles.flow}>{row.flow === desk.book.main ? t('texts.mainFlow') : names[row.flow]}</span>}
        {/* A tooltip of the browser's own: hundreds of lines pass while somebody scrolls. */}
        <button type="button" tabIndex={-1} className={styles.goTo} aria-label={`${t('texts.goTo')}: ${name}`} title={t('texts.goTo')} onClick={() => goToText(desk, row)}><IconFocus2 size={14} stroke={1.75} aria-hidden="true" /></button>
      </div>
    </div>
  );
});
