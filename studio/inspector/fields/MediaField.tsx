import { Button, UnstyledButton } from '@mantine/core';
import { fileKinds, playedTypes } from '@parley/shared/messages/files';
import type { FileKind } from '@parley/shared/messages/files';
import { mediaSchema } from '@parley/shared/messages/incoming';
import { channelLimits } from '@parley/shared/messages/limits';
import { IconRefresh, IconUpload, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readAt } from '@parley/shared/flow/putAt';
import { FilePreview } from '../../media/FilePreview.tsx';
import { useDesigner, useFlowState } from '../../store/designerContext.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { FieldFrame, fieldId } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { useFileSize } from '../useFileSize.ts';
import { useUpload } from '../useUpload.ts';
import styles from './MediaField.module.css';

/** A file that is sent: chosen, dropped or pasted, shown as people get it, with the size its channels take. */
export function MediaField(props: FieldProps) {
  const { t } = useTranslation();
  const { field, path, value } = props;
  const { base, owner, set, readOnly } = useFieldContext();
  const sizeOf = useFileSize();
  const { book } = useDesigner();
  const sentAs = useFlowState(({ flow }) => (field.meta.sentAs === undefined ? undefined : readAt(flow, [...base, ...path.slice(0, -1), field.meta.sentAs])));
  const kind = fileKinds.find((each) => each === sentAs) ?? 'document';
  const chooserRef = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const upload = useUpload(kind, (media) => set(path, media));
  const media = mediaSchema.safeParse(value).data;
  const id = fieldId(owner, path);
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file) upload.start(file);
  };
  const choose = () => chooserRef.current?.click();

  return (
    <FieldFrame {...props} problem={upload.problem} right={media && <Size kind={kind} bytes={media.bytes} />}>
      <input ref={chooserRef} type="file" hidden accept={kind === 'document' ? undefined : playedTypes[kind].join(',')} onChange={({ currentTarget }) => { take(currentTarget.files); currentTarget.value = ''; }} />
      {upload.running !== undefined && <p className={styles.running} role="status"><span className="cut">{t('field.uploading', { name: upload.running })}</span><Button size="compact-xs" variant="subtle" onClick={upload.stop}>{t('field.stopUpload')}</Button></p>}
      {media && <FilePreview key={media.id} botId={book.botId} media={media} />}
      {media && (
        <div className={styles.file}>
          <span className="cut" dir="auto">{media.name}</span><span className={styles.size}>{sizeOf(media.bytes)}</span>
          {!readOnly && <IconButton id={id} label={t('field.replaceFile')} size="xs" onClick={choose} onPaste={({ clipboardData }) => take(clipboardData.files)}><IconRefresh size={14} stroke={1.75} /></IconButton>}
          {!readOnly && <IconButton label={t('field.removeFile')} size="xs" onClick={() => set(path, null)}><IconX size={14} stroke={1.75} /></IconButton>}
        </div>
      )}
      {!media && readOnly && <p className={styles.none}>{t('field.noFile')}</p>}
      {!media && !readOnly && upload.running === undefined && (
        <UnstyledButton
          id={id} aria-label={t('field.chooseFile')} className={styles.drop} data-over={over || undefined} aria-describedby={`${id}-hint`} onClick={choose}
          onPaste={({ clipboardData }) => take(clipboardData.files)}
          onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
          onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files); }}
        >
          <IconUpload size={16} stroke={1.75} aria-hidden="true" /><span>{t('field.chooseFile')}</span><small>{t('field.dropFile')}</small>
        </UnstyledButton>
      )}
    </FieldFrame>
  );
}

/** How much of what the strictest channel takes a file is. */
function Size({ kind, bytes }: { kind: FileKind; bytes: number }) {
  const { t } = useTranslation();
  const channels = useFlowState(({ flow }) => flow.settings.channels);
  const [strictest] = channels.map((channel) => channelLimits[channel]).sort((a, b) => a.files[kind].bytes - b.files[kind].bytes);
  if (!strictest) return null;
  const most = strictest.files[kind].bytes;
  const megabytes = (of: number): number => Math.ceil(of / 100_000) / 10;
  return <span className={styles.count} data-over={bytes > most || undefined} title={t('field.sizeOnChannel', { size: megabytes(bytes), most: megabytes(most), channel: strictest.label })}>{megabytes(bytes)}/{megabytes(most)} MB</span>;
}
