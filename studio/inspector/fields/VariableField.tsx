import { Select } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addVariable } from '../../commands/edits/variables.ts';
import { told } from '../../commands/actions.ts';
import { useDesigner, useFlow, useFlowState } from '../../store/designerContext.ts';
import { FieldFrame, fieldId, useFieldIssues } from '../FieldFrame.tsx';
import { isObject } from '@parley/shared/expressions/fits';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { proposedName } from '../proposedName.ts';
import { newVariableType } from '../newVariableType.ts';
import type { Beside } from '../newVariableType.ts';
import { useHeldType } from '../useHeldType.ts';
import { typeName } from '../typeName.ts';
import { produce } from 'immer';
import type { FlowVariable } from '@parley/shared/flow/document';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import { putAt, readAt } from '@parley/shared/flow/putAt';
import { useState } from 'react';
import styles from '../Field.module.css';

const nameShape = /^[A-Za-z_][A-Za-z0-9_]{0,39}$/;

/** A variable of the flow; a name that does not exist yet can be made here. */
export function VariableField(props: FieldProps) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { field, path, value } = props;
  const { owner, base, set, readOnly } = useFieldContext();
  const flow = useFlow();
  const { tone } = useFieldIssues(path);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const variables = Object.entries(flow.variables).toSorted(([, a], [, b]) => a.order - b.order);
  // While nothing is typed: a name made of what people read beside it.
  const label = useFlowState(({ flow: drawn }) => readAt(drawn, [...base, ...path.slice(0, -1), 'label']));
  const proposed = search === '' && typeof label === 'string' ? proposedName(label) : '';
  const fresh = nameShape.test(search) && !variables.some(([, { name }]) => name === search) ? search : undefined;

  const beside = (): Beside => {
    const siblings = readAt(desk.store.getState().flow, [...base, ...path.slice(0, -1)]);
    return {
      siblings: isObject(siblings) ? siblings : {},
      infer: async (cel) => {
        const checked = await desk.proof.ask('check', { flow: desk.flowId, cel, expects: undefined });
        return checked.ok ? checked.type : undefined;
      },
    };
  };
  // One made here has no other use yet: it follows what is put into it until its node is left.
  const [made, setMade] = useState('');
  useHeldType(made !== '' && made === value ? made : undefined, { holds: field.meta.holds, beside });
  const make = async (name: string): Promise<void> => {
    const type = await newVariableType(field.meta.holds, beside());
    const before = desk.store.getState().flow;
    // Made meanwhile, e.g. by leaving the field and pressing the option at once.
    const known = Object.entries(before.variables).find(([, variable]) => variable.name === name)?.[0];
    if (known) {
      set(path, known);
      return;
    }
    let id = '';
    const after = produce(before, (draft) => {
      id = addVariable(draft, { name, type }, desk.random);
      putAt(draft, [...base, ...path], id);
    });
    if (!told(desk.store.changeByOps(t('gesture.addVariable', { name }), diffFlows(before, after)))) return;
    setSearch('');
    setMade(id);
  };
  const chosen = typeof value === 'string' ? flow.variables[value] : undefined;
  const offered = fresh ?? (chosen || proposed === '' || variables.some(([, { name }]) => name === proposed) ? undefined : proposed);
  return (
    <FieldFrame {...props}>
      <Select
        id={fieldId(owner, path)} searchable openOnFocus={false} selectFirstOptionOnChange readOnly={readOnly} value={chosen && typeof value === 'string' ? value : null} placeholder={t('field.noVariable')} error={tone === 'error'} nothingFoundMessage={t('field.noSuchVariable')}
        rightSectionWidth={chosen ? 84 : 32} rightSectionPointerEvents="none" rightSection={<span className={styles.right}>{chosen && typeName(chosen.type)}<IconChevronDown size={14} stroke={1.75} /></span>}
        data={[...(chosen ? [{ value: '$none', label: t('field.noVariable') }] : []), ...(fresh || !offered ? [] : [{ value: '$new', label: offered }]), ...variables.map(([id, { name }]) => ({ value: id, label: name })), ...(fresh ? [{ value: '$new', label: fresh }] : [])]}
        searchValue={search} onSearchChange={setSearch}
        // Whoever types fast presses Enter before the list has an option marked.
        dropdownOpened={open} onDropdownOpen={() => setOpen(true)} onDropdownClose={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-activedescendant')) return;
          setOpen(false);
          const typed = event.currentTarget.value;
          const known = variables.find(([, { name }]) => name === typed)?.[0];
          if (known) set(path, known);
          else if (nameShape.test(typed)) void make(typed);
        }}
        // A new name that was typed and left is meant, unless it began another one.
        onBlur={() => { if (fresh && !variables.some(([, { name }]) => name.toLowerCase().startsWith(fresh.toLowerCase()))) void make(fresh); }} onChange={(next) => { if (next === '$new' && offered) void make(offered); else set(path, next === '$none' ? '' : next ?? ''); }}
        styles={{ input: { fontFamily: chosen ? 'var(--parley-mono)' : undefined, fontSize: chosen ? 12 : undefined, color: chosen ? 'var(--parley-thread-text)' : undefined } }}
        renderOption={({ option }) => (option.value === '$new' ? <span style={{ display: 'flex', gap: 6, alignItems: 'center' }}><IconPlus size={14} stroke={1.75} />{t('field.makeVariable', { name: option.label })}</span> : option.value === '$none' ? <span className={styles.type} style={{ margin: 0 }}>{option.label}</span> : <span><span className={styles.var}>{option.label}</span><span className={styles.type}>{typeOf(flow.variables[option.value])}</span></span>)}
        {...(props.bare && { 'aria-label': field.meta.label })}
      />
    </FieldFrame>
  );
}

function typeOf(variable: FlowVariable | undefined): string {
  return variable ? typeName(variable.type) : '';
}
