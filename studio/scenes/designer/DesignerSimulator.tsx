import { nodeTypes } from '@parley/shared/nodes/index';
import { pseudoLanguages, withPseudo } from '@parley/shared/translations/pseudo';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { botQuery } from '../../api/bots.ts';
import { runCodeOf } from '../../api/flows.ts';
import { meQuery } from '../../api/queries.ts';
import { keepTest, testsQuery } from '../../api/tests.ts';
import { select } from '../../commands/actions.ts';
import type { PathState } from '../../store/pathStore.ts';
import { useDesigner, useUi } from '../../store/designerContext.ts';
import { useFlowSet } from '../../store/useFlowSet.ts';
import { Bone } from '../../ui/Bone.tsx';
import { askOutside } from './askOutside.ts';
import { callbackTrials } from './callbackTrials.ts';
import { FormerSimulator } from './FormerSimulator.tsx';

const Simulator = lazy(async () => ({ default: (await import('../../simulator/Simulator.tsx')).Simulator }));

/** The simulator beside the canvas: what it walks is lit there. Goes on from a conversation that the address names. `onClose` where it stands in place of the canvas. */
export function DesignerSimulator({ onClose }: { onClose?: () => void }) {
  const desk = useDesigner();
  const { book, ui, path, flowId, openFlow } = desk;
  const { botId } = book;
  const queries = useQueryClient();
  const bot = useQuery(botQuery(botId));
  const me = useQuery(meQuery);
  const drawn = useFlowSet(book);
  const talkIn = useUi((state) => state.talkIn);
  const pretends = pseudoLanguages.some((language) => language === talkIn?.language);
  const set = useMemo(() => (pretends ? withPseudo(drawn, nodeTypes) : drawn), [drawn, pretends]);
  const wish = useUi((state) => state.simulate);
  const [params, setParams] = useSearchParams();
  const light = useCallback((lit: PathState) => {
    const before = path.getState().here;
    path.setState(lit);
    const { here } = lit;
    // Whoever talks or steps sees where it goes; whoever draws meanwhile is left where they are.
    const panel = document.activeElement?.closest<HTMLElement>('[data-panel]')?.dataset['panel'] ?? 'simulator';
    const follows = here?.flow === flowId && here.node !== before?.node && panel === 'simulator';
    if (here && follows) ui.getState().canvas?.reveal([here.node]);
  }, [path, ui, flowId]);
  const runCode = useMemo(() => runCodeOf(botId), [botId]);
  const mayEdit = me.data?.rights.includes('bots.edit') ?? false;
  const askForReal = useMemo(() => (mayEdit ? askOutside(botId) : undefined), [mayEdit, botId]);
  const tryCallback = useMemo(() => (mayEdit ? callbackTrials(botId) : undefined), [mayEdit, botId]);
  const given = {
    name: bot.data?.name ?? '', nodeTypes, runCode, onPath: light, askForReal, tryCallback, wish,
    onWish: () => ui.setState({ simulate: undefined }),
    onClose: onClose ?? (() => ui.setState({ simulator: false, column: 'inspector' })),
    onNode: ({ flow, node }: { flow: string; node: string }) => { if (flow !== flowId) openFlow(flow); select(desk, [node], { reveal: true }); },
    onKeep: mayEdit ? async (test: Parameters<typeof keepTest>[1]['test']) => {
      await keepTest(botId, { test });
      await queries.invalidateQueries({ queryKey: testsQuery(botId).queryKey });
    } : undefined,
  };
  const [session, turn] = [params.get('session'), Number(params.get('turn'))];
  const leave = (): void => setParams((now) => { now.delete('session'); now.delete('turn'); return now; }, { replace: true });
  return (
    <Suspense fallback={<div style={{ padding: 14, background: 'var(--parley-sunken)' }}><Bone width="100%" height={500} radius={30} /></div>}>
      {session && Number.isInteger(turn) && turn > 0
        ? <FormerSimulator key={`${session} ${turn}`} botId={botId} session={session} turn={turn} draft={set} given={given} onLeave={leave} />
        : <Simulator key={talkIn?.no ?? 0} set={set} {...given} />}
    </Suspense>
  );
}
