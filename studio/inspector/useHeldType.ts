import type { FieldMeta } from '@parley/shared/nodes/fields';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner } from '../store/designerContext.ts';
import { heldType } from './newVariableType.ts';
import type { Beside } from './newVariableType.ts';

/** Keeps a variable of the type of what its field puts into it, while that can be told; undefined keeps nothing. */
export function useHeldType(variable: string | undefined, { holds, beside }: { holds: FieldMeta['holds']; beside: () => Beside }): void {
  const { t } = useTranslation();
  const { store } = useDesigner();
  const latest = useRef(beside);
  useEffect(() => { latest.current = beside; });
  const told = variable === undefined ? '' : JSON.stringify(beside().siblings);
  useEffect(() => {
    if (variable === undefined) return undefined;
    let current = true;
    void heldType(holds, latest.current()).then((type) => {
      const now = store.getState().flow.variables[variable];
      if (!current || !type || !now || JSON.stringify(now.type) === JSON.stringify(type)) return;
      store.change(t('gesture.variable', { name: now.name }), (flow) => {
        const found = flow.variables[variable];
        if (found) found.type = structuredClone(type);
      }, { typing: true });
    });
    return () => { current = false; };
  }, [variable, holds, told, store, t]);
}
