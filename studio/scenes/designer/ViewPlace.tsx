import { Button } from '@mantine/core';
import { Component, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { Bone } from '../../ui/Bone.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';

/** Where a view that is loaded when first opened stands: its shape in grey until then, and a way back to the drawing where it cannot be loaded. */
export function ViewPlace({ onLeave, children }: { onLeave: () => void; children: ReactNode }) {
  return <Guard instead={(error) => <Failed error={error} onLeave={onLeave} />}><Suspense fallback={<Bones />}>{children}</Suspense></Guard>;
}

/** What goes wrong in a view stays in its place: the drawing beside it may hold what is not saved yet. */
class Guard extends Component<{ instead: (error: unknown) => ReactNode; children: ReactNode }, { failed?: { error: unknown } }> {
  override state: { failed?: { error: unknown } } = {};

  static getDerivedStateFromError(error: unknown): { failed: { error: unknown } } {
    return { failed: { error } };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    return failed ? this.props.instead(failed.error) : this.props.children;
  }
}

function Bones() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('common.loading')} style={{ padding: '12px 14px', display: 'grid', gap: 14, alignContent: 'start', minWidth: 0, height: '100%', background: 'var(--parley-surface)' }}>
      <Bone width={140} height={24} />{Array.from({ length: 6 }, (_, row) => <Bone key={row} width={`${92 - (row % 3) * 14}%`} height={32} />)}
    </div>
  );
}

function Failed({ error, onLeave }: { error: unknown; onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <ErrorState
      title={t('designer.viewFailed')} text={t('designer.viewFailedHelp')} details={sentenceOf(error)}
      action={<div style={{ display: 'flex', gap: 8 }}><Button onClick={onLeave}>{t('designer.toDesign')}</Button>{/* What could not be loaded is asked for again only by a new page. */}<Button onClick={() => globalThis.location.reload()}>{t('designer.reload')}</Button></div>}
    />
  );
}
