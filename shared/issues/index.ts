import type { Check } from './check.ts';
import { callback } from './checks/callback.ts';
import { callArguments } from './checks/callArguments.ts';
import { caps } from './checks/caps.ts';
import { choices } from './checks/choices.ts';
import { code } from './checks/code.ts';
import { condition } from './checks/condition.ts';
import { credentialMissing } from './checks/credentialMissing.ts';
import { empty } from './checks/empty.ts';
import { expression } from './checks/expression.ts';
import { file } from './checks/file.ts';
import { forms } from './checks/forms.ts';
import { kept } from './checks/kept.ts';
import { loop } from './checks/loop.ts';
import { maybeUnset } from './checks/maybeUnset.ts';
import { model } from './checks/model.ts';
import { modelMissing } from './checks/modelMissing.ts';
import { neverSet } from './checks/neverSet.ts';
import { noEnd } from './checks/noEnd.ts';
import { plugin } from './checks/plugin.ts';
import { recursion } from './checks/recursion.ts';
import { request } from './checks/request.ts';
import { sameKeywords } from './checks/sameKeywords.ts';
import { sameLabels } from './checks/sameLabels.ts';
import { shares } from './checks/shares.ts';
import { silence } from './checks/silence.ts';
import { start } from './checks/start.ts';
import { tooLong } from './checks/tooLong.ts';
import { tools } from './checks/tools.ts';
import { translationMissing } from './checks/translationMissing.ts';
import { translationOutdated } from './checks/translationOutdated.ts';
import { translationUnaccepted } from './checks/translationUnaccepted.ts';
import { translationVariables } from './checks/translationVariables.ts';
import { unconnected } from './checks/unconnected.ts';
import { unhandled } from './checks/unhandled.ts';
import { unknownFlow } from './checks/unknownFlow.ts';
import { unknownVariable } from './checks/unknownVariable.ts';
import { unreachable } from './checks/unreachable.ts';
import { unused } from './checks/unused.ts';
import { variable } from './checks/variable.ts';

/** Every check of the proof, in the order in which it is printed. A new one is its file, its cases and one line here. */
export const checks: readonly Check[] = [
  start, unreachable, unconnected, loop, noEnd, unhandled, silence, callback,
  variable, kept, neverSet, maybeUnset, expression, condition, shares, code, request, plugin, credentialMissing, model, tools, modelMissing,
  unknownVariable, unknownFlow, callArguments, recursion,
  empty, translationMissing, translationOutdated, translationVariables, translationUnaccepted, tooLong, file, choices, forms, sameLabels, sameKeywords,
  unused, caps,
];
