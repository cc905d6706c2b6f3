import { spanAt, spansOfNode } from '@parley/shared/compiler/emit/spans';
import { Suspense, lazy, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { select } from '../commands/actions.ts';
import { useDesigner, useFlowNames, useUi } from '../store/designerContext.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { CodeBones } from './CodeBones.tsx';
import { headingsOf } from './headingsOf.ts';
import type { Emitted } from './useEmitted.ts';

const CodeReader = lazy(async () => ({ default: (await import('../ui/code/CodeReader.tsx')).CodeReader }));

/** The machine as readable TypeScript. A node chosen on the canvas shows its states; the caret in a state chooses its node, in whichever flow it is. */
export function MachineCode({ emitted: { code, spans, failure } }: { emitted: Emitted }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { flowId, ui, openFlow } = desk;
  const names = useFlowNames();
  const chosen = useUi((state) => state.selection.at(-1));
  const headings = useMemo(() => headingsOf(spans, (flow) => names[flow] ?? flow), [spans, names]);
  // Its states first: that is what it does; its texts stand far above them.
  const marked = useMemo(() => (chosen === undefined ? [] : spansOfNode(spans, flowId, chosen).toSorted((a, b) => Number(a.state === undefined) - Number(b.state === undefined))), [spans, flowId, chosen]);
  const choose = useCallback((line: number): void => {
    const span = spanAt(spans, line);
    if (!span) return;
    if (span.flow !== flowId) openFlow(span.flow);
    const { selection } = ui.getState();
    if (span.node === undefined || (selection.length === 1 && selection[0] === span.node)) return;
    select(desk, [span.node], { reveal: true });
  }, [spans, flowId, ui, openFlow, desk]);
  if (failure !== undefined) return <ErrorState title={t('page.failed')} text={t('page.failedHelp')} details={failure} />;
  if (code === undefined) return <CodeBones />;
  return <Suspense fallback={<CodeBones />}><CodeReader code={code} label={t('code.name')} headings={headings} marked={marked} subject={chosen === undefined ? '' : `${flowId}/${chosen}`} onLine={choose} /></Suspense>;
}
