import type { Flow } from '@parley/shared/flow/document';
import type { Turn } from '@parley/shared/api/sessions';
import { useTranslation } from 'react-i18next';
import { MiniFlow } from '../../miniflow/MiniFlow.tsx';
import { drawPath } from '../../miniflow/drawPath.ts';
import { familyOf, iconOf, titleOf } from '../../miniflow/names.ts';

/** The nodes a turn went through, in its order, and where it could have gone from the last one. `here` = where the conversation waits now. */
export function TurnPath({ turn, flow, here }: { turn: Turn; flow: Flow; here: string | undefined }) {
  const { t } = useTranslation();
  const taken = new Set(turn.path.map(({ edge }) => edge));
  const entered = turn.steps.flatMap((step) => (step['did'] === 'enter' && typeof step['node'] === 'string' && step['node'] in flow.nodes ? [step['node']] : []));
  const along = turn.path.flatMap(({ edge }) => { const drawn = flow.edges[edge]; return drawn ? [drawn.from, drawn.to] : []; });
  const order = [...new Set([...along, ...entered])].filter((id) => id in flow.nodes);
  if (order.length === 0) return null;
  const end = order.at(-1);
  const onward = [...new Set(Object.values(flow.edges).flatMap(({ from, to }) => (from === end && !order.includes(to) ? [to] : [])))].slice(0, 4);
  return (
    <MiniFlow
      drawing={drawPath(flow, order, onward, (id) => titleOf(flow, id))} label={t('conversations.path')} familyOf={familyOf} iconOf={iconOf}
      node={(id) => (id === here ? 'here' : order.includes(id) ? 'taken' : 'off')} edge={(id) => (taken.has(id) ? 'taken' : 'off')} words={{ here: t('conversations.here') }}
    />
  );
}
