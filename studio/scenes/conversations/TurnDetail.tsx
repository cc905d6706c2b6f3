import type { ReleaseFlows } from '@parley/shared/api/releases';
import type { SessionDetail, Turn } from '@parley/shared/api/sessions';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../../miniflow/names.ts';
import { figure, took } from '../../ui/relativeTime.ts';
import { SetValues } from './SetValues.tsx';
import { Stages } from './Stages.tsx';
import { StepList } from './StepList.tsx';
import { TurnPath } from './TurnPath.tsx';
import styles from './TurnPanel.module.css';

/** One turn: its path through the drawing, how long each stage took, what it set, and every step in order. */
export function TurnDetail({ session, turns, turn, flows }: { session: SessionDetail; turns: Turn[]; turn: Turn; flows: ReleaseFlows | undefined }) {
  const { t } = useTranslation();
  const flowId = turn.path.at(-1)?.flow ?? flows?.main;
  const flow = flowId ? flows?.flows[flowId] : undefined;
  const last = turn.id === turns.at(-1)?.id;
  const nameOf = (id: string) => titleOf(flow, id);
  return (
    <>
      {flow && <TurnPath turn={turn} flow={flow} here={last ? session.at?.node : undefined} />}
      <dl className={styles.figures}>
        <div><dt>{t('conversations.took')}</dt><dd>{took(turn.ms)}</dd></div>
        <div><dt>{t('conversations.attempts')}</dt><dd>{figure(turn.attempts)}</dd></div>
        <div><dt>{t('conversations.effects')}</dt><dd>{figure(turn.effects.length)}</dd></div>
        <div><dt>{t('bots.state')}</dt><dd data-bad={turn.outcome !== 'done' || undefined}>{t(`conversations.outcome.${turn.outcome}`, { count: turn.attempts })}</dd></div>
      </dl>
      {turn.error && <p className={styles.turnError} role="alert">{turn.error}</p>}
      <Stages turn={turn} transcript={session.transcript} nameOf={nameOf} />
      <SetValues turn={turn} turns={turns} />
      <section>
        <h3>{t('conversations.happened')}</h3>
        <StepList steps={turn.steps} titleOf={nameOf} />
      </section>
      {turn.effects.length > 0 && (
        <section>
          <h3>{t('conversations.effects')}</h3>
          <ul className={styles.effects}>{turn.effects.map((effect, index) => <li key={index}><code>{effect.type}</code><span data-bad={effect.outcome !== 'done' || undefined}>{effect.outcome}{effect.tells && ` (${effect.tells})`}{effect.error && `: ${effect.error}`}</span><span className={styles.ms}>{took(effect.ms)}</span></li>)}</ul>
        </section>
      )}
    </>
  );
}
