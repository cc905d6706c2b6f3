import { Button, Switch, TextInput } from '@mantine/core';
import type { FlowVariable } from '@parley/shared/flow/document';
import type { Json } from '@parley/shared/lib/json';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { select, told } from '../commands/actions.ts';
import { changeFlows } from '../commands/changeFlows.ts';
import type { Jobs } from '../store/proof/jobs.ts';
import { useDesigner } from '../store/designerContext.ts';
import { Segments } from '../ui/Segments.tsx';
import { InitialValue } from './InitialValue.tsx';
import { TypePicker } from './TypePicker.tsx';
import { typeName } from './typeName.ts';
import styles from './Inspector.module.css';
import field from './Field.module.css';

/** One variable: folded to its name and type, opened to change it. */
export function VariableCard({ id, variable, uses, opened, onOpen }: { id: string; variable: FlowVariable; uses: Jobs['uses']['answer']['uses'][string] | undefined; opened: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { store, proof, flowId, book, editable } = desk;
  const [problem, setProblem] = useState<string>();
  const change = (recipe: (draft: FlowVariable) => void): boolean => told(store.change(t('gesture.variable', { name: variable.name }), (flow) => { const found = flow.variables[id]; if (found) recipe(found); }));
  const rename = async (to: string): Promise<void> => {
    if (to === variable.name) return;
    const renamed = await proof.ask('rename', { flow: flowId, variable: id, to });
    if (!renamed.ok) {
      setProblem(renamed.message);
      return;
    }
    const changed = changeFlows(desk, t('gesture.renameVariable', { from: variable.name, to }), renamed.ops);
    setProblem('problem' in changed ? changed.problem : undefined);
  };
  const setType = (type: FlowVariable['type']): void => { change((draft) => { draft.type = JSON.parse(JSON.stringify(type)) as FlowVariable['type']; delete draft.initial; }); };
  const setInitial = (value: Json | undefined): void => { change((draft) => { if (value === undefined) delete draft.initial; else draft.initial = value; }); };
  return (
    <div className={styles.variable} data-field={`variables.${id}`}>
      <button type="button" className={styles.variableHead} aria-expanded={opened} onClick={onOpen}>
        <span className={styles.name}>{variable.name}</span><span className={styles.muted}>{typeName(variable.type)}</span>{variable.personal && <IconLock size={12} stroke={2} role="img" aria-label={t('variable.personal')} />}
        <span className={styles.grow} /><span className={`${styles.muted} num`}>{uses ? t('variable.uses', { count: uses.count }) : t('variable.unused')}</span>
      </button>
      {opened && (
        <div className={styles.variableBody}>
          <TextInput key={variable.name} label={t('variable.name')} description={t('variable.nameHelp')} defaultValue={variable.name} error={problem} readOnly={!editable} styles={{ input: { fontFamily: 'var(--parley-mono)', fontSize: 12 } }} onBlur={(event) => void rename(event.currentTarget.value.trim())} onKeyDown={(event) => { if (event.key === 'Enter') event.currentTarget.blur(); }} />
          <div className={field.field}><div className={field.label}><label htmlFor={`type-${id}`}>{t('variable.type')}</label></div><TypePicker id={`type-${id}`} label={t('variable.type')} type={variable.type} readOnly={!editable} onChange={setType} /></div>
          <InitialValue key={variable.type.kind} type={variable.type} value={variable.initial} readOnly={!editable} onChange={setInitial} />
          <div className={field.row}><label htmlFor={`personal-${id}`}>{t('variable.personal')}</label><Switch id={`personal-${id}`} checked={variable.personal === true} disabled={!editable} onChange={(event) => { const on = event.currentTarget.checked; change((draft) => { if (on) draft.personal = true; else delete draft.personal; }); }} /></div>
          <p className={field.hint} style={{ marginTop: -8 }}>{t('variable.personalHelp')}</p>
          {flowId !== book.main && (
            <div className={field.field}>
              <div className={field.label}><span>{t('variable.direction')}</span></div>
              <Segments wide label={t('variable.direction')} value={variable.direction ?? 'own'} disabled={!editable} options={[{ value: 'own', label: t('variable.own') }, { value: 'in', label: t('variable.in') }, { value: 'out', label: t('variable.out') }]} onChange={(next) => change((draft) => { if (next === 'own') delete draft.direction; else draft.direction = next; })} />
            </div>
          )}
          <div style={{ display: 'flex', gap: 4, marginInlineStart: -8 }}>
            {uses && uses.nodes.length > 0 && <Button size="sm" variant="subtle" onClick={() => select(desk, uses.nodes, { reveal: true })}>{t('variable.show')}</Button>}
            {editable && <Button size="sm" variant="subtle" onClick={() => told(store.change(t('gesture.removeVariable', { name: variable.name }), (flow) => { delete flow.variables[id]; }))}>{t('common.delete')}</Button>}
          </div>
        </div>
      )}
    </div>
  );
}
