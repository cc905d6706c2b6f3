import { IconUser } from '@tabler/icons-react';
import { initialsOf } from './initialsOf.ts';
import styles from './Avatar.module.css';

const families = ['thread', 'think', 'work', 'talk', 'connect', 'decide'] as const;

/** A person's initials in a colour that stays theirs; a figure for somebody `unnamed`. `here` adds the dot of somebody who has the page open. */
export function Avatar({ name, size = 26, here = false, unnamed = false }: { name: string; size?: 26 | 36; here?: boolean; unnamed?: boolean }) {
  const initials = unnamed ? '' : initialsOf(name);
  const family = families[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % families.length] ?? 'work';
  const ink = family === 'thread' ? 'thread-text' : family;
  return (
    <span className={styles.avatar} data-size={size} data-here={here || undefined} role="img" aria-label={name} title={name} style={{ background: `var(--parley-${family}-soft)`, color: `var(--parley-${ink})` }}>
      {initials || <IconUser size={size === 36 ? 18 : 14} stroke={1.75} aria-hidden="true" />}
    </span>
  );
}
