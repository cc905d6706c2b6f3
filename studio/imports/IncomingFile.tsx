import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesigner, useUi } from '../store/designerContext.ts';
import type { Incoming } from '../store/uiStore.ts';
import { Dialog, DialogFoot } from '../ui/Dialog.tsx';
import { Refused } from './Refused.tsx';
import { ReportLines } from './ReportLines.tsx';
import styles from './Imports.module.css';

/** A file that was dropped on the drawing: being read, refused, or what would become of it before it is put down. */
export function IncomingFile() {
  const { ui } = useDesigner();
  const { t } = useTranslation();
  const incoming = useUi((state) => state.incoming);
  const close = (): void => {
    incoming?.leave?.();
    ui.setState({ incoming: undefined });
  };
  const title = incoming?.step === 'read' ? t('incoming.title', { name: incoming.name }) : t('incoming.file');
  return (
    <Dialog opened={incoming !== undefined} onClose={close} title={title} size={720}>
      {incoming && <Told incoming={incoming} />}
      <DialogFoot>
        <Button onClick={close}>{incoming?.step === 'refused' ? t('common.close') : t('common.cancel')}</Button>
        {incoming?.step === 'read' && <Button variant="ink" data-autofocus onClick={() => { close(); incoming.put(); }}>{t('incoming.put')}</Button>}
      </DialogFoot>
    </Dialog>
  );
}

function Told({ incoming }: { incoming: Incoming }) {
  const { t } = useTranslation();
  if (incoming.step === 'reading') return <p role="status">{t('exchange.reading', { name: incoming.name })}</p>;
  if (incoming.step === 'refused') return <><Refused name={incoming.name} problems={incoming.problems} /><p>{t('incoming.unchanged')}</p></>;
  return (
    <>
      <p className={styles.lead}>{t('incoming.help')}</p>
      <section className={styles.report} aria-label={t('incoming.report')}>
        {incoming.report.length === 0 ? <p>{t('incoming.whole')}</p> : <ReportLines report={incoming.report} />}
      </section>
    </>
  );
}
