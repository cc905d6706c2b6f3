import { Button, useComputedColorScheme } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFlow, useUi } from '../store/designerContext.ts';
import { DialogFoot } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Segments } from '../ui/Segments.tsx';
import { fileName, saveFile } from '../ui/saveFile.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { pngOf, pngScales, pngSize } from './png.ts';
import type { PngScale } from './png.ts';
import { Preview } from './Preview.tsx';
import { useDiagram } from './useDiagram.ts';
import styles from './ExportForm.module.css';

type Format = 'svg' | 'png' | 'mermaid';

/** Of what, as what, in which colours; with a look at it before it is saved or copied. */
export function ExportForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const flow = useFlow();
  const chosen = useUi(({ selection }) => selection.filter((id) => flow.nodes[id] ?? flow.notes[id]).length);
  const [part, setPart] = useState<'whole' | 'chosen'>(chosen > 1 ? 'chosen' : 'whole');
  const [format, setFormat] = useState<Format>('svg');
  const [scale, setScale] = useState<PngScale>(2);
  const [scheme, setScheme] = useState<'light' | 'dark'>(useComputedColorScheme('light'));
  const diagram = useDiagram(part === 'chosen');
  const [made, setMade] = useState<{ of: unknown; text?: string; failure?: string }>();
  const key = `${format === 'mermaid'} ${scheme}`;
  useEffect(() => {
    let current = true;
    const text = format === 'mermaid' ? Promise.resolve(diagram.mermaid()) : diagram.svg(scheme);
    text.then((done) => { if (current) setMade({ of: key, text: done }); }, (error: unknown) => { if (current) setMade({ of: key, failure: error instanceof Error ? error.message : String(error) }); });
    return () => { current = false; };
    // PNG and SVG are one picture: `key` says which text is wanted.
    // eslint-disable-next-line react/exhaustive-deps
  }, [diagram, key, scheme]);
  const text = made?.of === key ? made.text : undefined;
  const size = pngSize(diagram.scene.bounds, format === 'png' ? scale : 1);
  const tooLarge = format === 'png' && !size.fits;
  const name = fileName(diagram.name);
  const picture = (): Promise<Blob> => pngOf(text ?? '', size);
  const failed = (): void => toastError(t('diagram.failed'));
  const save = async (): Promise<void> => {
    if (text === undefined) return;
    if (format === 'png') saveFile(await picture(), `${name}.png`);
    else saveFile(text, format === 'svg' ? `${name}.svg` : `${name}.mmd`, format === 'svg' ? 'image/svg+xml' : 'text/plain');
    toast(t('diagram.saved'));
    onDone();
  };
  const copy = async (): Promise<void> => {
    if (text === undefined) return;
    if (format === 'png') await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture() })]);
    else await navigator.clipboard.writeText(text);
    toast(t('diagram.copied'));
    onDone();
  };
  return (
    <>
      <div className={styles.choices}>
        <Choice label={t('diagram.format')}><Segments label={t('diagram.format')} value={format} onChange={setFormat} options={[{ value: 'svg', label: 'SVG' }, { value: 'png', label: 'PNG' }, { value: 'mermaid', label: 'Mermaid' }]} /></Choice>
        <Choice label={t('diagram.part')}><Segments label={t('diagram.part')} value={part} onChange={setPart} options={[{ value: 'whole', label: t('diagram.whole') }, { value: 'chosen', label: t('diagram.chosen', { count: chosen }) }]} disabled={chosen === 0} /></Choice>
        {format !== 'mermaid' && <Choice label={t('diagram.colours')}><Segments label={t('diagram.colours')} value={scheme} onChange={setScheme} options={[{ value: 'light', label: t('diagram.light') }, { value: 'dark', label: t('diagram.dark') }]} /></Choice>}
        {format === 'png' && <Choice label={t('diagram.size')}><Segments label={t('diagram.size')} value={String(scale)} onChange={(next) => setScale(pngScales.find((each) => String(each) === next) ?? 1)} options={pngScales.map((each) => ({ value: String(each), label: `${each}×` }))} /></Choice>}
      </div>
      {made?.failure !== undefined ? <ErrorState title={t('page.failed')} text={t('diagram.failed')} details={made.failure} /> : <Preview text={text} picture={format !== 'mermaid'} label={diagram.name} />}
      <p className={styles.size} role="status" data-wrong={tooLarge || undefined}>
        {tooLarge ? t('diagram.tooLarge', size) : format === 'mermaid' ? t('diagram.mermaidHelp') : t('diagram.pixels', size)}
      </p>
      <DialogFoot>
        <Button leftSection={<IconCopy size={16} stroke={1.75} />} disabled={text === undefined || tooLarge} onClick={() => void copy().catch(failed)}>{t('diagram.copy')}</Button>
        <Button variant="ink" leftSection={<IconDownload size={16} stroke={1.75} />} disabled={text === undefined || tooLarge} onClick={() => void save().catch(failed)}>{t('diagram.save')}</Button>
      </DialogFoot>
    </>
  );
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return <div className={styles.choice}><span aria-hidden="true">{label}</span>{children}</div>;
}
