import type { EvaluatedModelCall, ModelTool } from '@parley/shared/machine/modelCall';
import { jsonSchemaOf } from '../jsonSchemaOf.ts';
import type { PromptMessage, PromptTool } from './prompt.ts';

/** What a model is told of a flow that failed. */
const failed = JSON.stringify({ error: 'It did not work out.' });

/** The calls of flows that were made for this answer, as messages after the conversation. */
export function toolMessages({ steps = [], tools = [] }: Pick<EvaluatedModelCall, 'steps' | 'tools'>): PromptMessage[] {
  return steps.flatMap(({ tool, arguments: given, result }, place): PromptMessage[] => {
    const id = `call_${place + 1}`;
    const name = tools.find((each) => each.id === tool)?.name ?? tool;
    return [
      { role: 'assistant', content: '', tool_calls: [{ id, type: 'function', function: { name, arguments: JSON.stringify(given) } }] },
      { role: 'tool', tool_call_id: id, content: result === null ? failed : JSON.stringify(result) },
    ];
  });
}

/** The flows a model may ask for, each with the schema of what it takes. */
export function promptTools(tools: readonly ModelTool[]): PromptTool[] {
  return tools.map(({ name, help, takes }) => ({
    name, help,
    schema: { type: 'object', additionalProperties: false, required: takes.map((each) => each.name), properties: Object.fromEntries(takes.map((each) => [each.name, jsonSchemaOf(each.type)])) },
  }));
}

/** Whether another call may be made for this answer. */
export function mayCall({ tools = [], steps = [], mostCalls = 0 }: Pick<EvaluatedModelCall, 'tools' | 'steps' | 'mostCalls'>): boolean {
  return tools.length > 0 && steps.length < mostCalls;
}
