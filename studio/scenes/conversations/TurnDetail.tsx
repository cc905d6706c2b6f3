import type { ReleaseFlows } from '@parley/shared/api/releases';
import type { Turn } from '@parley/shared/api/sessions';
import { useTranslation } from 'react-i18next';
import { MiniFlow } from '../../miniflow/MiniFlow.tsx';
import { drawSmall } from '../../miniflow/layout.ts';
import { familyOf, titleOf } from '../../miniflow/names.ts';
import { StepList } from './StepList.tsx';
import styles from './Conversations.module.css';

/** One turn: its path through the drawing, how long each stage took, and every step in order. */
export function TurnDetail({ turn, flows, at }: { turn: Turn; flows: ReleaseFlows | undefined; at: string | undefined }) {
  const { t } = useTranslation();
  const flowId = turn.path.at(-1)?.flow ?? flows?.main;
  const flow = flowId ? flows?.flows[flowId] : undefined;
  const entered = turn.steps.flatMap((step) => (step['did'] === 'enter' && typeof step['node'] === 'string' ? [step['node']] : []));
  const taken = new Set(turn.path.map(({ edge }) => edge));
  const nodes = new Set([...entered, ...(flow ? [...taken].flatMap((edge) => { const drawn = flow.edges[edge]; return drawn ? [drawn.from, drawn.to] : []; }) : [])]);
  const nearby = new Set([...nodes, ...(flow ? Object.values(flow.edges).flatMap(({ from, to }) => (nodes.has(from) ? [to] : [])) : [])]);
  const longest = Math.max(...turn.stages.map(({ ms }) => ms), 1);
  const word = t(`conversations.outcome.${turn.outcome}`, { count: turn.attempts });
  return (
    <>
      {flow && nodes.size > 0 && (
        <MiniFlow
          drawing={drawSmall(flow, nearby, (id) => titleOf(flow, id))} label={t('conversations.path')} familyOf={familyOf}
          node={(id) => (id === at ? 'here' : nodes.has(id) ? 'taken' : 'off')} edge={(id) => (taken.has(id) ? 'taken' : 'off')} words={{ here: t('conversations.here') }}
        />
      )}
      <dl className={styles.figures}>
        <div><dt>{t('conversations.took')}</dt><dd>{turn.ms < 10 ? turn.ms.toFixed(1) : Math.round(turn.ms)} ms</dd></div>
        <div><dt>{t('conversations.attempts')}</dt><dd>{turn.attempts}</dd></div>
        <div><dt>{t('conversations.effects')}</dt><dd>{turn.effects.length}</dd></div>
        <div><dt>{t('bots.state')}</dt><dd data-bad={turn.outcome !== 'done' || undefined}>{word}</dd></div>
      </dl>
      {turn.error && <p className={styles.turnError} role="alert">{turn.error}</p>}
      <ul className={styles.stages}>
        {turn.stages.map(({ stage, ms }) => (
          <li key={stage}>
            <span>{t(`conversations.stage.${stage}`, { defaultValue: stage })}</span>
            <span className={styles.ms}>{ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms</span>
            <span className={styles.bar} aria-hidden="true"><i style={{ width: `${Math.max(2, (ms / longest) * 100)}%` }} data-stage={stage} /></span>
          </li>
        ))}
      </ul>
      <h3>{t('conversations.happened')}</h3>
      <StepList steps={turn.steps} titleOf={(id) => titleOf(flow, id)} />
      {turn.effects.length > 0 && (
        <ul className={styles.effects}>{turn.effects.map((effect, index) => <li key={index}><code>{effect.type}</code> {effect.outcome}, {Math.round(effect.ms)} ms{effect.error && <span className={styles.turnError}> {effect.error}</span>}</li>)}</ul>
      )}
    </>
  );
}
