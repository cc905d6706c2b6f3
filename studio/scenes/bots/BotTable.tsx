import type { Bot } from '@parley/shared/api/bots';
import { IconRobot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChannelIcon } from '../../ui/ChannelIcon.tsx';
import { Dot } from '../../ui/Dot.tsx';
import { paths } from '../../app/paths.ts';
import { figure, relativeTime } from '../../ui/relativeTime.ts';
import { Table, openRow } from '../../ui/Table.tsx';
import { Tile } from '../../ui/Tile.tsx';
import type { Family } from '../../ui/Tile.tsx';
import { BotMenu } from './BotMenu.tsx';
import styles from './Bots.module.css';

const families: Family[] = ['talk', 'think', 'decide', 'work', 'connect'];

/** A colour that stays the bot's own. */
const familyOf = (id: string): Family => families[[...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % families.length] ?? 'talk';

/** Bots, a row each; the whole row opens the designer. */
export function BotTable({ bots, mayEdit, mayManage }: { bots: Bot[]; mayEdit: boolean; mayManage: boolean }) {
  const { t } = useTranslation();
  const columns = [{ title: t('bots.bot') }, { title: t('bots.state'), width: '18%' }, { title: t('bots.channels'), width: '12%' }, { title: t('bots.open'), width: '16%', right: true }, { title: t('bots.changed'), width: '16%' }, { title: t('bots.actionsTitle'), width: '60px', hidden: true }];
  return (
    <Table label={t('bots.title')} columns={columns} tall>
      {bots.map((bot) => (
        <tr key={bot.id} className={openRow}>
          <td>
            <div className={styles.first}>
              <Tile family={bot.live ? familyOf(bot.id) : 'plain'} size={34}><IconRobot size={18} stroke={1.75} /></Tile>
              <span className={styles.names}>
                <Link className={`${styles.name} cut`} to={paths.designer(bot.id, bot.flowId)} dir="auto" data-whole title={bot.name}>{bot.name}</Link>
                <span className={`${styles.second} cut`} dir="ltr" title={`/chat/${bot.slug}`}>/chat/{bot.slug}</span>
              </span>
            </div>
          </td>
          <td><BotState bot={bot} /></td>
          <td data-wide-only>
            <span className={styles.channels}>
              {bot.channels.length === 0 ? t('bots.none') : bot.channels.map((channel) => <ChannelIcon key={channel} channel={channel} />)}
            </span>
          </td>
          <td data-right data-wide-only data-quiet={bot.openSessions === 0 || undefined}>{figure(bot.openSessions)}</td>
          <td data-wide-only><time dateTime={bot.changedAt}>{relativeTime(bot.changedAt)}</time></td>
          <td><span className={styles.more}><BotMenu bot={bot} mayEdit={mayEdit} mayManage={mayManage} /></span></td>
        </tr>
      ))}
    </Table>
  );
}

function BotState({ bot }: { bot: Bot }) {
  const { t } = useTranslation();
  const state = bot.paused ? 'paused' : bot.live ? 'live' : 'draft';
  const second = bot.live ? bot.changed && t('bots.changes') : t('bots.neverLive');
  const word = { paused: t('bots.paused'), live: t('bots.live'), draft: t('bots.draft') }[state];
  return (
    <div className={styles.state}>
      <Dot state={state} />
      <span className={styles.names}>
        <span>{word} {bot.live && <span className={styles.version}>v{bot.live.no}</span>}</span>
        {second && <span className={styles.second}>{second}</span>}
      </span>
    </div>
  );
}
