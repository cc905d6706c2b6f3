import { nodeTypes } from '@parley/shared/nodes/index';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useCallback } from 'react';
import { botQuery, runCode } from '../../api/flows.ts';
import { select } from '../../commands/actions.ts';
import type { PathState } from '../../store/pathStore.ts';
import { useDesigner } from '../../store/designerContext.ts';
import { useFlowSet } from '../../store/useFlowSet.ts';
import { Bone } from '../../ui/Bone.tsx';

const Simulator = lazy(async () => ({ default: (await import('../../simulator/Simulator.tsx')).Simulator }));

/** The simulator beside the canvas: what it walks is lit there. */
export function DesignerSimulator() {
  const desk = useDesigner();
  const { book, ui, path, flowId, openFlow } = desk;
  const bot = useQuery(botQuery(book.botId));
  const set = useFlowSet(book);
  const light = useCallback((lit: PathState) => path.setState(lit), [path]);
  return (
    <Suspense fallback={<div style={{ padding: 14, background: 'var(--parley-sunken)' }}><Bone width="100%" height={500} radius={30} /></div>}>
      <Simulator
        set={set} name={bot.data?.name ?? ''} nodeTypes={nodeTypes} runCode={runCode} onPath={light}
        onClose={() => ui.setState({ simulator: false, column: 'inspector' })}
        onNode={({ flow, node }) => { if (flow !== flowId) openFlow(flow); select(desk, [node], { reveal: true }); }}
      />
    </Suspense>
  );
}
