/** Parts of the protocol that not every endpoint knows, with the words by which it says so. */
const parts = [
  ['schema', /response_format|json_schema|structured/i],
  ['tools', /\btools?\b|tool_choice|function/i],
  ['completionTokens', /max_completion_tokens/i],
  ['temperature', /temperature/i],
  ['usage', /stream_options|include_usage/i],
] as const satisfies readonly (readonly [string, RegExp])[];
export type DialectPart = (typeof parts)[number][0];

/** What each model was found not to know, so that it is not asked for it again. */
export interface Dialects {
  knows(model: string, part: DialectPart): boolean;
  /** Learns from a refusal; false when it says nothing of a part that the model was thought to know. */
  learn(model: string, refusal: string): boolean;
}

/** Dialects as they are learned in this process. */
export function createDialects(): Dialects {
  const lacking = new Map<string, Set<DialectPart>>();
  const knows = (model: string, part: DialectPart): boolean => !lacking.get(model)?.has(part);
  return {
    knows,
    learn(model, refusal) {
      const [part] = parts.find(([name, words]) => knows(model, name) && words.test(refusal)) ?? [];
      if (!part) return false;
      lacking.set(model, (lacking.get(model) ?? new Set()).add(part));
      return true;
    },
  };
}
