import type { ValueType } from '../expressions/types.ts';
import type { ChannelType, Flow } from '../flow/document.ts';

/** A text in every language of its bot; the first is the one it was typed in. */
export type Spoken = Readonly<Record<string, string>>;

/** A node in few words: data may hold a `Spoken` wherever the document holds a text. */
export interface Drawn {
  type: string;
  title?: string;
  data?: object;
  /** Where each way out leads. */
  to?: Readonly<Record<string, string>>;
}

/** A shortcut of the contact's and the words it is asked for with. */
export interface DrawnShortcut {
  words: Spoken;
  does: Flow['settings']['shortcuts'][string]['does'];
}

/** What a flow is made of. */
export interface FlowDrawing {
  /** By name, in the order of the list. `initial` = the author's default, `personal` = redacted in logs, `direction` = a subflow is given it or gives it back. */
  variables: Readonly<Record<string, ValueType | { type: ValueType; initial?: unknown; personal?: true; direction?: 'in' | 'out' }>>;
  nodes: Readonly<Record<string, Drawn>>;
}

/** A flow that a bot calls, and what it is called. */
export interface SubflowDrawing extends FlowDrawing {
  name: string;
}

/** A bot in few words. */
export interface BotDrawing extends FlowDrawing {
  /** The first is the author's. */
  languages: readonly [string, ...string[]];
  /** Flows that nodes call, by the id they name them with. */
  subflows?: Readonly<Record<string, SubflowDrawing>>;
  channels: readonly ChannelType[];
  colour?: string;
  zone: string;
  /** What is said on errors, unreadable messages and while waiting, where it is not the usual. */
  said?: Readonly<Partial<Record<'errorText' | 'unreadableText' | 'waitingText', Spoken>>>;
  shortcuts?: Readonly<Record<string, DrawnShortcut>>;
}
