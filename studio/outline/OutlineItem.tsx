import { IconChevronDown, IconChevronRight, IconCornerDownRight, IconFrame, IconNote } from '@tabler/icons-react';
import { faceOf } from '@parley/shared/nodes/faceOf';
import { useTranslation } from 'react-i18next';
import { describeNode } from '../canvas/describeNode.ts';
import { SeverityIcon } from '../issues/SeverityIcon.tsx';
import { cardOf, titleOf } from '../store/cardOf.ts';
import { useDesigner, useFlow, useUi } from '../store/designerContext.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tile } from '../ui/Tile.tsx';
import type { OutlineRow } from './outlineOf.ts';
import styles from './Outline.module.css';

/** A long conversation is as deep as it is long; further in, only the row's level tells it, and its name keeps its room. */
const deepest = 6;
const none: ReadonlySet<string> = new Set();

/** One row of the outline: a node with the exit that leads to it, a frame, or a note. */
export function OutlineItem({ row, focusable, folded, onGo, onFocus, onFold }: { row: OutlineRow; focusable: boolean; folded: boolean; onGo: () => void; onFocus: () => void; onFold: (close: boolean) => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { proof, flowId, ui } = desk;
  const flow = useFlow();
  const chosen = useUi((state) => state.selection.includes(row.id));
  const worst = proof.state(({ byNode }) => byNode.get(`${flowId}/${row.id}`)?.[0]?.severity);
  const branches = row.children > 0;
  return (
    <div
      role="treeitem" aria-level={row.depth + 1} aria-selected={chosen} aria-expanded={branches ? !folded : undefined} data-key={row.key} tabIndex={focusable ? 0 : -1} className={styles.row} style={{ paddingInlineStart: 4 + Math.min(row.depth, deepest) * 14 }}
      aria-label={[row.exit, describeNode(desk, flow, row.id), row.again ? t('outline.again') : ''].filter(Boolean).join(', ')} onClick={onGo} onFocus={onFocus} onDoubleClick={() => ui.setState({ wish: { field: '' } })} onKeyDown={() => undefined}
    >
      <span className={styles.twist} onClick={(event) => { if (!branches) return; event.stopPropagation(); onFold(!folded); }} aria-hidden="true">{row.again ? <IconCornerDownRight size={12} stroke={2} /> : branches ? folded ? <IconChevronRight size={12} stroke={2} /> : <IconChevronDown size={12} stroke={2} /> : null}</span>
      {row.is === 'node' ? <NodeFace row={row} /> : <AreaFace row={row} />}
      {row.exit && <span className={styles.exit}>{row.exit}</span>}
      {worst && !row.again && <SeverityIcon severity={worst} size={14} />}
    </div>
  );
}

function NodeFace({ row }: { row: OutlineRow }) {
  const { nodeTypes } = useDesigner();
  const flow = useFlow();
  const node = flow.nodes[row.id];
  if (!node) return null;
  const type = nodeTypes[node.type];
  // Without a title of its own a node is known by what it says or does.
  const said = node.title ? '' : cardOf(node, { nodeTypes, connected: none, flowNames: {}, variables: flow.variables }).body.map(({ text }) => text).join('');
  return (
    <>
      <Tile family={type?.group ?? 'plain'} size={20}><NodeIcon name={type ? faceOf(type, node.data).icon : ''} size={12} /></Tile>
      <span className={`${styles.title} ${row.again ? styles.again : ''}`} dir="auto" data-said={said ? true : undefined}>{said || titleOf(node, type)}</span>
    </>
  );
}

function AreaFace({ row: { id, is } }: { row: OutlineRow }) {
  const { t } = useTranslation();
  const flow = useFlow();
  const Icon = is === 'note' ? IconNote : IconFrame;
  return (
    <>
      <Tile family="plain" size={20}><Icon size={12} stroke={2} /></Tile>
      <span className={styles.title} dir="auto" data-said={is === 'note' || undefined}>{is === 'note' ? flow.notes[id]?.text.trim() || t('canvas.note') : flow.frames?.[id]?.title || t('frame.untitled')}</span>
    </>
  );
}
