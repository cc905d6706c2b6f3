import { cardSizes } from '@parley/shared/layout/cardSizes';
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react';
import i18next from 'i18next';
import { Handle, Position } from 'reactflow';
import type { NodeProps } from 'reactflow';
import { memo, useContext } from 'react';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tile } from '../ui/Tile.tsx';
import type { BodyPiece, CardExit } from '../store/cardOf.ts';
import { useDesigner } from '../store/designerContext.ts';
import { useWaiting } from '../store/waiting.ts';
import { ChosenBy, useChosenBy } from './ChosenBy.tsx';
import { describeCard } from './describeNode.ts';
import type { CardNode } from './graph.ts';
import { TalkFlag } from './TalkFlag.tsx';
import { TitleInput } from './TitleInput.tsx';
import { useMarks } from './useMarks.ts';
import { VersionFlag } from './VersionFlag.tsx';
import { VersionMarks } from './VersionMarks.ts';
import { ZoomLevel } from './ZoomLevel.ts';
import styles from './NodeCard.module.css';

const classOf: Record<BodyPiece['is'], string> = { text: '', variable: styles.var ?? '', code: styles.code ?? '', flow: styles.flow ?? '' };

/** The large titles seen from far away, as the style sheet sets them. */
const largeTitle = { far: { top: 4, line: 28 }, farther: { top: 2, line: 32 } };

/** A node on the canvas: what people read, and a handle per way out. From far away its title, large, where the words were; then only tile and title. */
export const NodeCard = memo(function NodeCard({ id, data: { card, layout }, selected }: NodeProps<CardNode>) {
  const { ui, editable, flowId } = useDesigner();
  const level = useContext(ZoomLevel);
  const marks = useMarks(id);
  const others = useChosenBy(id);
  const marked = useContext(VersionMarks);
  const version = marked?.get(id);
  // A version that is looked at again has nobody in it.
  const waiting = useWaiting((people) => (marked ? undefined : people[`${flowId}/${id}`]));
  const renaming = ui((state) => state.renaming === id);
  const lit = ui((state) => state.lit === id);
  const names = [styles.card, selected && styles.selected, marks.here && styles.here, lit && styles.lit, marks.off && styles.off, marks.covered === false && styles.uncovered].filter(Boolean).join(' ');
  const far = level === 'farther' && !renaming;
  const large = level === 'near' || renaming ? undefined : largeTitle[level];
  const titleLines = large && Math.max(1, Math.floor((layout.height - 2 * large.top) / large.line));
  return (
    <article className={names} style={{ height: layout.height, ...others.style }} data-node={id} data-version={version} role="group" aria-label={describeCard(i18next.t, card, { ...marks, version, waiting })}>
      {version && <VersionFlag mark={version} />}
      <ChosenBy people={others.people} />
      <TalkFlag id={id} />
      <header className={styles.head}>
        <Tile family={card.family} size={22}><NodeIcon name={card.icon} /></Tile>
        {renaming && editable ? <TitleInput id={id} title={card.title} className={styles.titleInput ?? ''} /> : <h4 className={styles.title} style={titleLines ? { WebkitLineClamp: titleLines } : undefined} dir="auto" title={card.title.length > 24 ? card.title : undefined}>{card.title}</h4>}
        {waiting !== undefined && !far && <span className={styles.waiting} title={i18next.t('canvas.waiting', { count: waiting })} aria-hidden="true">{compact(waiting)}</span>}
        {marks.covered && <IconCircleCheck className={styles.covered} size={14} stroke={1.75} aria-hidden="true" />}
      </header>
      {!far && (
        <>
          <Flags {...marks} />
          <Handle type="target" position={Position.Left} isConnectableStart={false} />
          {layout.lines > 0 && <div className={styles.body}><div className={styles.lines} dir="auto" style={{ height: layout.lines * cardSizes.line, WebkitLineClamp: layout.lines }}>{card.body.map((piece, index) => <Piece key={`${index}${piece.text}`} piece={piece} />)}</div></div>}
          {layout.single && layout.shown.map((exit) => <ExitHandle key={exit.id} node={id} exit={exit} taken={marks.taken.has(exit.id)} className={styles.single} connectable={editable} />)}
          {!layout.single && layout.shown.length > 0 && (
            <div className={styles.exits}>
              {layout.shown.map((exit) => (
                <div key={exit.id} className={styles.exit} data-state={exit.state} data-exit={exit.id}>
                  {marks.taken.has(exit.id) && <span className={styles.taken} />}
                  <span dir="auto" className={`cut ${exit.code ? styles.code : ''}`}>{exit.label}</span>
                  <ExitHandle node={id} exit={exit} taken={marks.taken.has(exit.id)} connectable={editable} />
                </div>
              ))}
              {layout.shown.length < card.exits.length && <button type="button" className={styles.more} tabIndex={-1} onClick={(event) => { event.stopPropagation(); ui.setState(({ opened }) => ({ opened: new Set(opened).add(id) })); }}>{i18next.t('canvas.moreExits', { count: card.exits.length - layout.shown.length })}</button>}
            </div>
          )}
        </>
      )}
    </article>
  );
});

/** A number with as much as there is room for: `1.2K`. */
const compact = (count: number): string => new Intl.NumberFormat(i18next.language, { notation: 'compact', maximumFractionDigits: 1 }).format(count);

function Piece({ piece }: { piece: BodyPiece }) {
  return piece.is === 'text' ? piece.text : <span className={classOf[piece.is]}>{piece.text}</span>;
}

function ExitHandle({ node, exit, taken, connectable, className = '' }: { exit: CardExit; node: string; taken: boolean; connectable: boolean; className?: string | undefined }) {
  const { ui } = useDesigner();
  const hint = exit.state === 'connected' ? exit.label : exit.state === 'settings' ? 'canvas.handledBySettings' : 'canvas.dragOrC';
  return (
    <Handle
      type="source" position={Position.Right} id={exit.id} className={className} data-state={exit.state} data-taken={taken} isConnectable={connectable} isConnectableEnd={false}
      // Worded when somebody points at it: a large drawing has thousands.
      onClick={(event) => {
        // A press without a drag: what comes next is chosen from a list.
        if (!connectable || exit.state === 'connected') return;
        event.stopPropagation();
        const { right, top } = event.currentTarget.getBoundingClientRect();
        ui.setState({ selection: [node], adding: { screen: { x: right + 8, y: top - 12 }, after: { node, exit: exit.id } } });
      }}
      onMouseEnter={(event) => { event.currentTarget.title = exit.state === 'connected' ? exit.label : i18next.t(hint, { exit: exit.label }); }}
    />
  );
}

function Flags({ errors, warnings, here, running, failed }: ReturnType<typeof useMarks>) {
  if (errors + warnings === 0 && !here && running === undefined && !failed) return null;
  return (
    <div className={styles.flags}>
      {errors > 0 && <span className={`${styles.flag} ${styles.bad}`}><IconAlertOctagon size={12} stroke={2} />{errors}</span>}
      {warnings > 0 && <span className={`${styles.flag} ${styles.warn}`}><IconAlertTriangle size={12} stroke={2} />{warnings}</span>}
      {failed && <span className={`${styles.flag} ${styles.bad}`}>{i18next.t('canvas.failed')}</span>}
      {running !== undefined && <span className={`${styles.flag} ${styles.running}`}><IconLoader2 size={12} stroke={2} />{i18next.t('canvas.running')}</span>}
      {here && running === undefined && <span className={`${styles.flag} ${styles.here}`}><span className={styles.pulse} />{i18next.t('canvas.here')}</span>}
    </div>
  );
}
