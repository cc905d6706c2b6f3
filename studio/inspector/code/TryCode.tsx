import { Button } from '@mantine/core';
import { sampleValue } from '@parley/shared/engine/sampleValue';
import { valueTypeSchema } from '@parley/shared/flow/document';
import type { JsonObject } from '@parley/shared/lib/json';
import { useMutation } from '@tanstack/react-query';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, sentenceOf } from '../../api/ApiFailure.ts';
import { tryCode } from '../../api/flows.ts';
import { readValue, writtenValue } from '../../simulator/readValue.ts';
import { Bone } from '../../ui/Bone.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failed } from '../../ui/Failed.tsx';
import type { CodeInput } from '../inputTypes.ts';
import { RunOutcome } from './RunOutcome.tsx';
import { SampleInput } from './SampleInput.tsx';
import fields from '../Field.module.css';
import styles from './Code.module.css';

const CodeEditor = lazy(async () => ({ default: (await import('../../ui/code/CodeEditor.tsx')).CodeEditor }));
const text = { kind: 'text' } as const;

/** Room to write a program, and beside it what is needed to run it: values one may change, in the sandbox that conversations use. */
export function TryCode({ node, data, inputs, code, types, label, onChange, onClose }: {
  node: string;
  data: JsonObject;
  inputs: readonly CodeInput[];
  code: string;
  types: string;
  label: string;
  onChange: (code: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  // By name and type: what was typed for another type is of no use.
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [failed, setFailed] = useState<number>();
  const [writing, setWriting] = useState(false);
  const samples = inputs.map(({ name, type = text }) => {
    const key = `${name} ${JSON.stringify(type)}`;
    const written = typed[key] ?? writtenValue(type, sampleValue(type));
    return { name, type, key, written, value: readValue(type, written) };
  });
  const declared = valueTypeSchema.safeParse(data['output']);
  const output = declared.success ? declared.data : text;
  const seconds = typeof data['seconds'] === 'number' ? data['seconds'] : 1;
  const run = useMutation({
    mutationFn: async () => tryCode({ code, input: Object.fromEntries(samples.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))), timeoutMs: Math.round(seconds * 1_000) }),
    onSuccess: (ran) => setFailed(ran.ok ? undefined : ran.line),
    onError: () => setFailed(undefined),
  });
  const misfit = samples.some(({ value }) => value === undefined);
  const start = (): void => { if (!misfit && !run.isPending) run.mutate(); };
  return (
    // Escape in the editor is the editor's: it closes what completes there.
    <Dialog opened onClose={onClose} title={t('tryCode.title')} size={1040} keepsEscape={writing}>
      <div className={styles.columns}>
        <div className={`${fields.box} ${styles.editor}`} onFocus={() => setWriting(true)} onBlur={() => setWriting(false)}>
          <Suspense fallback={<Bone width="100%" height={440} />}>
            <CodeEditor code={code} language="typescript" label={label} types={types} failed={failed} onChange={(next) => { setFailed(undefined); onChange(next); }} onRun={start} />
          </Suspense>
        </div>
        <form className={styles.panel} onSubmit={(event) => { event.preventDefault(); start(); }}>
          <h3 className={styles.heading}>{t('tryCode.inputs')}</h3>
          {samples.length === 0 && <p className={styles.note}>{t('tryCode.noInputs')}</p>}
          {samples.map(({ name, type, key, written, value }) => <SampleInput key={key} name={name} type={type} text={written} misfit={value === undefined} onType={(next) => setTyped((before) => ({ ...before, [key]: next }))} />)}
          <div className={styles.run}>
            <Button type="submit" variant="ink" loading={run.isPending} disabled={misfit} leftSection={<IconPlayerPlay size={14} stroke={1.75} />}>{t('tryCode.run')}</Button>
            <kbd>Ctrl Enter</kbd>
          </div>
          <div aria-live="polite">
            {run.error && !run.isPending && <Failed text={told(run.error, t('tryCode.unreachable'))} onAgain={start} />}
            {run.data && !run.error && !run.isPending && <RunOutcome node={node} ran={run.data} output={output} />}
          </div>
        </form>
      </div>
    </Dialog>
  );
}

/** Nothing came back: said for what it is, because a program that was never run did not fail. */
function told(error: unknown, unreachable: string): string {
  return error instanceof ApiFailure && error.status === 0 ? unreachable : sentenceOf(error);
}
