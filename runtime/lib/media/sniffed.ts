import type { FileKind } from '@parley/shared/messages/files';

/** What the bytes of a file say it is. */
export interface Sniffed {
  kind: FileKind;
  mime: string;
  width?: number;
  height?: number;
}
