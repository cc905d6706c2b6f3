import { Button } from '@mantine/core';
import { IconPlus, IconVariable } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addVariable, freshName } from '../commands/edits/variables.ts';
import { told } from '../commands/actions.ts';
import type { Jobs } from '../store/proof/jobs.ts';
import { useDesigner, useFlow, useUi } from '../store/designerContext.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { VariableCard } from './VariableCard.tsx';
import field from './Field.module.css';

/** The variables of the flow: added, typed, renamed everywhere, marked as personal. */
export function VariablesPanel() {
  const { t } = useTranslation();
  const { store, ui, random, proof, flowId, editable } = useDesigner();
  const flow = useFlow();
  const opened = useUi((state) => state.variable);
  const revision = proof.state(({ checking, revision: at }) => (checking ? -1 : at));
  const [uses, setUses] = useState<Jobs['uses']['answer']['uses']>({});
  useEffect(() => {
    let current = true;
    if (revision >= 0) void proof.ask('uses', { flow: flowId }).then((answer) => { if (current) setUses(answer.uses); }, () => undefined);
    return () => { current = false; };
  }, [proof, flowId, revision]);
  const make = (): void => {
    let id = '';
    const name = freshName(store.getState().flow, 'answer');
    if (told(store.change(t('gesture.addVariable', { name }), (draft) => { id = addVariable(draft, { name, type: { kind: 'text' } }, random); }))) ui.setState({ variable: id });
  };
  const variables = Object.entries(flow.variables).toSorted(([, a], [, b]) => a.order - b.order);
  const add = editable && <Button size="sm" variant={variables.length > 0 ? 'subtle' : 'default'} className={variables.length > 0 ? field.add ?? '' : ''} leftSection={<IconPlus size={14} stroke={1.75} />} onClick={make}>{t('variable.add')}</Button>;
  if (variables.length === 0) return <EmptyState icon={<IconVariable size={20} stroke={1.75} />} text={t('variable.none')} action={add} />;
  return (
    <div className={field.opts}>
      {variables.map(([id, variable]) => <VariableCard key={id} id={id} variable={variable} uses={uses[variable.name]} opened={opened === id} onOpen={() => ui.setState({ variable: opened === id ? undefined : id })} />)}
      {add}
    </div>
  );
}
