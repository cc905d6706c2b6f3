import type { ValueType } from '@parley/shared/expressions/types';
import type { JsonObject } from '@parley/shared/lib/json';
import { useEffect, useMemo, useState } from 'react';
import { useDesigner } from '../../store/designerContext.ts';
import { codeInputs } from '../inputTypes.ts';
import type { CodeInput } from '../inputTypes.ts';

const none: Readonly<Record<string, ValueType | undefined>> = {};

/** The inputs of a code node with the types the proof finds for them: of the main flow's variables and of this flow's own. */
export function useCodeInputs(data: JsonObject): readonly CodeInput[] {
  const { proof, flowId } = useDesigner();
  const [types, setTypes] = useState(none);
  // What an expression gives changes with any drawing: the main flow's variables are known in all.
  const revision = proof.state((state) => state.revision);
  useEffect(() => {
    let current = true;
    void Promise.all(codeInputs(data, () => undefined).map(async ({ expression }) => {
      const checked = await proof.ask('check', { flow: flowId, cel: expression, expects: undefined });
      return [expression, checked.ok ? checked.type : undefined] as const;
    })).then((found) => {
      if (current) setTypes((before) => same(before, Object.fromEntries(found)));
    }, () => { /* The worker is closing, and with it the page. */ });
    return () => { current = false; };
  }, [data, proof, flowId, revision]);
  return useMemo(() => codeInputs(data, (expression) => types[expression]), [data, types]);
}

/** The same object where nothing is new, so that the editor is not told again. */
function same(before: typeof none, now: typeof none): typeof none {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
