import type { Expression, Parts, ValueType } from '../expressions/types.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { EvaluatedOpenCallback, OpenCallbackTemplate } from './callback.ts';
import type { ListedOptions, SeveralOptions } from './choosing.ts';
import type { FormTemplate } from './form.ts';
import type { EvaluatedHttpRequest, HttpRequestTemplate } from './httpRequest.ts';
import type { EvaluatedModelCall, ModelCallTemplate } from './modelCall.ts';
import type { TextRef } from './textRef.ts';
import type { Authored, Option } from '../messages/outgoing.ts';
import type { FileKind } from '../messages/files.ts';
import type { Media } from '../messages/incoming.ts';

/** A message as the machine holds it: texts are references, choices come from options in the data or from a list. */
export type MessageTemplate =
  | { type: 'text'; text: TextRef; header?: TextRef; footer?: TextRef }
  | { type: 'image' | 'video' | 'document'; media: Media; caption?: TextRef }
  | { type: 'audio'; media: Media }
  /** The file an expression gives, or the effect that led here; audio has no caption. */
  | { type: 'file'; as: FileKind; file: Expression | 'result'; caption?: TextRef }
  | { type: 'choices'; body: TextRef; header?: TextRef; footer?: TextRef; options: Option<TextRef>[]; listed?: ListedOptions; several?: SeveralOptions }
  | { type: 'form' } & FormTemplate
  /** A text that an effect gave: a place in the result that led here. */
  | { type: 'result'; path: string[] };

/** A condition on one field of a record, and a field with its new value. */
export interface RecordField {
  field: string;
  value: Expression;
}

/** An effect as the machine holds it, before its expressions are evaluated. */
export type ActionTemplate =
  | { type: 'send'; message: MessageTemplate }
  | { type: 'openDialog'; dialog: DialogName }
  | { type: 'runCode'; code: string; input: { name: string; expression: Expression }[]; output: ValueType; timeoutMs: number }
  | { type: 'findRecords'; collection: string; where: RecordField[]; limit: number }
  | { type: 'addRecord'; collection: string; key: Expression; fields: RecordField[] }
  | { type: 'changeRecord'; collection: string; key: Expression; fields: RecordField[] }
  | { type: 'removeRecord'; collection: string; key: Expression }
  | { type: 'httpRequest' } & HttpRequestTemplate
  | { type: 'fetchFile'; url: Expression }
  | { type: 'openCallback' } & OpenCallbackTemplate
  | { type: 'callModel' } & ModelCallTemplate;

/** What performing a record effect gives back: how it went, and the records concerned, each its fields and its `key`. */
export interface RecordResult {
  outcome: 'found' | 'none' | 'added' | 'exists' | 'changed' | 'missing' | 'removed';
  records: JsonObject[];
  /** The first of them, when there is one. */
  record?: JsonObject;
  count: number;
}

/** Names of the dialogs that live outside the flow. */
export type DialogName = 'language' | 'reset' | 'consent';

/** An effect to perform, as the engine gives it out: everything evaluated, nothing left to look up. */
export type Action =
  | { type: 'send'; message: Authored }
  | { type: 'openDialog'; dialog: DialogName; wait: number }
  | { type: 'runCode'; wait: number; code: string; input: JsonObject; output: ValueType; timeoutMs: number }
  | { type: 'findRecords'; wait: number; collection: string; where: JsonObject; limit: number }
  | { type: 'addRecord'; wait: number; collection: string; key: string; fields: JsonObject }
  | { type: 'changeRecord'; wait: number; collection: string; key: string; fields: JsonObject }
  | { type: 'removeRecord'; wait: number; collection: string; key: string }
  | { type: 'httpRequest'; wait: number } & EvaluatedHttpRequest
  /** Gives the file that lies at an address, as it was kept. */
  | { type: 'fetchFile'; wait: number; url: string }
  | { type: 'openCallback'; wait: number } & EvaluatedOpenCallback
  | { type: 'callModel'; wait: number } & EvaluatedModelCall
  /** A deadline of the current wait; the host stores it and sends `timer` when it is due. Leaving the wait deletes it. */
  | { type: 'startTimer'; wait: number; dueAt: string };

/** Every kind of effect. `runtime/actions` has one performer for each, or it does not compile. */
export type ActionType = Action['type'];

/** Effects whose result the machine waits for. */
export type ResultAction = Exclude<Action, { type: 'send' | 'openDialog' | 'startTimer' }>;

/** What performing an effect gave back. `unknown`: it may or may not have happened. */
export type ActionResult =
  | { ok: true; value: Json }
  | { ok: false; outcome: 'failed' | 'unknown'; error: string };

export type { Authored, Parts, TextRef };
