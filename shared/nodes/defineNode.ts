import type * as z from 'zod';
import type { Expression, ValueType } from '../expressions/types.ts';
import type { Random } from '../lib/id.ts';
import type { JsonObject } from '../lib/json.ts';
import type { TextRef } from '../machine/action.ts';
import type { State, StateId, Timeout, Transition } from '../machine/machine.ts';
import type { FieldValue } from './walkFields.ts';

/** Families of the palette; colours hang on these. */
export type NodeGroup = 'talk' | 'decide' | 'think' | 'connect' | 'work' | 'ends';

/** A named way out of a node. `id` is chosen when the exit is made and never changes; it is never an index. */
export interface Exit {
  id: string;
  label: string;
  /**
   * Which of the flow's settings handles this exit while it is free: `silence` ends the session quietly, `error` says the error
   * text and ends it, `unreadable` says the text for unreadable messages and asks again. Otherwise a free exit is an error.
   */
  handledBySettings?: 'silence' | 'error' | 'unreadable';
}

/** What the compiler gives a node while it lowers itself. All of it is total: a dangling reference leads to `$error`. */
export interface CompileContext {
  /** The state id of a part of this node; without a part, the node's own entry state (`<nodeId>`). */
  state(part?: string): StateId;
  /** The way out by an exit: the edge's target, the flow's setting for a free exit it handles, else `$error`. */
  exit(id: string): Transition;
  /** Whether the author drew an edge from this exit. */
  connected(exit: string): boolean;
  /** The key of one of this node's translatable fields, by its path in `data`, e.g. `text('options', id, 'label')`. */
  text(...path: string[]): TextRef;
  /** The key of one of the flow's own texts; a subflow that leaves it empty says the main flow's. */
  setting(name: 'errorText' | 'unreadableText' | 'waitingText'): TextRef;
  /** Whether that text was written. */
  says(name: 'errorText' | 'unreadableText' | 'waitingText'): boolean;
  expression(cel: string, type: ValueType): Expression;
  /** The type an expression will have; undefined when it does not parse or type-check. */
  typeOf(cel: string): ValueType | undefined;
  /** A variable of the flow by its id, or undefined when it is gone. */
  variable(id: string): { name: string; type: ValueType } | undefined;
  /** A called subflow by its flow id, or undefined when it is gone. Variables by id. */
  subflow(id: string): { variables: Record<string, { name: string; type: ValueType; direction?: 'in' | 'out' }> } | undefined;
  /** Whether this is a subflow (its ends return instead of ending the session). */
  inSubflow: boolean;
  /** Silence after which the flow's own setting applies, for waits that set none. */
  silence: Timeout | undefined;
}

/** A state as a node writes it; the compiler adds `node` and empty lists. */
export type StateDraft = Partial<Omit<State, 'node'>>;

/** Everything Parley knows about one node type, in one place. Data is parsed by `schema` before any of these is called. */
export interface NodeDefinition<Data> {
  /** The folder's name; never changes once released. */
  type: string;
  label: string;
  group: NodeGroup;
  /** Name of a Tabler outline icon, e.g. `message-2`. */
  icon: string;
  /** One sentence for the palette and the docs: what it does for the people who chat. */
  doc: string;
  schema: z.ZodObject;
  /** A fresh node's data; ids of exits are made here. */
  defaults(random: Random): Data;
  exits(data: Data): Exit[];
  /** Edges that come back from nodes reached through `exit` alone enter `part` instead of the entry: the next round of a loop. */
  back?: { exit: string; part: string };
  /** Its own name and glyph, for a type whose nodes stand for different things; unset = the type's. */
  face?(data: Data): { label: string; icon: string; doc: string } | undefined;
  /** Templates for programs that a node makes of its data, by the path `context.text` names them with. */
  texts?(data: Data): Record<string, string>;
  /** Texts people read that stand in what is no field of the node's own, such as a pinned plugin; translated as fields are. */
  spoken?(data: Data): FieldValue[];
  /** What people read or what is decided, for the card: may hold `{{ name }}`; '' when nothing is typed yet. */
  summary(data: Data): string;
  /** Lowers the node to states by part name; '' is the entry state. */
  compile(data: Data, context: CompileContext): Record<string, StateDraft>;
}

/** A node type as generic code sees it. Methods are compared bivariantly, so a definition of any data fits. */
export type NodeType = NodeDefinition<JsonObject>;

/** The node types in force, by type. Passed, never imported by generic code, so that a test can add one. */
export type NodeTypes = Readonly<Record<string, NodeType>>;

/** Ties a definition's functions to the data its schema parses to. */
export function defineNode<Schema extends z.ZodObject>(
  definition: Omit<NodeDefinition<z.infer<Schema>>, 'schema'> & { schema: Schema },
): NodeDefinition<z.infer<Schema>> {
  return definition;
}
