import type { JsonObject } from '@parley/shared/lib/json';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Suspense, lazy, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bone } from '../../ui/Bone.tsx';
import { FieldFrame, fieldId } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { withTypes } from '../code/withTypes.ts';
import { useCodeInputs } from '../code/useCodeInputs.ts';
import { inputTypes } from '../inputTypes.ts';
import { useFlow } from '../../store/designerContext.ts';
import { useTyped } from '../useTyped.ts';
import styles from '../Field.module.css';

const CodeEditor = lazy(async () => ({ default: (await import('../../ui/code/CodeEditor.tsx')).CodeEditor }));
const TryCode = lazy(async () => ({ default: (await import('../code/TryCode.tsx')).TryCode }));
const noData: JsonObject = {};

/** A program, in an editor that knows the types of what goes in and what must come out, and a place to try it. */
export function CodeField(props: FieldProps) {
  const { t } = useTranslation();
  const { field, path, value } = props;
  const { owner, set, readOnly } = useFieldContext();
  const data = useFlow().nodes[owner]?.data ?? noData;
  const { text, type, flush, problem } = useTyped(typeof value === 'string' ? value : '', (next) => {
    const changed = set(path, next, { typing: true });
    return changed.ok ? undefined : changed.problems[0]?.message;
  });
  const inputs = useCodeInputs(data);
  const types = useMemo(() => inputTypes(inputs, data['output']), [inputs, data]);
  const [trying, setTrying] = useState(false);
  const typed = withTypes(text);
  const ways = (
    <>
      {typed !== undefined && <button type="button" className={styles.way} onClick={() => { type(typed); flush(); }}>{t('tryCode.addTypes')}</button>}
      <button type="button" className={styles.way} style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }} onClick={() => setTrying(true)}><IconPlayerPlay size={12} stroke={2} aria-hidden="true" />{t('tryCode.name')}</button>
    </>
  );
  return (
    <>
      <FieldFrame {...props} problem={problem} {...(!readOnly && { right: ways })}>
        <div className={styles.box} style={{ height: 260, overflow: 'hidden' }} id={fieldId(owner, path)}>
          <Suspense fallback={<Bone width="100%" height={260} />}>
            {/* The declarations are of one editor at a time: the one that closes takes its own away. */}
            <CodeEditor code={text} language="typescript" readOnly={readOnly} label={field.meta.label} {...(!trying && { types })} onChange={type} onBlur={flush} />
          </Suspense>
        </div>
      </FieldFrame>
      {trying && <Suspense fallback={null}><TryCode node={owner} data={data} inputs={inputs} code={text} types={types} label={field.meta.label} onChange={type} onClose={() => { flush(); setTrying(false); }} /></Suspense>}
    </>
  );
}
