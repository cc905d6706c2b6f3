import { IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { select, sizeOf } from '../commands/actions.ts';
import { canvasKeys } from '../commands/canvasKeys.ts';
import { useDesigner, useFlow, useUi } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { OutlineItem } from './OutlineItem.tsx';
import { outlineOf } from './outlineOf.ts';
import type { OutlineRow } from './outlineOf.ts';
import styles from './Outline.module.css';

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
  const [place, setPlace] = useState(0);
  const pressed = useRef(false);
  const rows = useMemo(() => outlineOf(flow, nodeTypes, sizeOf(desk)), [flow, nodeTypes, desk]);
  const shown = rows.filter(({ key }) => ![...folded].some((closed) => key !== closed && key.startsWith(`${closed}/`)));
  const current = shown.find(({ key }) => key === at) ?? shown.find(({ id }) => selection.includes(id)) ?? shown[Math.min(place, shown.length - 1)];
  // A row that a key took away leaves the keyboard in the tree, where the row was.
  useEffect(() => {
    if (pressed.current && document.activeElement === document.body) tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    pressed.current = false;
  });

  const go = (row: OutlineRow | undefined): void => {
    if (!row) return;
    setAt(row.key);
    select(desk, [row.id], { reveal: true });
    requestAnimationFrame(() => {
      // Another key may have come before: what it opened keeps the keyboard.
      if (document.activeElement !== document.body && !tree.current?.contains(document.activeElement)) return;
      tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus();
    });
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
    } else {
      setPlace(Math.max(0, index));
      pressed.current = true;
      canvasKeys(desk, event);
    }
  };
  return (
    <section className={styles.outline} aria-label={t('canvas.outline')} data-plain={plain || undefined} data-panel="outline">
      <header className={styles.head}><h3>{t('canvas.outline')}</h3>{!plain && <IconButton label={t('common.close')} size="xs" onClick={() => ui.setState({ outline: false })}><IconX size={14} stroke={1.75} /></IconButton>}</header>
      <div ref={tree} className={styles.tree} role="tree" tabIndex={-1} aria-label={t('canvas.outline')} onKeyDown={keys}>
        {shown.map((row) => <OutlineItem key={row.key} row={row} focusable={row === current} folded={folded.has(row.key)} onGo={() => go(row)} onFocus={() => setAt(row.key)} onFold={(close) => fold(row.key, close)} />)}
      </div>
    </section>
  );
}
