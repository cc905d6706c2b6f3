import { kindOfType } from '@parley/shared/messages/files';
import type { Media } from '@parley/shared/messages/incoming';
import { IconFile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mediaQuery } from '../api/media.ts';
import styles from './FilePreview.module.css';

/** A file as people get it: images, sound and film in place, documents by their name. */
export function FilePreview({ botId, media, alt = media.name }: { botId: string; media: Media; alt?: string | undefined }) {
  const { t } = useTranslation();
  const { data, isError } = useQuery(mediaQuery(botId, media.id));
  const kind = kindOfType(media.mime);
  if (isError) return <p className={styles.lost}><span className="cut" dir="auto">{media.name}</span> {t('field.fileLost')}</p>;
  if (!data) return <div className={styles.frame} data-kind={kind} aria-busy="true" />;
  return (
    <div className={styles.frame} data-kind={kind}>
      {kind === 'image' && <img src={data.url} alt={alt} width={data.width} height={data.height} />}
      {/* Captions of an author's file do not exist. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      {kind === 'audio' && <audio controls preload="metadata" src={data.url} aria-label={media.name} />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      {kind === 'video' && <video controls preload="metadata" src={data.url} aria-label={media.name} />}
      {kind === 'document' && <a href={data.url} download={media.name}><IconFile size={18} stroke={1.75} aria-hidden="true" />{media.name}</a>}
    </div>
  );
}
