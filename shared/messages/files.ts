/** What a file is to people; the name of the message that carries it. */
export const fileKinds = ['image', 'audio', 'video', 'document'] as const;
export type FileKind = (typeof fileKinds)[number];

const megabyte = 1_000_000;

/** The most bytes of one file an author may put into the media store. */
export const mostAuthorBytes: Readonly<Record<FileKind, number>> = { image: 10 * megabyte, audio: 25 * megabyte, video: 64 * megabyte, document: 100 * megabyte };

/** The most bytes of one file a contact may send. */
export const mostContactBytes: Readonly<Record<FileKind, number>> = { image: 10 * megabyte, audio: 16 * megabyte, video: 32 * megabyte, document: 25 * megabyte };

/** The longest name a file keeps. */
export const longestFileName = 200;

/** What is shown or played in place, once its bytes have been looked at; every other type is a document, to be downloaded. */
export const playedTypes: Readonly<Record<Exclude<FileKind, 'document'>, readonly string[]>> = {
  image: ['image/png', 'image/jpeg', 'image/gif', 'image/webp'],
  audio: ['audio/mpeg', 'audio/ogg', 'audio/mp4', 'audio/webm', 'audio/wav', 'audio/aac', 'audio/flac', 'audio/amr'],
  video: ['video/mp4', 'video/webm', 'video/quicktime', 'video/3gpp', 'video/ogg'],
};

/** What a file of this type is to people. */
export function kindOfType(mime: string): FileKind {
  return fileKinds.find((kind) => kind !== 'document' && playedTypes[kind].includes(mime)) ?? 'document';
}
