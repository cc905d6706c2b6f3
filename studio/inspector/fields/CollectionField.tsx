import { Autocomplete } from '@mantine/core';
import { walkFields } from '@parley/shared/nodes/walkFields';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useDesigner, useFlow } from '../../store/designerContext.ts';
import { FieldFrame, fieldId, useFieldIssues } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { useTyped } from '../useTyped.ts';

/** The name of a collection of records; those the bot uses already are offered. */
export function CollectionField(props: FieldProps) {
  const { book, nodeTypes } = useDesigner();
  const { path, value } = props;
  const { owner, set, readOnly } = useFieldContext();
  const flow = useFlow();
  const flows = useStore(book.flows);
  const { tone } = useFieldIssues(path);
  const { text, type, flush, problem } = useTyped(typeof value === 'string' ? value : '', (next) => {
    const changed = set(path, next.trim(), { typing: true });
    return changed.ok ? undefined : changed.problems[0]?.message;
  });
  const known = useMemo(() => {
    const names = new Set<string>();
    for (const node of [flow, ...Object.values(flows).map(({ store }) => store.getState().flow)].flatMap(({ nodes }) => Object.values(nodes))) {
      const definition = nodeTypes[node.type];
      if (!definition) continue;
      for (const { meta, value: found } of walkFields(definition.schema, node.data)) if (meta.widget === 'collection' && typeof found === 'string' && found) names.add(found);
    }
    return [...names].sort();
  }, [flow, flows, nodeTypes]);
  return (
    <FieldFrame {...props} problem={problem}>
      <Autocomplete id={fieldId(owner, path)} data={known} value={text} onChange={type} onBlur={flush} filter={({ options, search }) => options.filter((option) => 'value' in option && option.value !== search && option.value.toLowerCase().includes(search.trim().toLowerCase()))} readOnly={readOnly} error={tone === 'error'} />
    </FieldFrame>
  );
}
