import { IconAlertOctagon, IconAlertTriangle, IconLoader2 } from '@tabler/icons-react';
import { Handle, Position, useUpdateNodeInternals } from 'reactflow';
import type { NodeProps } from 'reactflow';
import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tile } from '../ui/Tile.tsx';
import type { BodyPiece, CardExit } from '../store/cardOf.ts';
import { useDesigner } from '../store/designerContext.ts';
import { isSingle } from './graph.ts';
import type { CardNode } from './graph.ts';
import { sizes } from './geometry.ts';
import { useMarks } from './useMarks.ts';
import { TitleInput } from './TitleInput.tsx';
import styles from './NodeCard.module.css';

const classOf: Record<BodyPiece['is'], string> = { text: '', variable: styles.var ?? '', code: styles.code ?? '', flow: styles.flow ?? '' };

/** A node on the canvas: what people read, and a handle per way out. */
export const NodeCard = memo(function NodeCard({ id, data: { card }, selected }: NodeProps<CardNode>) {
  const { t } = useTranslation();
  const { ui, editable } = useDesigner();
  const [opened, setOpened] = useState(false);
  const marks = useMarks(id);
  const renaming = ui((state) => state.renaming === id);
  const lit = ui((state) => state.lit === id);
  const single = isSingle(card);
  const folded = !opened && card.exits.length > sizes.mostExits;
  const exits = folded ? card.exits.slice(0, sizes.shownExits) : card.exits;
  const measure = useUpdateNodeInternals();
  const shape = exits.map((exit) => exit.id).join('\n');
  useEffect(() => measure(id), [measure, id, shape, single]);
  const names = [styles.card, selected && styles.selected, marks.here && styles.here, lit && styles.lit, marks.off && styles.off].filter(Boolean).join(' ');
  return (
    <article className={names} data-node={id} aria-hidden="true">
      <Flags {...marks} />
      <header className={styles.head}>
        <Tile family={card.family} size={22}><NodeIcon name={card.icon} /></Tile>
        {renaming && editable ? <TitleInput id={id} title={card.title} className={styles.titleInput ?? ''} /> : <h4 className={styles.title}>{card.title}</h4>}
        <Handle type="target" position={Position.Left} isConnectableStart={false} />
        {single && exits.map((exit) => <ExitHandle key={exit.id} exit={exit} taken={marks.taken.has(exit.id)} className={styles.single} connectable={editable} />)}
      </header>
      {card.body.length > 0 && <div className={styles.body}><div className={styles.lines}>{card.body.map((piece, index) => <Piece key={`${index}${piece.text}`} piece={piece} />)}</div></div>}
      {!single && card.exits.length > 0 && (
        <div className={styles.exits}>
          {exits.map((exit) => (
            <div key={exit.id} className={styles.exit} data-state={exit.state} data-exit={exit.id}>
              {marks.taken.has(exit.id) && <span className={styles.taken} />}
              <span className={`cut ${exit.code ? styles.code : ''}`}>{exit.label}</span>
              <ExitHandle exit={exit} taken={marks.taken.has(exit.id)} connectable={editable} />
            </div>
          ))}
          {folded && <button type="button" className={styles.more} tabIndex={-1} onClick={(event) => { event.stopPropagation(); setOpened(true); }}>{t('canvas.moreExits', { count: card.exits.length - sizes.shownExits })}</button>}
        </div>
      )}
    </article>
  );
});

function Piece({ piece }: { piece: BodyPiece }) {
  return piece.is === 'text' ? piece.text : <span className={classOf[piece.is]}>{piece.text}</span>;
}

function ExitHandle({ exit, taken, connectable, className = '' }: { exit: CardExit; taken: boolean; connectable: boolean; className?: string }) {
  const { t } = useTranslation();
  return (
    <Handle type="source" position={Position.Right} id={exit.id} className={className} data-state={exit.state} data-taken={taken} isConnectable={connectable} isConnectableEnd={false} title={exit.state === 'connected' ? exit.label : t(exit.state === 'settings' ? 'canvas.handledBySettings' : 'canvas.dragOrC', { exit: exit.label })} />
  );
}

function Flags({ errors, warnings, here, running, failed }: ReturnType<typeof useMarks>) {
  const { t } = useTranslation();
  if (errors + warnings === 0 && !here && running === undefined && !failed) return null;
  return (
    <div className={styles.flags}>
      {errors > 0 && <span className={`${styles.flag} ${styles.bad}`}><IconAlertOctagon size={12} stroke={2} />{errors}</span>}
      {warnings > 0 && <span className={`${styles.flag} ${styles.warn}`}><IconAlertTriangle size={12} stroke={2} />{warnings}</span>}
      {failed && <span className={`${styles.flag} ${styles.bad}`}>{t('canvas.failed')}</span>}
      {running !== undefined && <span className={`${styles.flag} ${styles.running}`}><IconLoader2 size={12} stroke={2} />{t('canvas.running')}</span>}
      {here && running === undefined && <span className={`${styles.flag} ${styles.here}`}><span className={styles.pulse} />{t('canvas.here')}</span>}
    </div>
  );
}
