import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChevronDown, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { botQuery } from '../../api/bots.ts';
import { meQuery } from '../../api/queries.ts';
import { paths } from '../../app/paths.ts';
import { useDesigner, useFlowNames, useFlowState, useUi } from '../../store/designerContext.ts';
import { savedOf } from '../../store/savedOf.ts';
import { useUnwritten } from '../../store/unwritten.ts';
import { Mark } from '../../ui/Mark.tsx';
import { SavedState } from '../../ui/SavedState.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { CommentsButton } from './CommentsButton.tsx';
import { LiveState } from './LiveState.tsx';
import { PeopleHere } from './PeopleHere.tsx';
import { PublishButton } from './PublishButton.tsx';
import { Trail } from './Trail.tsx';
import { designerViews, viewOf } from './views.tsx';
import styles from './Designer.module.css';

/** Where you are, whether it is saved, the views that exist, who else is here, and what is live. */
export function TopBar() {
  const { t } = useTranslation();
  const { book, flowId, ui, openFlow, editable } = useDesigner();
  const bot = useQuery(botQuery(book.botId));
  const names = useFlowNames();
  // Several bots stand in tabs beside one another.
  useTitle(flowId === book.main ? bot.data?.name : bot.data && `${names[flowId] ?? ''}, ${bot.data.name}`);
  const flows = useStore(book.flows);
  const saved = useFlowState(savedOf);
  const typed = useUnwritten(({ fields }) => fields.size > 0);
  const view = useUi((state) => state.view);
  const me = useQuery(meQuery);
  const mayNot = !editable && me.data !== undefined && !me.data.rights.includes('bots.edit');
  const others = Object.values(flows).map(({ head }) => head);
  // With the next frame: by then what was typed last, and is written as its field is left, has reached the simulator.
  const test = (): void => { requestAnimationFrame(() => ui.setState({ simulator: true, column: 'simulator', view: 'design', simulate: { wish: 'begin' } })); };
  return (
    <header className={styles.top}>
      <div className={styles.left}>
      <Link to={paths.bots} aria-label={t('designer.toBots')}><Mark /></Link>
      <nav className={styles.crumb} aria-label={t('designer.where')}>
        {flowId === book.main ? <span className={`${styles.quiet} cut`} dir="auto" title={bot.data?.name}>{bot.data?.name}</span> : <Link className="cut" dir="auto" to={paths.designer(book.botId, book.main)}>{bot.data?.name}</Link>}
        <span className={styles.quiet}>/</span>
        <Trail />
        {others.length > 1 ? (
          <Menu position="bottom-start">
            <Menu.Target><button type="button" className={styles.flow}><h1 className="cut" dir="auto" style={{ fontSize: 13, lineHeight: '20px', fontWeight: 500 }}>{flowId === book.main ? t('designer.mainFlow') : names[flowId]}</h1><IconChevronDown size={14} stroke={1.75} aria-hidden="true" /></button></Menu.Target>
            <Menu.Dropdown>
              {others.map((head) => <Menu.Item key={head.id} aria-current={head.id === flowId ? 'page' : undefined} onClick={() => openFlow(head.id)}>{head.id === book.main ? t('designer.mainFlow') : head.name}</Menu.Item>)}
            </Menu.Dropdown>
          </Menu>
        ) : <h1 className="cut" style={{ fontSize: 13, lineHeight: '20px', fontWeight: 500 }}>{t('designer.mainFlow')}</h1>}
      </nav>
      <span className={styles.saved}><SavedState state={saved} typed={typed} /></span>
      </div>
      <div className={styles.phoneHide}>
        <Segments label={t('designer.views')} value={viewOf(view)?.apart ? 'design' : view} options={[{ value: 'design', label: t('designer.design') }, ...designerViews.filter(({ apart }) => !apart).map(({ name, label }) => ({ value: name, label: t(label) }))]} onChange={(next) => ui.setState({ view: next })} />
      </div>
      <div className={styles.end}>
      <PeopleHere />
      <span className={styles.phoneHide}><CommentsButton /></span>
      {bot.data && <LiveState bot={bot.data} />}
      {mayNot && <span className={`${styles.look} ${styles.phoneHide}`} title={t('designer.lookHelp')}>{t('designer.look')}</span>}
      <Button className={styles.phoneHide ?? ''} leftSection={<IconPlayerPlay size={14} stroke={1.75} aria-hidden="true" />} onClick={test}>{t('designer.test')}</Button>
      <PublishButton />
      </div>
    </header>
  );
}
