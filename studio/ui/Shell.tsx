import { Menu, Tooltip } from '@mantine/core';
import { IconDots, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { Avatar } from './Avatar.tsx';
import { IconButton } from './IconButton.tsx';
import { Mark } from './Mark.tsx';
import { usePhone } from './usePhone.ts';
import styles from './Shell.module.css';

interface Place {
  label: string;
  to: string;
  icon: Icon;
  /** How much waits there, and the same in words. */
  count?: number;
  counted?: string;
}

export interface ShellProps {
  title: string;
  groups: { title?: string; items: Place[] }[];
  person: { name: string; role: string };
  /** 56 wide, icons only. */
  rail: boolean;
  dark: boolean;
  onScheme: () => void;
  onSignOut: () => void;
  children: ReactNode;
}

/** Places a phone's bar has room for beside the person; where there are more, the last of them opens the others. */
const inBar = 4;

/** The navigation and a page beside it; under 768 px the navigation is a bar at the bottom. */
export function Shell({ title, groups, person, rail, dark, onScheme, onSignOut, children }: ShellProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const places = groups.flatMap(({ items }) => items);
  const behind = phone && places.length > inBar ? places.slice(inBar - 1) : [];
  const shown = phone ? [{ items: places.slice(0, places.length - behind.length) }] : groups;
  const scheme = dark ? <IconSun size={16} stroke={1.75} /> : <IconMoon size={16} stroke={1.75} />;
  return (
    <div className={styles.shell} data-rail={rail || undefined}>
      <a className={styles.skip} href="#main">{t('common.skip')}</a>
      <nav className={styles.nav} aria-label={t('nav.main')}>
        <div className={styles.org}><Mark /><span className={`${styles.orgName} cut`}>{title}</span></div>
        {shown.map((group, index) => (
          <div key={group.title ?? index} style={{ display: 'contents' }}>
            {group.title && <span className={styles.cap}>{group.title}</span>}
            {group.items.map(({ label, to, icon: Glyph, count, counted }) => (
              <Tooltip key={to} label={label} position="right" disabled={!rail || phone}>
                <NavLink to={to} className={styles.item}><Glyph size={16} stroke={1.75} aria-hidden="true" /><span className={`${styles.label} cut`}>{label}</span>{count !== undefined && <span className={styles.count}><span aria-hidden="true">{count > 99 ? '99+' : count}</span><span className="sr">{counted}</span></span>}</NavLink>
              </Tooltip>
            ))}
          </div>
        ))}
        {behind.length > 0 && <More places={behind} />}
        <div className={styles.me}>
          <Menu position="top-start">
            <Menu.Target>
              <button type="button" className={styles.person} aria-label={t('nav.you', { name: person.name })}>
                <Avatar name={person.name} /><span className={styles.who}><b className="cut" dir="auto">{person.name}</b><small>{person.role}</small></span>
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={scheme} onClick={onScheme}>{dark ? t('common.light') : t('common.dark')}</Menu.Item>
              <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={onSignOut}>{t('entry.signOut')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <IconButton label={dark ? t('common.light') : t('common.dark')} onClick={onScheme}>{scheme}</IconButton>
        </div>
      </nav>
      <main className={styles.main} id="main" tabIndex={-1}>{children}</main>
    </div>
  );
}

/** What a phone's bar has no room for. */
function More({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const here = places.some(({ to }) => pathname.startsWith(to));
  return (
    <Menu position="top-end">
      <Menu.Target><button type="button" className={styles.item} aria-current={here ? 'page' : undefined}><IconDots size={16} stroke={1.75} aria-hidden="true" /><span className={styles.label}>{t('nav.more')}</span></button></Menu.Target>
      <Menu.Dropdown>
        {places.map(({ label, to, icon: Glyph }) => <Menu.Item key={to} component={NavLink} to={to} leftSection={<Glyph size={16} stroke={1.75} />}>{label}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
