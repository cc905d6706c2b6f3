/** One message of PostgreSQL's protocol, header included: a type byte, a length that counts itself, a body. */
export type Frame = Buffer;

/** The bytes of frame types this room looks at. */
export const frameType = {
  query: 0x51, parse: 0x50, bind: 0x42, describe: 0x44, close: 0x43, sync: 0x53, flush: 0x48, terminate: 0x58,
  commandComplete: 0x43, error: 0x45, notification: 0x41, ready: 0x5a,
} as const;

const header = 5;

/** Cuts what arrives on a connection into frames; the first message of all (startup and its like) has no type byte. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);
  #started = false;

  /** Told that the startup message has been answered: from here on every message has a type. */
  start(): void {
    this.#started = true;
  }

  /** Adds bytes, in order. */
  add(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
  }

  /** The next complete message, or undefined until more has arrived. */
  next(): Frame | undefined {
    const skip = this.#started ? 1 : 0;
    if (this.#rest.length < skip + 4) return undefined;
    const length = this.#rest.readInt32BE(skip) + skip;
    if (this.#rest.length < length) return undefined;
    const frame = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return frame;
  }
}

/** Visits every frame of an answer: its type, where it starts and where it ends. */
export function eachFrame(answer: Buffer, visit: (type: number, start: number, end: number) => void): void {
  for (let at = 0; at + header <= answer.length; ) {
    const end = at + 1 + answer.readInt32BE(at + 1);
    visit(answer[at] ?? 0, at, end);
    at = end;
  }
}

/** A frame of this type with this body. */
export function frameOf(type: number | string, body: Buffer): Frame {
  const frame = Buffer.allocUnsafe(header + body.length);
  frame[0] = typeof type === 'string' ? type.charCodeAt(0) : type;
  frame.writeInt32BE(4 + body.length, 1);
  body.copy(frame, header);
  return frame;
}

/** Texts, each ended by a zero byte. */
export function textsOf(...texts: string[]): Buffer {
  return Buffer.from(texts.map((text) => `${text}\0`).join(''), 'utf8');
}

/** The zero-ended text starting at `at`, and where the next thing starts. */
export function readText(frame: Frame, at: number): { text: string; next: number } {
  const end = frame.indexOf(0, at);
  return { text: frame.toString('utf8', at, end), next: end + 1 };
}

/** A simple query. */
export const queryFrame = (sql: string): Frame => frameOf(frameType.query, textsOf(sql));

/** The end of an extended query. */
export const syncFrame: Frame = frameOf(frameType.sync, Buffer.alloc(0));

/** Asks for a prepared statement to be forgotten. */
export const closeStatementFrame = (name: string): Frame => frameOf(frameType.close, textsOf(`S${name}`));

/** An error as the server would send it; FATAL tells the client that its connection is over. */
export function errorFrame(error: { severity: 'ERROR' | 'FATAL'; code: string; message: string }): Frame {
  const fields = [`S${error.severity}`, `V${error.severity}`, `C${error.code}`, `M${error.message}`, ''];
  return frameOf(frameType.error, textsOf(...fields));
}

/** What a server says to a client it has let in. */
export function welcomeFrames(serverVersion: string, pid: number): Buffer {
  const status = {
    server_version: serverVersion, server_encoding: 'UTF8', client_encoding: 'UTF8', DateStyle: 'ISO, MDY', TimeZone: 'UTC',
    integer_datetimes: 'on', standard_conforming_strings: 'on',
  };
  const key = Buffer.alloc(8);
  key.writeInt32BE(pid, 0);
  return Buffer.concat([
    frameOf('R', Buffer.alloc(4)),
    ...Object.entries(status).map(([name, value]) => frameOf('S', textsOf(name, value))),
    frameOf('K', key),
    frameOf(frameType.ready, Buffer.from('I')),
  ]);
}
