import { Button } from '@mantine/core';
import { fits } from '@parley/shared/expressions/fits';
import type { Json } from '@parley/shared/lib/json';
import type { JsonSteps } from '@parley/shared/machine/httpRequest';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { told } from '../../commands/actions.ts';
import { useDesigner, useFlow } from '../../store/designerContext.ts';
import { Failed } from '../../ui/Failed.tsx';
import { readAt } from '@parley/shared/flow/putAt';
import { FieldFrame, fieldId } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { TryRequest } from '../request/TryRequest.tsx';
import { typeHolding } from '../request/typeHolding.ts';
import { typeName } from '../typeName.ts';
import styles from '../request/Request.module.css';

/** Where a value stands in an answer: taken by a click from the answer to a test request, kept as steps. A variable of another type can be made to hold it. */
export function AnswerPathField(props: FieldProps) {
  const { t } = useTranslation();
  const { botId } = useParams();
  const { store } = useDesigner();
  const flow = useFlow();
  const { path, value } = props;
  const { base, owner, set, readOnly } = useFieldContext();
  const [opened, setOpened] = useState(false);
  const [taken, setTaken] = useState<Json>();
  const steps = stepsOf(value);
  const saved = readAt(flow, [...base, ...path.slice(0, -1), 'save']);
  const variable = typeof saved === 'string' ? flow.variables[saved] : undefined;
  const better = taken === undefined ? undefined : typeHolding(taken);
  const misfit = variable && taken !== undefined && !fitsAs(variable.type, taken) && (
    <Failed text={t('tryRequest.misfit', { name: variable.name, type: typeName(variable.type) })} action={better && !readOnly && (
      <Button size="sm" onClick={() => told(store.change(t('gesture.variable', { name: variable.name }), ({ variables }) => {
        const found = typeof saved === 'string' ? variables[saved] : undefined;
        if (!found) return;
        found.type = better;
        delete found.initial;
      }))}>{t('tryRequest.hold', { type: typeName(better) })}</Button>
    )} />
  );
  return (
    <FieldFrame {...props}>
      <div className={styles.path}>
        <code>{steps.length === 0 ? t('tryRequest.whole') : steps.join(' › ')}</code>
        {!readOnly && botId !== undefined && <Button id={fieldId(owner, path)} size="sm" aria-label={t('tryRequest.openLong')} leftSection={<IconSend size={14} stroke={1.75} />} onClick={() => setOpened(true)}>{t('tryRequest.open')}</Button>}
      </div>
      {!opened && misfit}
      {opened && botId !== undefined && (
        <TryRequest botId={botId} node={owner} chosen={steps} misfit={misfit} onClose={() => setOpened(false)} onTake={(next, found) => { set(path, next); setTaken(found); }} />
      )}
    </FieldFrame>
  );
}

function stepsOf(value: Json | undefined): JsonSteps {
  return Array.isArray(value) ? value.flatMap((step) => (typeof step === 'string' || typeof step === 'number' ? [step] : [])) : [];
}

/** As a conversation takes it: numbers and yes/no are texts to whoever reads them. */
function fitsAs(type: Parameters<typeof fits>[0], value: Json): boolean {
  return fits(type, type.kind === 'text' && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : value);
}
