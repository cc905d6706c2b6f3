import type { TranscriptMessage, Turn } from '@parley/shared/api/sessions';
import { IconBolt, IconChecks, IconGitBranch, IconLanguage, IconMessage2, IconMessageDown, IconPoint } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { took } from '../../ui/relativeTime.ts';
import styles from './TurnPanel.module.css';

const icons: Record<string, Icon> = { receive: IconMessageDown, understand: IconLanguage, advance: IconGitBranch, perform: IconBolt, express: IconMessage2, deliver: IconChecks };

/** A row per stage of a turn with what it did and when in the turn it was, as a waterfall. */
export function Stages({ turn, transcript, nameOf }: { turn: Turn; transcript: TranscriptMessage[]; nameOf: (node: string) => string }) {
  const { t } = useTranslation();
  const total = Math.max(turn.stages.reduce((sum, { ms }) => sum + ms, 0), 0.001);
  const nodes = turn.steps.flatMap(({ did, node }) => (did === 'enter' && typeof node === 'string' && node ? [nameOf(node)] : [])).filter((name, index, all) => name !== all[index - 1]);
  const said = transcript.filter((message) => message.turn === turn.id && message.direction === 'out' && message.message.type !== 'typing');
  const details: Record<string, string> = {
    receive: t(`conversations.kind.${turn.kind}`, { defaultValue: turn.kind }),
    advance: nodes.join(' → '),
    perform: turn.effects.map(({ type }) => type).join(', '),
    deliver: said.length > 0 ? t('conversations.said', { count: said.length }) : '',
  };
  const rows = turn.stages.map((stage, index) => ({ ...stage, start: turn.stages.slice(0, index).reduce((sum, { ms }) => sum + ms, 0) }));
  return (
    <ol className={styles.stages}>
      {rows.map(({ stage, ms, start }) => {
        const Glyph = icons[stage] ?? IconPoint;
        return (
          <li key={stage} data-stage={stage}>
            <span className={styles.glyph} aria-hidden="true"><Glyph size={12} stroke={2} /></span>
            <span className={styles.stage}><b>{t(`conversations.stage.${stage}`, { defaultValue: stage })}</b>{details[stage] && <small className="cut" title={details[stage]}>{details[stage]}</small>}</span>
            <span className={styles.ms}>{took(ms)}<span className={styles.bar} aria-hidden="true"><i style={{ insetInlineStart: `${Math.min(96, (start / total) * 100)}%`, width: `${Math.max(4, (ms / total) * 100)}%` }} /></span></span>
          </li>
        );
      })}
    </ol>
  );
}
