import { kindOfType, mostContactBytes } from '../../messages/files.ts';
import type { FileKind } from '../../messages/files.ts';
import { mediaSchema } from '../../messages/incoming.ts';
import type { Media } from '../../messages/incoming.ts';
import { channelLimits } from '../../messages/limits.ts';
import type { ChannelLimits } from '../../messages/limits.ts';
import type { Check, Found } from '../check.ts';
import type { Fix } from '../issue.ts';
import type { Place } from '../paths/place.ts';
import type { SentMessage } from '../saidTexts.ts';
import type { Subject } from '../subject.ts';
import { inNode, quoted } from '../where.ts';

const names: Record<FileKind, string> = { image: 'an image', audio: 'audio', video: 'a video', document: 'a document' };

/** A file that is sent as what it is not, or that a channel does not take: another type, or too large. */
export const file: Check = {
  name: 'file',
  holds: 'Files fit their channels',
  counts: 'nodes',
  find(subject) {
    const channels = (subject.main?.settings.channels ?? []).map((channel) => channelLimits[channel]);
    return subject.messages.flatMap(({ place, message }) => {
      if (message.type === 'file') return unseen(subject, place, message, channels);
      const sent = fileOf(message);
      const why = sent && whyNot(sent, channels);
      const node = subject.node(place.flow, place.node);
      const fix = sent && node && asDocument(sent, node, channels);
      return why && node ? [{ severity: 'error' as const, ...inNode(node, fieldOf(node, sent.media)), message: `${quoted(node.name)} sends ${quoted(sent.media.name)} as ${names[sent.kind]}; ${why}`, ...(fix && { fix }) }] : [];
    });
  },
};

/** A document may be anything that the channels take as one. */
function asDocument(sent: SentFile, node: Subject['nodes'][number], channels: readonly ChannelLimits[]): Fix | undefined {
  const field = node.fields.find(({ path }) => path.join('.') === fieldOf(node, sent.media)?.join('.'));
  const kind = field?.meta.sentAs;
  if (!field || kind === undefined || whyNot({ ...sent, kind: 'document' }, channels) !== undefined) return undefined;
  return { label: 'Send it as a document', set: [{ path: ['nodes', node.id, 'data', ...field.path.slice(0, -1), kind], value: 'document' }] };
}

/** What can be said of a file nobody has seen yet: what of its kind a channel refuses although contacts may send it here. */
function unseen(subject: Subject, { flow, node: id }: Place, { as: kind, file: from }: Extract<SentMessage['message'], { type: 'file' }>, channels: readonly ChannelLimits[]): Found[] {
  const node = subject.node(flow, id);
  const strict = channels.flatMap(({ label, files }) => {
    const { types, bytes } = files[kind];
    if (!types && bytes >= mostContactBytes[kind]) return [];
    return [`${label} takes ${[...(types ? [types.join(', ')] : []), `at most ${megabytes(bytes)} MB`].join(', ')}`];
  });
  if (!node || strict.length === 0) return [];
  return [{ severity: 'info', ...inNode(node, [from === 'result' ? 'address' : 'file']), message: `${quoted(node.name)} sends ${names[kind]} that is known only then; people get nothing where it does not fit: ${strict.join('; ')}.` }];
}

interface SentFile {
  kind: FileKind;
  media: Media;
}

function fileOf(message: SentMessage['message']): SentFile | undefined {
  return 'media' in message ? { kind: message.type, media: message.media } : undefined;
}

/** The first reason for which people would not get the file. Everything can be sent as a document. */
function whyNot({ kind, media: { mime, bytes } }: SentFile, channels: readonly ChannelLimits[]): string | undefined {
  if (kind !== 'document' && kindOfType(mime) !== kind) return `it is of type ${mime}, so people would see nothing.`;
  const type = channels.find(({ files }) => files[kind].types?.includes(mime) === false);
  if (type) return `${type.label} takes ${(type.files[kind].types ?? []).join(', ')} and refuses ${mime}, so people get nothing.`;
  const [smallest] = channels.filter(({ files }) => bytes > files[kind].bytes).sort((a, b) => a.files[kind].bytes - b.files[kind].bytes);
  return smallest && `it has ${megabytes(bytes)} MB, ${smallest.label} takes ${megabytes(smallest.files[kind].bytes)} and refuses it, so people get nothing.`;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 100_000) / 10;
}

function fieldOf(node: Subject['nodes'][number], media: Media): readonly string[] | undefined {
  return node.fields.find(({ meta, value }) => meta.widget === 'media' && mediaSchema.safeParse(value).data?.id === media.id)?.path;
}
