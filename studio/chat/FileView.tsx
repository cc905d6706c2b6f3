import type { Media } from '@parley/shared/messages/incoming';
import { Icon } from './icons.tsx';
import type { Words } from './words.ts';

/** What is shown of a message's file. */
export interface FileShown {
  type: 'image' | 'audio' | 'video' | 'document';
  media: Media;
  caption?: string | undefined;
}

/** Sizes as people say them. */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${Math.round(bytes / 100_000) / 10} MB`;
}

/** A file in the conversation: images, sound and film in place, documents to be downloaded. Without an address (not sent yet) it is its name. */
export function FileView({ file: { type, media, caption }, url, words }: { file: FileShown; url: string | undefined; words: Words }) {
  if (url && type === 'image') {
    // What the author or the sender says about it describes it; a file's name seldom does.
    return <a class="picture-file" href={url} target="_blank" rel="noopener noreferrer"><img src={url} alt={caption ?? media.name} loading="lazy" /></a>;
  }
  // Captions of what people send do not exist; what is said about it stands below.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  if (url && type === 'audio') return <audio controls preload="metadata" src={url} aria-label={`${words.sound}: ${media.name}`} />;
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  if (url && type === 'video') return <video controls preload="metadata" src={url} aria-label={`${words.film}: ${caption ?? media.name}`} />;
  const shown = <><Icon name="file" size={18} /><span dir="auto">{media.name}</span><small>{sizeOf(media.bytes)}</small></>;
  return url ? <a class="file" href={url} download={media.name}>{shown}</a> : <span class="file">{shown}</span>;
}
