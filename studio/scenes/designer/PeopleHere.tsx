import { Menu } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner, useFlowNames, useUi } from '../../store/designerContext.ts';
import { colourStyle, pointerOf, useOthers } from '../../store/others.ts';
import type { Person } from '../../store/others.ts';
import { drawingShown } from '../../store/uiStore.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import styles from './Designer.module.css';

const shown = 4;

/** Who else has this bot open; a press looks where somebody looks, until this person moves. Who comes and goes is spoken. */
export function PeopleHere() {
  const { t } = useTranslation();
  const { ui } = useDesigner();
  const people = useOthers((state) => state.people);
  const colours = useOthers((state) => state.colours);
  const following = useUi((state) => state.following);
  const news = useNews(people);
  const follow = (id: string): void => ui.setState(({ view }) => ({ following: following === id ? undefined : id, view: drawingShown({ view }) ? view : 'design' }));
  const rest = people.slice(shown);
  return (
    <>
      <span className="sr" role="status">{news}</span>
      {people.length > 0 && (
        <span className={styles.avatars} role="group" aria-label={t('designer.hereNow')}>
          {people.slice(0, shown).map((person) => (
            <button key={person.id} type="button" className={styles.here} style={colourStyle(colours, person.id)} aria-pressed={following === person.id} aria-label={t('together.goTo', { name: person.name })} title={person.name} onClick={() => follow(person.id)}><span aria-hidden="true"><Avatar name={person.name} /></span></button>
          ))}
          {rest.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target><button type="button" className={styles.here} data-more aria-label={t('together.more', { count: rest.length })}>+{rest.length}</button></Menu.Target>
              <Menu.Dropdown>{rest.map((person) => <RestItem key={person.id} person={person} onFollow={() => follow(person.id)} />)}</Menu.Dropdown>
            </Menu>
          )}
        </span>
      )}
    </>
  );
}

function RestItem({ person, onFollow }: { person: Person; onFollow: () => void }) {
  const { t } = useTranslation();
  const { flowId, book } = useDesigner();
  const names = useFlowNames();
  const at = useOthers((state) => pointerOf(state, person.id)?.point.flowId);
  const elsewhere = at !== undefined && at !== flowId ? t('together.elsewhere', { flow: at === book.main ? t('designer.mainFlow') : names[at] }) : undefined;
  return <Menu.Item leftSection={<Avatar name={person.name} />} rightSection={elsewhere && <small>{elsewhere}</small>} onClick={onFollow}>{person.name}</Menu.Item>;
}

/** A sentence about who came and who left since the last look; nothing about those who were there at first. */
function useNews(people: readonly Person[]): string {
  const { t } = useTranslation();
  const before = useRef<readonly Person[]>(undefined);
  const [news, setNews] = useState('');
  useEffect(() => {
    const known = before.current;
    before.current = people;
    if (!known) return;
    const names = (all: readonly Person[]): string => all.map(({ name }) => name).join(', ');
    const came = people.filter(({ id }) => !known.some((person) => person.id === id));
    const left = known.filter(({ id }) => !people.some((person) => person.id === id));
    if (came.length + left.length > 0) setNews([came.length > 0 ? t('together.joined', { names: names(came) }) : '', left.length > 0 ? t('together.left', { names: names(left) }) : ''].filter(Boolean).join('. '));
  }, [people, t]);
  return news;
}
