import { Button } from '@mantine/core';
import type { ReleaseFlows } from '@parley/shared/api/releases';
import type { SessionDetail, Turn } from '@parley/shared/api/sessions';
import { IconChevronLeft, IconChevronRight, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ContactFacts } from './ContactFacts.tsx';
import { TurnDetail } from './TurnDetail.tsx';
import { VariableList } from './VariableList.tsx';
import styles from './Conversations.module.css';

type Tab = 'turn' | 'variables' | 'contact';

/** What the chosen turn did, the variables as they stand, and who the contact is. */
export function TurnPanel({ session, turns, turn, flows, onTurn }: { session: SessionDetail; turns: Turn[]; turn: Turn | undefined; flows: ReleaseFlows | undefined; onTurn: (id: string) => void }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('turn');
  const main = flows?.main;
  const at = turns.findIndex(({ id }) => id === turn?.id);
  const step = (by: number) => {
    const next = turns[at + by];
    if (next) onTurn(next.id);
  };
  const tabs = [{ value: 'turn', label: t('conversations.tabTurn', { no: at + 1 }) }, { value: 'variables', label: t('conversations.tabVariables') }, { value: 'contact', label: t('conversations.tabContact') }] as const;
  return (
    <aside className={styles.panel} aria-label={t('conversations.tabTurn', { no: at + 1 })}>
      <div className={styles.panelHead}>
        <Tabs id="turn" label={t('conversations.happened')} value={tab} tabs={tabs} onChange={setTab} bare />
        <IconButton label={t('conversations.previousTurn')} disabled={at <= 0} onClick={() => step(-1)}><IconChevronLeft className="mirror" size={16} stroke={1.75} /></IconButton>
        <IconButton label={t('conversations.nextTurn')} disabled={at < 0 || at >= turns.length - 1} onClick={() => step(1)}><IconChevronRight className="mirror" size={16} stroke={1.75} /></IconButton>
      </div>
      <div className={styles.panelBody} id="turn-panel" role="tabpanel" tabIndex={0} aria-labelledby={`turn-${tab}`}>
        {tab === 'turn' && turn && main !== undefined && <Button component={Link} to={paths.simulated(session.botId, main, { session: session.id, turn: turn.no })} size="sm" leftSection={<IconPlayerPlay size={14} stroke={1.75} aria-hidden="true" />} title={t('sim.session.openHelp')}>{t('sim.session.open')}</Button>}
        {tab === 'turn' && (turn ? <TurnDetail session={session} turns={turns} turn={turn} flows={flows} /> : <p>{t('conversations.noTurns')}</p>)}
        {tab === 'variables' && <VariableList variables={session.variables} />}
        {tab === 'contact' && <ContactFacts session={session} />}
      </div>
    </aside>
  );
}
