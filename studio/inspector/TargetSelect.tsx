import { Select } from '@mantine/core';
import { useState } from 'react';
import { titleOf } from '../store/cardOf.ts';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import { filterNearest, nearestFirst } from './nearestFirst.ts';

/** A card to lead to, chosen or typed by its name; the nearest name is meant by Enter. */
export function TargetSelect({ id, value, placeholder, wrong = false, onChoose, onClear }: { id: string; value: string | null; placeholder: string; /** It has to lead somewhere. */ wrong?: boolean; onChoose: (node: string) => void; /** Where leading nowhere can be chosen, too. */ onClear?: () => void }) {
  const { nodeTypes, editable } = useDesigner();
  const { nodes } = useFlow();
  const [open, setOpen] = useState(false);
  const targets = Object.entries(nodes).map(([node, held]) => ({ value: node, label: titleOf(held, nodeTypes[held.type]) }));
  return (
    <Select
      id={id} size="sm" searchable selectFirstOptionOnChange openOnFocus={false} clearable={editable && onClear !== undefined} readOnly={!editable} error={wrong} data={targets} filter={filterNearest} value={value} placeholder={placeholder}
      dropdownOpened={open} onDropdownOpen={() => setOpen(true)} onDropdownClose={() => setOpen(false)}
      // Whoever types fast presses Enter before the list has an option marked.
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-activedescendant')) return;
        const near = nearestFirst(targets, event.currentTarget.value)[0];
        if (!near || event.currentTarget.value === '') return;
        setOpen(false);
        onChoose(near.value);
      }}
      onChange={(next) => { if (next) onChoose(next); else onClear?.(); }}
    />
  );
}
