import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useStore } from 'zustand';
import { paths } from '../../app/paths.ts';
import { changesText } from '../../store/changesText.ts';
import type { BookFlow } from '../../store/book.ts';
import { useDesigner } from '../../store/designerContext.ts';
import { Dialog, DialogFoot } from '../../ui/Dialog.tsx';
import { toast, toastError } from '../../ui/toast.tsx';

/** Says that the server takes nothing of mine any more, and why; what I drew can be copied, and is kept until I give it up. */
export function Halted() {
  const { book } = useDesigner();
  const flows = useStore(book.flows);
  return <>{Object.values(flows).map((entry) => <HaltedFlow key={entry.head.id} entry={entry} />)}</>;
}

function HaltedFlow({ entry: { head, store, sync } }: { entry: BookFlow }) {
  const { t } = useTranslation();
  const { book, flowId } = useDesigner();
  const navigate = useNavigate();
  const halted = useStore(store, (state) => state.halted);
  const pending = useStore(store, (state) => state.pending);
  const unfit = useStore(store, (state) => state.unfit);
  const flow = useStore(store, (state) => state.flow);
  const why = halted && pending.length > 0 ? halted : unfit.length > 0 ? 'unfit' : undefined;
  const [put, setPut] = useState<string>();
  const batches = useMemo(() => [...unfit.map(({ batch }) => batch), ...(halted ? pending : [])], [unfit, halted, pending]);
  const text = changesText(flow, batches, t('halted.removed'));
  if (!why || put === why) return null;
  const giveUp = (): void => {
    if (why === 'unfit') store.setState({ unfit: [] });
    else sync.discard();
    if (why === 'gone') book.remove(head.id);
  };
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => toast(t('halted.copied')), (error: unknown) => toastError(String(error)));
  return (
    <Dialog opened onClose={() => setPut(why)} title={t(`halted.${why}.title`)} size={720}>
      <p style={{ color: 'var(--parley-text-2)', marginBottom: 12 }}>{t(`halted.${why}.text`, { message: unfit[0]?.message })}</p>
      <h3 style={{ fontSize: 12, lineHeight: '16px', marginBottom: 4 }}>{t('halted.changes', { count: batches.length })}</h3>
      <pre tabIndex={0} aria-label={t('halted.changes', { count: batches.length })} dir="auto" style={{ margin: 0, padding: 8, borderRadius: 8, background: 'var(--parley-sunken)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 220, overflow: 'auto', fontSize: 12, lineHeight: '16px', fontFamily: 'var(--parley-mono)' }}>{text}</pre>
      <DialogFoot>
        <Button onClick={() => setPut(why)}>{t('halted.later')}</Button>
        {why !== 'signedOut' && <Button onClick={giveUp}>{t('halted.discard')}</Button>}
        <Button variant={why === 'signedOut' ? 'default' : 'ink'} onClick={copy} data-autofocus>{t('halted.copy')}</Button>
        {why === 'signedOut' && <Button variant="ink" onClick={() => void navigate(paths.signIn(paths.designer(book.botId, flowId)))}>{t('halted.signIn')}</Button>}
      </DialogFoot>
    </Dialog>
  );
}
