import { ask } from './ask/ask.ts';
import { assign } from './assign/assign.ts';
import { callback } from './callback/callback.ts';
import { choice } from './choice/choice.ts';
import { classify } from './classify/classify.ts';
import { code } from './code/code.ts';
import { condition } from './condition/condition.ts';
import type { NodeTypes } from './defineNode.ts';
import { dialog } from './dialog/dialog.ts';
import { end } from './end/end.ts';
import { form } from './form/form.ts';
import { http } from './http/http.ts';
import { loop } from './loop/loop.ts';
import { message } from './message/message.ts';
import { model } from './model/model.ts';
import { plugin } from './plugin/plugin.ts';
import { record } from './record/record.ts';
import { split } from './split/split.ts';
import { start } from './start/start.ts';
import { subflow } from './subflow/subflow.ts';
import { wait } from './wait/wait.ts';

/** The node types in force, in the order of the palette. A new type is its folder and one line here. */
export const nodeTypes: NodeTypes = {
  start,
  message,
  ask,
  choice,
  form,
  dialog,
  condition,
  assign,
  loop,
  subflow,
  wait,
  split,
  code,
  model,
  classify,
  record,
  http,
  callback,
  plugin,
  end,
};
