import { toolOutcome } from '@parley/shared/machine/modelCall';
import type { EvaluatedModelCall } from '@parley/shared/machine/modelCall';
import type { JsonObject } from '@parley/shared/lib/json';
import { mayCall } from '../prompts/toolMessages.ts';
import { nearestOption } from './nearestOption.ts';
import { givenIn } from './standInText.ts';
import type { StandInAnswer, StandInInput } from './standInText.ts';
import { standInValue } from './standInValue.ts';

/** The flow whose words the contact's share most, asked for once, with what was given made to fit; undefined when none is near. */
export function toolCall(call: EvaluatedModelCall, input: StandInInput): StandInAnswer | undefined {
  const { tools = [], steps = [] } = call;
  const open = mayCall(call) ? tools.filter(({ id }) => !steps.some(({ tool }) => tool === id)) : [];
  const { said } = givenIn(input);
  const { option, confidence } = nearestOption(said, open.map(({ id, name, help }) => ({ id, label: [name.replaceAll('_', ' ')], description: [help] })));
  const tool = open.find(({ id }) => id === option);
  if (!tool || confidence < 0.3) return undefined;
  return { outcome: toolOutcome(tool.id), by: 'standIn', arguments: Object.fromEntries(tool.takes.map(({ as, name, type }) => [as, standInValue(name, type, input)])) };
}

/** What flows gave so far, by name: a stand-in answers with it as it does with data. */
export function givenByTools({ steps = [] }: Pick<EvaluatedModelCall, 'steps'>): JsonObject {
  return Object.assign({}, ...steps.map(({ result }) => result ?? {})) as JsonObject;
}
