import type { SessionDetail, TranscriptMessage, Turn } from '@parley/shared/api/sessions';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { whenExactly } from '../../ui/relativeTime.ts';
import { Message } from './Message.tsx';
import styles from './Conversations.module.css';

/** Everything said, turn by turn; choosing a turn shows at the right what it did. */
export function Transcript({ session, turns, chosen, onChoose, resting }: { session: SessionDetail; turns: Turn[]; chosen: string | undefined; onChoose: (turn: string) => void; resting: string | undefined }) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  const last = session.transcript.at(-1)?.no;
  // Newer browsers give a promise back, which an effect must not.
  useEffect(() => { end.current?.scrollIntoView({ block: 'nearest' }); }, [last]);
  const numbers = new Map(turns.map((turn, index) => [turn.id, index + 1]));
  const groups: { turn: string; messages: TranscriptMessage[] }[] = [];
  for (const message of session.transcript) {
    const group = groups.at(-1);
    if (group?.turn === message.turn) group.messages.push(message);
    else groups.push({ turn: message.turn, messages: [message] });
  }
  return (
    <div className={styles.log} role="log" aria-label={t('conversations.title')} tabIndex={0}>
      {groups.map(({ turn, messages }) => {
        const no = numbers.get(turn);
        const now = turn === chosen;
        return (
          <div key={`${turn} ${messages[0]?.no}`} className={styles.turn} data-chosen={now || undefined}>
            <button type="button" className={styles.divider} aria-pressed={now} onClick={() => onChoose(turn)}>
              <span>{no !== undefined && `${t('conversations.turn', { no })}, `}{messages[0] && whenExactly(messages[0].at)}{now && <span className={styles.shown}>, {t('conversations.turnShown')}</span>}</span>
            </button>
            {messages.map((message) => <Message key={message.no} botId={session.botId} item={message} answers={session.transcript} />)}
          </div>
        );
      })}
      <p className={styles.resting}><span>{resting ? t('conversations.waiting', { node: resting }) : t('conversations.over')}</span></p>
      <div ref={end} />
    </div>
  );
}
