import { Suspense, lazy, useMemo } from 'react';
import { Bone } from '../../ui/Bone.tsx';
import { FieldFrame, fieldId } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { inputTypes } from '../inputTypes.ts';
import { useFlow } from '../../store/designerContext.ts';
import { useTyped } from '../useTyped.ts';
import styles from '../Field.module.css';

const CodeEditor = lazy(async () => ({ default: (await import('../../ui/code/CodeEditor.tsx')).CodeEditor }));

/** A program, in an editor that knows the types of what goes in and what must come out. */
export function CodeField(props: FieldProps) {
  const { field, path, value } = props;
  const { owner, set, readOnly } = useFieldContext();
  const flow = useFlow();
  const node = flow.nodes[owner];
  const { text, type, flush, problem } = useTyped(typeof value === 'string' ? value : '', (next) => {
    const changed = set(path, next, { typing: true });
    return changed.ok ? undefined : changed.problems[0]?.message;
  });
  const types = useMemo(() => (node ? inputTypes(node.data, flow.variables) : ''), [node, flow.variables]);
  return (
    <FieldFrame {...props} problem={problem}>
      <div className={styles.box} style={{ height: 260, overflow: 'hidden' }} id={fieldId(owner, path)}>
        <Suspense fallback={<Bone width="100%" height={260} />}>
          <CodeEditor code={text} language="typescript" readOnly={readOnly} label={field.meta.label} types={types} onChange={type} onBlur={flush} />
        </Suspense>
      </div>
    </FieldFrame>
  );
}
