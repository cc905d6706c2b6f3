import { Button } from '@mantine/core';
import { compareSets } from '@parley/shared/flow/compareSets';
import type { Change } from '@parley/shared/api/releases';
import type { FlowSet } from '@parley/shared/flow/document';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { useDesigner } from '../store/designerContext.ts';
import { Bone } from '../ui/Bone.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Segments } from '../ui/Segments.tsx';
import { CompareHead } from './CompareHead.tsx';
import { CompareList } from './CompareList.tsx';
import { keyOf, rowsOf } from './compareRows.ts';
import { TwoCanvases } from './TwoCanvases.tsx';
import type { HistoryLine } from './useHistory.ts';
import { usePast } from './usePast.ts';
import { useTwoCanvases } from './useTwoCanvases.ts';
import styles from './Compare.module.css';

/** Two versions side by side: both drawings, moved together, and below what is different, field by field. `plain` is for a small window: one drawing at a time. */
export function Compare({ from, to, line, nameOf, onChange, onClose, plain = false }: { from: string; to: string; line: HistoryLine; nameOf: (point: string) => string; onChange: (from: string, to: string) => void; onClose: () => void; plain?: boolean }) {
  const { t } = useTranslation();
  const { flowId } = useDesigner();
  const [old, fresh] = [usePast(from), usePast(to)];
  const changes = useMemo(() => (old.set && fresh.set ? compareSets(old.set, fresh.set) : undefined), [old.set, fresh.set]);
  const [wanted, setWanted] = useState<string>();
  const [at, setAt] = useState<string>();
  const [side, setSide] = useState<'before' | 'after'>('after');

  const both = useMemo((): FlowSet | undefined => (old.set && fresh.set ? { main: fresh.set.main, flows: { ...old.set.flows, ...fresh.set.flows } } : undefined), [old.set, fresh.set]);
  const countOf = (flow: string): number => changes?.filter((change) => change.flow === flow && !change.moved).length ?? 0;
  // Where something is different, beginning with the flow people work on.
  const flow = wanted ?? (countOf(flowId) > 0 ? flowId : Object.keys(both?.flows ?? {}).find((id) => countOf(id) > 0) ?? (both?.flows[flowId] ? flowId : both?.main)) ?? flowId;
  const sides = useMemo(() => ({ before: old.set?.flows[flow], after: fresh.set?.flows[flow] }), [old.set, fresh.set, flow]);
  const own = useMemo(() => changes?.filter((change) => change.flow === flow) ?? [], [changes, flow]);
  const rows = useMemo(() => rowsOf(own, sides), [own, sides]);
  const canvases = useTwoCanvases((id) => { const row = rows.find(({ change }) => change.id === id); if (row) setAt(keyOf(row.change)); });
  const nameOfFlow = (id: string): string => (old.set?.flows[id] ? old : fresh).nameOf(id);
  const pastSide = from === 'now' ? { point: to, set: fresh.set } : { point: from, set: old.set };

  const choose = (change: Change, near = true): void => {
    setAt(keyOf(change));
    // What is on one side only is shown there.
    if (change.kind !== 'changed') setSide(change.kind === 'added' ? 'after' : 'before');
    canvases.show(change, sides, near);
  };
  const step = (event: KeyboardEvent): void => {
    const by = { j: 1, k: -1 }[event.key.toLowerCase()] ?? 0;
    const { target } = event;
    if (event.key === 'Escape' && !event.defaultPrevented && target instanceof HTMLElement && !target.matches('[aria-expanded="true"], input')) { onClose(); return; }
    if (by === 0 || rows.length === 0 || event.ctrlKey || event.metaKey || event.altKey || (target instanceof HTMLElement && target.matches('input, textarea'))) return;
    event.preventDefault();
    const here = rows.findIndex(({ change }) => keyOf(change) === at);
    const next = rows[Math.min(rows.length - 1, Math.max(0, here + by))];
    if (next) choose(next.change);
  };

  // Keys work from the start, and on when the line that had the keyboard is gone.
  const panel = useRef<HTMLElement>(null);
  useEffect(() => { if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true }); }, [rows]);

  const failed = [old, fresh].find(({ set, error }) => !set && error);
  return (
    // Keys rise from the parts inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={panel} tabIndex={-1} className={styles.compare} data-panel="past" data-plain={plain || undefined} aria-label={t('compare.name')} onKeyDown={step}>
      <CompareHead from={from} to={to} line={line} nameOf={nameOf} onChange={onChange} onClose={onClose} both={both} flow={flow} nameOfFlow={nameOfFlow} countOf={countOf} onFlow={setWanted} changes={own} sides={plain ? <Segments wide label={t('compare.side')} value={side} onChange={setSide} options={[{ value: 'before', label: t('compare.from') }, { value: 'after', label: t('compare.to') }]} /> : undefined} />
      {failed && <ErrorState title={t('compare.failed')} text={t('history.lookFailed')} details={sentenceOf(failed.error)} action={<Button onClick={failed.again}>{t('common.tryAgain')}</Button>} />}
      {!failed && !changes && <div className={styles.bones} role="status" aria-label={t('common.loading')}><Bone width="100%" height="100%" /><Bone width="100%" height="100%" /></div>}
      {changes && (
        <>
          <TwoCanvases key={flow} flowId={flow} sides={sides} changes={own} names={{ before: nameOf(from), after: nameOf(to) }} canvases={canvases} only={plain ? side : undefined} />
          <CompareList rows={rows} at={at} flowId={flow} nothing={changes.length === 0 ? t('compare.noneAtAll') : t('compare.none')} onChoose={choose} past={pastSide.set && { point: pastSide.point, set: pastSide.set, when: nameOf(pastSide.point) }} />
        </>
      )}
    </section>
  );
}
