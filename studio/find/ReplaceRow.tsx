import { Button } from '@mantine/core';
import type { FlowPlace } from '@parley/shared/flow/replacePlaces';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undo } from '../commands/actions.ts';
import { changeFlows } from '../commands/changeFlows.ts';
import { useDesigner } from '../store/designerContext.ts';
import type { FlowStore } from '../store/flowStore.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { wantedOf } from './useFinding.ts';
import type { Found, Search } from './useFinding.ts';
import styles from './FindPanel.module.css';

/** What is put there instead: into the marked place, or into all of them as one gesture. */
export function ReplaceRow({ search, found: { places, now }, at, onAll }: { search: Search; found: Found; at: number; onAll: () => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { proof, flowId, book } = desk;
  const [by, setBy] = useState('');
  const [busy, setBusy] = useState(false);
  const place = places[at];
  const storeIn = (flows: readonly string[]): FlowStore | undefined => flows.map((flow) => book.flows.getState()[flow]?.store).find((store) => store !== undefined);
  const replace = async (which: 'one' | 'all'): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      // Pressed while the places of another search are still shown, it means those of this one.
      const found = await now();
      const only = which === 'one' ? found[Math.min(at, found.length - 1)] : undefined;
      if (found.length === 0 || only?.fixed !== undefined) return;
      const done = await proof.ask('replace', { flow: search.everywhere ? undefined : flowId, wanted: wantedOf(search), by, ...(only && { only }) });
      if (!done.ok) {
        toastError(done.message);
        return;
      }
      const flows = Object.keys(done.ops);
      if (flows.length === 0) {
        toast(t('find.nothing'));
        return;
      }
      const gesture = t('find.gesture', { count: done.count, search: search.text });
      const changed = changeFlows(desk, gesture, done.ops);
      const problem = 'problem' in changed ? changed.problem : undefined;
      // Nothing is left to press here: the keyboard goes where the next words are typed.
      if (problem === undefined && (!only || only.variable !== undefined || found.length < 2)) onAll();
      if (problem !== undefined) toastError(problem || t('find.changedSince'));
      else if (!only) toast([t('find.replaced', { count: done.count }), ...(done.left > 0 ? [t('find.left', { count: done.left })] : [])].join('. '), { label: t('common.undo'), run: () => { const at = storeIn(flows); if (at && 'joint' in changed) undo({ ...desk, store: at }, changed.joint); } });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className={styles.box}>
        <input dir="auto" aria-label={t('find.with')} placeholder={t('find.with')} value={by} spellCheck={false} onChange={(event) => setBy(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') void replace(event.ctrlKey || event.metaKey ? 'all' : 'one'); }} />
      </div>
      <div className={styles.buttons}>
        <Button size="xs" disabled={!place || place.fixed !== undefined} title={place?.fixed ? t(place.fixed === 'expression' ? 'find.expression' : 'find.fixed') : undefined} onClick={() => void replace('one')}>{t('find.replaceOne')}</Button>
        <Button size="xs" disabled={places.length === 0} onClick={() => void replace('all')}>{t('find.replaceAll')}</Button>
        {place?.variable !== undefined && <span className={styles.where}>{t('find.rename', { name: nameOf(place) })}</span>}
      </div>
    </>
  );
}

/** The name of the variable that a place means: the whole word around it. */
function nameOf({ text, from, to, path }: FlowPlace): string {
  return path[0] === 'variables' ? text : text.slice(from, to);
}
