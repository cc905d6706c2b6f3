import { eachFrame, frameType, readText } from './frames.ts';

/** A notification found in an answer: whom it is for and its bytes. */
export interface Notification {
  channel: string;
  bytes: Buffer;
}

/** What the backend answered, sorted. */
export interface Answer {
  /** Without notifications: the bytes for the client that asked. */
  bytes: Buffer;
  notifications: Notification[];
  /** I = idle, T = in a transaction, E = in a failed one; undefined = it waits for the rest of the query. */
  status: 'I' | 'T' | 'E' | undefined;
  failed: boolean;
  /** Whether a transaction was rolled back (a COMMIT of a failed one says so too). */
  rolledBack: boolean;
}

const notificationHead = 9;

/** Sorts an answer's frames. Walks the headers only, so a large result costs nothing. */
export function readAnswer(bytes: Buffer): Answer {
  const notifications: Notification[] = [];
  const kept: Buffer[] = [];
  let from = 0;
  let status: Answer['status'];
  let failed = false;
  let rolledBack = false;
  eachFrame(bytes, (type, start, end) => {
    if (type === frameType.ready) status = statusOf(bytes[start + 5]);
    else if (type === frameType.error) failed = true;
    else if (type === frameType.commandComplete) rolledBack ||= bytes.toString('latin1', start + 5, end - 1) === 'ROLLBACK';
    else if (type === frameType.notification) {
      kept.push(bytes.subarray(from, start));
      from = end;
      notifications.push({ channel: readText(bytes, start + notificationHead).text, bytes: bytes.subarray(start, end) });
    }
  });
  return { bytes: notifications.length === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(from)]), notifications, status, failed, rolledBack };
}

function statusOf(byte: number | undefined): Answer['status'] {
  if (byte === 0x49) return 'I';
  return byte === 0x54 ? 'T' : 'E';
}
