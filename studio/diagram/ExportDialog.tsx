import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { Dialog } from '../ui/Dialog.tsx';

const ExportForm = lazy(async () => ({ default: (await import('./ExportForm.tsx')).ExportForm }));

/** Saves or copies the drawing as SVG, PNG or Mermaid. */
export function ExportDialog() {
  const { t } = useTranslation();
  const { ui } = useDesigner();
  const opened = useUi((state) => state.exporting);
  const close = (): void => ui.setState({ exporting: false });
  return <Dialog opened={opened} onClose={close} title={t('diagram.title')} size={720}>{opened && <Suspense fallback={null}><ExportForm onDone={close} /></Suspense>}</Dialog>;
}
