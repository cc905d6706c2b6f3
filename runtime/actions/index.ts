import type { Action, ActionType } from '@parley/shared/machine/action';
import { addRecord } from './addRecord.ts';
import { callModel } from './callModel.ts';
import { changeRecord } from './changeRecord.ts';
import { fetchFile } from './fetchFile.ts';
import { findRecords } from './findRecords.ts';
import { httpRequest } from './httpRequest.ts';
import { openCallback } from './openCallback.ts';
import { openDialog } from './openDialog.ts';
import type { Performer } from './perform.ts';
import { removeRecord } from './removeRecord.ts';
import { runCode } from './runCode.ts';
import { send } from './send.ts';
import { startTimer } from './startTimer.ts';

/** A performer for every kind of effect; a missing one does not compile. */
export type Performers = { readonly [Type in ActionType]: Performer<Extract<Action, { type: Type }>> };

/** How the effects of the machine are performed. */
export const performers = {
  addRecord,
  callModel,
  changeRecord,
  fetchFile,
  findRecords,
  httpRequest,
  openCallback,
  openDialog,
  removeRecord,
  runCode,
  send,
  startTimer,
} satisfies Performers;

/** The performer of an action, typed for it. */
export function performerOf<One extends Action>(list: Performers, action: One): Performer<One> {
  // The mapped type pairs every type with its own performer; the compiler cannot follow that through a union.
  return list[action.type] as unknown as Performer<One>;
}
