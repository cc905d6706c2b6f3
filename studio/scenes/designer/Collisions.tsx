import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../../store/cardOf.ts';
import { overTheirs, sidesOf } from '../../store/collision.ts';
import { useDesigner, useFlowState } from '../../store/designerContext.ts';
import { Dialog, DialogFoot } from '../../ui/Dialog.tsx';

/** Two people changed the same thing: both are shown, and this person chooses. Nothing is lost silently. */
export function Collisions() {
  const { t } = useTranslation();
  const { store, nodeTypes } = useDesigner();
  const collision = useFlowState(({ collisions }) => collisions[0]);
  const flow = useFlowState((state) => state.flow);
  if (!collision) return null;
  const { mine, theirs } = sidesOf(collision);
  const ops = overTheirs(flow, collision);
  const [top, id] = collision.refusal.path;
  const node = top === 'nodes' && id ? flow.nodes[id] : undefined;
  const where = node ? titleOf(node, nodeTypes[node.type]) : t('issues.flow');
  const settle = (): void => store.setState(({ collisions }) => ({ collisions: collisions.slice(1), refused: false }));
  return (
    <Dialog opened onClose={settle} title={t('collision.title', { where })}>
      <p style={{ color: 'var(--parley-text-2)', marginBottom: 12 }}>{t('collision.text', { gesture: collision.batch.gesture })}</p>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
        <Side title={t('collision.theirs')} value={theirs} /><Side title={t('collision.mine')} value={mine} />
      </div>
      <DialogFoot>
        <Button onClick={settle} data-autofocus>{t('collision.keepTheirs')}</Button>
        <Button variant="ink" disabled={!ops} title={ops ? undefined : t('collision.gone')} onClick={() => { settle(); if (ops) store.changeByOps(collision.batch.gesture, ops); }}>{t('collision.useMine')}</Button>
      </DialogFoot>
    </Dialog>
  );
}

function Side({ title, value }: { title: string; value: unknown }) {
  const { t } = useTranslation();
  return (
    <div>
      <h3 style={{ fontSize: 12, lineHeight: '16px', marginBottom: 4 }}>{title}</h3>
      <div style={{ padding: 8, borderRadius: 8, background: 'var(--parley-sunken)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 160, overflow: 'auto', fontSize: 12, lineHeight: '16px' }}>{value === undefined ? t('collision.removed') : typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</div>
    </div>
  );
}
