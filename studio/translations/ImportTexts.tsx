import { Button, FileButton } from '@mantine/core';
import { changesOf, planImport } from '@parley/shared/translations/planImport';
import { textFileLimits } from '@parley/shared/translations/filedText';
import type { TextRow } from '@parley/shared/translations/textRows';
import { IconFileImport } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner } from '../store/designerContext.ts';
import { Dialog, DialogFoot } from '../ui/Dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { putTexts } from './editTexts.ts';
import { ImportPlan } from './ImportPlan.tsx';
import { readTextBytes } from './readTextBytes.ts';
import type { ReadFile } from './readTextBytes.ts';
import styles from './Texts.module.css';

const accept = '.csv,.tsv,.txt,.xlf,.xliff,text/csv,application/xliff+xml';

/** Takes translations over from a file: first it is said what the file does, line by line, then it is done as one gesture for each flow. */
export function ImportTexts({ rows, source, languages, onClose }: { rows: readonly TextRow[]; source: string; languages: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const [reading, setReading] = useState<string>();
  const [file, setFile] = useState<ReadFile>();
  // The drawing may change while the dialog is open: the plan always tells of the drawing as it is.
  const plan = useMemo(() => (file?.ok ? planImport(file.texts, rows) : []), [file, rows]);
  const count = plan.filter(({ translation }) => translation).length;

  const choose = (chosen: File | null | undefined): void => {
    if (!chosen) return;
    setReading(chosen.name);
    void readTextBytes(chosen, { source, languages }).then((read) => { setFile(read); setReading(undefined); });
  };
  const apply = (): void => {
    if (!putTexts(desk, t('texts.gesture.import', { count }), changesOf(plan))) return;
    toast(t('texts.applied', { count }));
    onClose();
  };
  const chooser = (label: string, variant: 'default' | 'ink') => <FileButton onChange={choose} accept={accept}>{(props) => <Button {...props} data-autofocus={variant === 'ink' || undefined} variant={variant} leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden="true" />}>{label}</Button>}</FileButton>;

  return (
    <Dialog opened onClose={onClose} title={t('texts.importTitle')} size={1040}>
      {file?.ok && reading === undefined ? <ImportPlan name={file.name} plan={plan} /> : (
        <div className={styles.drop} aria-busy={reading !== undefined} onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); event.stopPropagation(); choose(event.dataTransfer.files[0]); }}>
          {reading !== undefined ? <p role="status">{t('texts.reading', { name: reading })}</p> : (
            <>
              {file && !file.ok && <div role="alert" className={styles.refused}><b>{t('texts.refusedFile', { name: file.name })}</b><p>{file.line !== undefined && <code>{t('texts.line', { line: file.line })}</code>} {file.message}</p></div>}
              {chooser(t(file ? 'texts.another' : 'texts.choose2'), 'ink')}
              <p className={styles.takes}>{t('texts.takes', { most: textFileLimits.bytes / 1_000_000 })}</p>
            </>
          )}
        </div>
      )}
      <DialogFoot>
        {file?.ok && <span data-start>{chooser(t('texts.another'), 'default')}</span>}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        {file?.ok && <Button variant="ink" disabled={count === 0} onClick={apply}>{count === 0 ? t('texts.nothingToApply') : t('texts.apply', { count })}</Button>}
      </DialogFoot>
    </Dialog>
  );
}
