import type { ChannelForDoor } from '@parley/db/queries/channelForDoor';
import type { LaneMessage } from '@parley/db/queries/laneMessages';
import type { StreamFrame } from '@parley/shared/api/chat';
import type { ChannelType } from '@parley/shared/flow/document';
import type { JsonObject } from '@parley/shared/lib/json';
import type { FileKind } from '@parley/shared/messages/files';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import type { Keys } from '../lib/keys.ts';
import type { PublicFetch } from '../lib/publicFetch.ts';
import type { DeliveryErrorCode } from './deliveryErrors.ts';

/** Who says something, as far as the channel knows. */
export interface Sender {
  /** Normalised; with the channel it makes the lane. */
  identifier: string;
  name?: string | undefined;
  /** BCP 47 tag of their device or profile. */
  language?: string | undefined;
  /** IANA time zone. */
  zone?: string | undefined;
  /** An author trying the bot out. */
  test?: boolean | undefined;
}

/** One event from a contact, decoded. */
export interface Decoded {
  /** The provider's id of it: a repeat has the same. */
  id: string;
  from: Sender;
  message: Incoming;
  /** Its file is elsewhere: the door fetches it, and it takes the message's place, which without it is one that cannot be read. */
  remote?: RemoteFile;
}

/** A file at an address that whoever sends it controls. */
export interface RemoteFile {
  type: FileKind;
  url: string;
  name?: string | undefined;
  caption?: string | undefined;
}

/** Bytes that cannot be an event of this channel, by path. */
export interface Malformed {
  fields: { path: string; message: string }[];
}

/** What a turn said to a contact, for a channel to encode. */
export interface TurnSaid {
  /** `<lane>.<no>` of the turn. */
  turnId: string;
  identifier: string;
  messages: { message: Outgoing; language: string; error?: true }[];
}

/** One attempt to send. `deliveryId` is the same for every attempt of the same thing. */
export interface SendOrder {
  channel: ChannelForDoor;
  payload: JsonObject;
  deliveryId: string;
  attempt: number;
  /** An earlier attempt may have arrived. */
  doubt: boolean;
  now: Date;
  keys: Keys;
  /** A file's address, signed, for the other side to fetch. */
  fileUrl(id: string): string;
  /** Requests to addresses that authors give. */
  publicFetch: PublicFetch;
  signal: AbortSignal;
}

/** How an attempt to send went. */
export type SendOutcome = { ok: true } | { ok: false; error: DeliveryErrorCode; detail: string; retryAfterMs?: number };

/** A way to reach people. Everything Parley needs to know of one, in its folder; the list is `index.ts`. */
export interface Channel {
  type: ChannelType;
  /**
   * What sending the same thing twice means. log: nothing is sent, the contact reads the log. keyed: the other side knows the id.
   * reconcilable: it can be asked. unsafe: it would arrive twice.
   */
  delivery: 'log' | 'keyed' | 'reconcilable' | 'unsafe';
  /** How fast one contact may write; null = a trusted system writes. */
  limit: { burst: number; perSecond: number } | null;
  /** The one form of an identifier. Frozen: lanes are made from it. */
  normalise(identifier: string): string;
  /** Whether what came is from whom it says, by its signature; channels whose address is the secret have none. */
  verify?(given: { raw: Buffer; headers: Record<string, string | string[] | undefined>; channel: ChannelForDoor; keys: Keys }): boolean;
  /** Reads what came in; several events may come at once. */
  decode(body: unknown): Decoded[] | Malformed;
  /** What has to be sent of a turn, or null for nothing. */
  encode(said: TurnSaid, channel: ChannelForDoor): object | null;
  send?(order: SendOrder): Promise<SendOutcome>;
}

/** What a door tells the turns about one event. */
export interface Arrival extends Decoded {
  channel: ChannelForDoor;
  limit: Channel['limit'];
  /** Whoever sent it waits for the answer and is told nothing before: without one it is received again, not waited for. */
  waits?: boolean;
}

/** What became of an event. `turn` is its number in the lane; a repeat has the first one's. */
export type Receipt =
  | { ok: true; lane: string; turn: number; duplicate: boolean }
  | { ok: false; why: 'unpublished' | 'limited' | 'stopping' };

/** A turn that was committed somewhere. `messages` only in the process that ran it. */
export interface TurnDone {
  lane: string;
  turn: number;
  bot: string;
  sessionNo: number;
  /** Where the session rests; null = it is over; undefined = another process knows. */
  at?: { flow: string; node: string } | null;
  messages?: (Omit<LaneMessage, 'body'> & { body: object })[];
}

/** What somebody who follows a conversation hears. */
export interface LaneListener {
  done(turn: TurnDone): void;
  frame(frame: StreamFrame): void;
  working(on: boolean): void;
}

/** The turns, as doors see them. */
export interface Intake {
  /** Stores an event, once; its turn runs here, or wherever its lane is held. */
  receive(arrival: Arrival): Promise<Receipt>;
  /** What a turn said, once it rests; undefined when it did not within `ms`, or when whoever asked is found to be gone. */
  answer(which: { lane: string; turn: number; ms: number; isGone?: () => boolean }): Promise<object[] | undefined>;
  /** Resolves when something was committed in the lane, here or elsewhere, or after `ms`. */
  change(which: { lane: string; ms: number; signal?: AbortSignal }): Promise<void>;
  /** Cuts short the answer that this turn is making, wherever it runs; nothing happens once it is made. */
  cut(which: { lane: string; turn: number }): void;
  /** Follows one conversation; the answer stops it. */
  follow(lane: string, listener: LaneListener): () => void;
}
