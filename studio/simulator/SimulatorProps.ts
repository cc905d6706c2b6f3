import type { FlowSet } from '@parley/shared/flow/document';
import type { CallbackTrial as HeardTrial } from '@parley/shared/api/callbackTrials';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import type { EvaluatedOpenCallback } from '@parley/shared/machine/callback';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import type { ConversationTest, GoldenStart } from '@parley/shared/nodes/golden';
import type { SimulatorWish } from '../store/uiStore.ts';
import type { ReactNode } from 'react';
import type { LitPath, NodePlace } from './host/litPath.ts';
import type { AskableAction } from './host/outside.ts';
import type { RunCode } from './host/perform.ts';
import type { Talk } from './host/talk.ts';
import type { Circumstances } from './ready.ts';

/** Channels whose look the simulator knows. */
export type SimulatedChannel = 'web' | 'whatsapp' | 'telegram';

/** Really asks another system what a node asks: its answer, and what that took in words; or the sentence the author reads. */
export type AskForReal = (action: AskableAction, talk: Talk) => Promise<{ ok: true; value: Json; told: string } | { ok: false; error: string }>;

/** A real address that one person waits at. */
export interface CallbackTrial {
  id: string;
  address: string;
  /** ISO datetime. */
  expiresAt: string;
  /** What telling the other system took; unset = nobody was told. */
  told: { status: number; ms: number } | undefined;
  /** Addresses the other system gave, such as a page to pay at. */
  links: readonly string[];
}

/** Tries out a callback with the system that calls it. */
export interface TryCallback {
  /** Makes a real address, and tells the other system where the node does; `refused` = that one did not agree. */
  open(asked: NodePlace & Pick<EvaluatedOpenCallback, 'contract' | 'inputs'> & { announce: EvaluatedOpenCallback['announce'] }): Promise<(Omit<CallbackTrial, 'links'> & { ok: true; values: JsonObject }) | { ok: false; error: string; refused: boolean }>;
  /** What was called back there; waits for it a while. */
  hear(id: string, signal: AbortSignal): Promise<HeardTrial>;
  /** Goes on without it. */
  leave(id: string): void;
}

/** A conversation that somebody had, to go on from. */
export interface FormerTalk {
  /** Tells it from others. */
  id: string;
  talk: Talk;
  /** Where it rests; unset = it was over. */
  start: GoldenStart | undefined;
  circumstances: Circumstances;
  channel: SimulatedChannel;
  /** Names of its personal values that are here. */
  personal: readonly string[];
}

/** What the simulator is given by the page that shows it. */
export interface SimulatorProps {
  /** All flows of the bot as they are drawn now; a new object when one changed. */
  set: FlowSet;
  /** The bot's name, at the top of the phone. */
  name: string;
  nodeTypes: NodeTypes;
  /** Runs a code node in the server's sandbox. Should stay the same function. */
  runCode: RunCode;
  /** Hears the path to light after every step; ids are `<flow>/<id>`. Should stay the same function. */
  onPath: (path: LitPath) => void;
  onClose: () => void;
  /** Shown first; unset = the first of the bot's channels that has a look. */
  channel?: SimulatedChannel;
  onChannel?: (channel: SimulatedChannel) => void;
  /** Brings a node into view, for what failed. */
  onNode?: (place: NodePlace) => void;
  wish?: SimulatorWish | undefined;
  /** A wish was taken up: it is to be forgotten. */
  onWish?: () => void;
  /** Unset = this person may not ask other systems. */
  askForReal?: AskForReal | undefined;
  /** The same for systems that call back. */
  tryCallback?: TryCallback | undefined;
  /** Keeps a run as a test of the bot; unset = this person may not. */
  onKeep?: ((test: ConversationTest) => Promise<unknown>) | undefined;
  /** Set when it goes on from a conversation that somebody had. */
  former?: FormerTalk | undefined;
  /** What is told of that conversation, above the phone. */
  banner?: ReactNode;
}
