import { IconChevronDown, IconChevronRight, IconCornerDownRight, IconX } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { select } from '../commands/actions.ts';
import { canvasKeys } from '../commands/canvasKeys.ts';
import { describeNode } from '../canvas/describeNode.ts';
import { SeverityIcon } from '../issues/SeverityIcon.tsx';
import { faceOf } from '@parley/shared/nodes/faceOf';
import { cardOf, titleOf } from '../store/cardOf.ts';
import { useDesigner, useFlow, useUi } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tile } from '../ui/Tile.tsx';
import { outlineOf } from './outlineOf.ts';
import type { OutlineRow } from './outlineOf.ts';
import styles from './Outline.module.css';

const none: ReadonlySet<string> = new Set();

/** The drawing as a real tree, with the same keys as the canvas. `plain` fills the page instead of floating. */
export function Outline({ plain = false }: { plain?: boolean }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { ui, nodeTypes } = desk;
  const flow = useFlow();
  const selection = useUi((state) => state.selection);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<string>();
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => outlineOf(flow, nodeTypes), [flow, nodeTypes]);
  const shown = rows.filter(({ key }) => ![...folded].some((closed) => key !== closed && key.startsWith(`${closed}/`)));
  const current = shown.find(({ key }) => key === at) ?? shown.find(({ node }) => selection.includes(node)) ?? shown[0];

  const go = (row: OutlineRow | undefined): void => {
    if (!row) return;
    setAt(row.key);
    select(desk, [row.node], { reveal: true });
    requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus());
  };
  const fold = (key: string, close: boolean): void => setFolded((before) => { const next = new Set(before); if (close) next.add(key); else next.delete(key); return next; });
  const keys = (event: KeyboardEvent): void => {
    const index = shown.findIndex(({ key }) => key === current?.key);
    const parent = (): OutlineRow | undefined => shown.slice(0, index).findLast(({ depth }) => current && depth < current.depth);
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(shown[index + 1]), ArrowUp: () => go(shown[index - 1]), Home: () => go(shown[0]), End: () => go(shown.at(-1)),
      ArrowRight: () => { if (current && folded.has(current.key)) fold(current.key, false); else if (current && current.children > 0) go(shown[index + 1]); },
      ArrowLeft: () => { if (current && current.children > 0 && !folded.has(current.key)) fold(current.key, true); else go(parent()); },
    };
    const move = event.altKey ? undefined : moves[event.key];
    if (move) {
      event.preventDefault();
      event.stopPropagation();
      move();
    } else if (event.key === 'Escape' && !ui.getState().connecting) {
      event.stopPropagation();
      ui.setState({ outline: false });
      ui.getState().canvas?.focus();
    } else canvasKeys(desk, event);
  };
  return (
    <section className={styles.outline} aria-label={t('canvas.outline')} data-plain={plain || undefined} data-panel="outline">
      <header className={styles.head}><h3>{t('canvas.outline')}</h3>{!plain && <IconButton label={t('common.close')} size="xs" onClick={() => ui.setState({ outline: false })}><IconX size={14} stroke={1.75} /></IconButton>}</header>
      <div ref={tree} className={styles.tree} role="tree" tabIndex={-1} aria-label={t('canvas.outline')} onKeyDown={keys}>
        {shown.map((row) => <Row key={row.key} row={row} focusable={row === current} folded={folded.has(row.key)} onGo={() => go(row)} onFocus={() => setAt(row.key)} onFold={(close) => fold(row.key, close)} />)}
      </div>
    </section>
  );
}

function Row({ row, focusable, folded, onGo, onFocus, onFold }: { row: OutlineRow; focusable: boolean; folded: boolean; onGo: () => void; onFocus: () => void; onFold: (close: boolean) => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { nodeTypes, proof, flowId, ui } = desk;
  const flow = useFlow();
  const chosen = useUi((state) => state.selection.includes(row.node));
  const worst = proof.state(({ byNode }) => byNode.get(`${flowId}/${row.node}`)?.[0]?.severity);
  const node = flow.nodes[row.node];
  if (!node) return null;
  const type = nodeTypes[node.type];
  // Without a title of its own a node is known by what it says or does.
  const said = node.title ? '' : cardOf(node, { nodeTypes, connected: none, flowNames: {}, variables: flow.variables }).body.map(({ text }) => text).join('');
  const branches = row.children > 0 && !row.again;
  return (
    <div
      role="treeitem" aria-level={row.depth + 1} aria-selected={chosen} aria-expanded={branches ? !folded : undefined} data-key={row.key} tabIndex={focusable ? 0 : -1} className={styles.row} style={{ paddingInlineStart: 4 + row.depth * 14 }}
      aria-label={[row.exit, describeNode(desk, flow, row.node), row.again ? t('outline.again') : ''].filter(Boolean).join(', ')} onClick={onGo} onFocus={onFocus} onDoubleClick={() => ui.setState({ wish: { field: '' } })} onKeyDown={() => undefined}
    >
      <span className={styles.twist} onClick={(event) => { if (!branches) return; event.stopPropagation(); onFold(!folded); }} aria-hidden="true">{row.again ? <IconCornerDownRight size={12} stroke={2} /> : branches ? folded ? <IconChevronRight size={12} stroke={2} /> : <IconChevronDown size={12} stroke={2} /> : null}</span>
      <Tile family={type?.group ?? 'plain'} size={20}><NodeIcon name={type ? faceOf(type, node.data).icon : ''} size={12} /></Tile>
      <span className={`${styles.title} ${row.again ? styles.again : ''}`} dir="auto" data-said={said ? true : undefined}>{said || titleOf(node, type)}</span>
      {row.exit && <span className={styles.exit}>{row.exit}</span>}
      {worst && !row.again && <SeverityIcon severity={worst} size={14} />}
    </div>
  );
}
