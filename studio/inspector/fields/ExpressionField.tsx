import type { ValueType } from '@parley/shared/expressions/types';
import { useCallback, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFlow } from '../../store/designerContext.ts';
import { ConditionRow } from '../ConditionRow.tsx';
import { FieldFrame, fieldId, useFieldIssues } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { readCondition } from '../plainCondition.ts';
import { TypedBox } from '../TypedBox.tsx';
import { typeName } from '../typeName.ts';
import { useNamesBeside } from '../useNamesBeside.ts';
import { unwrapHole } from '../unwrapHole.ts';
import { useTyped } from '../useTyped.ts';
import { useFieldText } from '../useFieldText.ts';
import styles from '../Field.module.css';

/** An expression: names of variables are completed, what must come out is said beside the label. A plain yes-or-no can be chosen instead. */
export function ExpressionField(props: FieldProps) {
  const { t } = useTranslation();
  const { owner, readOnly } = useFieldContext();
  const { variables } = useFlow();
  const { field, path, bare } = props;
  const { text: kept, write } = useFieldText(props);
  const { text, type, flush, problem } = useTyped(kept, write);
  const { tone } = useFieldIssues(path);
  const id = fieldId(owner, path);
  const { expects } = field.meta;
  const more = useNamesBeside(field.meta, path);
  const typeOf = useCallback((variable: string): ValueType | undefined => Object.values(variables).find(({ name }) => name === variable)?.type, [variables]);
  // Undecided until somebody says so; whoever does goes on in the control that then stands here.
  const [way, setWay] = useState<'choose' | 'write'>();
  useLayoutEffect(() => {
    const box = way ? document.getElementById(id) : null;
    box?.focus();
    if (box instanceof HTMLTextAreaElement) box.setSelectionRange(box.value.length, box.value.length);
  }, [way, id]);
  const condition = expects?.kind === 'boolean' && !bare ? readCondition(text, typeOf) : undefined;
  const choosable = expects?.kind === 'boolean' && !bare && (text.trim() === '' || condition !== undefined);
  // A condition on the answer speaks of no variable: it is written.
  const chosen = choosable && !field.meta.answerBy && way !== 'write' && Object.keys(variables).length > 0;
  const aside = choosable && !field.meta.answerBy && Object.keys(variables).length > 0 && !readOnly
    ? <button type="button" className={styles.way} onClick={() => setWay(chosen ? 'write' : 'choose')}>{t(chosen ? 'condition.write' : 'condition.choose')}</button>
    : expects && <span className={styles.count}>{t('field.gives', { type: typeName(expects) })}</span>;
  return (
    <FieldFrame {...props} problem={problem} right={aside} {/* What helps to write is of no use to whoever chooses. */ ...(chosen && { field: { ...field, meta: { ...field.meta, help: '' } } })}>
      {chosen
        ? <ConditionRow id={id} condition={condition} typeOf={typeOf} readOnly={readOnly} onWrite={type} onLeave={flush} onType={(cel) => { type(cel); setWay('write'); }} />
        : <TypedBox id={id} text={text} onType={(cel) => type(unwrapHole(cel))} onLeave={flush} expression more={more} tone={problem ? 'error' : tone} readOnly={readOnly} describedBy={`${id}-hint`} {...(bare && { label: field.meta.label, placeholder: field.meta.label })} />}
    </FieldFrame>
  );
}
