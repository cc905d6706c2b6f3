import { IconCopy } from '@tabler/icons-react';
import { Suspense, lazy, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner, useFlowNames, useUi } from '../../store/designerContext.ts';
import { Bone } from '../../ui/Bone.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './Designer.module.css';

const CodeEditor = lazy(async () => ({ default: (await import('../../ui/code/CodeEditor.tsx')).CodeEditor }));

/** What is drawn as readable TypeScript, beside the canvas: choosing a node shows its state. */
export function CodeView() {
  const { t } = useTranslation();
  const { proof } = useDesigner();
  const names = useFlowNames();
  const chosen = useUi((state) => state.selection.at(-1));
  const revision = proof.state(({ checking, revision: at }) => (checking ? -1 : at));
  const [code, setCode] = useState<string>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let current = true;
    if (revision >= 0) void proof.ask('emit', { names }).then((answer) => { if (current) { setCode(answer.code); setFailure(undefined); } }, (error: unknown) => { if (current) setFailure(String(error)); });
    return () => { current = false; };
  }, [proof, names, revision]);
  const line = useMemo(() => (chosen && code ? lineOf(code, chosen) : undefined), [chosen, code]);
  return (
    <section className={styles.code} aria-label={t('code.name')}>
      <header className={styles.codeHead}>
        <h3>{t('code.title')}</h3><span className={styles.grow}>{code ? t('code.lines', { count: code.split('\n').length }) : ''}</span>
        <IconButton label={t('code.copy')} disabled={!code} onClick={() => { if (code) void navigator.clipboard.writeText(code).then(() => toast(t('code.copied'))); }}><IconCopy size={16} stroke={1.75} /></IconButton>
      </header>
      <div style={{ minHeight: 0 }}>
        {failure ? <ErrorState title={t('page.failed')} text={t('page.failedHelp')} details={failure} /> : code === undefined ? <div style={{ padding: 12, display: 'grid', gap: 8 }}>{Array.from({ length: 14 }, (_, row) => <Bone key={row} width={`${70 - (row % 4) * 14}%`} height={12} />)}</div> : (
          <Suspense fallback={null}><CodeEditor code={code} language="typescript" readOnly label={t('code.name')} line={line} /></Suspense>
        )}
      </div>
    </section>
  );
}

/** The line where a node's state begins. */
function lineOf(code: string, node: string): number | undefined {
  const at = code.split('\n').findIndex((line) => line.trimStart().startsWith(`"${node}":`) || line.trimStart().startsWith(`${node}:`) || line.trimStart().startsWith(`'${node}':`));
  return at < 0 ? undefined : at + 1;
}
